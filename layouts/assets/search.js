// Searches while the reader types, with the indexes that the build wrote to /pagefind/; these are not loaded before first use.
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
const browse = document.querySelector(".search-browse");
const title = document.querySelector("title");
const PAGE = 10;
const failure = element("p", { className: "search-note", role: "alert", textContent: words.failed });

// The title as the page was served: audience measurement receives this one, so that queries stay private.
title.dataset.served = title.textContent;

let engine;
let timer;
let saying;
let turn = 0;
let found = [];
let shown = 0;
/** The query in the address. */
let asked = queryOf(location);
/** Whether the reader may go back to that query: not to one that is still being typed. */
let settled = false;

/** Opens the indexes once; after a failure, the next use tries again. */
function load() {
  engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function start() {
  const { openIndexes } = await import(words.finder);
  const opened = await openIndexes({
    folders: words.index.split(" "),
    base: words.base,
    lang,
    spelling: words.spelling,
  });
  fill(opened.choices);
  return opened;
}

/** Removes the marks of build/search/words.ts, and restores the French spaces that Pagefind replaced with ordinary ones. */
function unmark(text) {
  const plain = text
    .replace(/\u2060(<\/mark>)? /g, "$1")
    .replace(/([oa])\u2060e/gi, (both, first) => ({ o: "œ", O: "Œ", a: "æ", A: "Æ" })[first])
    .replace(/\u2060(\d)/g, (both, digit) => "₀₁₂₃₄₅₆₇₈₉"[digit])
    .replaceAll("\u2060", "");
  return lang.startsWith("fr") ? plain.replace(/ ([:;!?»%])/g, "\u202f$1").replace(/« /g, "«\u202f") : plain;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Text with entities and `<mark>` → nodes, parsed in a document without a window, where nothing runs or loads. Pagefind may cut
 * an excerpt anywhere, even after an elided word, and its marks include the signs around a word.
 */
function excerpt(html) {
  const { body } = new DOMParser().parseFromString(
    unmark(html.trim().replace(/ \S+\u2060$/, "")),
    "text/html",
  );
  const before = /^\p{Lu}/u.test(body.textContent) ? "" : "… ";
  const after = /[.!?…]$/.test(body.textContent) ? "" : " …";
  const nodes = [...body.childNodes].flatMap(({ nodeName, textContent }) => {
    if (nodeName !== "MARK") return textContent;
    const [, opening, word, closing] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(textContent);
    if (word === "") return element("mark", { textContent });
    return [opening, element("mark", { textContent: word }), closing];
  });
  return [before, ...nodes, after];
}

/** The filters in use; before the index is loaded, those of a shared address. */
function chosen() {
  const values = selects.map((select) => [select.name, select.value || select.dataset.wanted || ""]);
  return Object.fromEntries(values.filter(([, value]) => value !== ""));
}

/** Fills each filter with its values and the number of results that each would leave. */
function fill(counts) {
  const order = new Intl.Collator(lang, { numeric: true });
  for (const select of selects) {
    const values = Object.entries(counts[select.name] ?? {}).filter(
      ([value, count]) => count > 0 || value === select.value,
    );
    values.sort(([a], [b]) => (select.name === "year" ? order.compare(b, a) : order.compare(a, b)));
    const kept = select.value || select.dataset.wanted || "";
    delete select.dataset.wanted;
    const options = values.map(([value, count]) => new Option(`${value} (${number(count)})`, value));
    select.replaceChildren(select.options[0], ...options);
    select.value = kept;
    if (select.selectedIndex < 0) select.value = "";
    select.parentElement.hidden = values.length === 0 && select !== document.activeElement;
  }
}

/** Hides the filters, except while one has focus, which would be lost. */
function hideFilters(unused) {
  filters.hidden = unused && !filters.contains(document.activeElement);
}

function number(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, words.thousands);
}

/** Later than what it is about: Orca drops a message that comes within 0.1 s of other changes, such as a new address. */
function say(...parts) {
  clearTimeout(saying);
  const { childNodes, textContent } = element("p", {}, ...parts);
  saying = setTimeout(() => {
    if (status.textContent !== textContent) status.replaceChildren(...childNodes);
  }, 150);
}

async function search() {
  const mine = ++turn;
  failure.remove();
  const waiting = setTimeout(() => mine === turn && say(words.loading), 400);
  try {
    keepAddress(settled);
    const { find } = await load();
    // Again: a filter value that the index does not know has been dropped.
    keepAddress(false);
    const typed = field.value.trim();
    const narrowed = chosen();
    if (typed === "" && Object.keys(narrowed).length === 0) return rest();
    const answer = await find(typed, narrowed);
    if (mine !== turn) return;
    fill(answer.counts);
    const outcome = await show(answer, typed, mine);
    clearTimeout(waiting);
    if (answer.partial && outcome) await offer(outcome, typed, mine);
  } catch (error) {
    console.error(error);
    if (mine === turn) fail();
  } finally {
    clearTimeout(waiting);
  }
}

/** Without a query: shows the other ways to find a text. */
function rest() {
  found = [];
  list.replaceChildren();
  list.hidden = more.hidden = true;
  hideFilters(Object.keys(chosen()).length === 0);
  browse.hidden = false;
  root.classList.remove("search-arriving");
  say("");
}

function fail() {
  rest();
  say(words.failed);
}

/** Shows the first results, and returns what is said of them. */
async function show({ results, partial }, typed, mine) {
  const first = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  found = results;
  shown = first.length;
  list.replaceChildren(...first.map(row));
  const n = results.length;
  list.hidden = n === 0;
  browse.hidden = n > 0;
  if (n === 0) root.classList.remove("search-arriving");
  hideFilters(selects.every(({ parentElement }) => parentElement.hidden));
  more.hidden = shown >= n;
  const outcome = n === 0 ? words.none : partial ? words.some : n === 1 ? words.one : words.many;
  // The query is included each time: an unchanged text is not read aloud.
  const about = typed === "" ? "" : words.about;
  const text = outcome
    .replace("{about}", about)
    .replace("{n}", number(n))
    .replace("{q}", () => typed);
  say(text);
  return text;
}

/** Suggests a correction after the outcome if words look mistyped. An owner's layout may lack the words for it. */
async function offer(outcome, typed, mine) {
  if (words.spelling === undefined) return;
  const { correct } = await load();
  const right = await correct(typed).catch(() => typed);
  if (mine !== turn || right === typed) return;
  const [before, after] = words.meant.split("{q}");
  const link = element("a", {
    href: `?${new URLSearchParams({ q: right, ...chosen() })}`,
    textContent: right,
  });
  say(`${outcome} ${before}`, link, after);
}

async function showMore() {
  const mine = turn;
  failure.remove();
  const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data())).catch(
    console.error,
  );
  if (mine !== turn) return;
  // The results and the button stay; the failure is shown beside the button, since the status is far above.
  if (next === undefined) return more.after(failure);
  shown += next.length;
  const rows = next.map(row);
  list.append(...rows);
  more.hidden = shown >= found.length;
  rows[0]?.querySelector("a").focus();
}

