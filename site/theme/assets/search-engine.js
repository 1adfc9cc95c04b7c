// Reads the search index of generator/search, whose docstring explains files and order. Pure: `load(path)`
// gives a promise of a file's JSON. What a word is must stay the same there.
const CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!#$%&'()*+,./:;<=>?@[]^`|{}~";
const CODE = new Uint8Array(128);
[...CHARS].forEach((char, code) => (CODE[char.charCodeAt()] = code));
const [SEGMENT, BITMAP] = [88, 91];

export const WORD =
  "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0370-\u0481\u048a-\u052f" +
  "\u1e00-\u1eff\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3";
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHORT = 3;
const NAME = 10;
const SAME_DAY = 8;
const MOST = 32;
const COLUMN = { kind: "kinds", field: "fields", unit_type: "unit_types", benefit: "benefit_classes" };

const tones = (text) => (text.match(TONE) ?? []).join("");
const letters = (text) => text.replace(TONE, "");
// A word's form: lower case, tone marks at its end. Its key: no diacritics at all.
export function formOf(word) {
  const spread = word.toLowerCase().replaceAll("ð", "đ").normalize("NFD");
  return letters(spread).normalize("NFC") + tones(spread);
}
export const fold = (word) =>
  word.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(/[\u0300-\u036f\u3099\u309a]/g, "");

// Whether a word is what `term` asks for: 0 no, 1 as a beginning, 2 whole, and 4 more with the same diacritics.
export function agreement(term, form, key) {
  if (key === term.key) return form === term.form ? 6 : 2;
  if (!term.open || !key.startsWith(term.key)) return 0;
  const same = key.length > SHORT && form.startsWith(letters(term.form)) && tones(form) === tones(term.form);
  return same && term.key.length > SHORT ? 5 : 1;
}

// The words that a query asks for. The last is open while it is being typed: its beginning is enough.
export function parse(query) {
  const text = query.toLowerCase().normalize("NFC");
  const terms = (text.match(new RegExp(`[${WORD}]+`, "g")) ?? []).map((word) => ({ form: formOf(word), key: fold(word) }));
  if (new RegExp(`[${WORD}]$`).test(text)) terms.at(-1).open = true;
  return terms.filter((term) => term.key).slice(0, MOST);
}

function numbers(text) {
  const found = [];
  let high = 0;
  for (let at = 0; at < text.length; at++) {
    const code = CODE[text.charCodeAt(at)];
    if (code < 64) found.push(high * 64 + code);
    high = code < 64 ? 0 : high * 24 + code - 64;
  }
  return found;
}

export class Engine {
  #load;
  #kept = new Map();
  #last = {};

  constructor(load) {
    this.#load = load;
  }

  // A promise that is made once, and again after it failed.
  #once(name, make) {
    if (!this.#kept.has(name)) {
      const made = make();
      made.catch(() => this.#kept.delete(name));
      this.#kept.set(name, made);
    }
    return this.#kept.get(name);
  }

