/// <reference lib="dom" />
// What pages cost their readers: bytes, requests, other hosts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, ROOT, SITE_YAML } from "../support/site.ts";
import { realJpeg } from "../unit/images/samples.ts";
import { newPage, openSite, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, OWN_LAYOUTS, PAGES } from "./every-kind.ts";

usesBrowser();

/** Bytes of the files of an article, compressed with gzip; fonts are already compressed. */
const BUDGET = { stylesheet: 9_500, script: 2_000, total: 60_000 };

/** Serves a site with the longest text of the guide, and one of photos: a large one as cover, and two in the text. */
async function longAndPictured(): Promise<string> {
  const [cover, one, other] = await Promise.all(
    [2400, 1500, 1200].map((width) => realJpeg({ width, height: (width * 2) / 3 })),
  );
  if (!cover || !one || !other) throw new Error("No photos.");
  const site = makeBuiltSite(
    {
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-long.md": readFileSync(
        join(ROOT, "content/posts/2026-07-07-messages-de-carnet-check.md"),
      ),
      "content/posts/2026-03-03-photos.md": post(
        "Photos",
        "![Un](/un.jpg)\n\n![Deux](/deux.jpg)",
        "image: /cover.jpg\n",
      ),
      ...{ "public/cover.jpg": cover, "public/un.jpg": one, "public/deux.jpg": other },
    },
    ["--no-search"],
  );
  return serveSite(`${site.root}/_site`);
}

async function weightOf(response: Response): Promise<[type: string, bytes: number]> {
  const type = response.request().resourceType();
  const body = await response.body();
  return [type, type === "font" ? body.length : gzipSync(body, { level: 9 }).length];
}

describe("an article", () => {
  it("weighs at most 60 kB before pictures, in at most nine requests, one of them for a preloaded font", async () => {
    const url = await longAndPictured();
    const page = await newPage({ viewport: { width: 360, height: 800 } });
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(`${url}blog/2026/03/02/long/`, { waitUntil: "networkidle" });
    const sent = (await Promise.all(responses.map(weightOf))).filter(([type]) => type !== "image");
    const sum = (...types: string[]): number =>
      sent.reduce((bytes, [type, more]) => (types.includes(type) ? bytes + more : bytes), 0);
    expect(sum("stylesheet")).toBeLessThanOrEqual(BUDGET.stylesheet);
    expect(sum("stylesheet")).toBeGreaterThan(5_000);
    expect(sum("script")).toBeLessThanOrEqual(BUDGET.script);
    expect(sum("document", "stylesheet", "script", "font")).toBeLessThanOrEqual(BUDGET.total);
    expect(sent.length).toBeLessThanOrEqual(9);
    expect(await page.locator('link[rel="preload"][as="font"]').count()).toBe(1);
  }, 90_000);

  it("is painted although its script and the fonts of other texts never come", async () => {
    const { page, url } = await openSite(everyKind());
    await page.route(/theme-|literata-(?:italic|ext)/, () => undefined);
    await page.goto(url + ARTICLE, { waitUntil: "commit" });
    const painted = (): Promise<number> =>
      page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
    await expect.poll(painted).toBe(1);
  });
});

it("under a path of a host, no kind of page leads or asks outside of it, sets a cookie, or does what its policy refuses", async () => {
  const basePath = "/blog/";
  const { page, url, network } = await openSite(everyKind({}, ["--base-path", basePath]), "", { basePath });
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) outside.push(request.url());
  });
  page.on("pageerror", (error) => outside.push(error.message));
  for (const path of Object.values(PAGES)) {
    const answer = await page.goto(url + path, { waitUntil: "networkidle" });
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()["content-security-policy"], path).toContain("default-src 'none'");
    const stray = await page.evaluate(() =>
      [...document.querySelectorAll("[href], [src], [action], [data-base], [data-index]")]
        .flatMap((one) => [...one.attributes].map(({ value }) => value))
        .filter((value) => /^\/(?!\/|blog\/)/.test(value)),
    );
    expect([...stray, ...outside, ...network.foreign, ...network.violations], path).toEqual([]);
  }
  await page.goto(`${url}recherche/?q=troisi%C3%A8me`);
  await page.locator(".search-results").getByRole("link", { name: "Un troisième" }).click();
  await page.getByRole("heading", { level: 1, name: "Un troisième" }).waitFor();
  expect([...outside, ...network.foreign, ...network.violations]).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
}, 60_000);

it("what another host or an inline script would do is seen by these tests", async () => {
  const { network } = await openSite(everyKind(OWN_LAYOUTS), ARTICLE);
  expect(network.foreign).toEqual(["http://elsewhere.invalid/a.css"]);
  expect(network.violations.join("\n")).toMatch(/inline script/);
});

it.each([
  { width: 360, scale: 3, most: 1.4 },
  { width: 1280, scale: 1, most: 1.6 },
])(
  "pictures have no more pixels than their place shows, at $width × $scale",
  async ({ width, scale, most }) => {
    const url = await longAndPictured();
    const page = await newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
    await page.goto(`${url}blog/2026/03/03/photos/`);
    const shares = await page.evaluate(sharesOfPlaces);
    expect(shares.length).toBeGreaterThan(0);
    for (const [src, share] of shares) expect(share, src).toBeLessThan(most);
  },
  90_000,
);

/** Pixels of each picture with several files, on a side, for one that the screen shows in its place. */
async function sharesOfPlaces(): Promise<[src: string, share: number][]> {
  const shown = [...document.querySelectorAll<HTMLImageElement>("picture img")].filter(
    (image) => image.checkVisibility() && !/\.(?:gif|svg)$/.test(image.src),
  );
  return Promise.all(
    shown.map(async (image): Promise<[string, number]> => {
      image.loading = "eager";
      await image.decode();
      const { width, height } = image.getBoundingClientRect();
      const file = await createImageBitmap(await (await fetch(image.currentSrc)).blob());
      // The side that fills its place counts.
      return [image.currentSrc, Math.min(file.width / width, file.height / height) / devicePixelRatio];
    }),
  );
}
