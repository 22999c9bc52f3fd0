/// <reference lib="dom" />
// Each kind of player, as a reader sees and uses it, with the network watched.
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post } from "../support/site.ts";
import { browser, headersOf, serveSite, usesBrowser, watchNetwork } from "./browser.ts";

const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";

const PATIENT = { timeout: 5000 };

/** Every kind of player: what an editor writes, and the only address that a click may request. */
const PLAYERS = [
  {
    title: "Demo Day",
    written:
      '<iframe src="https://www.dailymotion.com/video/x7zgtds" allow="autoplay" title="Demo Day"></iframe>',
    asked: "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1",
  },
  {
    title: "Liste",
    written:
      '<center><iframe src="//www.dailymotion.com/embed/playlist/x65owi" title="Liste"></iframe></center>',
    asked: "https://www.dailymotion.com/embed/playlist/x65owi?autoplay=1",
  },
  {
    title: "Bilan",
    written: "::video[Bilan]{url=https://youtu.be/abcdefghijk start=1m30s transcript=/transcription/}",
    asked: "https://www.youtube-nocookie.com/embed/abcdefghijk?start=90&autoplay=1",
  },
  {
    title: "Court",
    written: "## Court\n\nhttps://www.youtube.com/shorts/abcdefghijk",
    asked: "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
  },
  {
    title: "Confidentiel",
    written: '<iframe src="https://vimeo.com/123/abc" title="Confidentiel"></iframe>\n_Légende_',
    asked: "https://player.vimeo.com/video/123?h=abc&dnt=1&autoplay=1",
  },
  {
    title: "Libre",
    written: `::video[Libre]{url=https://tube.example.org/w/${UUID}}`,
    asked: `https://tube.example.org/videos/embed/${UUID}?p2p=0&autoplay=1`,
  },
  {
    title: "Données",
    written:
      '<iframe width="100%" height="650" src="https://data.example.org/#promo" title="Données"> </iframe>',
    asked: "https://data.example.org/#promo",
  },
] as const;

usesBrowser();

/** Opens a page with all players; other hosts answer with a stub. */
async function open(
  load = "click",
  options: BrowserContextOptions = {},
): Promise<{ page: Page; network: ReturnType<typeof watchNetwork>; html: string }> {
  const site = makeBuiltSite({
    "content/site.yaml": `title: Mon carnet\nurl: https://blog.example.org\nembeds: { allow: [tube.example.org, data.example.org], load: ${load} }\n`,
    "content/posts/2026-03-02-films.md": post("Films", PLAYERS.map(({ written }) => written).join("\n\n")),
    "content/pages/transcription.md": "---\ntitle: Transcription\n---\n\nTexte.\n",
  });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>lecteur</title><button>Pause</button>" }),
  );
  const network = watchNetwork(page);
  const url = await serveSite(`${site.root}/_site`, { headers: headersOf(site.read("_site/_headers")) });
  await page.goto(`${url}blog/2026/03/02/films/`, { waitUntil: "networkidle" });
  return { page, network, html: site.read("_site/blog/2026/03/02/films/index.html") };
}

/** A point of the first poster that is not on its button. */
async function cornerOf(page: Page): Promise<[x: number, y: number]> {
  const poster = page.locator(".player-poster").first();
  await poster.scrollIntoViewIfNeeded();
  const box = await poster.boundingBox();
  if (box === null) throw new Error("The first poster is not shown.");
  return [box.x + 12, box.y + 12];
}

