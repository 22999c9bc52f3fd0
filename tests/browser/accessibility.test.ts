/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults } from "./axe.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";
import { hiddenFocus, smallTargets } from "./hands.ts";

usesBrowser();

const WIDTHS = [360, 1280] as const;

/** Expects no axe fault on an open page at each width, in either colour scheme. */
async function expectNoFault(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
    expect(await axeFaults(page), `${name} ${String(width)}`).toEqual([]);
    // In the dark scheme, only colours differ.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFaults(page, "cat.color"), `${name} dark ${String(width)}`).toEqual([]);
  }
}

describe("every kind of page, in either colour scheme, on a phone or a desktop", () => {
  it("has no axe fault", async () => {
    const url = await serveSite(`${everyKind().root}/_site`);
    // Without reduced motion, axe could see colours in transition.
    const page = await browser.newPage({ reducedMotion: "reduce" });
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(url + path);
      await expectNoFault(page, kind);
    }
    await page.close();
  }, 180_000);

  it("has targets large enough for a finger, and visible keyboard focus", async () => {
    const url = await serveSite(`${everyKind().root}/_site`);
    const found: string[] = [];
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const [kind, path] of Object.entries(PAGES)) {
        await page.goto(url + path);
        const { stops, faults } = await hiddenFocus(page);
        for (const fault of [...(await smallTargets(page)), ...faults])
          found.push(`${kind} ${String(width)}: ${fault}`);
        expect(stops, `${kind} ${String(width)}`).toBeGreaterThan(8);
      }
      await page.close();
    }
    expect(found).toEqual([]);
  }, 180_000);

  it("has lists that Safari announces as lists: in a menu, or of items displayed as list items with a marker", async () => {
    const url = await serveSite(`${everyKind().root}/_site`);
    const seen = new Set<string>();
    const lost = new Set<string>();
    const page = await browser.newPage();
    for (const path of Object.values(PAGES)) {
      await page.goto(url + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const items = await page.locator("li:visible").evaluateAll((all) =>
          all
            .filter((one) => one.closest("nav") === null)
            .map((one) => {
              const { display, listStyleType } = getComputedStyle(one);
              const list = `.${one.parentElement?.className.replace(/ .*/, "") ?? ""}`;
              return { list, isItem: display === "list-item" && listStyleType !== "none" };
            }),
        );
        for (const { list, isItem } of items) (isItem ? seen : lost).add(list);
      }
    }
    await page.close();
    expect([...lost]).toEqual([]);
    for (const list of [".authors", ".feed-list", ".members", ".post-list", ".index", ".task-list"])
      expect(seen).toContain(list);
  }, 60_000);

  it("hides the separators of breadcrumbs from screen readers", async () => {
    const page = await browser.newPage();
    await page.goto((await serveSite(`${everyKind().root}/_site`)) + ARTICLE);
    const way = await page.getByRole("navigation", { name: "Fil d’Ariane" }).ariaSnapshot();
    expect(way).toContain("Un article");
    expect(way.replace(/- \/url: .*/g, "")).not.toContain("/");
    await page.close();
  });

  it("keeps visible focus in forced colours, and animates nothing if motion is reduced", async () => {
    const url = await serveSite(`${everyKind().root}/_site`);
    const page = await browser.newPage({ forcedColors: "active", reducedMotion: "reduce" });
    for (const path of Object.values(PAGES)) {
      await page.goto(url + path);
      expect((await hiddenFocus(page)).faults, path).toEqual([]);
      const moving = await page.evaluate(
        () =>
          getComputedStyle(document.documentElement).scrollBehavior === "smooth" ||
          [...document.querySelectorAll("a, button")].some(
            (one) => parseFloat(getComputedStyle(one).transitionDuration) > 0,
          ),
      );
      expect(moving, path).toBe(false);
    }
    await page.close();
  }, 60_000);
});

describe("an archived site with a notice", () => {
  it("shows both in named regions, without axe faults in either colour scheme", async () => {
    const yaml =
      "title: Mon carnet\nurl: https://blog.example.org\narchived: 2026-05-31\nnotice: { text: Le site sera coupé le 15 janvier., url: /blog/ }\n";
    const url = await serveSite(`${everyKind({ "content/site.yaml": yaml }).root}/_site`);
    const page = await browser.newPage({ reducedMotion: "reduce" });
    for (const path of ["", ARTICLE]) {
      await page.goto(url + path);
      const banner = page.getByRole("complementary", { name: "Site archivé" });
      expect(await banner.innerText()).toContain("31 mai 2026");
      const notice = page.getByRole("complementary", { name: "Annonce" });
      await notice.getByRole("link", { name: "Le site sera coupé le 15 janvier." }).waitFor();
      await expectNoFault(page, path);
    }
    await page.close();
  }, 60_000);
});

describe("a defect is reported", () => {
  it("by axe: a picture without alternative text, low contrast, a small target", async () => {
    const site = everyKind({
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_cover %}<img src="/image.svg" width="80" height="50"><p class="grey">Gris</p><p class="tiny"><a href="/">a</a><a href="/blog/">b</a></p>{% endblock %}',
      "layouts/assets/css/zz.css":
        ".grey { color: #999; background: #aaa } .tiny a { display: inline-block; inline-size: 9px; block-size: 9px; overflow: hidden }",
    });
    const page = await browser.newPage();
    await page.goto((await serveSite(`${site.root}/_site`)) + ARTICLE);
    const found = (await axeFaults(page)).map((fault) => fault.split(":")[0]);
    expect(found).toEqual(expect.arrayContaining(["image-alt", "color-contrast", "target-size"]));
    await page.close();
  });

  it("if a link is too low for a finger, if focus shows nothing, and if something covers it", async () => {
    const site = everyKind({
      "layouts/assets/css/zz.css": `.site-nav a { min-block-size: 0; line-height: 1 }
.site-footer a:focus-visible { outline: none }
.post-footer { position: relative }
.post-footer::after { content: ""; position: absolute; inset: 0; background: #fff; z-index: 9 }`,
    });
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto((await serveSite(`${site.root}/_site`)) + ARTICLE);
    expect(await smallTargets(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^Articles /)]));
    const { faults } = await hiddenFocus(page);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^no outline: .*mentions/),
        expect.stringMatching(/^covered: .*Méthode/),
      ]),
    );
    await page.close();
  });
});
