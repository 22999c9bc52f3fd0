/// <reference lib="dom" />
// Every kind of page for a keyboard, a finger and a screen reader.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axeFaults } from "./axe.ts";
import { openSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, OWN_LAYOUTS, PAGES, WIDE } from "./every-kind.ts";
import { hiddenFocus, smallTargets } from "./hands.ts";

usesBrowser();

const WIDTHS = [360, 1280] as const;
/** Pages that a desktop shows otherwise than a phone; of the others, only the width of lines differs. */
const WIDER = ["home", "article", "search", "person"];

/** Classes of the lists outside of menus that Safari announces as no list. */
const lostLists = (page: Page): Promise<(string | undefined)[]> =>
  page.locator("li:visible").evaluateAll((all) =>
    all
      .filter((one) => one.closest("nav") === null)
      .filter((one) => {
        const { display, listStyleType } = getComputedStyle(one);
        return display !== "list-item" || listStyleType === "none";
      })
      .map((one) => one.parentElement?.className),
  );

it("no kind of page has an axe fault, in either colour scheme, on a phone or a desktop, nor a list that is none", async () => {
  const { page, url } = await openSite(everyKind());
  for (const [kind, path] of Object.entries(PAGES)) {
    await page.goto(url + path);
    expect(await lostLists(page), path).toEqual([]);
    for (const width of WIDTHS.slice(0, WIDER.includes(kind) ? 2 : 1)) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      expect(await axeFaults(page), `${path} ${String(width)}`).toEqual([]);
      // In the dark scheme, only colours differ.
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await axeFaults(page, "cat.color"), `${path} dark ${String(width)}`).toEqual([]);
    }
  }
}, 180_000);

it("every kind of page has targets large enough for a finger, and visible keyboard focus", async () => {
  const { page, url } = await openSite(everyKind());
  for (const [kind, path] of Object.entries(PAGES))
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url + path);
      expect(await smallTargets(page), `${path} ${String(width)}`).toEqual([]);
      if (width > 360 && !WIDER.includes(kind)) continue;
      const { stops, faults } = await hiddenFocus(page);
      expect(faults, `${path} ${String(width)}`).toEqual([]);
      expect(stops).toBeGreaterThan(8);
    }
}, 180_000);

it("a defect would be found: a low target, focus that shows nothing, a picture without words", async () => {
  const { page } = await openSite(everyKind(OWN_LAYOUTS), ARTICLE);
  expect((await smallTargets(page)).join()).toContain("Articles ");
  expect((await hiddenFocus(page)).faults.join()).toContain("no outline: ");
  expect((await axeFaults(page)).join()).toContain("image-alt: ");
});

it.each([360, 768, 1280])("the Tab key follows what is seen in the header at %i pixels", async (width) => {
  const { page, url } = await openSite(everyKind(), "", { viewport: { width, height: 800 } });
  for (const path of ["", "blog/"]) {
    await page.goto(url + path);
    const places: { x: number; y: number }[] = [];
    // The skip link is first.
    await page.keyboard.press("Tab");
    for (;;) {
      await page.keyboard.press("Tab");
      // The middle of a stop in the header, in lines of half the height of one.
      const place = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one?.closest(".site-header")) return undefined;
        const { left, top, height } = one.getBoundingClientRect();
        return { x: left, y: Math.round((top + height / 2) / 22) };
      });
      if (place === undefined) break;
      places.push(place);
    }
    expect(places.length).toBeGreaterThan(8);
    const stray = places.filter(({ x, y }, i) => {
      const before = places[i - 1];
      return before !== undefined && (y < before.y || (y === before.y && x <= before.x));
    });
    expect(stray).toEqual([]);
  }
});

it("in forced colours focus stays visible", async () => {
  const { page } = await openSite(everyKind(), ARTICLE, { forcedColors: "active" });
  expect((await hiddenFocus(page)).faults).toEqual([]);
});

it("a wide table and wide code are stops of the Tab key, and only where they scroll", async () => {
  const { page } = await openSite(everyKind(), WIDE, { viewport: { width: 360, height: 800 } });
  const stops = (): Promise<string[]> =>
    page.locator(".prose [tabindex='0']").evaluateAll((all) => all.map((one) => one.localName));
  await expect.poll(stops).toEqual(["section"]);
  await page.setViewportSize({ width: 1600, height: 800 });
  await expect.poll(stops).toEqual([]);
});
