// The language switch of a site in two languages: it leads to the same page if there is one, otherwise to the other home page.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind } from "./every-kind.ts";

usesBrowser();

/** Pages that exist in both languages. */
const TWINS: Readonly<Record<string, string>> = {
  "": "en/",
  "blog/": "en/blog/",
  [ARTICLE]: `en/${ARTICLE}`,
  "auteurs/": "en/authors/",
  "archives/": "en/archive/",
  "archives/2026/": "en/archive/2026/",
  "archives/2026/03/": "en/archive/2026/03/",
  "recherche/": "en/search/",
  "flux/": "en/feeds/",
  "accessibilite/": "en/accessibility/",
  "404.html": "en/404.html",
};

async function open(): Promise<{ page: Page; url: string }> {
  const url = await serveSite(`${everyKind().root}/_site`);
  return { page: await browser.newPage(), url };
}

/** Follows the link to a language, and returns the path and the language of the page that it leads to. */
async function change(page: Page, url: string, name: string): Promise<[path: string, lang: string | null]> {
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
  return [page.url().slice(url.length), await page.locator("html").getAttribute("lang")];
}

describe("the language switch", () => {
  it("leads from every kind of page to the same page in the other language, and back", async () => {
    const { page, url } = await open();
    for (const [french, english] of Object.entries(TWINS)) {
      await page.goto(url + french);
      expect(await change(page, url, "English")).toEqual([english, "en"]);
      expect(await change(page, url, "Français")).toEqual([french, "fr"]);
    }
    await page.close();
  }, 30_000);

  it("leads home from a list that is empty in the other language, and from the empty one to the list", async () => {
    const { page, url } = await open();
    await page.goto(`${url}mots-cles/`);
    expect(await change(page, url, "English")).toEqual(["en/", "en"]);
    await page.goto(`${url}en/tags/`);
    expect(await change(page, url, "Français")).toEqual(["mots-cles/", "fr"]);
    await page.close();
  });

  it.each([320, 800, 960, 1280])(
    "does not break the words of the site's title at %i pixels, beside long menus",
    async (width) => {
      const { page, url } = await open();
      await page.setViewportSize({ width, height: 600 });
      await page.goto(`${url}blog/`);
      const lines = await page.evaluate(
        (names) => {
          const [one] = document.querySelectorAll<HTMLElement>(".languages li:has(a:not([aria-current]))");
          for (const name of names) {
            const other = one?.cloneNode(true) as HTMLElement;
            (other.firstElementChild as HTMLElement).textContent = name;
            one?.after(other);
          }
          const nav = document.querySelector(".site-nav ul");
          nav?.append(...[...nav.children].slice(0, 3).map((item) => item.cloneNode(true)));
          const title = document.querySelector<HTMLElement>(".site-title span");
          if (title === null) return undefined;
          title.textContent = "Accompagnement";
          return Math.round(title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight));
        },
        ["Deutsch", "Español", "Brezhoneg"],
      );
      expect(lines).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    },
  );

  it("leaves no empty line on a phone for the current language, even at 200 %", async () => {
    const { page, url } = await open();
    await page.setViewportSize({ width: 360, height: 600 });
    await page.goto(url);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const heights = await page
      .locator(".languages ul, .languages li:has(a:not([aria-current]))")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights[0]).toBe(heights[1]);
    await page.close();
  });

  it("leads home if there is no translation, and marks the language of its link", async () => {
    const { page, url } = await open();
    await page.goto(`${url}mentions/`);
    const english = page.getByRole("navigation").getByRole("link", { name: "English" });
    expect(await english.getAttribute("lang")).toBe("en");
    expect(await change(page, url, "English")).toEqual(["en/", "en"]);
    await page.close();
  });
});
