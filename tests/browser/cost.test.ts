/// <reference lib="dom" />
// What pages cost their readers: bytes, requests, other hosts.
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { describe, expect, it } from "vitest";
import { guideSite } from "../support/guide-site.ts";
import { newPage, openSite, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

/** Bytes of the files of an article, compressed with gzip; fonts are already compressed. */
const BUDGET = { stylesheet: 9_500, script: 2_000, total: 60_000 };

async function weightOf(response: Response): Promise<[type: string, bytes: number]> {
  const type = response.request().resourceType();
  const body = await response.body();
  return [type, type === "font" ? body.length : gzipSync(body, { level: 9 }).length];
}

describe("an article", () => {
  it("weighs at most 60 kB before pictures, in at most nine requests, one of them for a preloaded font", async () => {
    const site = guideSite();
    const [longest] = site
      .list("_site")
      .filter((path) => path.startsWith("blog/") && path.endsWith(".html"))
      .map((path) => ({ path, html: site.read(`_site/${path}`) }))
      .filter(({ html }) => html.includes("<em>") && html.includes("<article") && !html.includes("<template"))
      .toSorted((a, b) => gzipSync(b.html).length - gzipSync(a.html).length);
    const url = await serveSite(`${site.root}/_site`);
    const page = await newPage({ viewport: { width: 360, height: 800 } });
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(url + (longest?.path ?? ""), { waitUntil: "networkidle" });
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

it("no kind of page requests anything from another host, sets a cookie, or does what its policy refuses", async () => {
  const { page, url, network } = await openSite(everyKind());
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const path of Object.values(PAGES)) {
    const answer = await page.goto(url + path, { waitUntil: "networkidle" });
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()["content-security-policy"], path).toContain("default-src 'none'");
    expect({ ...network, errors }, path).toEqual({ foreign: [], violations: [], errors: [] });
  }
  expect(await page.context().cookies()).toEqual([]);
}, 60_000);

it("what another host or an inline script would do is seen by these tests", async () => {
  const head =
    '<script>document.title = "x"</script><link rel="stylesheet" href="http://elsewhere.invalid/a.css">';
  const site = everyKind({
    "layouts/post.njk": `{% extends "carnet/post.njk" %}{% block head_end %}${head}{% endblock %}`,
  });
  const { network } = await openSite(site, ARTICLE);
  expect(network.foreign).toEqual(["http://elsewhere.invalid/a.css"]);
  expect(network.violations.join("\n")).toMatch(/inline script/);
});

it.each([
  { width: 360, scale: 3, most: 1.4 },
  { width: 1280, scale: 1, most: 1.6 },
])(
  "pictures have no more pixels than their place shows, at $width × $scale",
  async ({ width, scale, most }) => {
    const url = await serveSite(`${guideSite().root}/_site`);
    const page = await newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
    await page.goto(`${url}blog/2026/03/17/ce-que-carnet-fait-des-photos/`);
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
