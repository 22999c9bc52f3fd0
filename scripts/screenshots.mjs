// `npm run screenshots`: six pages of the default site → docs/screenshots/, for the README and the guides. It needs Chromium.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { CHROMIUM, ROOT, serveDefaultSite } from "./serve.mjs";

/** Name, path, width in CSS pixels, colour scheme. */
const SHOTS = [
  ["home", "", 1280, "light"],
  ["home-phone", "", 360, "dark"],
  ["article", "blog/2026/03/24/videos/", 1280, "light"],
  ["article-phone", "blog/2026/03/24/videos/", 360, "light"],
  ["tag", "mots-cles/accessibilite/", 1280, "dark"],
  ["search", "recherche/?q=image", 1280, "light"],
];

/** Maximum height in CSS pixels: the first screens, not a whole article. */
const HEIGHT = 1000;

const target = join(ROOT, "docs/screenshots");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { url, close } = await serveDefaultSite();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, path, width, colorScheme] of SHOTS) {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: "reduce",
  });
  await page.goto(url + path, { waitUntil: "networkidle" });
  if (name === "search") await page.locator(".search-results h2").first().waitFor();
  const height = Math.min(HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
  const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } });
  writeFileSync(join(target, `${name}.webp`), await sharp(png).webp({ quality: 45, effort: 6 }).toBuffer());
  await page.close();
}
await browser.close();
close();
