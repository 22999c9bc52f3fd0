// Builds real blogs, placed in a site root as their owner would, and checks the output.
// usage: node tests/corpus-check.mjs CORPUS_FOLDER   (a seed post, and a Jekyll blog with its pictures)
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { filesBelow } from "../scripts/files.mjs";
import { placeSeed, placeSiteEig } from "./corpus.mjs";

const corpus = resolve(process.argv[2] ?? "");
const carnet = resolve(import.meta.dirname, "../dist/cli/main.js");
const scratch = mkdtempSync(join(tmpdir(), "carnet-corpus-"));
const failures = [];
let checks = 0;
const check = (what, good) => {
  checks += 1;
  if (!good) failures.push(what);
};

const NOW = ["--now", "2026-06-01T12:00:00Z"];
function build(site, args = [], env = {}) {
  const run = spawnSync(process.execPath, [carnet, "build", "--site", site, "--quiet", ...NOW, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  check(`${basename(site)}: builds (status ${run.status})\n${run.stdout}${run.stderr}`, run.status === 0);
  return run;
}
const digest = (folder) => {
  const hash = createHash("sha256");
  for (const file of filesBelow(folder)) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
};
const page = (site, path) => {
  const file = join(site, "_site", path);
  check(`${basename(site)}: ${path} exists`, existsSync(file));
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Checks that every picture of a page is offered in a modern format and a fallback, has its size reserved, and names files that exist. */
function pictures(name, site, html) {
  const images = html.match(/<img\b[^>]*>/g) ?? [];
  const offered = html.match(/<picture><source type="image\/webp"[^>]*><img\b[^>]*><\/picture>/g) ?? [];
  check(
    `${name}: ${offered.length} of ${images.length} pictures are responsive`,
    offered.length === images.length,
  );
  for (const image of images)
    check(`${name}: room for ${image}`, /\bwidth="\d+"/.test(image) && /\bheight="\d+"/.test(image));
  const early = images.filter((image) => !image.includes('loading="lazy"'));
  check(`${name}: ${early.length} pictures load at once`, early.length <= 1);
  for (const [path] of html.matchAll(/\/pictures\/[\w.-]+/g))
    check(`${name}: ${path} exists`, existsSync(join(site, "_site", path)));
  return images.length;
}

/** Checks HTML, links and all metadata: heads, JSON-LD, feeds, sitemap, icons. */
function gates(site) {
  const args = [join(import.meta.dirname, "site-check.mjs"), join(site, "_site")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  check(`${basename(site)}: passes the gates of a built site\n${stdout}${stderr}`, status === 0);
}

function seed() {
  const site = join(scratch, "seed");
  placeSeed(corpus, site, "permalink: /blog/:year/:month/:day/:slug.html\n");
  build(site);
  const html = page(site, "blog/2021/04/01/bilan-intermediaire-eig4.html");
  const has = (what, pattern) => check(`seed: ${what}`, pattern.test(html));
  has("title", /<h1[^>]*>\s*Sept mois après, où en sont les projets de la promotion 4/);
  has("date", /<time[^>]*datetime="2021-04-01"[^>]*>\s*1(<sup>)?er(<\/sup>)? avril 2021/);
  has("first author", /Thanh Ha LE[\s\S]{0,200}EIG Node/);
  has("second author", /Coline Malivel[\s\S]{0,200}EIG Link/);
  has("handle on the second author", /Coline Malivel[\s\S]{0,400}colinemalivel/);
  check(
    "seed: handle not on the first author",
    !/Thanh Ha LE[\s\S]{0,150}colinemalivel[\s\S]*Coline Malivel/.test(html),
  );
  has("tag link", /<a[^>]*href="\/mots-cles\/realisation\/"[^>]*>/);
  has("description", /<meta name="description" content="La promotion 4 du programme EIG démarrait/);
  has("picture", /<img[^>]*src="\/pictures\/eig4-bilanintermediaire-202103-[0-9a-f]+-\d+\.jpg"/);
  pictures("seed", site, html);
  has("picture for shared links", /<meta property="og:image" content="https:[^"]*-1200x630\.jpg">/);
  check("seed: no original beside what is made of it", !/src(set)?="\/img\//.test(html));
  has("video, inert", /<template><iframe[^>]*src="https:\/\/(geo|www)\.dailymotion\.com\/[^"]*x7zgtds/);
  has("video link", /<a[^>]*href="https:\/\/www\.dailymotion\.com\/video\/x7zgtds"/);
  has("list", /<li>\s*5 projets valorisent/);
  check(
    "seed: three plain headings",
    (
      html.match(
        /<h2 id="(des-projets-qui-se-consolident|de-premiers-signes-de-transformation-de-l-?administration|des-suites-deja-anticipees-pour-les-projets-et-les-eig)"/g,
      ) ?? []
    ).length === 3,
  );
  check("seed: no bold left in headings", !/<h2[^>]*>\s*<strong>/.test(html));
  emphasis("seed: the post", html);
  gates(site);
}

function eig() {
  const site = join(scratch, "site-eig");
  const source = join(corpus, "site-eig");
  placeSiteEig(corpus, site);
  build(site);
  const published = (folder, prefix) =>
    readdirSync(join(source, folder))
      .filter((name) => name.endsWith(".md") && !name.startsWith("_"))
      .map((name) => {
        const [, year, month, day, slug] = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.md$/.exec(name);
        return `${prefix}blog/${year.padStart(4, "20")}/${month.padStart(2, "0")}/${day.padStart(2, "0")}/${slug}.html`;
      });
  const posts = [...published("_posts", ""), ...published("en/_posts", "en/")];
  check(`site-eig: ${posts.length} published posts`, posts.length === 18);
  const tags = new Set();
  let shown = 0;
  for (const post of posts) {
    const html = page(site, post);
    shown += pictures(`site-eig: ${post}`, site, html);
    emphasis(`site-eig: ${post}`, html);
    check(`site-eig: ${post} has one h1`, (html.match(/<h1[\s>]/g) ?? []).length === 1);
    check(`site-eig: ${post} has no live foreign frame`, !/<iframe[^>]*src="(?!https:\/\/)/.test(html));
    for (const [, tag] of html.matchAll(/href="((?:\/en)?\/tag\/[^"]+\/)"/g)) tags.add(tag);
  }
  check(`site-eig: ${shown} pictures are shown`, shown >= 39);
  for (const list of ["index.html", "blog/index.html"]) pictures(`site-eig: ${list}`, site, page(site, list));
  check("site-eig: tags are linked", tags.size >= 8);
  for (const tag of tags) page(site, `${tag.slice(1)}index.html`);
  const files = filesBelow(join(site, "_site"));
  check("site-eig: no draft", !files.some((file) => /tensorflow|comment-les-eig-apprennent/.test(file)));
  for (const feed of ["feed.xml", "en/feed.xml"])
    check(`site-eig: ${feed} has entries`, (page(site, feed).match(/<entry>/g) ?? []).length > 2);
  for (const feed of ["feed.json", "en/feed.json"])
    check(`site-eig: ${feed} is JSON`, JSON.parse(page(site, feed) || "{}").items?.length > 2);
  gates(site);
  same(site);
}

/** Checks that no emphasis mark is left in the text: `**`, `__`, a pair of `_` around words. `_DINSIC` is not one. */
function emphasis(what, html) {
  const main = /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  check(`${what} has a main part`, main !== "");
  const text = main
    .replace(/<(pre|code|template|script|style|svg)[\s>][\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, "");
  const signs =
    text.match(/.{0,30}(?:\*\*|__|(?<![\p{L}\p{N}@])_(?=\S)[^_\n]{1,200}_(?![\p{L}\p{N}])).{0,30}/gu) ?? [];
  check(`${what} shows no sign of emphasis: ${signs.join(" | ")}`, signs.length === 0);
}

/** Checks that another folder, time zone and locale, and files with other times, give the same bytes. */
function same(site) {
  const copy = join(scratch, "copy é à l’écart", "site-eig");
  cpSync(site, copy, { recursive: true, filter: (path) => !/\/(_site|\.cache)(\/|$)/.test(path) });
  for (const file of filesBelow(copy))
    utimesSync(join(copy, file), new Date(1e12), new Date(1e12 + statSync(join(copy, file)).size));
  build(copy, [], { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
  check("site-eig: the same bytes elsewhere", digest(join(site, "_site")) === digest(join(copy, "_site")));
}

seed();
eig();
rmSync(scratch, { recursive: true, force: true });
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`${checks - failures.length} of ${checks} checks on real blogs passed`);
process.exit(failures.length === 0 ? 0 : 1);
