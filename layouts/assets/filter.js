// Narrows an index of cards down to those that name the chosen terms. The choice is in the address; the cards of the other pages
// of a long index are fetched when something is chosen.
const form = document.querySelector(".card-filters");
const status = form.querySelector("[role=status]");
const chosen = () => [...new FormData(form)].filter(([, value]) => value !== "");
let whole;

/** The cards of the pages after this one, under the headings that they have there. */
async function fetchOthers() {
  let next = document.querySelector(".pagination [rel=next]")?.href;
  const list = document.querySelector(".card-filters ~ .row:last-of-type");
  let last = list;
  while (next) {
    const page = new DOMParser().parseFromString(await (await fetch(next)).text(), "text/html");
    for (const row of page.querySelectorAll("main .row")) {
      last.after(row);
      last = row;
    }
    next = page.querySelector(".pagination [rel=next]")?.href;
  }
}

async function apply() {
  const values = chosen().map(([, value]) => value);
  if (values.length > 0 && document.querySelector(".pagination")) await (whole ??= fetchOthers());
  const pagination = document.querySelector(".pagination");
  if (pagination) pagination.hidden = values.length > 0;
  const seen = new Set();
  const shown = new Set();
  for (const row of document.querySelectorAll("main .row")) {
    const cards = [...row.querySelectorAll("[data-names]")];
    for (const card of cards) {
      const names = card.dataset.names.split(" ");
      const address = card.querySelector("a").href;
      card.hidden = !values.every((value) => names.includes(value));
      seen.add(address);
      if (!card.hidden) shown.add(address);
    }
    row.hidden = cards.length > 0 && cards.every((card) => card.hidden);
  }
  status.textContent =
    values.length === 0
      ? ""
      : form.dataset.shown.replace("{n}", String(shown.size)).replace("{all}", String(seen.size));
}

const query = new URLSearchParams(location.search);
for (const [name, value] of query) {
  const select = form.elements.namedItem(name);
  if (select instanceof HTMLSelectElement) select.value = value;
}
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  const address = new URL(location.href);
  address.search = String(new URLSearchParams(chosen()));
  history.replaceState(null, "", address);
  void apply();
});
void apply();
