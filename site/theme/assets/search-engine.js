// Reads the search index that generator/search writes; its docstring explains the format. Pure: files come
// through the function `load(path)`, which gives a promise of parsed JSON. What a word is, and the order of
// results, are the same there.
const LOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HIGH = "!#$%&'()*+,./:;<=>?@[]^`";
const [NEXT, SKIP, BITMAP] = [32, 124, 126];
const CODE = new Uint8Array(128);
[...LOW + HIGH].forEach((char, code) => (CODE[char.charCodeAt()] = code));

export const WORD =
  "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0370-\u0481\u048a-\u052f" +
  "\u1e00-\u1eff\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3";
const RUN = new RegExp(`[${WORD}]+`, "g");
const TYPING = new RegExp(`[${WORD}]$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHORT = 3;
const MOST = 32;

// The form of a word: lower case, tone marks at its end. Its key: the same without any diacritics.
export function form(word) {
  const spread = word.toLowerCase().replaceAll("ð", "đ").normalize("NFD");
  return spread.replace(TONE, "").normalize("NFC") + (spread.match(TONE) ?? []).join("");
}
export const fold = (word) =>
  word.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(/[\u0300-\u036f\u3099\u309a]/g, "");
const tones = (form) => (form.match(TONE) ?? []).join("");

// Whether a word of `form` and `key` is what `term` asks for: 0 no, 1 beginning, 2 whole word, and 4 more
// where the diacritics agree too.
export function agreement(term, form, key) {
  if (key === term.key) return form === term.form ? 6 : 2;
  if (!term.open || !key.startsWith(term.key)) return 0;
  const letters = term.form.slice(0, term.form.length - tones(term.form).length);
  const same = term.key.length > SHORT && form.startsWith(letters) && tones(form) === tones(term.form);
  return same ? 5 : 1;
}

// What a query asks for. The last word is open while it is being typed: its beginning is enough.
export function parse(query) {
  const text = query.toLowerCase().normalize("NFC");
  const terms = (text.match(RUN) ?? []).map((word) => ({ form: form(word), key: fold(form(word)), open: false }));
  if (terms.length && TYPING.test(text)) terms.at(-1).open = true;
  return terms.filter((term) => term.key).slice(0, MOST);
}

function numbers(text) {
  const found = [];
  for (let at = 0, high = 0; at < text.length; at++) {
    const code = CODE[text.charCodeAt(at)];
    if (code >= 64) high = high * 24 + code - 64;
    else {
      found.push(high * 64 + code);
      high = 0;
    }
  }
  return found;
}

export class Engine {
  constructor(load) {
    this.load = load;
    this.kept = new Map();
  }

  // A promise that is made once, and again after it failed.
  once(name, make) {
    if (!this.kept.has(name)) {
      const made = make();
      made.catch(() => this.kept.delete(name));
      this.kept.set(name, made);
    }
    return this.kept.get(name);
  }

  file(name) {
    return this.once(`data/${name}.json`, () => this.load(`data/${name}.json`));
  }

  manifest() {
    return this.once("manifest", async () => {
      const manifest = await this.load("index.json");
      this.starts = [];
      this.entries = 0;
      for (const [size] of manifest.segments) {
        this.starts.push(this.entries);
        this.entries += size;
      }
      return manifest;
    });
  }

  // `request`: query, filters (by facet: IDs), sort (relevance, date, benefit), facets (those to count).
  // Gives the numbers of all documents found, in order, and the counts by facet and ID.
  async search({ query = "", filters = {}, sort = "relevance", facets = [] }) {
    const manifest = await this.manifest();
    const terms = parse(query);
    const active = Object.keys(filters).filter((facet) => filters[facet].length);
    const needed = [...new Set([...active, ...facets])];
    const uppers = [...(filters.upper ?? []), ...(filters.unit ?? []).map((id) => id.split("/")[0])];
    const [order, amounts, entries, columns] = await Promise.all([
      this.order(),
      sort === "benefit" ? this.amounts() : null,
      Promise.all(terms.map((term) => this.entriesOf(term))),
      Promise.all(needed.map((facet) => this.column(facet, uppers))),
    ]);
    const scores = this.scores(terms, entries);
    const tests = active.map((facet) => {
      const { ids } = columns[needed.indexOf(facet)];
      const wanted = new Uint8Array(ids.length + 1);
      for (const id of filters[facet]) if (ids.includes(id)) wanted[ids.indexOf(id)] = 1;
      return { at: needed.indexOf(facet), wanted, codes: columns[needed.indexOf(facet)].codes };
    });
    const counts = columns.map(({ ids }) => new Uint32Array(ids.length + 1));
    const found = new Float64Array(this.entries);
    const total = this.pass(scores, tests, columns, counts, found);
    // One number orders a document: first the score where that counts, then its place.
    const { place, byPlace } = amounts ?? order;
    const keys = found.subarray(0, total);
    const best = sort === "relevance" && scores ? 2 ** 20 : 0;
    for (let n = 0; n < total; n++) keys[n] = (best && best - scores[keys[n]]) * this.entries + place[keys[n]];
    keys.sort();
    const result = Object.fromEntries(
      facets.map((facet) => {
        const at = needed.indexOf(facet);
        return [facet, Object.fromEntries(columns[at].ids.map((id, code) => [id, counts[at][code]]))];
      }),
    );
    return { total, terms, counts: result, documents: Array.from(keys, (key) => byPlace[key % this.entries]) };
  }

  // Counts and collects: a document that fails one facet's test alone still counts within that facet.
  pass(scores, tests, columns, counts, found) {
    let total = 0;
    for (let doc = 0; doc < this.entries; doc++) {
      if (scores && !scores[doc]) continue;
      let failed = -1;
      for (const { at, wanted, codes } of tests) {
        if (!wanted[codes[doc]]) {
          failed = failed === -1 ? at : -2;
          if (failed === -2) break;
        }
      }
      if (failed >= 0) counts[failed][columns[failed].codes[doc]]++;
      else if (failed === -1) {
        for (let at = 0; at < columns.length; at++) counts[at][columns[at].codes[doc]]++;
        found[total++] = doc;
      }
    }
    return total;
  }

  // What a result shows: id, title, summary, unit, date, benefit, kind, field.
  async cards(documents) {
    const { segments, cards } = await this.manifest();
    return Promise.all(
      documents.map(async (doc) => {
        const segment = this.starts.findLastIndex((start) => start <= doc);
        const local = doc - this.starts[segment];
        const file = await this.file(`${segments[segment][2]}/${Math.floor(local / cards)}`);
        const [id, title, summary, unit, date, benefit, kind, field] = file[local % cards];
        return { id, title, summary, unit, date, benefit, kind, field };
      }),
    );
  }

  // The entries [key, forms] of the index that a term can mean.
  async entriesOf({ key, open }) {
    const { words } = await this.manifest();
    const shardOf = (key) => words.findLastIndex(([first]) => first <= key);
    const shards = new Set([shardOf(key)]);
    if (open && key.length <= SHORT) shards.add(shardOf(`${key}*`));
    else if (open) for (let at = shardOf(key) + 1; words[at]?.[0].startsWith(key); at++) shards.add(at);
    shards.delete(-1);
    const files = await Promise.all([...shards].map((at) => this.file(words[at][1])));
    if (open && key.length > SHORT)
      return files.flatMap((file) => Object.entries(file).filter(([word]) => word.startsWith(key)));
    const keys = open ? [key, `${key}*`] : [key];
    return files.flatMap((file) => keys.filter((key) => key in file).map((key) => [key, file[key]]));
  }

  // The score of every document, 0 where a word is missing; null for a query without words. Agreement of
  // diacritics counts before the place (title, names, text) where the query has diacritics, else after.
  scores(terms, entries) {
    if (!terms.length) return null;
    const marked = terms.some((term) => term.form !== term.key);
    let scores = null;
    terms.forEach((term, at) => {
      const own = new Int32Array(this.entries);
      for (const [key, forms] of entries[at]) {
        for (const [form, sets] of Object.entries(forms)) {
          const agreed = agreement(term, form, key);
          const [exact, whole] = [agreed >> 2, (agreed >> 1) & 1];
          sets.forEach((set, place) => {
            const weight = 1 + whole + (marked ? exact * 8192 + place * 64 : place * 4096 + exact * 64);
            this.each(set, (doc) => {
              if (own[doc] < weight) own[doc] = weight;
            });
          });
        }
      }
      if (scores) for (let doc = 0; doc < this.entries; doc++) own[doc] = own[doc] && scores[doc] && own[doc] + scores[doc];
      scores = own;
    });
    return scores;
  }

  // Calls `visit` with every document of a coded set.
  each(set, visit) {
    const { starts, entries } = this;
    let segment = -1;
    let doc = 0;
    let high = 0;
    let skipping = false;
    for (let at = 0; at < set.length; at++) {
      const char = set.charCodeAt(at);
      if (char === NEXT) doc = starts[++segment] - 1;
      else if (char === SKIP) skipping = true;
      else if (char === BITMAP) {
        const end = starts[segment + 1] ?? entries;
        for (doc = starts[segment]; doc < end; doc += 6) {
          const bits = CODE[set.charCodeAt(++at)];
          for (let bit = 0; bit < 6; bit++) if (bits & (32 >> bit)) visit(doc + bit);
        }
      } else {
        const code = CODE[char];
        if (code >= 64) high = high * 24 + code - 64;
        else {
          const value = high * 64 + code;
          high = 0;
          if (skipping) {
            doc = starts[(segment += value + 2)] - 1;
            skipping = false;
          } else visit((doc += value + 1));
        }
      }
    }
  }

  // The days of all documents, and their place in the order newest first, then by ID.
  order() {
    return this.once("order", async () => {
      const parts = await this.columnFiles("order");
      const days = new Int32Array(this.entries).fill(-1e9);
      const phases = [];
      parts.forEach(([first, gaps, runs], segment) => {
        let day = first;
        numbers(gaps).forEach((gap, local) => (days[this.starts[segment] + local] = day -= gap));
        for (const [phase, length] of runs) for (let n = 0; n < length; n++) phases.push(phase);
      });
      return { days, phases, ...this.places(days) };
    });
  }

  amounts() {
    return this.once("amounts", async () => {
      const [{ byPlace, place }, parts] = [await this.order(), await this.columnFiles("benefits")];
      const amounts = parts.flatMap(numbers).map((code) => (code ? Math.floor((code - 1) / 10) * 10 ** ((code - 1) % 10) : -1));
      return this.places(amounts, byPlace, place);
    });
  }

  // Places by `values`, largest first; equal ones stay in the order of `before`.
  places(values, before, rank) {
    const byPlace = before ? before.slice() : Uint32Array.from({ length: this.entries }, (_, doc) => doc);
    byPlace.sort((a, b) => values[b] - values[a] || (rank ? rank[a] - rank[b] : a - b));
    const place = new Uint32Array(this.entries);
    byPlace.forEach((doc, at) => (place[doc] = at));
    return { byPlace, place };
  }

  // What is written segment by segment, all of it.
  async columnFiles(name) {
    const manifest = await this.manifest();
    return (await Promise.all(manifest[name].map((file) => this.file(file)))).flat();
  }

  // The codes of a facet for all documents, and the IDs they stand for; one code more stands for none.
  column(facet, uppers) {
    if (facet === "unit") return this.units(uppers);
    return this.once(facet, async () => {
      const manifest = await this.manifest();
      const codes = new Uint16Array(this.entries);
      if (facet === "upper") {
        manifest.segments.forEach(([size, upper], at) => codes.fill(upper, this.starts[at], this.starts[at] + size));
        return { codes, ids: manifest.uppers.map(([id]) => id) };
      }
      if (facet === "phase") {
        const { phases } = await this.order();
        return { codes: codes.map((_, doc) => (phases[doc] < 0 ? manifest.phase.length : phases[doc])), ids: manifest.phase };
      }
      if (facet === "month") {
        const { days } = await this.order();
        const names = new Map();
        for (const day of days) if (day >= 0 && !names.has(day)) names.set(day, new Date(day * 864e5).toISOString().slice(0, 7));
        const ids = [...new Set(names.values())].sort();
        const code = new Map([...names].map(([day, name]) => [day, ids.indexOf(name)]));
        return { codes: codes.map((_, doc) => code.get(days[doc]) ?? ids.length), ids };
      }
      codes.set((await this.columnFiles(COLUMN[facet])).flatMap(numbers));
      return { codes, ids: manifest[facet] };
    });
  }

  // The grassroots unions of some upper-level unions, with their names.
  async units(uppers) {
    const manifest = await this.manifest();
    const [ids, names] = [[], {}];
    const codes = new Uint16Array(this.entries).fill(65535);
    await Promise.all(
      manifest.uppers.map(async ([id, , name], upper) => {
        if (!uppers.includes(id)) return;
        const [units, columns] = await this.file(name);
        const first = ids.length;
        for (const [unit, name] of units) names[ids.push(unit) && unit] = name;
        const own = manifest.segments.flatMap(([, of], at) => (of === upper ? [at] : []));
        own.forEach((at, n) => codes.set(numbers(columns[n]).map((code) => first + code), this.starts[at]));
      }),
    );
    return { codes: codes.map((code) => Math.min(code, ids.length)), ids, names };
  }
}

const COLUMN = { kind: "kinds", field: "fields", unit_type: "unit_types", benefit: "benefit_classes" };
