// Searches while the reader types, with the index that the build wrote to /pagefind/ (https://pagefind.app/docs/api/).
// Results are built node by node: of the markup in the index, only `<mark>` becomes an element.
const root = document.querySelector("[data-search]");
const { lang } = document.documentElement;
const words = root.dataset;
const form = root.querySelector("form");
const field = form.elements.namedItem("q");
const status = root.querySelector("[role=status]");
const filters = root.querySelector(".search-filters");
const selects = [...root.querySelectorAll("select")];
const list = root.querySelector(".search-results");
const more = root.querySelector(".search-more");
const title = document.querySelector("title");
const number = new Intl.NumberFormat(lang);
const PAGE = 10;

// The title as the page was served: audience measurement receives this one, so that queries stay private.
title.dataset.served = title.textContent;

let engine;
let found = [];
let saying;

/** Opens the indexes once, of which a large site has several; after a failure, the next use tries again. */
function load() {
  engine ??= open();
  engine.catch(() => (engine = undefined));
  return engine;
}

async function open() {
  const [first, ...others] = words.index.split(" ");
  const pagefind = await import(`${first}pagefind.js`);
  const options = { baseUrl: words.base, excerptLength: 28, excerptEllipsis: "…" };
  await pagefind.destroy();
  // In a worker, WebAssembly would need a separate policy for the worker's file.
  await pagefind.options({ ...options, noWorker: true });
  await Promise.all(others.map((folder) => pagefind.mergeIndex(folder, options)));
  // Results are counted by filter only once these are loaded.
  await pagefind.filters();
  return pagefind;
}

const ELIDED = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;

/**
 * What Pagefind looks for: `l’œuvre` → `oeuvre`, as build/search/documents.ts writes it, and without the words of a language that
 * every text has: Pagefind would find all words that begin with them. Quotation marks ask for words as they are, in their order.
 */
