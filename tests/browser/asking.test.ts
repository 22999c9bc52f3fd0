/// <reference lib="dom" />
// The region that asks whether visits may be counted: everyone can see it, and it obstructs nothing.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { post } from "../support/site.ts";
import { axeFaults } from "./axe.ts";
import { headersByPath, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind } from "./every-kind.ts";
import { hiddenFocus, smallTargets } from "./hands.ts";
import { shiftOf } from "./measure.ts";
import { EXPLAINED, HOME, measured, reader, settingsFor, visit, type Built } from "./measured-site.ts";

usesBrowser();

const REGION = ".asking:visible";
const SIZES = [
  { width: 360, height: 800 },
  { width: 1280, height: 800 },
] as const;

async function open(built: Built, options: Parameters<typeof reader>[1] = {}): Promise<Page> {
  const { page } = await reader(built, options);
  await visit(page, HOME + ARTICLE);
  return page;
}

/** Pixels by which the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it("the question has no axe fault, nor has the explanation page before and after an answer", async () => {
  const built = measured("ask");
  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of SIZES) {
      // In the dark scheme, only colours differ.
      const rules = colorScheme === "dark" ? "cat.color" : undefined;
      const page = await open(built, { viewport, colorScheme });
      expect(await page.locator(REGION).count()).toBe(1);
      expect(await axeFaults(page, rules), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
      await visit(page, EXPLAINED);
      expect(await axeFaults(page, rules), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
      await page.getByRole("button", { name: "Accepter" }).click();
      await page.locator("main").click({ position: { x: 1, y: 1 } });
      expect(await axeFaults(page, rules), `${colorScheme} ${String(viewport.width)}`).toEqual([]);
    }
}, 120_000);

it("the question covers nothing that the keyboard reaches, and its targets are large enough for a finger", async () => {
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

it("the question covers no link of long contents beside a text", async () => {
  const body = Array.from({ length: 40 }, (_, i) => `## Partie ${String(i)}\n\nUn texte.\n`).join("\n");
  const site = everyKind(
    { ...settingsFor("ask"), "content/posts/2026-03-06-long.md": post("Un long texte", body) },
    ["--no-search"],
  );
  const built = { folder: `${site.root}/_site`, headers: headersByPath(site.read("_site/_headers")) };
  const { page } = await reader(built, { viewport: { width: 1280, height: 700 } });
  await visit(page, `${HOME}blog/2026/03/06/long/`);
  expect(await page.locator(REGION).count()).toBe(1);
  const { stops, faults } = await hiddenFocus(page);
  expect(stops).toBeGreaterThan(80);
  expect(faults).toEqual([]);
}, 60_000);

/** Texts of the stops of the Tab key, in order, and those that are above the stop before. */
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

it("the question is last on the page and in keyboard order in a low window, also after it is turned", async () => {
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
  const { page } = await reader(built, { viewport: { width: 640, height: 320 } });
  expect(await shiftOf(page, HOME)).toBe(0);
  // The phone is turned, and turned back.
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

it("the question shifts nothing when it appears, and does not cover the end of the page", async () => {
  const built = measured("ask");
  for (const viewport of SIZES)
    for (const path of ["", "404.html"]) {
      const { page } = await reader(built, { viewport });
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

it("the question gives both answers the same size and look", async () => {
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

it("the question fits at 200 %, from right to left and in forced colours, and is not printed", async () => {
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