/** One result, in the markup of partials/post-list.njk. */
function row({ url, meta, excerpt: html, sub_results: parts }) {
  const article = element("article", {}, heading(url, unmark(meta.title)));
  if (meta.day) {
    const time = element("time", { dateTime: meta.day, textContent: meta.date });
    article.append(element("p", { className: "post-row-date" }, time));
  }
  article.append(element("p", { className: "post-row-description" }, ...excerpt(html)));
  const inside = parts.filter((part) => part.url.includes("#")).slice(0, 3);
  if (inside.length > 0) {
    const links = inside.map((part) =>
      element("li", {}, element("a", { href: part.url, textContent: unmark(part.title) })),
    );
    article.append(element("ul", { className: "search-parts" }, ...links));
  }
  if (meta.authors) article.append(element("p", { className: "post-row-authors" }, unmark(meta.authors)));
  if (meta.pictures || meta.picture) article.append(picture(meta));
  return element("li", { className: "post-row" }, article);
}

function heading(url, title) {
  const link = element("a", { href: url, textContent: title });
  return element("h2", { className: "post-row-title" }, link);
}

/** `pictures` are the files of a `srcset`; a drawing has one file, `picture`, for all sizes. */
function picture({ pictures, picture: path, width, height }) {
  const image = element("img", { className: "post-row-cover", alt: "", loading: "lazy", decoding: "async" });
  if (width && height) Object.assign(image, { width, height });
  if (pictures) return Object.assign(image, { sizes: "11rem", srcset: pictures });
  image.src = words.base + path.slice(1);
  return image;
}

function queryOf({ search }) {
  return new URLSearchParams(search).toString();
}

/**
 * Puts the query into the address and the title, so that it can be shared, bookmarked and told from others. `beside` keeps the
 * previous address in the history.
 */
function keepAddress(beside) {
  const parameters = new URLSearchParams(chosen());
  const typed = field.value.trim();
  // When readers come back to a page, Safari resets a field without suggestions to this value.
  field.defaultValue = typed;
  const all = typed === "" ? parameters : new URLSearchParams([["q", typed], ...parameters]);
  const text = all.toString();
  const isNext = beside && text !== asked;
  // After a step back the address is right already, and the reader may be on the way further back.
  if (text !== queryOf(location))
    history[isNext ? "pushState" : "replaceState"](null, "", text === "" ? location.pathname : `?${text}`);
  if (isNext) settled = false;
  asked = text;
  document.title = typed === "" ? title.dataset.served : `${typed} – ${title.dataset.served}`;
}

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  // What a reader typed before this script ran takes precedence.
  const typed = parameters.get("q");
  if (typed !== null && !(document.activeElement === field && field.value !== "")) field.value = typed;
  for (const select of selects) {
    const wanted = parameters.get(select.name) ?? "";
    select.dataset.wanted = wanted;
  }
  return field.value.trim() !== "" || selects.some(({ dataset }) => dataset.wanted !== "");
}

/** Searches for a complete query, not one that is still being typed. */
function settle() {
  clearTimeout(timer);
  void search();
  settled = true;
}

/** The link on every page leads to the field. Safari then focuses it without a caret: what is typed would be lost. */
function giveCaret() {
  if (document.activeElement === field && field.value === "") field.select();
}

function begin() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle();
  });
  addEventListener("popstate", () => {
    if (queryOf(location) === asked) return;
    asked = queryOf(location);
    field.value = "";
    for (const select of selects) select.value = "";
    readAddress();
    settle();
  });
  field.addEventListener("input", () => {
    root.classList.remove("search-arriving");
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  field.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
  field.addEventListener("focus", giveCaret);
  giveCaret();
  for (const select of selects)
    select.addEventListener("change", () => {
      settled = true;
      settle();
    });
  more.addEventListener("click", showMore);
  if (!readAddress()) return;
  browse.hidden = true;
  // Readers who follow a shared address see its filters.
  filters.open = selects.some(({ dataset }) => dataset.wanted !== "");
  root.classList.add("search-arriving");
  settle();
}

// Until here, it says what to do if this script does not come.
status.replaceChildren();
if (words.indexed === "true") begin();
else say(words.unindexed);
