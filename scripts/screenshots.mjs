// Screenshots of the default site, for docs/screenshots.md: each kind of page, on a phone and a desktop, light and dark.
// usage: npm run screenshots   (needs Chromium: CHROMIUM_PATH names another than /usr/bin/chromium)
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { format } from "oxfmt";
import sharp from "sharp";
import { CHROMIUM, ROOT, serveDefaultSite } from "./serve.mjs";

const target = join(ROOT, "docs/screenshots");

const PAGES = [
  ["home", "Accueil", ""],
  ["article", "Article", "blog/2026/03/24/videos/"],
  ["list", "Suite des articles", "blog/page/2/"],
  ["tags", "Mots-clés", "mots-cles/"],
  ["tag", "Mot-clé", "mots-cles/accessibilite/"],
  ["people", "Auteurs", "auteurs/"],
  ["person", "Auteur", "auteurs/equipe-technique/"],
  ["archive", "Archives", "archives/"],
  ["year", "Année", "archives/2026/"],
  ["month", "Mois", "archives/2026/03/"],
  ["page", "Page", "a-propos/"],
  ["feeds", "Flux", "flux/"],
  ["search", "Recherche", "recherche/?q=image"],
  ["not-found", "Page introuvable", "blog/2026/images-et-textes/"],
  ["accessibility", "Déclaration d’accessibilité", "accessibilite/"],
];
/** The same site, counting page views with the readers' consent. */
const MEASURE = "audience: { matomo: https://stats.example.org/, siteId: 1, consent: ask }\n";
const MEASURED = [
  ["asking", "Question sur la mesure d’audience", "blog/2026/03/24/videos/"],
  ["audience", "Mesure d’audience", "mesure-d-audience/"],
];
const HOST = "carnet.example.org";
const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];

/** Maximum height of a screenshot, in CSS pixels: the first screens, not a whole article. */
const HEIGHT = 1200;

/** Takes a screenshot of a page once it has settled, with its lazy-loaded pictures. */
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

/** The page that shows them all, in French like the site. */
function gallery() {
  const names = { light: "clair", dark: "sombre" };
  const row = ([id, label], width) =>
    SCHEMES.map(
      (scheme) => `![${label}, ${width} pixels, ${names[scheme]}](screenshots/${id}-${width}-${scheme}.webp)`,
    );
  const head = SCHEMES.map((scheme) => names[scheme]).join(" | ");
  const parts = [...PAGES, ...MEASURED].map((page) => {
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

/**
 * Takes the given pages of the default site, with additional settings, at its own host; returns the total bytes of the
 * pictures.
 */
async function takeAll(pages, settings) {
  const { url, close } = await serveDefaultSite(settings);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", `--host-resolver-rules=MAP ${HOST} ${new URL(url).host}`],
  });
  let total = 0;
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      const viewport = { width, height: 800 };
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
      for (const [id, , path] of pages)
        total += await take(page, `http://${HOST}/${path}`, `${id}-${width}-${colorScheme}`);
      await page.close();
    }
  await browser.close();
  close();
  return total;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const total = (await takeAll(PAGES, "")) + (await takeAll(MEASURED, MEASURE));
const file = join(ROOT, "docs/screenshots.md");
writeFileSync(file, (await format(file, gallery())).code);
console.log(
  `${(PAGES.length + MEASURED.length) * WIDTHS.length * SCHEMES.length} screenshots, ${Math.round(total / 1000)} kB in docs/screenshots/`,
);
