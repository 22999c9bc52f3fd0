/// <reference lib="dom" />
// A reader's journeys: by keyboard alone, without JavaScript, in another language, at an old or unknown address.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

/** Presses Tab until the focus is on what has this name; throws if none of 80 stops has it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const stops: string[] = [];
  while (stops.length < 80) {
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

it("goes from home to a tag, an article, its video, a search and a result by keyboard alone", async () => {
  const { page, network } = await openSite(everyKind());
  await page.route(/dailymotion\.com/, (route) =>
    route.fulfill({ contentType: "text/html", body: "player" }),
  );
  await follow(page, /^Mots-clés$/, "Mots-clés");
  await follow(page, /^Méthode$/, "Méthode");
  await follow(page, /^Un film$/, "Un film");
  expect(network.foreign).toEqual([]);
  await tabTo(page, /^Lire .*Demo Day/);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  // After the end of the page, Tab starts again at its beginning.
  await follow(page, /^Recherche$/, "Recherche");
  // The field gets the focus once the page is loaded: keys pressed before are lost.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("search--field");
  await page.keyboard.type("troisième");
  await page.getByRole("status").filter({ hasText: "1 résultat" }).waitFor();
  await follow(page, /^Un troisième$/, "Un troisième");
  expect(network.violations).toEqual([]);
}, 60_000);

it("reads every kind of page without JavaScript, and is offered nothing that would not work", async () => {
  const { page, url } = await openSite(everyKind(), "", { javaScriptEnabled: false });
  for (const path of Object.values(PAGES)) {
    await page.goto(url + path);
    expect(await page.getByRole("heading", { level: 1 }).isVisible(), path).toBe(true);
    const controls = page.locator("button:visible, select:visible, input:not([type=checkbox]):visible");
    expect(await controls.count(), path).toBe(0);
  }
  await page.goto(`${url}recherche/`);
  await page.locator(".search-note", { hasText: "JavaScript" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Mots-clés" }).click();
  await page.getByRole("main").getByRole("link", { name: "Méthode" }).click();
  await page.getByRole("link", { name: "Un film" }).click();
  await page.getByRole("heading", { level: 1, name: "Un film", exact: true }).waitFor();
}, 60_000);

it("changes to the same page in the other language, and back, or to its home if there is none", async () => {
  const { page, url } = await openSite(everyKind());
  const change = async (name: string): Promise<string> => {
    const before = page.url();
    await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
    await page.waitForURL((address) => address.href !== before);
    return page.url().slice(url.length);
  };
  for (const [french, english] of [
    ["", "en/"],
    [ARTICLE, `en/${ARTICLE}`],
    ["archives/2026/", "en/archive/2026/"],
    ["404.html", "en/404.html"],
  ] as const) {
    await page.goto(url + french);
    expect([await change("English"), await change("Français")]).toEqual([english, french]);
  }
  await page.goto(`${url}mentions/`);
  expect(await change("English")).toBe("en/");
}, 30_000);

it("can search from the page of an unknown address", async () => {
  const { page } = await openSite(everyKind(), "blog/2025/02/03/inconnu.html");
  await page.getByRole("searchbox").fill("troisième");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await page.locator(".search-results").getByRole("link", { name: "Un troisième" }).waitFor();
});

it.each([true, false])(
  "is led from an old address to the new one, and to the part that was asked for (scripts: %s)",
  async (on) => {
    const { page, url } = await openSite(everyKind(), "", { javaScriptEnabled: on });
    // `goto` may report the redirect as an interruption.
    await page.goto(`${url}ancien/#un-dernier-titre`).catch(() => undefined);
    await page.getByRole("heading", { level: 1, name: "Un article" }).waitFor();
    expect(page.url()).toBe(`${url}${ARTICLE}${on ? "#un-dernier-titre" : ""}`);
  },
);

it("narrows projects down to those of a cohort, says how many, and keeps the choice in the address", async () => {
  const { page, url } = await openSite(everyKind(), "projet/");
  const cards = page.locator(".card:visible");
  await page.getByRole("combobox", { name: "Promotion" }).selectOption({ label: "Promotion 1" });
  await page.getByRole("status").filter({ hasText: "13 sur 24" }).waitFor();
  // One project is in two cohorts, and under the heading of each.
  expect(await cards.count()).toBe(14);
  expect(page.url()).toBe(`${url}projet/?promotion=promotion%2Fpromotion-1`);
  await page.reload();
  await page.getByRole("status").filter({ hasText: "13 sur 24" }).waitFor();
  await page.getByRole("link", { name: "Phare" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Phare" }).waitFor();
  await page.getByRole("link", { name: "Bob Le Gall" }).click();
  await page.getByRole("heading", { level: 1, name: "Bob Le Gall" }).waitFor();
});
