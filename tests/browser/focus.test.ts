/// <reference lib="dom" />
// Visible focus: compares screenshots with the focus and without it, pixel by pixel. What a stylesheet asks for is not always
// drawn (an outline around a block within a line), or is drawn over something that looks alike.
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { post } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

/** Fewer pixels than this are no outline: one around a word of two letters has three times as many. */
const LEAST = 150;

/** Stops of the Tab key that look the same with the focus and without it. */
async function unseen(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let stop = await next(page); stop !== undefined; stop = await next(page)) {
    const held = await page.screenshot();
    await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      one.blur();
      Object.assign(window, { held: one });
    });
    const left = await page.screenshot();
    await page.evaluate(() => {
      (Reflect.get(window, "held") as HTMLElement).focus({ preventScroll: true });
    });
    if ((await changed(held, left)) < LEAST) found.push(stop);
  }
  return found;
}

/** Moves to the next stop and returns its HTML; undefined at the end of the page. */
async function next(page: Page): Promise<string | undefined> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body || one.hasAttribute("data-stopped")) return undefined;
    one.setAttribute("data-stopped", "");
    return one.outerHTML.slice(0, 120);
  });
}

/** Number of pixels that clearly differ between two screenshots. */
async function changed(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (one === undefined || two === undefined) return 0;
  let dots = 0;
  for (let i = 0; i < one.length; i += 3) {
    const by = [0, 1, 2].reduce((sum, c) => sum + Math.abs((one[i + c] ?? 0) - (two[i + c] ?? 0)), 0);
    if (by > 120) dots++;
  }
  return dots;
}

const VIOLET =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><path fill="#55269b" d="M0 0h800v450H0z"/></svg>';
const BODY = `[![Un schéma du programme](/violet.svg)](/image.svg)

Un paragraphe.

::video[Demo Day]{url=https://www.dailymotion.com/video/x7zgtds poster=/violet.svg}
`;

/** A page of the site of every kind of page, with pictures that are links and a poster in the accent colour. */
async function opened(path: string, how: BrowserContextOptions, more = {}): Promise<Page> {
  const site = everyKind({
    "public/violet.svg": VIOLET,
    "content/posts/2026-03-04-film.md": post("Un film", BODY),
    ...more,
  });
  const page = await browser.newPage({
    viewport: { width: 640, height: 480 },
    reducedMotion: "reduce",
    ...how,
  });
  await page.goto((await serveSite(`${site.root}/_site`)) + path, { waitUntil: "networkidle" });
  return page;
}

const film = PAGES["video"] ?? "";
const list = PAGES["blog, second page"] ?? "";

describe("visible focus", () => {
  it.each<[string, string, BrowserContextOptions]>([
    ["with pictures and a player", film, {}],
    ["with pictures and a player, by night", film, { colorScheme: "dark" }],
    ["with pictures and a player, in the system's own colours", film, { forcedColors: "active" }],
    ["of a list, in the system's own colours", list, { forcedColors: "active" }],
  ])(
    "is found at every stop of a page %s",
    async (_, path, how) => {
      const page = await opened(path, how);
      expect(await unseen(page)).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it("is reported missing if nothing is drawn", async () => {
    const page = await opened(
      PAGES["page"] ?? "",
      {},
      { "layouts/assets/css/zz.css": ".breadcrumbs a:focus-visible { outline: 3px solid transparent }" },
    );
    expect((await unseen(page)).map((one) => one.replace(/<[^>]*>/g, ""))).toEqual(["Accueil"]);
    await page.close();
  }, 60_000);
});
