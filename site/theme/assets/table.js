// Sorts a table marked data-sort by the column whose heading is pressed; a long one is folded and its names
// can be looked for. Without this script a table stays whole, in the order of the page.
const SHOWN = 25; // rows of a folded table
const collator = new Intl.Collator("vi");
const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
const make = (name, properties) => Object.assign(document.createElement(name), properties);

for (const table of document.querySelectorAll("table[data-sort]")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const show = table.dataset.all ? folded(table, body) : () => {};
  headings.forEach((heading, column) => {
    const button = make("button", { type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") !== "descending";
      // Numbers start with the largest, names and places with the first.
      const numbers = "value" in (body.rows[0]?.cells[column].dataset ?? {});
      const first = heading.hasAttribute("aria-sort") ? down : numbers;
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", first ? "descending" : "ascending");
      body.append(...[...body.rows].sort((a, b) => (first ? -1 : 1) * compare(a.cells[column], b.cells[column])));
      show();
    });
  });
}

// Gives a table a field for a name and a button for its other rows; returns what shows the right rows.
function folded(table, body) {
  const { find, all } = table.dataset;
  const field = make("input", { type: "search", placeholder: find, ariaLabel: find, className: "sift" });
  const more = make("button", { type: "button", textContent: all, className: "button plain" });
  const names = new Map([...body.rows].map((row) => [row, fold(row.querySelector("a, b").textContent)]));
  let whole = false;
  function show() {
    const wanted = fold(field.value.trim());
    let number = 0;
    for (const row of body.rows) row.hidden = !names.get(row).includes(wanted) || (!whole && number++ >= SHOWN);
    more.hidden = whole || number <= SHOWN;
  }
  field.addEventListener("input", show);
  more.addEventListener("click", () => {
    whole = true;
    show();
    body.rows[SHOWN].querySelector("a")?.focus();
  });
  table.parentElement.before(field);
  table.parentElement.after(more);
  show();
  return show;
}

function compare(a, b) {
  if ("value" in a.dataset) return Number(a.dataset.value) - Number(b.dataset.value);
  const [left, right] = [a.textContent.trim(), b.textContent.trim()];
  const [x, y] = [Number(left), Number(right)];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    // A union without a place stands last.
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return collator.compare(left, right);
  }
  return x - y;
}
