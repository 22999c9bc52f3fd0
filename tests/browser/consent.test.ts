/// <reference lib="dom" />
// What is sent about the visits of readers who are asked first: nothing before they accept, nothing after they refuse.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { usesBrowser } from "./browser.ts";
import { ARTICLE } from "./every-kind.ts";
import { EXPLAINED, HOME, measured, NO, reader, told, visit, YES } from "./measured-site.ts";

usesBrowser();

/** 1 if the page asks the reader, otherwise 0. */
const asked = (page: Page): Promise<number> => page.locator(".asking:visible").count();

it("nothing is sent before readers accept; then each page view is, from the current page on", async () => {
  const { context, page, views, faults } = await reader(measured("ask"));
  await visit(page, HOME);
  const region = page.getByRole("region", { name: /^Pouvons-nous compter/ });
  expect(await region.isVisible()).toBe(true);
  await visit(page, HOME + ARTICLE);
  expect(views).toEqual([]);
  await region.getByRole("button", { name: "Accepter" }).click();
  await expect.poll(() => views.length).toBe(1);
  expect(told(views[0])["url"]).toBe(HOME + ARTICLE);
  expect(await region.isVisible()).toBe(false);
  await visit(page, HOME);
  expect(await region.isVisible()).toBe(false);
  expect(views).toHaveLength(2);
  expect(await context.cookies()).toEqual([]);
  expect(faults).toEqual([]);
});

it("nothing is sent after readers refuse, by keyboard", async () => {
  const { page, views } = await reader(measured("ask"));
  await visit(page, HOME);
  const names: string[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  expect(names).toEqual(["Aller au contenu", "Ce qui est compté", "Accepter", "Refuser"]);
  await page.keyboard.press("Enter");
  await expect.poll(() => asked(page)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  for (const url of [HOME + ARTICLE, HOME]) {
    await visit(page, url);
    expect(await asked(page)).toBe(0);
  }
  expect(views).toEqual([]);
});

it("the choice is kept for six months, then readers are asked again", async () => {
  const { page, views } = await reader(measured("ask"));
  await page.clock.setFixedTime("2026-03-02T10:00:00Z");
  await visit(page, HOME);
  await page.getByRole("button", { name: "Accepter" }).click();
  await expect.poll(() => views.length).toBe(1);
  await page.clock.setFixedTime("2026-09-01T10:00:00Z");
  await visit(page, HOME);
  expect(views).toHaveLength(2);
  await page.clock.setFixedTime("2026-09-02T10:00:00Z");
  await visit(page, HOME);
  expect(await asked(page)).toBe(1);
  expect(views).toHaveLength(2);
});

it("the explanation page shows the choice and changes it, also for the page behind it", async () => {
  const { page, views } = await reader(measured("ask"));
  await visit(page, HOME);
  await page.getByRole("link", { name: "Ce qui est compté" }).click();
  await page.waitForURL(EXPLAINED);
  const choice = page.getByRole("group", { name: "Votre choix" });
  await choice.getByText("Vous n’avez pas encore choisi").waitFor();
  expect(await page.locator(".asking").count()).toBe(0);
  await choice.getByRole("button", { name: "Accepter" }).click();
  await expect.poll(() => views.length).toBe(1);
  expect(await choice.getByRole("status").innerText()).toBe(YES);
  await choice.getByRole("button", { name: "Refuser" }).click();
  expect(await choice.getByRole("status").innerText()).toBe(NO);
  expect(await choice.getByRole("button", { pressed: true }).innerText()).toContain("Refuser");
  await page.goBack();
  await expect.poll(() => asked(page)).toBe(0);
  expect(views).toHaveLength(1);
});

it("once accepted, the campaign name and the referring host are sent, but nothing else of an address", async () => {
  const { page, views } = await reader(measured("ask"));
  await visit(page, HOME);
  await page.getByRole("button", { name: "Accepter" }).click();
  const others = ["source", "medium", "term", "content", "id", "keyword", "kwd", "group", "placement"]
    .flatMap((name) => ["mtm", "pk", "utm"].map((family) => `${family}_${name}=motprive`))
    .join("&");
  for (const [i, name] of ["mtm_campaign", "pk_campaign", "utm_campaign"].entries()) {
    await page.goto(`${HOME}${ARTICLE}?q=motprive&${others}&${name}=lettre%20de%20mai&q=motprive#un-titre`, {
      referer: "https://elsewhere.example/motprive?q=motprive",
      waitUntil: "networkidle",
    });
    await expect.poll(() => views.length).toBe(i + 2);
    expect(told(views.at(-1))).toMatchObject({
      url: `${HOME}${ARTICLE}?${name}=lettre+de+mai`,
      urlref: "https://elsewhere.example",
    });
    expect(views.at(-1)?.url()).not.toContain("motprive");
  }
});