const withoutFragment = (url: string): string => url.replace(/#.*/, "");

describe("players", () => {
  it("request nothing before a click, then a single address of their provider", async () => {
    const { page, network } = await open();
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState("networkidle");
    expect(network.foreign).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(0);
    for (const [i, { title, asked }] of PLAYERS.entries()) {
      network.foreign.length = 0;
      // By keyboard: right after a scroll, Chromium may still believe that the pointer is over the last frame.
      await page.getByRole("button", { name: new RegExp(`«\\s${title}\\s»`) }).press("Enter");
      await expect.poll(() => network.foreign, PATIENT).toEqual([withoutFragment(asked)]);
      const frame = page.locator("iframe").last();
      expect(await frame.getAttribute("src")).toBe(asked);
      expect(await frame.getAttribute("title")).toContain(title);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("src"))).toBe(asked);
      expect(await page.locator("iframe").count()).toBe(i + 1);
    }
    expect(network.violations).toEqual([]);
    await page.context().close();
  });

  it("can be started by keyboard, and then have the focus", async () => {
    const { page, network } = await open();
    await page.locator("main").focus();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent.replace(/\s+/g, " ") ?? "");
    for (let i = 0; i < 30 && !(await focused()).startsWith("Lire"); i++) await page.keyboard.press("Tab");
    expect(await focused()).toBe("Lire « Demo Day » (Dailymotion)");
    await page.keyboard.press("Enter");
    await expect.poll(() => network.foreign, PATIENT).toEqual([PLAYERS[0].asked]);
    await page.frameLocator("iframe").getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Tab");
    const inside = page.frames().find((frame) => frame.url() === PLAYERS[0].asked);
    await expect.poll(() => inside?.evaluate(() => document.activeElement?.textContent)).toBe("Pause");
    await page.context().close();
  });

  it("can be started by a press anywhere on their picture", async () => {
    const { page, network } = await open();
    await page.mouse.click(...(await cornerOf(page)));
    await expect.poll(() => network.foreign, PATIENT).toEqual([PLAYERS[0].asked]);
    await page.context().close();
  });

  it("keep their height when the buttons appear", async () => {
    const { page, html } = await open();
    const heights = await page.evaluate(() => {
      const posters = [...document.querySelectorAll<HTMLElement>(".player-poster")];
      const measure = (): number[] => posters.map((poster) => poster.getBoundingClientRect().height);
      const shown = measure();
      for (const start of document.querySelectorAll<HTMLElement>(".player-start")) start.hidden = true;
      return { shown, hidden: measure() };
    });
    expect(html).toContain('<div class="player-start" hidden>');
    expect(heights.shown).toEqual(heights.hidden);
    await page.context().close();
  });

  it("are links without JavaScript, and have no useless button", async () => {
    const { page, network } = await open("click", { javaScriptEnabled: false });
    for (const { title } of PLAYERS) {
      const link = page.getByRole("link", { name: new RegExp(`^Voir «\\s${title}\\s»`) });
      expect(await link.isVisible()).toBe(true);
    }
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByText("En appuyant").first().isVisible()).toBe(false);
    expect(network.foreign).toEqual([]);
    await page.mouse.click(...(await cornerOf(page)));
    await expect.poll(() => network.foreign, PATIENT).toEqual(["https://www.dailymotion.com/video/x7zgtds"]);
    await page.context().close();
  });

  it("load by themselves with `load: lazy`, without script or autoplay", async () => {
    const { page, network, html } = await open("lazy");
    expect(html).not.toMatch(/player-[^"]*\.js"|<template|<button class="player/);
    expect(await page.locator("iframe").count()).toBe(PLAYERS.length);
    await page.locator("iframe").first().scrollIntoViewIfNeeded();
    await expect
      .poll(() => network.foreign, PATIENT)
      .toContain("https://www.dailymotion.com/embed/video/x7zgtds");
    expect(network.foreign.filter((url) => url.includes("autoplay"))).toEqual([]);
    expect(network.violations).toEqual([]);
    await page.context().close();
  });

  it("fit a phone, print their title and address, and keep their button's border in forced colours", async () => {
    const { page } = await open("click", { viewport: { width: 360, height: 740 }, forcedColors: "active" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const button = page.getByRole("button", { name: /Demo Day/ });
    expect(await button.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe("solid");
    await page.emulateMedia({ media: "print" });
    expect(await button.isVisible()).toBe(false);
    const link = page.getByRole("link", { name: /Demo Day/ });
    expect(await link.isVisible()).toBe(true);
    expect(await link.evaluate((one) => getComputedStyle(one, "::after").content)).toContain("dailymotion");
    await page.context().close();
  });
});
