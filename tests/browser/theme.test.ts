/// <reference lib="dom" />
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML, type TestSite } from "../support/site.ts";
import { browser, headersOf, serveSite, usesBrowser, watchNetwork } from "./browser.ts";
import { shiftOf } from "./measure.ts";

usesBrowser();

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>';

function built(more: Record<string, string> = {}, yaml = ""): TestSite {
  return makeBuiltSite({
    "content/site.yaml": SITE_YAML + yaml,
    "content/posts/2026-03-02-premier.md": post("Premier article", "## Un titre\n\nUn *texte*.\n\nUn autre."),
    ...more,
  });
}

const served = (site: TestSite): Promise<string> =>
  serveSite(`${site.root}/_site`, { headers: headersOf(site.read("_site/_headers")) });

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const LIGHT = "rgb(251, 248, 241)";
const DARK = "rgb(22, 19, 29)";

it("a logo and pictures that may be cut out lie on white in the dark, where black strokes would vanish", async () => {
  const drawing = await sharp({ create: { width: 90, height: 60, channels: 4, background: "#0000" } })
    .png()
    .toBuffer();
  const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#456" } })
    .jpeg()
    .toBuffer();
  const site = makeBuiltSite({
    "content/site.yaml": `${SITE_YAML}theme: { logo: /logo.svg }\n`,
    "content/posts/2026-03-02-premier.md": post(
      "Premier article",
      "![Un schéma](/a.png)\n\nUn texte.\n\n![Un autre](/b.svg)\n\nUn texte.\n\n![Une photo](/c.jpg)",
    ),
    ...{ "public/logo.svg": LOGO, "public/a.png": drawing, "public/b.svg": LOGO, "public/c.jpg": photo },
  });
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(`${await served(site)}blog/2026/03/02/premier/`);
  const grounds = (): Promise<string[]> =>
    page
      .locator("img")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor).slice(0, 4));
  const [white, none] = ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"];
  expect(await grounds()).toEqual([white, white, white, none]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await grounds()).toEqual([none, none, none, none]);
  await page.close();
});

describe("the choice of a colour scheme", () => {
  it("follows the system until the reader chooses, and is then kept from page to page", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    const network = watchNetwork(page);
    const url = await served(built());
    await page.goto(url);
    expect(await ground(page)).toBe(LIGHT);
    const button = page.getByRole("button", { name: "Thème sombre", pressed: false });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Thème sombre", pressed: true }).waitFor();
    expect(await ground(page)).toBe(DARK);
    await page.reload();
    expect(await ground(page)).toBe(DARK);
    await page.goto(`${url}blog/2026/03/02/premier/`);
    expect(await ground(page)).toBe(DARK);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    await page.getByRole("button", { name: "Thème sombre", pressed: true }).click();
    expect(await ground(page)).toBe(LIGHT);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.close();
  });

  it("can be light on a dark system, and prints on white in any case", async () => {
    const page = await browser.newPage({ colorScheme: "dark" });
    await page.goto(await served(built()));
    expect(await ground(page)).toBe(DARK);
    await page.getByRole("button", { name: "Thème sombre" }).click();
    await page.reload();
    expect(await ground(page)).toBe(LIGHT);
    await page.getByRole("button", { name: "Thème sombre" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await ground(page)).toBe("rgb(255, 255, 255)");
    await page.close();
  });

  it("applies to a page restored from the browser's back/forward cache", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(await served(built()));
    // What another page does meanwhile. Chromium caches no page under test, so its return is simulated.
    await page.evaluate(() => {
      localStorage.setItem("carnet-theme", "dark");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    expect(await ground(page)).toBe(DARK);
    await page.getByRole("button", { name: "Thème sombre", pressed: true }).waitFor({ timeout: 1000 });
    await page.close();
  });

  it("sets the colour of the browser's own bars", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(await served(built()));
    const bars = (): Promise<string[]> =>
      page
        .locator('meta[name="theme-color"]')
        .evaluateAll((all: HTMLMetaElement[]) =>
          all.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content),
        );
    const press = (): Promise<void> => page.getByRole("button", { name: "Thème sombre" }).click();
    expect(await bars()).toEqual(["#fbf8f1"]);
    await press();
    expect(await bars()).toEqual(["#16131d"]);
    await page.reload();
    expect(await bars()).toEqual(["#16131d"]);
    await page.emulateMedia({ colorScheme: "dark" });
    await press();
    expect(await bars()).toEqual(["#fbf8f1"]);
    await press();
    expect(await bars()).toEqual(["#16131d"]);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await bars()).toEqual(["#fbf8f1"]);
    await page.close();
  });

  it("is set before anything is painted", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    const url = await served(built());
    await page.goto(url);
    await page.getByRole("button", { name: "Thème sombre" }).click();
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = (): void => {
        if (document.body instanceof HTMLElement) seen.add(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => [...(Reflect.get(window, "seen") as Set<string>)])).toEqual([DARK]);
    await page.close();
  });

  it("is not offered without scripts, nor if the system imposes its colours", async () => {
    const url = await served(built());
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
    const bare = await context.newPage();
    await bare.goto(url);
    expect(await bare.locator(".theme-switch").isVisible()).toBe(false);
    expect(await ground(bare)).toBe(DARK);
    await context.close();
    const page = await browser.newPage({ forcedColors: "active" });
    await page.goto(url);
    expect(await page.locator(".theme-switch").isVisible()).toBe(false);
    await page.close();
  });
});

