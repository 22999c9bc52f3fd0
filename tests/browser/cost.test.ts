/// <reference lib="dom" />
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { guideSite } from "../support/guide-site.ts";
import type { TestSite } from "../support/site.ts";
import { browser, headersByPath, serveSite, usesBrowser, watchNetwork } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";
import { costOf, overBudget, type Cost } from "./measure.ts";

usesBrowser();

/** Serves a site as a host that reads `_headers` does. */
const served = (site: TestSite): Promise<string> =>
  serveSite(`${site.root}/_site`, { headers: headersByPath(site.read("_site/_headers")) });

/** Cost of the article of a site with these files, built without search. */
async function costOfArticle(more: Record<string, string>): Promise<Cost> {
  return costAt(await served(everyKind(more, ["--no-search"])), 1280);
}

async function costAt(url: string, width: number): Promise<Cost> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const cost = await costOf(page, url + ARTICLE);
  await page.close();
  return cost;
}

/** The built-in layout of posts with something in the head of the page. */
const withHead = (html: string): Record<string, string> => ({
  "layouts/post.njk": `{% extends "carnet/post.njk" %}{% block head_end %}${html}{% endblock %}`,
});

/** Text that compresses badly. */
const noise = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line((i * 7919) % 99_991)).join("\n");

describe("an article without a video", () => {
  it("stays within its budget on a phone and on a desktop", async () => {
    const url = await served(everyKind());
    for (const width of [360, 1280]) {
      const cost = await costAt(url, width);
      expect(overBudget(cost), String(width)).toEqual([]);
      // Something was measured.
      expect(cost.css).toBeGreaterThan(5_000);
      expect(cost.js).toBeGreaterThan(300);
      expect(cost.fonts).toBeGreaterThan(0);
      expect(cost.total).toBeGreaterThan(30_000);
    }
  });

  it("stays within its budget with italics too, as in the longest post of the default site", async () => {
    const site = guideSite();
    const weights = site
      .list("_site")
      .filter((path) => path.startsWith("blog/") && path.endsWith(".html"))
      .map((path) => ({ path, html: site.read(`_site/${path}`) }))
      .filter(
        ({ html }) =>
          /<(?:em|cite|i)>/.test(html) && html.includes("<article") && !html.includes("<template"),
      )
      .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
      .sort((a, b) => b.bytes - a.bytes);
    const [longest] = weights;
    expect(weights.length).toBeGreaterThan(3);
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const cost = await costOf(page, (await served(site)) + (longest?.path ?? ""));
    expect(overBudget(cost), longest?.path).toEqual([]);
    expect(cost.fonts).toBe(2);
    await page.close();
  }, 90_000);

  it("shows its text without waiting for other fonts than the first", async () => {
    const url = await served(everyKind());
    const page = await browser.newPage();
    await page.route(/\.woff2$/, async (route) => {
      if (/literata-[0-9a-f]{10}\.woff2/.test(route.request().url())) await route.continue();
      // The others never come.
    });
    await page.goto(url + ARTICLE, { waitUntil: "commit" });
    const painted = (): Promise<number> =>
      page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
    await expect.poll(painted, { timeout: 3_000 }).toBe(1);
    await page.close();
  });
});

describe("pictures", () => {
  const PHOTOS = "blog/2026/03/17/ce-que-carnet-fait-des-photos/";
  it.each([
    // A phone of the day, one of its elders, and a computer of an administration.
    { width: 360, scale: 3, most: 1.4 },
    { width: 360, scale: 2, most: 1.4 },
    { width: 1280, scale: 1, most: 1.6 },
  ])(
    "have no more pixels than their place shows, at $width × $scale",
    async ({ width, scale, most }) => {
      const url = await served(guideSite());
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        deviceScaleFactor: scale,
      });
      const page = await context.newPage();
      for (const path of ["", PHOTOS]) {
        await page.goto(url + path);
        const shares = await page.evaluate(sharesOfPlaces);
        expect(shares.length, path).toBeGreaterThan(0);
        for (const [src, share] of shares) expect(share, `${path} ${src}`).toBeLessThan(most);
      }
      await context.close();
    },
    90_000,
  );
});

it("no page waits for the theme's script to request its styles and its font", async () => {
  const url = await served(everyKind());
  const page = await browser.newPage();
  const requested: string[] = [];
  await page.route("**/assets/*", async (route) => {
    const path = new URL(route.request().url()).pathname;
    requested.push(path.replace(/-[0-9a-f]{10}/, ""));
    // The script never comes.
    if (!path.includes("/theme-")) await route.continue();
  });
  await page.goto(url + ARTICLE, { waitUntil: "commit" });
  const early = ["/assets/carnet.css", "/assets/literata.woff2", "/assets/theme.js"];
  await expect.poll(() => requested.toSorted(), { timeout: 3_000 }).toEqual(early);
  await page.close();
});

describe("a defect is reported", () => {
  const css = {
    "layouts/assets/css/noise.css": noise(3_000, (i) => `.x${String(i)} { order: ${String(i)} }`),
  };
  const js = { "layouts/assets/theme.js": noise(3_000, (i) => `self.x${String(i)} = ${String(i)};`) };
  const head = [
    `<!-- ${noise(8_000, (i) => `${String(i * 104_729)} ${String(i)}`)} -->`,
    '<link rel="preload" href="/a.woff2" as="font" type="font/woff2" crossorigin>',
    '<script>document.title = "x"</script>',
    '<link rel="stylesheet" href="http://elsewhere.invalid/a.css">',
  ];

  it("if anything is over budget or refused by the policy, or comes from another host", async () => {
    const found = overBudget(await costOfArticle({ ...css, ...js, ...withHead(head.join("")) }));
    const [preloaded] = found.filter((one) => one.startsWith("preloaded"));
    expect(preloaded).toBe("preloaded: 2, at most 1");
    for (const what of ["css", "js", "total"])
      expect(found, what).toContainEqual(expect.stringMatching(new RegExp(`^${what}: \\d+, at most \\d+$`)));
    expect(found).toContain("foreign: http://elsewhere.invalid/a.css");
    for (const refused of ["elsewhere\\.invalid", "inline script"])
      expect(found).toContainEqual(expect.stringMatching(new RegExp(`^refused: .*${refused}`)));
  });

  it("if the layout shifts", async () => {
    const found = overBudget(
      await costOfArticle({
        "layouts/assets/css/late.css":
          ".post::before { content: ''; animation: late 0.2s 0.5s both } @keyframes late { from { block-size: 0 } to { block-size: 200px } }",
      }),
    );
    // The style that shifts it may also put styles over budget.
    expect(found.filter((one) => !one.startsWith("css"))).toEqual([expect.stringMatching(/^shift/)]);
  });
});

describe("every kind of page", () => {
  it("requests nothing from another host, sets no cookie, and does nothing that its policy refuses", async () => {
    const site = everyKind();
    const url = await served(site);
    const context = await browser.newContext();
    const page = await context.newPage();
    const network = watchNetwork(page);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of Object.values(PAGES)) {
      const answer = await page.goto(url + path, { waitUntil: "networkidle" });
      expect(answer?.status(), path).toBe(200);
      expect(answer?.headers()["content-security-policy"], path).toContain("default-src 'none'");
      expect({ ...network, errors }, path).toEqual({ foreign: [], violations: [], errors: [] });
    }
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }, 60_000);
});

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
      // What does not fit is cut off: the side that is shown whole counts.
      const share = Math.min(file.width / width, file.height / height) / devicePixelRatio;
      return [image.currentSrc, share];
    }),
  );
}
