/// <reference lib="dom" />
// The menus, the dialogs and the display settings of the theme `dsfr`, without the design system's own styles.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { buildHere } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";

usesBrowser();

async function opened(): Promise<Page> {
  const { root } = makeSite({
    "content/site.yaml": `${SITE_YAML}theme: dsfr
nav: [{ label: Programme, url: /blog/, links: [{ label: Mots-clés, url: /mots-cles/ }] }, { label: Articles, url: /blog/ }]\n`,
    "content/posts/2026-01-03-un.md": post("Un", "Texte.", "tags: [Eau]\n"),
    "node_modules/@gouvfr/dsfr/package.json": "{}",
  });
  await buildHere(root, { now: "2026-06-01T12:00:00Z" });
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(await serveSite(join(root, "_site")));
  return page;
}
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent ?? "").trim());
const theme = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset["frTheme"]);

it("a menu opens on its button, and closes on Escape, and when the focus leaves it", async () => {
  const page = await opened();
  const button = page.locator(".fr-nav__btn");
  await button.click();
  expect(await button.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Mots-clés");
  await page.keyboard.press("Escape");
  expect([await focused(page), await button.getAttribute("aria-expanded")]).toEqual(["Programme", "false"]);
  await button.click();
  await page.locator(".fr-nav a", { hasText: "Articles" }).focus();
  expect(await button.getAttribute("aria-expanded")).toBe("false");
});

it("display settings hold the focus, are applied at once, and are kept unless they are the system's", async () => {
  const page = await opened();
  expect(await theme(page)).toBe("dark");
  const button = page.locator(".fr-header .fr-btn--display").first();
  await button.click();
  const dialog = page.getByRole("dialog");
  await expect.poll(() => focused(page)).toBe("Fermer");
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("dialog")?.id)).toBe("page--display");
  await dialog.getByLabel("Thème clair").check();
  expect(await theme(page)).toBe("light");
  await page.keyboard.press("Escape");
  expect(await dialog.count()).toBe(0);
  expect(await focused(page)).toBe("Paramètres d’affichage");
  await page.reload();
  expect(await theme(page)).toBe("light");
  await button.click();
  await page.getByLabel("Système").check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
