// Builds real blogs, placed in a site root as their owner would, and checks the output.
// usage: node tests/corpus-check.mjs CORPUS_FOLDER   (a seed post, and a Jekyll blog with its pictures)
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

function build(site) {
  const argv = [carnet, "build", "--site", site, "--quiet", "--now", "2026-06-01T12:00:00Z"];
  const run = spawnSync(process.execPath, argv, { encoding: "utf8" });
  check(`${basename(site)}: builds (status ${run.status})\n${run.stdout}${run.stderr}`, run.status === 0);
}
const page = (site, path) => {
  const file = join(site, "_site", path);
  check(`${basename(site)}: ${path} exists`, existsSync(file));
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Checks that a page has one title, all its pictures with their room, and no sign of emphasis left: `**`, `__`, `_` around words. */
function sound(what, html) {
  check(`${what} has one h1`, (html.match(/<h1[\s>]/g) ?? []).length === 1);
  const images = html.match(/<img\b[^>]*>/g) ?? [];
  for (const image of images) check(`${what}: room for ${image}`, /\bwidth="\d+" height="\d+"/.test(image));
  const text = (/<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? "")
    .replace(/<(pre|code|template|script|style|svg)[\s>][\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, "");
  check(`${what} has a text`, text.trim() !== "");
  const signs =
    text.match(/.{0,30}(?:\*\*|__|(?<![\p{L}\p{N}@])_(?=\S)[^_\n]{1,200}_(?![\p{L}\p{N}])).{0,30}/gu) ?? [];
  check(`${what} shows no sign of emphasis: ${signs.join(" | ")}`, signs.length === 0);
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
  sound("seed: the post", html);
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
    shown += sound(`site-eig: ${post}`, html);
    for (const [, tag] of html.matchAll(/href="((?:\/en)?\/tag\/[^"]+\/)"/g)) tags.add(tag);
  }
  check(`site-eig: ${shown} pictures are shown`, shown >= 39);
  check("site-eig: tags are linked", tags.size >= 8);
  for (const tag of tags) page(site, `${tag.slice(1)}index.html`);
  const files = filesBelow(join(site, "_site"));
  check("site-eig: no draft", !files.some((file) => /tensorflow|comment-les-eig-apprennent/.test(file)));
  for (const feed of ["feed.xml", "en/feed.xml"])
    check(`site-eig: ${feed} has entries`, (page(site, feed).match(/<entry>/g) ?? []).length > 2);
  gates(site);
}

seed();
eig();
rmSync(scratch, { recursive: true, force: true });
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`${checks - failures.length} of ${checks} checks on real blogs passed`);
process.exit(failures.length === 0 ? 0 : 1);
