/// <reference lib="dom" />
// Text twice as large as usual, or spaced as a reader chooses, in a narrow window: all of it is shown, in lines that hold a word.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

const SOUND = "blog/2026/02/03/son/";

/** A list of posts with pictures, and a sound, which browsers make 300 pixels wide. */
const MORE = {
  "content/posts/2026-02-03-son.md": post(
    "Un entretien sur les territoires",
    '<audio src="/son.mp3" controls></audio>',
    "image: /image.svg\n",
  ),
  "public/son.mp3": "ID3",
};

/** What is beyond the edges of the window, and words of at most eight signs that are broken over lines. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Readers of 127.0.0.1 have nothing to answer.
    for (const one of document.querySelectorAll<HTMLElement>(".audience-answers")) one.hidden = false;
    const isBroken = (text: Text): boolean =>
      [...text.data.matchAll(/\S+/g)].some(({ index, 0: word }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return word.length <= 8 && new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
      });
    return [...document.querySelectorAll<HTMLElement>("body *")].flatMap((one) => {
      const { position, clipPath } = getComputedStyle(one);
      const other = one.closest("h1, .table-scroll, pre, .visually-hidden, .skip-link, svg") !== null;
      if (other || position === "absolute" || clipPath !== "none" || !one.checkVisibility()) return [];
      const name = one.outerHTML.slice(0, 100);
      const { left, right, width } = one.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1)) return [`beyond the window: ${name}`];
      const broken = [...one.childNodes].some((node) => node instanceof Text && isBroken(node));
      return broken ? [`broken word: ${name}`] : [];
    });
  });
}

it.each([320, 360])(
  "has no part beyond a window of %i pixels and no short word broken, on any kind of page, from left or right",
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    const url = await serveSite(`${everyKind(MORE).root}/_site`);
    const found: string[] = [];
    for (const path of [...Object.values(PAGES), "serie/", SOUND]) {
      await page.goto(url + path);
      for (const dir of ["ltr", "rtl"]) {
        await page.evaluate((way) => {
          document.documentElement.dir = way;
          document.documentElement.style.fontSize = "200%";
        }, dir);
        for (const fault of await faults(page)) found.push(`${path} ${dir} ${fault}`);
      }
    }
    expect(found).toEqual([]);
    await page.close();
  },
  60_000,
);

/** The text spacing that WCAG 1.4.12 and RGAA 10.12 test. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";

/** Doubles the size of text, and spaces it. */
function spaceLargeText(page: Page): Promise<void> {
  return page.evaluate((rule) => {
    document.documentElement.style.fontSize = "200%";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
}

/** Elements that hide the end of their text. */
function cutShort(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1)
      .filter((one) => {
        const { overflowY, clipPath } = getComputedStyle(one);
        return overflowY === "hidden" && clipPath === "none";
      })
      .map((one) => one.outerHTML.slice(0, 100)),
  );
}

it("cuts no description short, on a phone or a desktop, with large or spaced text", async () => {
  const long = post("Un entretien", "Un texte.", "image: /image.svg\n").replace(
    /description: .*/,
    `description: "${"Ce que l’équipe a fait, avec qui, et ce qu’elle en a retenu pour la suite. ".repeat(3)}"`,
  );
  const url = await serveSite(`${everyKind({ "content/posts/2026-02-04-long.md": long }).root}/_site`);
  const found: string[] = [];
  for (const width of [320, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    for (const path of ["", "blog/page/2/", "blog/2026/02/04/long/"]) {
      await page.goto(url + path);
      const faults = await cutShort(page);
      await spaceLargeText(page);
      for (const fault of [...faults, ...(await cutShort(page))])
        found.push(`${path} ${String(width)} ${fault}`);
    }
    await page.close();
  }
  expect(found).toEqual([]);
}, 30_000);

it("holds long words of the site's title, and all that the poster of a document says, at 400 % of a desktop", async () => {
  const site = makeBuiltSite({
    "content/site.yaml":
      SITE_YAML.replace("Mon carnet", "Désinstitutionnalisation, anticonstitutionnellement") +
      "embeds: { allow: [data.example.org] }\n",
    "content/posts/2026-03-02-pages.md": post(
      "Des pages",
      '<iframe height="650" src="https://data.example.org/#promo" title="Ce que l’équipe a retenu de la promotion, en douze pages"></iframe>',
    ),
  });
  const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
  await page.goto(`${await serveSite(`${site.root}/_site`)}blog/2026/03/02/pages/`);
  const measures = (): Promise<number[]> =>
    page.evaluate(() => {
      const poster = document.querySelector(".player-poster");
      const beyond = document.documentElement.scrollWidth - innerWidth;
      return [beyond, poster === null ? NaN : poster.scrollHeight - poster.clientHeight];
    });
  expect(await measures()).toEqual([0, 0]);
  await spaceLargeText(page);
  expect(await measures()).toEqual([0, 0]);
  await page.close();
});
