/// <reference lib="dom" />
// What a screen reader says beyond roles and names. Each case was heard with Orca (CONTRIBUTING.md says how).
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";
import { openPage } from "./search-site.ts";

usesBrowser();

/** What around the texts of a page listens to clicks. */
async function listening(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const around of [
    "document",
    "document.documentElement",
    "document.body",
    "document.querySelector('main')",
  ]) {
    const { result } = await session.send("Runtime.evaluate", { expression: around });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", {
      objectId: result.objectId ?? "",
    });
    if (listeners.some(({ type }) => type === "click")) found.push(around);
  }
  return found;
}

it("no block that takes focus is said to be clickable, as below a listener of the whole page", async () => {
  const page = await browser.newPage();
  const url = await serveSite(`${everyKind().root}/_site`);
  for (const path of Object.values(PAGES)) {
    await page.goto(url + path);
    expect(await listening(page), path).toEqual([]);
  }
  await page.goto(url + ARTICLE);
  await page.evaluate(() => {
    document.body.addEventListener("click", () => undefined);
  });
  expect(await listening(page)).toEqual(["document.body"]);
  await page.close();
});

it("a card begins with its title, so that no date is read with the card before", async () => {
  const page = await browser.newPage();
  await page.goto(await serveSite(`${everyKind().root}/_site`));
  const cards = page.locator(".card-text");
  expect(await cards.count()).toBeGreaterThan(1);
  for (const card of await cards.all()) {
    expect(await card.locator(":scope > *").first().getAttribute("class")).toBe("card-title");
    // Seen, the date is above.
    const [title, date] = [card.getByRole("heading"), card.locator("time").first()];
    expect((await date.boundingBox())?.y).toBeLessThan((await title.boundingBox())?.y ?? 0);
  }
  await page.close();
});

it("the number of results does not come with a new address, of which Orca would hear only one", async () => {
  const { page, titles } = await openPage("recherche/");
  await page.evaluate(() => {
    const times = Object.assign(window, { since: [] as number[] }).since;
    let last = 0;
    for (const name of ["pushState", "replaceState"] as const) {
      const own = history[name].bind(history);
      history[name] = (...all) => {
        last = performance.now();
        own(...all);
      };
    }
    const status = document.querySelector("[role=status]") as Node;
    new MutationObserver(() => times.push(performance.now() - last)).observe(status, { childList: true });
  });
  await page.getByRole("searchbox").fill("kayak");
  await titles("2 résultats pour « kayak »");
  const since = await page.evaluate(() => Reflect.get(window, "since") as number[]);
  expect(since).toHaveLength(1);
  expect(since[0]).toBeGreaterThan(100);
  await page.context().close();
});
