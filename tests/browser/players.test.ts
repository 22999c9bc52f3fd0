/// <reference lib="dom" />
// Each kind of player, as a reader sees and uses it, with the network watched.
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post } from "../support/site.ts";
import { openSite, usesBrowser, type watchNetwork } from "./browser.ts";

const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";

/** Every kind of player: its title, what an editor writes, and the only address that a click may request. */
const PLAYERS = [
  [
    "Demo Day",
    '<iframe src="https://www.dailymotion.com/video/x7zgtds" allow="autoplay" title="Demo Day"></iframe>',
    "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1",
  ],
  [
    "Bilan",
    "::video[Bilan]{url=https://youtu.be/abcdefghijk start=1m30s transcript=/transcription/}",
    "https://www.youtube-nocookie.com/embed/abcdefghijk?start=90&autoplay=1",
  ],
  [
    "Court",
    "## Court\n\nhttps://www.youtube.com/shorts/abcdefghijk",
    "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
  ],
  [
    "Confidentiel",
    '<iframe src="https://vimeo.com/123/abc" title="Confidentiel"></iframe>\n_Légende_',
    "https://player.vimeo.com/video/123?h=abc&dnt=1&autoplay=1",
  ],
  [
    "Libre",
    `::video[Libre]{url=https://tube.example.org/w/${UUID}}`,
    `https://tube.example.org/videos/embed/${UUID}?p2p=0&autoplay=1`,
  ],
  [
    "Données",
    '<iframe width="100%" height="650" src="https://data.example.org/#promo" title="Données"> </iframe>',
    "https://data.example.org/#promo",
  ],
] as const;

usesBrowser();

/** Opens a page with all players; other hosts answer with a stub. */
async function open(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; network: ReturnType<typeof watchNetwork> }> {
  const site = makeBuiltSite({
    "content/site.yaml":
      "title: Mon carnet\nurl: https://blog.example.org\nembeds: { allow: [tube.example.org, data.example.org] }\n",
    "content/posts/2026-03-02-films.md": post("Films", PLAYERS.map(([, written]) => written).join("\n\n")),
    "content/pages/transcription.md": "---\ntitle: Transcription\n---\n\nTexte.\n",
  });
  const { page, url, network } = await openSite(site, "", options);
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>lecteur</title><button>Pause</button>" }),
  );
  await page.goto(`${url}blog/2026/03/02/films/`, { waitUntil: "networkidle" });
  return { page, network };
}

/** Clicks on a point of the first poster that is not on its button. */
const clickCorner = (page: Page): Promise<void> =>
  page.locator(".player-poster >> nth=0").click({ position: { x: 12, y: 12 }, force: true });

describe("players", () => {
  it("request nothing before a click, then a single address of their provider", async () => {
    const { page, network } = await open();
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState("networkidle");
    expect(network.foreign).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(0);
    for (const [i, [title, , asked]] of PLAYERS.entries()) {
      network.foreign.length = 0;
      // By keyboard: right after a scroll, Chromium may still believe that the pointer is over the last frame.
      await page.getByRole("button", { name: new RegExp(`«\\s${title}\\s»`) }).press("Enter");
      await expect.poll(() => network.foreign).toEqual([asked.replace(/#.*/, "")]);
      const frame = page.locator("iframe").last();
      expect(await frame.getAttribute("src")).toBe(asked);
      expect(await frame.getAttribute("title")).toContain(title);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("src"))).toBe(asked);
      expect(await page.locator("iframe").count()).toBe(i + 1);
    }
    expect(network.violations).toEqual([]);
  });

  it("can be started by a press anywhere on their picture, and do not change their height", async () => {
    const { page, network } = await open();
    const height = async (): Promise<number | undefined> =>
      (await page.locator(".player").first().boundingBox())?.height;
    const before = await height();
    await clickCorner(page);
    await expect.poll(() => network.foreign).toEqual([PLAYERS[0][2]]);
    expect(Math.abs(((await height()) ?? 0) - (before ?? 0))).toBeLessThan(2);
  });

  it("are links without JavaScript, and have no useless button", async () => {
    const { page, network } = await open({ javaScriptEnabled: false });
    for (const [title] of PLAYERS) {
      const link = page.getByRole("link", { name: new RegExp(`^Voir «\\s${title}\\s»`) });
      expect(await link.isVisible()).toBe(true);
    }
    expect(await page.getByRole("button").count()).toBe(0);
    expect(network.foreign).toEqual([]);
    await clickCorner(page);
    await expect.poll(() => network.foreign).toEqual(["https://www.dailymotion.com/video/x7zgtds"]);
  });

  it("print their title and address", async () => {
    const { page } = await open();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: /Demo Day/ }).isVisible()).toBe(false);
    const link = page.getByRole("link", { name: /Demo Day/ });
    expect(await link.evaluate((one) => getComputedStyle(one, "::after").content)).toContain("dailymotion");
  });
});
