// Puts two to four unions of the page's table side by side. Which ones is in the address (?don-vi=a,b), so that
// a choice can be shared and Back understands it.
const form = document.querySelector("#compare");
const table = document.querySelector("#chosen");
const all = document.querySelector("#all");
const status = form.querySelector("[role=status]");
const selects = [...form.querySelectorAll("select")];
const rows = new Map([...all.tBodies[0].rows].map((row) => [row.dataset.union, row]));
const known = (ids) => [...new Set(ids)].filter((id) => rows.has(id)).slice(0, selects.length);

function show() {
  const ids = known((new URLSearchParams(location.search).get("don-vi") ?? "").split(","));
  selects.forEach((select, number) => (select.value = ids[number] ?? ""));
  const chosen = ids.map((id) => [...rows.get(id).cells]);
  const { few, said } = form.dataset;
  status.textContent = ids[1] ? said.replace("{names}", chosen.map(([name]) => name.textContent).join(", ")) : ids[0] ? few : "";
  table.hidden = !ids[1];
  table.tHead.replaceChildren();
  table.tBodies[0].replaceChildren();
  [...all.tHead.rows[0].cells].forEach((heading, column) => {
    const row = (column ? table.tBodies[0] : table.tHead).insertRow();
    const first = document.createElement("th");
    first.textContent = heading.textContent;
    row.append(first, ...chosen.map((cells) => cells[column].cloneNode(true)));
    for (const cell of row.querySelectorAll("th")) cell.scope = column ? "row" : "col";
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const ids = known(selects.map((select) => select.value));
  history.pushState(null, "", ids[0] ? `?don-vi=${ids}` : location.pathname);
  show();
  if (!ids[0]) status.textContent = form.dataset.few;
});
addEventListener("popstate", show);
form.hidden = false;
show();
