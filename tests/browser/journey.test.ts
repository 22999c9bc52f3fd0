/// <reference lib="dom" />
// A reader's whole journey with the keyboard alone: home, tags, a tag, an article, its video, a search, a result.
// Only keys are pressed, and everything is reached with Tab.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { post } from "../support/site.ts";
import { browser, headersByPath, serveSite, usesBrowser, watchNetwork } from "./browser.ts";
import { everyKind } from "./every-kind.ts";

usesBrowser();

/** More than any page here has. */
const MOST_STOPS = 80;

/** Presses Tab until the focus is on what has this name; throws if no stop has it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      return (one?.getAttribute("aria-label") ?? one?.textContent ?? "").replace(/\s+/g, " ").trim();
    });
    if (name.test(stop)) return;
    stops.push(stop);
  }
  throw new Error(`No stop is ${String(name)}: ${stops.join(" | ")}`);
}

/** Presses Enter on what has this name, and waits for the page that it leads to. */
async function follow(page: Page, name: RegExp, title: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
}

const VIDEO = '<iframe src="https://www.dailymotion.com/video/x7zgtds" title="Demo Day"></iframe>\n';

it("a reader goes from home to a tag, an article, its video, a search and a result by keyboard alone", async () => {
  const site = everyKind({
    "content/posts/2026-03-04-film.md": post("Un film", VIDEO, "tags: [Méthode]\n"),
  });
  const url = await serveSite(`${site.root}/_site`, { headers: headersByPath(site.read("_site/_headers")) });
  const page = await browser.newPage();
  await page.route(/dailymotion\.com/, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>player</title>" }),
  );
  const network = watchNetwork(page);
  await page.goto(url);
  await follow(page, /^Mots-clés$/, "Mots-clés");
  await follow(page, /^Méthode$/, "Méthode");
  await follow(page, /^Un film$/, "Un film");
  expect(network.foreign).toEqual([]);

  await tabTo(page, /^Lire .*Demo Day/);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  expect(network.foreign.every((address) => /^https:\/\/(geo|www)\.dailymotion\.com\//.test(address))).toBe(
    true,
  );

  // After the end of the page, Tab starts again at its beginning.
  await follow(page, /^Recherche$/, "Recherche");
  // The field gets the focus once the page is loaded: keys pressed before are lost.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("search--field");
  await page.keyboard.type("troisième");
  await page.getByRole("status").filter({ hasText: "1 résultat" }).waitFor();
  await follow(page, /^Un troisième$/, "Un troisième");
  expect(network.violations).toEqual([]);
  await page.close();
}, 60_000);

it("what Tab cannot reach is reported", async () => {
  const site = everyKind({
    "layouts/partials/nav.njk": '<p><span onclick="x()">Mots-clés</span></p>',
  });
  const page = await browser.newPage();
  await page.goto(await serveSite(`${site.root}/_site`));
  await expect(tabTo(page, /^Mots-clés$/)).rejects.toThrow("No stop is");
  await page.close();
});
