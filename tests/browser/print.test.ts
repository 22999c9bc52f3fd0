/// <reference lib="dom" />
// Printed pages: each part stays on the sheet where it has room, and nothing that takes an action on screen is missing.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";

usesBrowser();

async function opened(body: string): Promise<Page> {
  const files = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier article", body),
    "public/image.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect/></svg>',
  };
  const site = makeBuiltSite(files, ["--no-search"]);
  const page = await browser.newPage();
  await page.goto(`${await serveSite(`${site.root}/_site`)}blog/2026/03/02/premier/`, {
    waitUntil: "networkidle",
  });
  return page;
}

/** Number of A4 sheets that a page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** A part that is a picture with its caption, a third of a sheet high. */
const part = (title: string): string => `## ${title}\n\n![Un rectangle](/image.svg)\n*Sa légende.*\n\n`;

it("parts with pictures stay on the sheet where they have room, the first below the head of the post", async () => {
  const page = await opened(`Un paragraphe.\n\n${part("Un")}${part("Deux")}`);
  // If parts were kept together, the first sheet would have only the head, and there would be a third.
  expect(await sheets(page)).toBe(2);
  await page.close();
});

it("folded details are printed open, and the footers are not split", async () => {
  const page = await opened("<details><summary>Un détail</summary>\n\nUn texte replié.\n\n</details>");
  const folded = page.getByText("Un texte replié.");
  expect(await folded.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await folded.evaluate((one) => one.checkVisibility())).toBe(true);
  for (const foot of await page.locator(".post-footer, .site-footer").all())
    expect(await foot.evaluate((one) => getComputedStyle(one).breakInside)).toBe("avoid");
  await page.close();
});

it("a post of a list is not split between two sheets", async () => {
  const page = await opened("Un texte.");
  await page.goto(new URL("/blog/", page.url()).href);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".post-row").evaluate((one) => getComputedStyle(one).breakInside)).toBe("avoid");
  await page.close();
});

it("a table wider than a sheet widens the page, so that browsers scale it and cut no column", async () => {
  const row = (cell: string): string => `|${` ${cell} |`.repeat(12)}\n`;
  const page = await opened(row("Département") + row("---") + row("Seine-Maritime"));
  // The width of an A4 sheet between its margins, in CSS pixels.
  await page.setViewportSize({ width: 718, height: 1000 });
  const widths = (): Promise<{ page: number; table: number }> =>
    page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      table: Math.floor(document.querySelector("table")?.getBoundingClientRect().right ?? 0),
    }));
  expect((await widths()).page).toBe(718);
  await page.emulateMedia({ media: "print" });
  const printed = await widths();
  expect(printed.table).toBeGreaterThan(718);
  expect(printed.page).toBeGreaterThanOrEqual(printed.table);
  await page.close();
});

it("notes and tables are smaller than the text, as on screen", async () => {
  const page = await opened("Un texte[^1].\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n[^1]: Une note.");
  await page.emulateMedia({ media: "print" });
  const size = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const text = await size(".prose > p");
  for (const one of [".footnotes li", "td"]) expect([one, (await size(one)) < text]).toEqual([one, true]);
  await page.close();
});

it("nothing around the text is a flex or grid container, in which Safari cuts lines between two sheets", async () => {
  const page = await opened("Un texte.");
  await page.emulateMedia({ media: "print" });
  const displays = await page.locator(".prose").evaluate((prose) => {
    const around: string[] = [];
    for (let one: Element | null = prose; one !== null; one = one.parentElement)
      around.push(getComputedStyle(one).display);
    return around;
  });
  expect(new Set(displays)).toEqual(new Set(["block"]));
  await page.close();
});

it("what is in the margin on screen begins where the text does on a sheet as wide as a screen", async () => {
  const page = await opened("Un texte.");
  // A landscape sheet; WebKit lays out portrait ones as wide.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ media: "print" });
  const begins = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return Math.round(range.getBoundingClientRect().left);
    });
  const text = await begins(".prose");
  for (const one of ["h1", ".post-meta time", ".author-name"])
    expect([one, await begins(one)]).toEqual([one, text]);
  await page.goto(new URL("/", page.url()).href);
  expect(await begins(".lead > .label")).toBe(text);
  await page.close();
});
