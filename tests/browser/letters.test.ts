/// <reference lib="dom" />
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { axeFaults } from "./axe.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { hiddenFocus, smallTargets } from "./hands.ts";

usesBrowser();

const OTHERS = Array.from("abcdfghijklmnopqrstuvwxyz");
const ENDINGS = ["", " publique", " et territoires", " en ligne", " de demain", " des usagers"];

/** A long index of tags, under every letter and a sign; those under E have accents. */
async function index(how: BrowserContextOptions): Promise<Page> {
  const words = ["2026", "10 ans", "école", "Été", ...OTHERS];
  const tags = words.flatMap((word) => ENDINGS.map((ending) => word + ending));
  const site = makeBuiltSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-05-article.md": post("Un article", "Un texte.", `tags: [${tags.join(", ")}]\n`),
  });
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    ...how,
  });
  await page.goto(`${await serveSite(`${site.root}/_site`)}mots-cles/`);
  return page;
}

it("a letter of a long index is followed by keyboard, without JavaScript", async () => {
  const page = await index({ javaScriptEnabled: false });
  const letters = page.getByRole("navigation", { name: "Lettres" });
  expect(await letters.getByRole("link").allInnerTexts()).toHaveLength(27);
  await letters.getByRole("link", { name: "D", exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(page.url()).toMatch(/\/mots-cles\/#page--letter-e$/);
  const heading = page.getByRole("heading", { level: 2, name: "E", exact: true });
  expect((await heading.boundingBox())?.y).toBeLessThan(100);
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  // The next stop is the first entry below it.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/mots-cles\/ecole\/$/, { timeout: 10_000 });
  await page.close();
}, 60_000);

it("fits a phone, in rows as low as a finger allows", async () => {
  const page = await index({});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await smallTargets(page)).toEqual([]);
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll(".index > li")].map((row) => row.getBoundingClientRect().height),
  );
  expect(rows).toHaveLength(174);
  expect(Math.max(...rows)).toBeLessThanOrEqual(32);
  const letters = await page.evaluate(() =>
    [...document.querySelectorAll(".letters a")].map((letter) => {
      const { width, height } = letter.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(44);
  expect((await hiddenFocus(page)).faults).toEqual([]);
  await page.close();
}, 60_000);

it.each([360, 1280])(
  "has no axe fault in either colour scheme at %i pixels",
  async (width) => {
    const page = await index({ viewport: { width, height: 800 } });
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFaults(page, "cat.color")).toEqual([]);
    await page.close();
  },
  60_000,
);
