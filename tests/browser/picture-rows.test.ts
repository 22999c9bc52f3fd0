/// <reference lib="dom" />
// Several pictures in one paragraph, as windows of several widths show and load them.
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML, type Files } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";

usesBrowser();

let files: Files;
let url: string;

const BODY = `
![Un](/a.jpg) [![Deux](/b.jpg)](/album/)
![Trois](/c.jpg)
![Quatre](/d.jpg)
`;

beforeAll(async () => {
  const photo = (width: number, height: number): Promise<Uint8Array> =>
    sharp({ create: { width, height, channels: 3, background: "#456" } })
      .jpeg()
      .toBuffer();
  files = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier", BODY),
    "content/pages/album.md": post("Album", "Un."),
    "public/a.jpg": await photo(1600, 1200),
    "public/b.jpg": await photo(1200, 1600),
    "public/c.jpg": await photo(1500, 1000),
    "public/d.jpg": await photo(1600, 900),
  };
});
beforeEach(async () => {
  url = await serveSite(`${makeBuiltSite(files, ["--no-search"]).root}/_site`);
});

async function opened(width: number, scale = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
  await page.goto(`${url}blog/2026/03/02/premier/`);
  // All are waited for, wherever they are.
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  return page;
}

interface Shown {
  left: number;
  right: number;
  top: number;
  width: number;
  height: number;
  /** Width of the file that the browser chose. */
  file: number;
}

const shown = (page: Page, selector: string): Promise<Shown[]> =>
  page.locator(selector).evaluateAll((all) =>
    (all as HTMLImageElement[]).map((one) => {
      const { left, right, top, width, height } = one.getBoundingClientRect();
      return { left, right, top, width, height, file: Number(/-(\d+)\.\w+$/.exec(one.currentSrc)?.[1]) };
    }),
  );

const PHOTOS = ".picture-row img";

describe("the photos of a paragraph", () => {
  it.each([
    ["a phone", 360, 3],
    ["a desktop", 1280, 1],
  ])("stand two by two on %s, whole, of one height, across the column", async (_title, width, scale) => {
    const page = await opened(width, scale);
    const column = await page.locator(".prose").evaluate((one) => one.getBoundingClientRect());
    const [one, two, three, four] = await shown(page, PHOTOS);
    for (const [first, second, ratio, other] of [
      [one, two, 4 / 3, 3 / 4],
      [three, four, 3 / 2, 16 / 9],
    ] as const) {
      if (first === undefined || second === undefined) throw new Error("A photo is missing.");
      expect(second.top).toBeCloseTo(first.top, 1);
      expect(Math.abs(second.height - first.height)).toBeLessThan(0.6);
      expect(first.width / first.height).toBeCloseTo(ratio, 1);
      expect(second.width / second.height).toBeCloseTo(other, 1);
      expect(first.left).toBeCloseTo(column.left, 1);
      expect(second.right).toBeCloseTo(column.right, 1);
      expect(second.left - first.right).toBeGreaterThan(5);
      // A file that is not much larger than its place.
      for (const photo of [first, second]) expect(photo.file).toBeLessThanOrEqual(width === 360 ? 800 : 480);
    }
    expect(three?.top).toBeGreaterThan((one?.top ?? Infinity) + (one?.height ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  it("stand one below the other where a page is enlarged four times", async () => {
    const page = await opened(320, 4);
    const column = await page.locator(".prose").evaluate((one) => one.getBoundingClientRect());
    const photos = await shown(page, PHOTOS);
    expect(photos).toHaveLength(4);
    for (const { left, width } of photos) {
      expect(left).toBeCloseTo(column.left, 1);
      expect(width).toBeCloseTo(column.width, 1);
    }
    await page.close();
  });

  it("begin on the right where the page does", async () => {
    const page = await opened(1280);
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    const [one, two] = await shown(page, PHOTOS);
    expect(one?.left).toBeGreaterThan(two?.right ?? Infinity);
    await page.close();
  });

  it("stay whole and side by side on paper", async () => {
    const page = await opened(700);
    await page.emulateMedia({ media: "print" });
    const [one, two] = await shown(page, PHOTOS);
    expect(two?.top).toBeCloseTo(one?.top ?? Infinity, 1);
    expect(two?.right).toBeLessThanOrEqual(700);
    await page.close();
  });
});
