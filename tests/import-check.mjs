// Imports a real blog and three whole sites, builds them, and checks that they keep every address and every word.
// Addresses and words are computed here from the files of the blog, as Jekyll does, not taken from the import's own report.
// usage: node tests/import-check.mjs CORPUS_FOLDER
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const source = join(resolve(process.argv[2] ?? ""), "site-eig");
const command = resolve(import.meta.dirname, "../dist/cli/main.js");
const scratch = mkdtempSync(join(tmpdir(), "carnet-import-"));
const dest = join(scratch, "site");
const failures = [];
let checks = 0;
const check = (what, good) => {
  checks += 1;
  if (!good) failures.push(what);
};
const carnet = (...args) =>
  spawnSync(process.execPath, [command, ...args, "--now", "2026-06-01T12:00:00Z"], { encoding: "utf8" });

/** `18-02-27-titre.md` was published at `/blog/2018/02/27/titre.html`; drafts were not. */
function oldTexts() {
  const of = (folder, prefix) =>
    readdirSync(join(source, folder)).flatMap((name) => {
      const [, year, month, day, slug] = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.md$/.exec(name) ?? [];
      if (slug === undefined) return [];
      const date = `${year.padStart(4, "20")}/${month.padStart(2, "0")}/${day.padStart(2, "0")}`;
      return { file: join(folder, name), address: `${prefix}/blog/${date}/${slug}.html` };
    });
  return [...of("_posts", ""), ...of("en/_posts", "/en")];
}

/** The words of four letters or more: typography may change what is between shorter ones. */
const wordsIn = (text) => new Set(text.normalize("NFC").match(/\p{L}{4,}/gu) ?? []);

/** What readers see of Markdown: neither tags, HTML nor addresses. */
const shown = (markdown) =>
  markdown
    .replace(/^---\n[^]*?^---$/m, "")
    .replace(/\{%[^]*?%\}|<[^>]*>|^```.*$/gm, " ")
    .replace(/\]\([^)]*\)|https?:\/\/\S+|&#?\w+;/g, " ");

const texts = oldTexts();
check(`${texts.length} published posts`, texts.length === 18);
const run = carnet("import", "jekyll", source, dest, "--format", "json", "--quiet");
check(`is imported (status ${run.status})\n${run.stderr}`, run.status === 0);
const report = JSON.parse(run.stdout);
const { read, posts, drafts, refused } = report.counts;
check(
  `counts every text: ${JSON.stringify(report.counts)}`,
  read === 20 && posts === 18 && drafts === 2 && refused === 0,
);
check(`${report.words.lost} words lost`, report.words.lost === 0 && report.words.before > 20_000);
const built = carnet("build", "--site", dest, "--quiet");
check(`builds (status ${built.status})\n${built.stdout}${built.stderr}`, built.status === 0);
for (const { file, address } of texts) {
  const page = join(dest, "_site", address);
  check(`${address} answers`, existsSync(page));
  if (!existsSync(page)) continue;
  const html = readFileSync(page, "utf8").replace(/<(?:script|style)\b[^]*?<\/(?:script|style)>/g, "");
  const alternatives = (html.match(/\b(?:alt|title)="[^"]*"/g) ?? []).join(" ");
  // A tag may be inside a word, or between two.
  const there = wordsIn(
    [html.replace(/<[^>]*>/g, ""), html.replace(/<[^>]*>/g, " "), alternatives].join(" "),
  );
  const lost = [...wordsIn(shown(readFileSync(join(source, file), "utf8")))].filter(
    (word) => !there.has(word),
  );
  check(`${file}: ${lost.join(" ")}`, lost.length === 0);
}
const feed = readFileSync(join(dest, "_site/feed.xml"), "utf8");
check("the feed has entries", (feed.match(/<entry>/g) ?? []).length > 2);

/** Template code that readers see on the pages of a site: not in code, nor in comments. */
function visibleCode(site) {
  const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
  return pages.filter((name) => {
    const html = readFileSync(join(site, name), "utf8");
    const shown = html.replace(/<!--[^]*?-->|<(script|style|pre|code)\b[^]*?<\/\1>|<[^>]*>/g, "");
    return /\{%|\{\{/.test(shown);
  });
}
const shownOf = (name, site) => {
  const pages = visibleCode(site);
  check(`${name}: template code is seen on ${pages.length} pages: ${pages[0]}`, pages.length === 0);
};
shownOf("site-eig", join(dest, "_site"));

/** Whole sites: kind, folder, and the lists of their old addresses, with where they are now. */
const MOVED = [
  ["hugo", "eig-v3/site", { "eig-v3": "" }],
  ["hugo", "cds", { "cds-en": "", "cds-fr": "/fr" }],
  ["eleventy", "18f", { "18f": "" }],
];
for (const [kind, folder, lists] of MOVED) {
  const to = join(scratch, folder.replace("/", "-"));
  const moved = carnet("import", kind, join(source, "../moved", folder), to, "--format", "json", "--quiet");
  check(`${folder} is imported (status ${moved.status})\n${moved.stderr}`, moved.status === 0);
  const { words: counted, taxonomies } = JSON.parse(moved.stdout);
  if (folder === "eig-v3/site") checkProgramme(taxonomies, to);
  check(`${folder}: ${counted.lost} words lost`, counted.lost === 0);
  const { status, stdout, stderr } = carnet("build", "--site", to, "--no-search", "--quiet");
  check(`${folder} builds (status ${status})\n${stdout}${stderr}`, status === 0);
  shownOf(folder, join(to, "_site"));
  for (const [list, prefix] of Object.entries(lists)) {
    const addresses = readFileSync(join(source, `../moved/${list}.addresses.txt`), "utf8")
      .trim()
      .split("\n");
    const missing = addresses.filter((address) => !existsSync(join(to, "_site", prefix, address)));
    check(`${list}: ${missing.length} of ${addresses.length} missing: ${missing[0]}`, missing.length === 0);
  }
}

/** The model programme: projects, cohorts and people come over as such, and name each other. */
function checkProgramme(taxonomies, to) {
  const terms = Object.fromEntries(taxonomies.map(({ name, terms: count }) => [name, count]));
  const expected = { defis: 131, promos: 8, themes: 27, expertises: 11 };
  for (const [name, count] of Object.entries(expected))
    check(`eig-v3: ${terms[name]} terms of ${name} instead of ${count}`, terms[name] === count);
  const people = readdirSync(join(to, "content/people"));
  check(`eig-v3: ${people.length} people instead of 431`, people.length === 431);
  const naming = people.filter((file) =>
    /^defis:/m.test(readFileSync(join(to, "content/people", file), "utf8")),
  );
  check(`eig-v3: ${naming.length} people name a project`, naming.length >= 416);
}

rmSync(scratch, { recursive: true, force: true });
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`${checks - failures.length} of ${checks} checks on imported sites passed`);
process.exit(failures.length === 0 ? 0 : 1);