  #file(name) {
    return this.#once(`data/${name}.json`, () => this.#load(`data/${name}.json`));
  }

  manifest() {
    return this.#once("manifest", async () => {
      const manifest = await this.#load("index.json");
      this.borders = manifest.words[0].match(/\S+/g) ?? [];
      this.entries = 0;
      this.starts = manifest.segments.map(([size]) => (this.entries += size) - size);
      return manifest;
    });
  }

  // The numbers of all documents found, in order, and the counts by facet and ID of `facets`.
  // `filters`: by facet, the IDs of which a document has one. `sort`: relevance, date or benefit.
  async search({ query = "", filters = {}, sort = "relevance", facets = [] }) {
    await this.manifest();
    const terms = parse(query);
    const active = Object.keys(filters).filter((facet) => filters[facet].length);
    const needed = [...new Set([...active, ...facets])];
    const uppers = [...(filters.upper ?? []), ...(filters.unit ?? []).map((id) => id.split("/")[0])];
    const [{ byPlace, place }, entries, columns] = await Promise.all([
      sort === "benefit" ? this.#amounts() : this.#order(),
      Promise.all(terms.map((term) => this.#words(term))),
      Promise.all(needed.map((facet) => (facet === "unit" ? this.units(uppers) : this.#column(facet)))),
    ]);
    // The same words are often asked for again, with other filters.
    if (this.#last.query !== query) this.#last = { query, scores: terms.length ? this.#scores(terms, entries) : null };
    const { scores } = this.#last;
    const tests = active.map((facet) => {
      const at = needed.indexOf(facet);
      const { ids, codes } = columns[at];
      return { at, codes, wanted: Uint8Array.from([...ids, ""], (id) => filters[facet].includes(id)) };
    });
    const counts = columns.map(({ ids }) => new Uint32Array(ids.length + 1));
    const found = new Float64Array(this.entries);
    let total = 0;
    for (let doc = 0; doc < this.entries; doc++) {
      if (scores && !scores[doc]) continue;
      // A document that fails one facet's test alone still counts within that facet.
      let failed = -1;
      for (const { at, codes, wanted } of tests) if (!wanted[codes[doc]]) failed = failed === -1 ? at : -2;
      if (failed >= 0) counts[failed][columns[failed].codes[doc]]++;
      if (failed !== -1) continue;
      for (let at = 0; at < columns.length; at++) counts[at][columns[at].codes[doc]]++;
      // One number orders documents: the score where that counts, then the place.
      found[total++] = (scores && sort === "relevance" ? 2 ** 20 - scores[doc] : 0) * this.entries + place[doc];
    }
    const documents = Uint32Array.from(found.subarray(0, total).sort(), (key) => byPlace[key % this.entries]);
    const named = facets.map((facet) => {
      const at = needed.indexOf(facet);
      return [facet, Object.fromEntries(columns[at].ids.map((id, code) => [id, counts[at][code]]))];
    });
    return { total, terms, documents, counts: Object.fromEntries(named) };
  }

  // What results show of documents.
  async cards(documents) {
    const { segments, cards } = await this.manifest();
    return Promise.all(
      Array.from(documents, async (doc) => {
        const segment = this.starts.findLastIndex((start) => start <= doc);
        const local = doc - this.starts[segment];
        const part = Math.floor(local / cards[0]);
        const folder = segments[segment][2][Math.floor(part / cards[1])];
        const [id, title, summary, unit, date, benefit, kind, field] = (await this.#file(`${folder}/${part % cards[1]}`))[local % cards[0]];
        return { id, title, summary, unit, date, benefit, kind, field };
      }),
    );
  }

  // The entries [key, forms] of the index that a term can mean.
  async #words({ key, open }) {
    const { words } = await this.manifest();
    const { borders } = this;
    const long = open && key.length > SHORT;
    const shard = (key) => borders.findLastIndex((border) => border <= key);
    const shards = new Set([shard(key), shard(open && !long ? `${key}*` : key)]);
    if (long) for (let at = shard(key) + 1; borders[at]?.startsWith(key); at++) shards.add(at);
    const files = await Promise.all([...shards].map((at) => (at < 0 ? {} : this.#file(words[1].slice(at * NAME, (at + 1) * NAME)))));
    const means = (word) => word === key || (open && (long ? word.startsWith(key) : word === `${key}*`));
    return files.flatMap((file) => Object.entries(file).filter(([word]) => means(word)));
  }

  // The score of every document, 0 where a word is missing. Agreement of diacritics counts before the place
  // (title, names, text) where the query has diacritics, else after it.
  #scores(terms, entries) {
    const marked = terms.some((term) => term.form !== term.key);
    return terms.reduce((scores, term, at) => {
      const own = new Int32Array(this.entries);
      for (const [key, forms] of entries[at]) {
        for (const [form, sets] of Object.entries(forms)) {
          const agreed = agreement(term, form, key);
          const [exact, whole] = [agreed >> 2, (agreed >> 1) & 1];
          const weights = [0, 1, 2].map((place) => 1 + whole + (marked ? exact * 8192 + place * 64 : place * 4096 + exact * 64));
          this.#each(sets, (doc, place) => {
            if (own[doc] < weights[place]) own[doc] = weights[place];
          });
        }
      }
      return scores ? own.map((score, doc) => score && scores[doc] && score + scores[doc]) : own;
    }, null);
  }

  // Calls `visit` with every document of coded sets and the place (text 0, names 1, title 2).
  #each(sets, visit) {
    let [segment, doc, place, high, naming] = [0, 0, 0, 0, false];
    for (let at = 0; at < sets.length; at++) {
      const code = CODE[sets.charCodeAt(at)];
      if (code < 64) {
        const value = high * 64 + code;
        high = 0;
        if (naming) doc = this.starts[(segment = value)] - 1;
        else visit((doc += value + 1), place);
        naming = false;
      } else if (code < SEGMENT) high = high * 24 + code - 64;
      else if (code === BITMAP) {
        let bits;
        for (doc++; (bits = CODE[sets.charCodeAt(at + 1)]) < 64; at++, doc += 6)
          for (let bit = 0; bit < 6; bit++) if (bits & (32 >> bit)) visit(doc + bit, place);
      } else {
        naming = code === SEGMENT;
        place = code - SEGMENT;
        doc = this.starts[segment] - 1;
      }
    }
  }

  // The columns that follow from the dates, and the order newest first, then by ID.
  #order() {
    return this.#once("order", async () => {
      const phases = [];
      const days = (await this.#files("order")).flatMap(([day, gaps, runs]) => {
        phases.push(...runs.flatMap(([phase, length]) => Array(length).fill(phase)));
        const own = numbers(gaps).flatMap((code) => ((day += Math.floor(code / SAME_DAY)), Array((code % SAME_DAY) + 1).fill(day)));
        return [...Array(runs.reduce((sum, [, length]) => sum + length, -own.length)).fill(-1), ...own];
      });
      return { days, phases, ...this.#places(days, (a, b) => a - b) };
    });
  }

  #amounts() {
    return this.#once("amounts", async () => {
      const amounts = (await this.#files("benefits")).flatMap(numbers).map((code) => code && Math.floor((code - 1) / 10) * 10 ** ((code - 1) % 10) + 1);
      const { place } = await this.#order();
      return this.#places(amounts, (a, b) => place[a] - place[b]);
    });
  }

  // Documents by `values`, largest first, then as `before` says; and the place of each.
  #places(values, before) {
    const byPlace = Uint32Array.from(values.keys()).sort((a, b) => values[b] - values[a] || before(a, b));
    const place = new Uint32Array(this.entries);
    byPlace.forEach((doc, at) => (place[doc] = at));
    return { byPlace, place };
  }

  // What a column holds for each segment.
  async #files(name) {
    const manifest = await this.manifest();
    return (await Promise.all(manifest[name].map((file) => this.#file(file)))).flat();
  }

  // A facet's code for every document, and the IDs that codes stand for; one code more stands for none.
  #column(facet) {
    return this.#once(facet, async () => {
      const manifest = await this.manifest();
      if (facet in COLUMN) return { codes: (await this.#files(COLUMN[facet])).flatMap(numbers), ids: manifest[facet] };
      if (facet === "upper")
        return { codes: manifest.segments.flatMap(([size, upper]) => Array(size).fill(upper)), ids: manifest.uppers.map(([id]) => id) };
      const { days, phases } = await this.#order();
      const month = new Map([...new Set(days)].map((day) => [day, day < 0 ? "" : new Date(day * 864e5).toISOString().slice(0, 7)]));
      const ids = facet === "phase" ? manifest.phase : [...new Set(month.values())].filter(Boolean);
      const place = new Map(ids.map((id, code) => [id, code]));
      const codes = facet === "phase" ? phases : days.map((day) => place.get(month.get(day)) ?? -1);
      return { codes: codes.map((code) => (code < 0 ? ids.length : code)), ids };
    });
  }

  // The same for the grassroots unions of some upper-level unions, with their names.
  async units(uppers) {
    const manifest = await this.manifest();
    const chosen = manifest.uppers.map(([id, , file], upper) => [id, file, upper]).filter(([id]) => uppers.includes(id));
    const files = await Promise.all(chosen.map(([, file]) => this.#file(file)));
    const units = files.flatMap(([units]) => units);
    const codes = new Uint16Array(this.entries).fill(units.length);
    let first = 0;
    files.forEach(([own, columns], at) => {
      const segments = [...manifest.segments.keys()].filter((segment) => manifest.segments[segment][1] === chosen[at][2]);
      segments.forEach((segment, n) => codes.set(numbers(columns[n]).map((code) => first + code), this.starts[segment]));
      first += own.length;
    });
    return { codes, ids: units.map(([id]) => id), names: Object.fromEntries(units) };
  }
}
