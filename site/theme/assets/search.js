// The search page: what is asked stands in the form and in the address, what is found comes from the engine.
// All words are the page's own (template #words), so this script has no language.
import { Engine, WORD, agreement, fold, formOf } from "./search-engine.js";

const PAGE = 10;
const RUNS = new RegExp(`([${WORD}]+)`);
const SORTS = { "moi-nhat": "date", "lam-loi": "benefit" };
const $ = (id) => document.getElementById(id);
const [form, results, filters, help, more, chips] = ["search", "results", "filters", "help", "more", "chips"].map($);
const words = $("words").dataset;
const { root, locale, month } = form.dataset;
const facets = new Map([...filters.querySelectorAll(".facet")].map((box) => [box.dataset.facet, box]));
const number = new Intl.NumberFormat(locale);
const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, roundingMode: "halfEven" });
const day = new Intl.DateTimeFormat(locale, { day: month === "long" ? "numeric" : month, month, year: "numeric", timeZone: "UTC" });

const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
const many = (n) => (n === 1 ? words.one : fill(words.many, { n: number.format(n) }));
const checked = () => [...filters.querySelectorAll("input:checked")];
const labelOf = (input) => input.nextElementSibling.textContent;

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.textContent = text;
  return made;
}

function button(text, press, name) {
  const made = element("button", text, { type: "button", className: "chip" });
  if (name) made.ariaLabel = name;
  made.addEventListener("click", press);
  return made;
}

// A site that was published anew has another manifest, and no longer the files of the one we know.
let engine;
function start(cache) {
  engine = new Engine(async (path) => {
    const answer = await fetch(`${root}tim-kiem/${path}`, path === "index.json" ? { cache } : {});
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  });
  engine.manifest().catch(() => {});
}

// The state: in the form while it is shown, in the address for others and for Back.
function asked() {
  const chosen = {};
  for (const [facet, box] of facets) chosen[facet] = [...box.querySelectorAll("input:checked")].map((input) => input.value);
  return { query: form.q.value, filters: chosen, sort: SORTS[form["sap-xep"].value] ?? "relevance" };
}

function address() {
  const fields = [...new FormData(form)].filter(([, value]) => value.trim());
  return location.pathname + (fields.length ? `?${new URLSearchParams(fields)}` : "");
}

function restore() {
  const fields = new URLSearchParams(location.search);
  form.q.value = fields.get("q") ?? "";
  form["sap-xep"].value = fields.get("sap-xep") in SORTS ? fields.get("sap-xep") : "";
  listUnits(fields.getAll("co-so").map((id) => [id, id]));
  for (const input of filters.querySelectorAll("input")) input.checked = fields.getAll(input.name).includes(input.value);
  wanted = history.state?.shown ?? PAGE;
  run();
}

// Typing is one step of the history, however many letters it has.
let typing = false;
function changed(typed = false) {
  if (address() !== location.pathname + location.search) history[typed && typing ? "replaceState" : "pushState"](null, "", address());
  typing = typed;
  wanted = PAGE;
  run();
}

let turn = 0;
let wanted = PAGE;
async function run(again = false) {
  const mine = ++turn;
  const request = asked();
  const query = request.query.trim();
  const none = query.length < 2 && !checked().length;
  $("found").hidden = none;
  $("browse").hidden = !none;
  if (none) return;
  showChips();
  try {
    const found = await engine.search(request);
    if (mine !== turn) return;
    // While the cards are on their way, count for the filters that can be seen.
    const open = filters.open ? [...facets].filter(([, box]) => box.open || box.querySelector("[hidden]")) : [];
    const counting = engine.search({ ...request, facets: open.map(([facet]) => facet) });
    counting.catch(() => {});
    const cards = await engine.cards(found.documents.slice(0, wanted));
    if (mine !== turn) return;
    $("count").textContent = many(found.total);
    help.replaceChildren();
    results.replaceChildren(...cards.map((card) => draw(card, found.terms)));
    showMore(found);
    if (!found.total) await suggest(request, mine);
    const { counts } = await counting;
    const units = await engine.units([...request.filters.upper, ...request.filters.unit.map((id) => id.split("/")[0])]);
    if (mine === turn) showCounts(counts, units);
  } catch {
    if (mine !== turn) return;
    start("reload");
    if (!again) return run(true);
    $("count").textContent = "";
    results.replaceChildren();
    more.hidden = true;
    help.replaceChildren(element("p", words.failed), button(words.again, () => run()));
  }
}

function draw(card, terms) {
  const item = $("card").content.cloneNode(true).firstElementChild;
  const link = item.querySelector("a");
  link.href = `${root}sang-kien/${card.id}.html`;
  link.append(...marked(card.title, terms));
  item.querySelector(".summary").append(...marked(card.summary, terms));
  item.querySelector(".unit").append(...marked(card.unit, terms));
  const word = filters.querySelector(card.kind ? `[name=loai][value="${card.kind}"]` : `[name=linh-vuc][value="${card.field}"]`);
  item.querySelector(".tag").textContent = word ? labelOf(word) : "";
  item.querySelector(".date").textContent = card.date ? day.format(new Date(card.date)) : "";
  item.querySelector(".benefit").textContent = money(card.benefit);
  return item;
}