function query(typed) {
  const spelled = typed
    .normalize("NFC")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/[“”„«»]/g, '"');
  const parted = lang.startsWith("fr") ? spelled.replace(ELIDED, "$& ") : spelled;
  if (/^".+"$/s.test(parted)) return parted;
  const common = words.common.split(" ");
  const rare = parted
    .split(/\s+/)
    .filter((word) => !/['’]$/.test(word) && !common.includes(word.toLowerCase()));
  return rare.join(" ") || parted;
}

/** Removes the marks of build/search/documents.ts, and restores the French spaces that Pagefind replaced with ordinary ones. */
function unmark(text) {
  const plain = text
    .replace(/\u2060(<\/mark>)? /g, "$1")
    .replace(/([oa])\u2060e/gi, (_, first) => ({ o: "œ", O: "Œ", a: "æ", A: "Æ" })[first])
    .replace(/\u2060(\d)/g, (_, digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);
  return lang.startsWith("fr") ? plain.replace(/ ([:;!?»%])/g, "\u202f$1").replace(/« /g, "«\u202f") : plain;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Text with entities and `<mark>` → nodes, parsed in a document without a window, where nothing runs or loads. */
function excerpt(html) {
  const { body } = new DOMParser().parseFromString(unmark(html), "text/html");
  return [...body.childNodes].map(({ nodeName, textContent }) =>
    nodeName === "MARK" ? element("mark", { textContent }) : textContent,
  );
}

/** One result, in the markup of partials/post-list.njk. */
function row({ url, meta, excerpt: html, sub_results: parts }) {
  const article = element("article", {}, element("h2", { className: "post-row-title" }));
  article.firstChild.append(element("a", { href: url, textContent: unmark(meta.title) }));
  if (meta.day) {
    const time = element("time", { dateTime: meta.day, textContent: meta.date });
    article.append(element("p", { className: "post-row-date" }, time));
  }
  article.append(element("p", { className: "post-row-description" }, ...excerpt(html)));
  const inside = parts.filter((part) => part.url.includes("#")).slice(0, 3);
  if (inside.length > 0) {
    const links = inside.map((part) => element("a", { href: part.url, textContent: unmark(part.title) }));
    const items = links.map((link) => element("li", {}, link));
    article.append(element("ul", { className: "search-parts" }, ...items));
  }
  if (meta.authors) article.append(element("p", { className: "post-row-authors" }, unmark(meta.authors)));
  return element("li", { className: "post-row" }, article);
}

/** The filters in use. */
const chosen = () =>
  Object.fromEntries(selects.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]));

/** Fills each filter with its values, and the number of results that each would leave. */
function fill({ filters: left, totalFilters: all }) {
  const order = new Intl.Collator(lang, { numeric: true });
  for (const select of selects) {
    const counts = Object.entries((select.value === "" ? left : all)[select.name] ?? {});
    const values = counts.filter(([value, count]) => count > 0 || value === select.value);
    values.sort(([a], [b]) => (select.name === "year" ? order.compare(b, a) : order.compare(a, b)));
    const { value } = select;
    const options = values.map(([one, count]) => new Option(`${one} (${number.format(count)})`, one));
    select.replaceChildren(select.options[0], ...options);
    select.value = value;
    select.parentElement.hidden = values.length === 0;
  }
}

/** Later than what it is about: Orca drops a message that comes within 0.1 s of other changes, such as a new address. */
function say(text, after = 150) {
  clearTimeout(saying);
  saying = setTimeout(() => (status.textContent = text), after);
}

/** Searches after `pause` milliseconds, unless the reader goes on typing. */
async function search(pause) {
  const typed = field.value.trim();
  const filters = chosen();
  keepAddress(typed, filters);
  if (typed === "" && Object.keys(filters).length === 0) return show([], [], "");
  say(words.loading, 400);
  try {
    const pagefind = await load();
    const answer = await pagefind.debouncedSearch(typed === "" ? null : query(typed), { filters }, pause);
    if (answer === null) return;
    const rows = await rowsOf(answer.results.slice(0, PAGE));
    if (typed !== field.value.trim()) return;
    show(answer.results, rows, outcome(answer.results.length, typed));
    fill(answer);
  } catch (error) {
    console.error(error);
    show([], [], words.failed);
  }
}

const rowsOf = async (results) => (await Promise.all(results.map((result) => result.data()))).map(row);

/** The query is included each time: an unchanged text is not read aloud. */
function outcome(n, typed) {
  const about = typed === "" ? "" : words.about.replace("{q}", () => typed);
  const text = n === 0 ? words.none : n === 1 ? words.one : words.many;
  return text.replace("{about}", () => about).replace("{n}", number.format(n));
}

function show(results, rows, text) {
  found = results;
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  filters.hidden = list.hidden && Object.keys(chosen()).length === 0;
  more.hidden = rows.length >= results.length;
  say(text);
}

async function showMore() {
  const results = found;
  const shown = list.childElementCount;
  const rows = await rowsOf(results.slice(shown, shown + PAGE));
  if (results !== found) return;
  list.append(...rows);
  more.hidden = list.childElementCount >= found.length;
  rows[0]?.querySelector("a").focus();
}

/** Puts the query into the address and the title, so that it can be shared, bookmarked and told from others. */
function keepAddress(typed, filters) {
  const parameters = new URLSearchParams({ ...(typed !== "" && { q: typed }), ...filters });
  // When readers come back to a page, Safari resets a field without suggestions to this value.
  field.defaultValue = typed;
  history.replaceState(null, "", parameters.size === 0 ? location.pathname : `?${parameters}`);
  document.title = typed === "" ? title.dataset.served : `${typed} – ${title.dataset.served}`;
}

const parameters = new URLSearchParams(location.search);
// What a reader typed before this script ran takes precedence.
if (field.value === "") field.value = parameters.get("q") ?? "";
for (const select of selects) {
  const value = parameters.get(select.name);
  if (value) select.add(new Option(value, value, true, true));
  select.addEventListener("change", () => search(0));
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void search(0);
});
field.addEventListener("input", () => search(150));
field.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
more.addEventListener("click", () => showMore().catch(() => say(words.failed)));
// The link on every page leads to the field. Safari then focuses it without a caret: what is typed would be lost.
if (document.activeElement === field && field.value === "") field.select();

filters.open = Object.keys(chosen()).length > 0;
if (field.value !== "" || filters.open) void search(0);
