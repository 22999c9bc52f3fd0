// Any given article must be found in at most three actions from any page: a press, typing words or a choice is one action.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser, headersByPath, serveSite, usesBrowser } from "./browser.ts";
import { everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

/** The oldest article, which only full lists of articles show. */
const TITLE = "Un premier";

async function open(): Promise<{ page: Page; url: string }> {
  const site = everyKind();
  const url = await serveSite(`${site.root}/_site`, { headers: headersByPath(site.read("_site/_headers")) });
  return { page: await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage(), url };
}

/** Clicks on a link that has this address; `trial` only makes sure that a press would reach it. */
async function press(link: Locator, href: string, trial = false): Promise<void> {
  expect(await link.getAttribute("href")).toBe(href);
  await link.click({ trial });
}

/** Types a title into the field of the page as a reader would, presses its result, and returns the number of actions. */
async function search(page: Page, title: string): Promise<number> {
  let actions = 1;
  const field = page.getByRole("searchbox");
  await field.fill(title);
  // The 404 page leads to the results; the search page shows them while typing.
  if ((await page.locator(".search-results").count()) === 0) {
    await field.press("Enter");
    actions += 1;
  }
  await page.locator(".search-results").getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return actions + 1;
}

describe("an article whose title the reader knows", () => {
  it("is found in at most three actions from every kind of page, on a phone", async () => {
    const { page, url } = await open();
    const searchPages = { fr: "/recherche/#search--field", en: "/en/search/#search--field" };
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(url + path);
      const lang = path.startsWith("en/") ? "en" : "fr";
      // The search page and the 404 page have the field; the others lead to the search page, in one action.
      if ((await page.getByRole("searchbox").count()) > 0)
        expect(await search(page, TITLE), kind).toBeLessThanOrEqual(3);
      else await press(page.getByRole("link", { name: /^(Recherche|Search)$/ }), searchPages[lang], true);
    }
    for (const [lang, title] of [
      ["fr", TITLE],
      ["en", "A post"],
    ] as const) {
      await page.goto(new URL(searchPages[lang], url).href);
      expect(await search(page, title), lang).toBeLessThanOrEqual(2);
    }
    await page.context().close();
  }, 60_000);
});

describe("an article whose month the reader knows", () => {
  it("is found in three presses through the menu, from every kind of page in its language", async () => {
    const { page, url } = await open();
    const archives = (): Locator =>
      page.getByRole("navigation").getByRole("link", { name: "Archives", exact: true }).first();
    for (const path of Object.values(PAGES).filter((one) => !one.startsWith("en/"))) {
      await page.goto(url + path);
      await press(archives(), "/archives/", true);
    }
    await page.goto(url);
    await press(archives(), "/archives/");
    await page.getByRole("main").getByRole("link", { name: "Janvier 2026" }).first().click();
    await page.getByRole("main").getByRole("link", { name: TITLE, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await page.context().close();
  }, 60_000);
});
