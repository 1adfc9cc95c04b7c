// Sorts a table marked data-sort by the column whose heading is pressed. Without this script the table
// stays in the order of the page.
const collator = new Intl.Collator("vi");

for (const table of document.querySelectorAll("table[data-sort]")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
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
    });
  });
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