function money(vnd) {
  if (vnd === null) return words.social;
  const [scale, text] = vnd >= 1e9 ? [1e9, words.billion] : vnd >= 1e6 ? [1e6, words.million] : [1, words.dong];
  const n = vnd / scale;
  return fill(text, { n: n >= 100 ? number.format(Math.round(n)) : amount.format(n) });
}

// The text with what was asked for in <mark>; of a word with diacritics only what has the same ones.
function marked(text, terms) {
  const parts = text.normalize().split(RUNS);
  const hits = new Set();
  for (const term of terms) {
    const least = term.form === term.key ? 1 : 4;
    parts.forEach((part, at) => at % 2 && agreement(term, formOf(part), fold(part)) >= least && hits.add(at));
  }
  const nodes = [];
  for (let at = 0; at < parts.length; at++) {
    if (!hits.has(at)) {
      nodes.push(parts[at]);
      continue;
    }
    let run = parts[at];
    while (parts[at + 1] === " " && hits.has(at + 2)) run += ` ${parts[(at += 2)]}`;
    nodes.push(element("mark", run));
  }
  return nodes;
}

function showMore({ total, documents, terms }) {
  const drawn = results.children.length;
  const rest = Math.min(PAGE, total - drawn);
  more.hidden = rest <= 0;
  more.textContent = fill(words.more, { n: rest });
  more.onclick = async () => {
    const items = (await engine.cards(documents.slice(drawn, drawn + PAGE))).map((card) => draw(card, terms));
    results.append(...items);
    items[0].querySelector("a").focus();
    wanted = drawn + items.length;
    history.replaceState({ shown: wanted }, "");
    showMore({ total, documents, terms });
  };
}

function showChips() {
  const chosen = checked();
  const drop = (inputs) => {
    for (const input of inputs) input.checked = false;
    changed();
    form.q.focus();
  };
  chips.replaceChildren(
    ...chosen.map((input) => button(`${labelOf(input)} ✕`, () => drop([input]), fill(words.remove, { name: labelOf(input) }))),
  );
  if (chosen.length > 1) chips.append(button(words.clear, () => drop(chosen)));
}

function showCounts(counts, units) {
  listUnits(units.ids.map((id) => [id, units.names[id]]), counts.unit);
  for (const [facet, ids] of Object.entries(counts)) {
    for (const input of facets.get(facet).querySelectorAll("input")) {
      const n = ids[input.value] ?? 0;
      input.parentElement.hidden = !n && !input.checked;
      input.parentElement.lastElementChild.textContent = number.format(n);
    }
  }
  showChips();
}

// The grassroots unions that can be chosen, the most frequent first; they come with their upper-level union.
function listUnits(units, counts = {}) {
  const box = facets.get("unit");
  const chosen = new Set([...box.querySelectorAll("input:checked")].map((input) => input.value));
  const labels = units.map(([value, name]) => {
    const label = element("label", "");
    label.append(
      Object.assign(element("input", ""), { type: "checkbox", name: box.dataset.name, value, checked: chosen.has(value) }),
      Object.assign(element("span", name), { lang: "vi" }), element("small", ""),
    );
    return [label, counts[value] ?? 0];
  });
  labels.sort(([, a], [, b]) => b - a);
  const focused = box.contains(document.activeElement) ? document.activeElement.value : null;
  box.lastElementChild.replaceChildren(...labels.map(([label]) => label));
  for (const input of box.querySelectorAll("input")) if (input.value === focused) input.focus();
}

// Nothing was found: what would be, without the filters or without one of the words.
async function suggest(request, mine) {
  const query = request.query.trim().split(/\s+/);
  const ways = query.length < 2 || query.length > 6 ? [] : query.map((word, at) => [
    (n) => fill(words.shorter, { word, n }), { query: query.toSpliced(at, 1).join(" ") },
  ]);
  if (checked().length) ways.unshift([(n) => fill(words.unfiltered, { n }), { filters: {} }]);
  const found = await Promise.all(ways.map(([, change]) => engine.search({ ...request, ...change })));
  if (mine !== turn) return;
  const offers = ways.flatMap(([text, change], at) => found[at].total ? button(text(many(found[at].total)), () => {
    if (change.filters) for (const input of checked()) input.checked = false;
    form.q.value = change.query ?? form.q.value;
    changed();
    form.q.focus();
  }) : []);
  $("count").textContent = words.none;
  help.replaceChildren(element("p", words.tip), ...offers);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
let soon;
form.q.addEventListener("input", () => {
  // A keystroke of a Vietnamese keyboard is several events.
  clearTimeout(soon);
  soon = setTimeout(changed, 20, true);
});
form.addEventListener("change", (event) => {
  if (event.target === form.q) return;
  if (event.target.name === "don-vi" && !event.target.checked)
    for (const input of facets.get("unit").querySelectorAll("input:checked"))
      if (input.value.startsWith(`${event.target.value}/`)) input.checked = false;
  changed();
});
// Opening filters asks for their counts.
filters.addEventListener("toggle", (event) => event.target.open && run(), true);
form.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(event.target);
  if (!step || (at < 0 && (event.target !== form.q || step < 0))) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? form.q : links[at]))?.focus();
});
addEventListener("popstate", restore);

for (const input of form["sap-xep"]) input.disabled = false;
filters.open = matchMedia("(min-width:60rem)").matches;
start();
restore();
