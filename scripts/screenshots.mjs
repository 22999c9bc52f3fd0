// The default site as readers see it, for docs/screenshots.md: each kind of page, on a phone and a desk, by day and by night.
// usage: npm run screenshots   (needs Chromium: CHROMIUM_PATH names another than /usr/bin/chromium)
import { spawnSync } from "node:child_process";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { format, resolveConfig } from "prettier";
import sharp from "sharp";

const root = resolve(import.meta.dirname, "..");
const target = join(root, "docs/screenshots");

/** A day on which the whole default site is out. */
const NOW = "2026-11-25T12:00:00Z";

const PAGES = [
  ["home", "Accueil", ""],
  ["article", "Article", "blog/2026/03/24/videos/"],
  ["tag", "Mot-clé", "mots-cles/accessibilite/"],
  ["people", "Auteurs", "auteurs/"],
  ["archive", "Archives", "archives/"],
  ["month", "Mois", "archives/2026/03/"],
  ["search", "Recherche", "recherche/?q=image"],
  ["not-found", "Page introuvable", "blog/2026/images-et-textes/"],
  ["accessibility", "Déclaration d’accessibilité", "accessibilite/"],
];
const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];

/** Of a picture, in the pixels of its page: what a reader scrolls to first, not a whole article. */
const HEIGHT = 1200;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves a folder on loopback, with its 404 page; gives the server and its address. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    const found = existsSync(file) ? file : join(folder, "404.html");
    const type = TYPES[extname(found)] ?? "application/octet-stream";
    response.writeHead(found === file ? 200 : 404, { "Content-Type": type });
    createReadStream(found).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** Takes one page as it is once it has settled, with its late pictures. */
async function take(page, url, name) {
  await page.goto(url, { waitUntil: "networkidle" });
  if (name.startsWith("search")) await page.locator(".search-results h2").first().waitFor();
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([
      document.fonts.ready,
      ...[...document.images].map((image) => image.decode().catch(() => {})),
    ]);
  });
  const { width } = page.viewportSize();
  const height = Math.min(HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
  const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } });
  const webp = await sharp(png).webp({ quality: 38, effort: 6, smartSubsample: true }).toBuffer();
  writeFileSync(join(target, `${name}.webp`), webp);
  return webp.length;
}

/** The page that shows them all, whose words are in French as the site's. */
function gallery() {
  const names = { light: "clair", dark: "sombre" };
  const row = ([id, label], width) =>
    SCHEMES.map(
      (scheme) => `![${label}, ${width} pixels, ${names[scheme]}](screenshots/${id}-${width}-${scheme}.webp)`,
    );
  const head = SCHEMES.map((scheme) => names[scheme]).join(" | ");
  const parts = PAGES.map((page) => {
    const rows = WIDTHS.map((width) => `| ${width} | ${row(page, width).join(" | ")} |`);
    return [`## ${page[1]}`, "", `| | ${head} |`, "| --- | --- | --- |", ...rows].join("\n");
  });
  return [
    "# Le site par défaut, en images",
    "Chaque genre de page, sur un téléphone (360 pixels) et un bureau (1280), en clair et en sombre. Faites par `npm run screenshots`, qui écrit aussi cette page.",
    ...parts,
    "",
  ].join("\n\n");
}

const site = mkdtempSync(join(tmpdir(), "carnet-screenshots-"));
const build = ["dist/cli/main.js", "build", "--quiet", "--now", NOW, "--output", join(site, "_site")];
if (spawnSync(process.execPath, build, { cwd: root, stdio: "inherit" }).status !== 0) process.exit(1);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { server, url } = await serve(join(site, "_site"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
let total = 0;
for (const width of WIDTHS)
  for (const colorScheme of SCHEMES) {
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: "reduce",
    });
    for (const [id, , path] of PAGES) total += await take(page, url + path, `${id}-${width}-${colorScheme}`);
    await page.close();
  }
await browser.close();
server.close();
rmSync(site, { recursive: true, force: true });
const file = join(root, "docs/screenshots.md");
writeFileSync(file, await format(gallery(), { ...(await resolveConfig(file)), filepath: file }));
console.log(
  `${PAGES.length * WIDTHS.length * SCHEMES.length} screenshots, ${Math.round(total / 1000)} kB in docs/screenshots/`,
);
