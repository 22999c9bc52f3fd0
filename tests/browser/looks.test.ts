/// <reference lib="dom" />
// What a page looks like where a stylesheet could break it: in the dark, narrow, large, on paper, with long texts.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, OWN_LAYOUTS, PAGES, WIDE } from "./every-kind.ts";

usesBrowser();

const LIGHT = "rgb(251, 248, 241)";
const DARK = "rgb(22, 19, 29)";

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const box = (page: Page, selector: string): Promise<DOMRect> =>
  page.locator(selector).evaluate((one) => one.getBoundingClientRect());

describe("the colour scheme", () => {
  it("follows the system until the reader chooses, and is then kept from page to page", async () => {
    const { page, url, network } = await openSite(everyKind(), "", { colorScheme: "light" });
    expect(await ground(page)).toBe(LIGHT);
    await page.getByRole("button", { name: "Thème sombre", pressed: false }).press("Enter");
    expect(await ground(page)).toBe(DARK);
    await page.goto(url + ARTICLE);
    await expect.poll(() => ground(page)).toBe(DARK);
    await page.emulateMedia({ media: "print" });
    expect(await ground(page)).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Thème sombre", pressed: true }).click();
    expect(await ground(page)).toBe(LIGHT);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(network.violations).toEqual([]);
  });

  it("puts a white ground behind drawings in the dark", async () => {
    const { page } = await openSite(everyKind(), ARTICLE, { colorScheme: "dark" });
    const behind = (): Promise<string> =>
      page.locator(".site-logo").evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await behind()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await behind()).toBe("rgba(0, 0, 0, 0)");
  });
});

describe("a narrow window", () => {
  it("holds every kind of page at 320 pixels, also with letters twice as large, or written from right to left", async () => {
    const { page, url } = await openSite(everyKind(), "", { viewport: { width: 320, height: 740 } });
    const overflow = (fontSize: string, dir: string): Promise<number> =>
      page.evaluate(
        ([size, direction]) => {
          const root = document.documentElement;
          Object.assign(root.style, { fontSize: size, direction });
          return root.scrollWidth - root.clientWidth;
        },
        [fontSize, dir] as const,
      );
    for (const path of Object.values(PAGES)) {
      await page.goto(url + path);
      for (const [fontSize, dir] of [
        ["100%", "ltr"],
        ["200%", "ltr"],
        ["100%", "rtl"],
      ] as const)
        expect(await overflow(fontSize, dir), `${path} ${fontSize} ${dir}`).toBe(0);
    }
  }, 60_000);

  it("cuts the excerpts of cards after three lines, and folds the contents of an article", async () => {
    const { page, url } = await openSite(everyKind(), "", { viewport: { width: 360, height: 740 } });
    const lines = await page
      .locator(".row:not(.lead) .card-description")
      .evaluateAll((all) =>
        all.map((one) => Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))),
      );
    expect(Math.max(...lines)).toBe(3);
    await page.goto(url + ARTICLE);
    const link = page.locator(".toc a").first();
    expect(await link.isVisible()).toBe(false);
    await page.getByText("Sommaire").click();
    expect(await link.isVisible()).toBe(true);
  });
});

describe("the margin of an article", () => {
  it("holds what is known of it and its open contents, beside its head and its text", async () => {
    const { page } = await openSite(everyKind(), ARTICLE, { viewport: { width: 1280, height: 800 } });
    const [head, meta, text, toc] = await Promise.all(
      [".post-header", ".post-meta", ".prose", ".toc"].map((one) => box(page, one)),
    );
    if (!head || !meta || !text || !toc) throw new Error("A part of the article is missing.");
    expect(meta.right).toBeLessThan(head.left);
    expect(meta.top).toBeLessThan(head.bottom);
    expect(text.top).toBeGreaterThanOrEqual(head.bottom);
    expect(toc.right).toBeLessThan(text.left);
    expect(toc.top).toBeGreaterThanOrEqual(meta.bottom);
    expect(await page.locator(".toc a").first().isVisible()).toBe(true);
  });

  it("keeps in order what a layout of the site adds before and after the text", async () => {
    const viewport = { width: 1280, height: 800 };
    const { page } = await openSite(everyKind(OWN_LAYOUTS), ARTICLE, { viewport });
    const names = [".post-header", "#before", ".prose", "#after", ".post-footer", "#last"];
    const tops = await Promise.all(names.map(async (one) => (await box(page, one)).top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).toBe(names.length);
  });
});

it("photos of a paragraph stand in one row of one height", async () => {
  const { page } = await openSite(everyKind(), WIDE, { viewport: { width: 800, height: 740 } });
  for (const width of [800, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const places = await page.locator(".prose img").evaluateAll((all) =>
      all.map((one) => {
        const { top, height } = one.getBoundingClientRect();
        return [Math.round(top), Math.round(height)];
      }),
    );
    expect(places).toHaveLength(2);
    expect(places[0], String(width)).toEqual(places[1]);
  }
});

it("paper gets the text alone, with details open, addresses written out and nothing that scrolls", async () => {
  const { page } = await openSite(everyKind(), ARTICLE);
  await page.emulateMedia({ media: "print" });
  for (const name of [".site-nav", ".toc", ".share", ".neighbours", ".related", ".breadcrumbs"])
    expect(await page.locator(name).first().isVisible(), name).toBe(false);
  expect(
    await page
      .getByText("Un texte.")
      .last()
      .evaluate((one) => one.checkVisibility()),
  ).toBe(true);
  const style = (selector: string, name: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one, key) => getComputedStyle(one).getPropertyValue(key), name);
  expect(await style(".table-scroll", "overflow-x")).toBe("visible");
  expect(await style(".prose pre", "white-space-collapse")).toBe("preserve");
  // Safari cuts lines in two at the edge of a sheet inside of flex and grid containers.
  for (const name of ["body", "main", ".post"]) expect(await style(name, "display")).toBe("block");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
});

it("nothing moves while an article loads, even if its font and its pictures come late", async () => {
  const { page, url } = await openSite(everyKind());
  await page.route(/\.(?:woff2|svg)$/, async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          shift: Number(Reflect.get(window, "shift")) + Number(Reflect.get(entry, "value")),
        });
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["", ARTICLE]) {
    await page.goto(url + path, { waitUntil: "networkidle" });
    expect(await page.evaluate(() => Reflect.get(window, "shift") as number), path).toBe(0);
  }
});