describe("the theme settings of a site", () => {
  it("change the colour of links, light and dark, and show a logo", async () => {
    const yaml = 'theme: { accent: "#000091", accentDark: "#ffcc00", logo: /logo.svg }\n';
    const url = await served(built({ "public/logo.svg": LOGO }, yaml));
    for (const [colorScheme, colour] of [
      ["light", "rgb(0, 0, 145)"],
      ["dark", "rgb(255, 204, 0)"],
    ] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.goto(`${url}blog/2026/03/02/premier/`);
      expect(await page.locator(".author-name").evaluate((a) => getComputedStyle(a).color)).toBe(colour);
      expect(await page.locator(".site-logo").boundingBox()).toMatchObject({ width: 88, height: 44 });
      await page.close();
    }
  });
});

/** Delays fonts and drawings, as a slow network does. */
async function late(page: Page): Promise<void> {
  await page.route(/\.(?:woff2|svg)$/, async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"/>';
const BODY = `${"Un texte *assez* long pour remplir plusieurs lignes. ".repeat(30)}\n\n![Un schéma](/image.svg)\n\nLa suite.\n`;

describe("the layout of a loading page", () => {
  it.each([360, 1280])(
    "never shifts at %d pixels, even if its font and its pictures come late",
    async (width) => {
      const site = built({
        "public/image.svg": PICTURE,
        "content/posts/2026-03-03-long.md": post("Un article assez long", BODY, "image: /image.svg\n"),
      });
      const url = await served(site);
      const page = await browser.newPage({ viewport: { width, height: 740 } });
      await late(page);
      for (const path of ["", "blog/", "blog/2026/03/03/long/"])
        expect(await shiftOf(page, url + path), path).toBe(0);
      await page.close();
    },
  );

  it("is reported as shifting when it does", async () => {
    const site = built({
      "public/image.svg": PICTURE,
      "content/posts/2026-03-03-long.md": post("Un article", BODY),
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_cover %}<img src="/image.svg" alt="">{% endblock %}',
    });
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await late(page);
    expect(await shiftOf(page, `${await served(site)}blog/2026/03/03/long/`)).toBeGreaterThan(0);
    await page.close();
  });
});

describe("a narrow or right-to-left page", () => {
  it("is no wider than the screen, and has its margin on the side where lines begin", async () => {
    const site = built({
      "content/site.yaml": `${SITE_YAML}lang: ar\n`,
      "content/posts/2026-03-02-premier.md": post("مقال أول", "نص قصير باللغة العربية."),
    });
    const url = await served(site);
    for (const width of [320, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 740 } });
      await page.goto(`${url}blog/2026/03/02/premier/`);
      expect(await page.evaluate(() => document.dir)).toBe("rtl");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const margin = await page.locator(".post-meta").boundingBox();
      const text = await page.locator(".prose").boundingBox();
      if (width === 1280) expect(margin?.x).toBeGreaterThan(text?.x ?? Infinity);
      await page.close();
    }
  });

  it("keeps left-to-right dates, counts and sentences in order", async () => {
    const site = built({
      "content/site.yaml": `${SITE_YAML}translations: { ar: {} }\n`,
      "content/posts/ar/2026-03-02-premier.md": post("مقال أول", "نص قصير باللغة العربية."),
    });
    const page = await browser.newPage();
    await page.goto(`${await served(site)}ar/blog/2026/03/02/premier/`);
    const ends = await page.evaluate(() =>
      ["time", ".post-meta > p:nth-of-type(2)", ".site-footer-about p:last-child"].map((selector) => {
        const text = document.querySelector(selector)?.firstChild as Text;
        const at = (start: number): number => {
          const range = document.createRange();
          range.setStart(text, start);
          range.setEnd(text, start + 1);
          return range.getBoundingClientRect().left;
        };
        return { text: text.data, inOrder: at(0) < at(text.length - 1) };
      }),
    );
    expect(ends).toEqual([
      { text: "2 mars 2026", inOrder: true },
      { text: "1 min de lecture", inOrder: true },
      { text: "Un site fait avec Carnet.", inOrder: true },
    ]);
    await page.close();
  });

  it("has links and buttons at least 24 pixels high", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(await served(built()));
    const heights = await page
      .locator(".site-header :is(a, button), .site-footer li a, .pagination a")
      .evaluateAll((all) => all.map((one) => [one.textContent.trim(), one.getBoundingClientRect().height]));
    expect(heights.length).toBeGreaterThan(3);
    expect(heights.filter(([, height]) => Number(height) > 0 && Number(height) < 24)).toEqual([]);
    await page.close();
  });
});

describe("a home page", () => {
  /** Heights of the blank placeholders for pictures, at a width of 1280. */
  async function blanks(more: Record<string, string>): Promise<number[]> {
    const others = {
      "content/posts/2026-03-03-b.md": post("Deux"),
      "content/posts/2026-03-04-c.md": post("Trois"),
    };
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(await served(built({ ...others, ...more })));
    const heights = page
      .locator(".card-blank")
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    expect(await heights).toHaveLength(3);
    await page.close();
    return heights;
  }

  it("has no placeholders if no post has a picture", async () => {
    expect(await blanks({})).toEqual([0, 0, 0]);
  });

  it("has placeholders beside pictures, so that rows are even, but none for the lead post", async () => {
    const drawn = post("Quatre", undefined, "image: /logo.svg\nimageAlt: Un trait\n");
    const heights = await blanks({ "public/logo.svg": LOGO, "content/posts/2026-03-01-d.md": drawn });
    expect(heights[0]).toBe(0);
    expect(heights.slice(1).every((height) => height > 50)).toBe(true);
  });
});
