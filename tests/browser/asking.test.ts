/// <reference lib="dom" />
// The region that asks whether visits may be counted: seen by all, in nobody's way.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFaults } from "./axe.ts";
import { launch } from "./browser.ts";
import { ARTICLE } from "./every-kind.ts";
import { hiddenFocus, smallTargets } from "./hands.ts";
import { shiftOf } from "./measure.ts";
import { EXPLAINED, HOME, measured, reader, visit, type Built } from "./measured-site.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const REGION = ".asking:visible";
const SIZES = [
  { width: 360, height: 800 },
  { width: 1280, height: 800 },
] as const;

async function open(built: Built, options: Parameters<typeof reader>[2] = {}): Promise<Page> {
  const { page } = await reader(browser, built, options);
  await visit(page, HOME + ARTICLE);
  return page;
}

/** What is cut off at the side, or wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it("has no fault that axe can find, nor has the page that explains, before and after an answer", async () => {
  const built = measured("ask");
  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of SIZES) {
      const page = await open(built, { viewport, colorScheme });
      expect(await page.locator(REGION).count()).toBe(1);
      expect(await axeFaults(page), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
      await visit(page, EXPLAINED);
      expect(await axeFaults(page), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
      await page.getByRole("button", { name: "Accepter" }).click();
      await page.locator("main").click({ position: { x: 1, y: 1 } });
      expect(await axeFaults(page), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
    }
}, 120_000);

it("covers nothing that the keyboard reaches, and is large enough for a finger", async () => {
  const built = measured("ask");
  for (const viewport of [...SIZES, { width: 320, height: 640 }, { width: 640, height: 320 }]) {
    const page = await open(built, { viewport });
    const { stops, faults } = await hiddenFocus(page);
    expect(faults, JSON.stringify(viewport)).toEqual([]);
    expect(stops).toBeGreaterThan(10);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflow(page), JSON.stringify(viewport)).toBe(0);
  }
}, 60_000);

/** The texts of what the keyboard meets, in order, and whether one of them stands above the one before. */
async function walk(page: Page): Promise<{ names: string[]; climbs: string[] }> {
  const [names, climbs]: [string[], string[]] = [[], []];
  for (let above = 0; names.length < 200;) {
    await page.keyboard.press("Tab");
    const [name, y] = await page.evaluate(() => {
      const one = document.activeElement;
      const box = one?.getBoundingClientRect();
      return [one?.tagName === "BODY" ? "" : (one?.textContent.trim() ?? ""), (box?.bottom ?? 0) + scrollY];
    });
    if (name === "" && names.length > 0) break;
    names.push(name);
    if (y < above - 100) climbs.push(name);
    above = y;
  }
  return { names, climbs };
}

it("in a low window, stands at the end of the page for the eye and for the keyboard, wherever it was", async () => {
  const built = measured("ask");
  const answers = ["Ce qui est compté", "Accepter", "Refuser"];
  for (const viewport of [
    { width: 640, height: 320 },
    { width: 320, height: 256 },
  ]) {
    const page = await open(built, { viewport });
    const { names, climbs } = await walk(page);
    expect(names.slice(-3)).toEqual(answers);
    expect(climbs).toEqual([]);
  }
  const { page } = await reader(browser, built, { viewport: { width: 640, height: 320 } });
  expect(await shiftOf(page, HOME)).toBe(0);
  // A phone that is turned, from one hand to the other.
  const refuse = page.locator(".asking").getByRole("button", { name: "Refuser" });
  await refuse.focus();
  const isLast = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector("main ~ .asking") !== null);
  expect(await isLast()).toBe(true);
  await page.setViewportSize({ width: 360, height: 800 });
  await expect.poll(isLast).toBe(false);
  expect(await refuse.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await page.setViewportSize({ width: 640, height: 320 });
  await expect.poll(isLast).toBe(true);
  expect(
    await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).paddingBlockEnd)),
  ).toBe(0);
}, 60_000);

it("moves nothing when it comes, and lets the end of the page be read", async () => {
  const built = measured("ask");
  for (const viewport of SIZES)
    for (const path of ["", "404.html"]) {
      const { page } = await reader(browser, built, { viewport });
      expect(await shiftOf(page, HOME + path), path).toBe(0);
      const clear = await page.evaluate(() => {
        scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
        const bottom = (name: string): number =>
          document.querySelector(name)?.getBoundingClientRect().bottom ?? 0;
        return (document.querySelector(".asking")?.getBoundingClientRect().top ?? 0) - bottom(".site-footer");
      });
      expect(Math.abs(clear), path).toBeLessThanOrEqual(1);
    }
}, 60_000);

it("gives both answers the same room and the same look", async () => {
  const page = await open(measured("ask"));
  const looks = await page.locator(".asking button").evaluateAll((buttons) =>
    buttons.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      const { color, backgroundColor, borderColor, fontWeight } = getComputedStyle(one);
      return [width, height, color, backgroundColor, borderColor, fontWeight];
    }),
  );
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual(looks[1]);
});

it("holds in letters twice as large, from right to left and in imposed colours, and is not printed", async () => {
  const page = await open(measured("ask"), { viewport: { width: 320, height: 640 }, forcedColors: "active" });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    document.documentElement.dir = "rtl";
  });
  expect(await overflow(page)).toBe(0);
  const region = page.locator(REGION);
  const box = await region.boundingBox();
  expect(box?.height).toBeLessThanOrEqual(320);
  for (const button of await region.getByRole("button").all()) {
    await button.focus();
    expect(await button.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe("solid");
    const inside = await button.evaluate((one) => one.scrollWidth <= one.clientWidth);
    expect(inside).toBe(true);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(REGION).count()).toBe(0);
});
