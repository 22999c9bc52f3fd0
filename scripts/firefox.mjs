// Visits the default site in Firefox, since all other tests use Chromium: home, an article and its video, a search, and back.
// Watches the console, so that anything blocked by the policy of `_headers` is a failure.
// usage: npm run firefox [-- FOLDER]   (a built default site; needs Firefox)
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { openFirefox } from "./marionette.mjs";
import { buildDefaultSite, serveBuiltSite, typedFolders } from "./serve.mjs";

const WIDTH = 480;
const DARK = "rgb(22, 19, 29)";
const FILM = "blog/2026/03/24/videos/";
const FIRST = 'main a[href*="/blog/2"]';

const program = firefoxHere();
if (program === undefined) {
  console.error("Firefox is missing: apt-get install -y firefox-esr, or name one with FIREFOX_PATH.");
  process.exit(3);
}
const [named] = typedFolders();
if (named !== undefined && !existsSync(join(named, "_headers"))) {
  console.error(`There is no built site in ${named}.`);
  process.exit(2);
}

const { site, remove } = named === undefined ? buildDefaultSite() : { site: named, remove: () => {} };
const { url, close } = await serveBuiltSite(site);
const firefox = await openFirefox(program);
let faults = 0;
try {
  await firefox.resize(WIDTH, 800);
  await firefox.inBrowser("Services.console.reset()");
  for (const step of [atHome, inAnArticle, inTheSearch, inTheDark, onADisk])
    await step().catch((error) => check(step.name, error.message, undefined));
  for (const said of await faultsOnConsole()) check("nothing is refused or fails", said, undefined);
} finally {
  await firefox.close();
  close();
  remove();
}
console.log(`${faults} faults`);
process.exit(faults > 0 ? 1 : 0);

async function atHome() {
  await firefox.go(url);
  check(
    "the home page has its title",
    await firefox.evaluate("return document.title"),
    "Le carnet du programme",
  );
  check("it is no wider than the window", await firefox.evaluate(widest()), 0);
}

async function inAnArticle() {
  await firefox.evaluate(`document.querySelector('${FIRST}').click()`);
  await until("its first link leads to an article", "document.querySelector('.prose') !== null");
  await firefox.go(url + FILM);
  check("the article is no wider than the window", await firefox.evaluate(widest()), 0);
  const asked = `return performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => !name.startsWith(location.origin)).concat([...document.querySelectorAll("iframe")]).length`;
  check("nothing is asked of others", await firefox.evaluate(asked), 0);
  await until(
    "the button of a player shows",
    "document.querySelector('.player-start:not([hidden])') !== null",
  );
  await firefox.click(".player-button");
  await until(
    "a press on it brings the player, and the focus",
    "document.activeElement.localName === 'iframe'",
  );
}

async function inTheSearch() {
  await firefox.click(".search-link");
  await until("the lens leads to the search", "document.querySelector('.search-field') !== null");
  await firefox.type(".search-field", "typographie");
  const found = "document.querySelector('.search-results > li a') !== null";
  await until("a word finds texts as it is typed", found);
  await firefox.evaluate("document.querySelector('.search-results a').click()");
  await until("the first leads to its text", "document.querySelector('.prose') !== null");
  await firefox.back();
  await until("back are the results", found);
  const word = await firefox.evaluate("return document.querySelector('.search-field').value");
  check("and the word", word, "typographie");
  await firefox.go(`${url}recherche/?q=typograhpie`);
  await until("a mistyped word is offered another", "document.querySelector('.search-status a') !== null");
}

async function inTheDark() {
  await firefox.go(url);
  await firefox.go(`${url}blog/`);
  await firefox.click(".theme-switch");
  await firefox.back();
  const ground = await firefox.evaluate("return getComputedStyle(document.body).backgroundColor");
  check("the dark theme holds on the page before", ground, DARK);
}

async function onADisk() {
  await firefox.go(pathToFileURL(join(site, "index.html")).href);
  const styled = "getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'";
  await until("a page opened from a disk has its styles", styled);
  await firefox.evaluate(`document.querySelector('${FIRST}').click()`);
  await until("and its links", "document.querySelector('.prose') !== null");
}

/** How far the content of a page extends beyond the window, in pixels. */
function widest() {
  return `return Math.max(0, document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelectorAll("h1, h2, p, li, figure, form, input, button, .table-scroll, pre")]
      .map((one) => Math.round(one.getBoundingClientRect().right - innerWidth)))`;
}

/** Errors, and what the policy blocked, on pages of the site; warnings are about features of other browsers. */
function faultsOnConsole() {
  return firefox.inBrowser(`return Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError)
    .filter(({ sourceName, flags, category }) => sourceName.startsWith(${JSON.stringify(url)}) &&
      (category.startsWith("CSP") || !(flags & Ci.nsIScriptError.warningFlag)))
    .map(({ errorMessage, sourceName }) => errorMessage + " (" + sourceName + ")")`);
}

async function until(what, condition) {
  const wanted = `return ${condition}`;
  for (let waited = 0; waited < 10_000; waited += 100) {
    if (await firefox.evaluate(wanted).catch(() => false)) return check(what, true, true);
    await delay(100);
  }
  check(what, false, true);
}

function check(what, found, wanted) {
  if (found === wanted) return console.log(`   ${what}`);
  faults += 1;
  console.log(`!! ${what}: ${JSON.stringify(found)}`);
}

function firefoxHere() {
  const named = process.env.FIREFOX_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const all = ["firefox-esr", "firefox"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return (named === undefined ? all : [named]).find((file) => existsSync(file));
}
