/// <reference lib="dom" />
// Keyboard focus while the filters of a search appear and disappear: it must never be lost.
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { usesBrowser } from "./browser.ts";
import { openPage } from "./search-site.ts";

usesBrowser();

/** Opens a filtered search, and clears the filter by tag with the keyboard. */
async function giveUp(path: string, before: string, after: string): Promise<{ page: Page; tag: Locator }> {
  const { page, titles } = await openPage(path);
  await titles(before);
  const tag = page.getByLabel("Mot-clé", { exact: true });
  await tag.focus();
  await page.keyboard.press("Home");
  await titles(after);
  expect(await tag.inputValue()).toBe("");
  return { page, tag };
}

const isHeld = (one: Locator): Promise<boolean> => one.evaluate((it) => it === document.activeElement);

it("a filter alone keeps the focus when it is cleared", async () => {
  const { page, tag } = await giveUp("recherche/?tags=Mesure", "1 résultat", "");
  expect(await isHeld(tag)).toBe(true);
  expect(await page.getByRole("main").getByRole("link", { name: "Méthode" }).isVisible()).toBe(true);
  await page.context().close();
});

it("a filter beside words without a full match keeps the focus when it is cleared", async () => {
  const none =
    "Aucun résultat pour « xylophone kayak ». Essayez un autre mot, ou parcourez les listes ci-dessous.";
  const some = "Aucun texte n’a tous les mots de « xylophone kayak ». Textes qui en ont une partie : 2.";
  const { page, tag } = await giveUp("recherche/?q=xylophone+kayak&tags=Mesure", none, some);
  expect(await isHeld(tag)).toBe(true);
  await page.context().close();
});

it("the field of the link on every page has a caret, also where the browser focuses it without one, as Safari does", async () => {
  const { page } = await openPage("recherche/#search--field");
  const field = page.locator("#search--field");
  await expect.poll(() => isHeld(field)).toBe(true);
  const hasCaret = await field.evaluate((one) => {
    getSelection()?.removeAllRanges();
    one.dispatchEvent(new FocusEvent("focus"));
    return getSelection()?.anchorNode === one.parentNode;
  });
  expect(hasCaret).toBe(true);
  await page.context().close();
});
