/// <reference lib="dom" />
// Positions of the parts of a page when a site's texts are longer or shorter than usual.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";

usesBrowser();

const MENTIONS = "---\ntitle: Mentions\n---\n\n## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC.\n";

/** The site of the tests that need no settings of their own: it is built once all have added their articles. */
const COMMON: Record<string, string> = {
  "content/site.yaml": SITE_YAML,
  "content/pages/mentions.md": MENTIONS,
};

/** Adds an article to that site, and returns its address. */
function added(name: string, article: string): string {
  COMMON[`content/posts/2026-03-02-${name}.md`] = article;
  return `blog/2026/03/02/${name}/`;
}

/** A page of a built site, in a window of this width. */
async function opened(path: string, width: number, files = COMMON): Promise<Page> {
  const site = makeBuiltSite(files);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto((await serveSite(`${site.root}/_site`)) + path);
  return page;
}

const ARTICLE = "blog/2026/03/02/premier/";

/** A site of its own, with one article. */
const siteOf = (article: string, yaml = SITE_YAML, files: Record<string, string> = {}): typeof COMMON => ({
  "content/site.yaml": yaml,
  "content/posts/2026-03-02-premier.md": article,
  ...files,
});

const box = (page: Page, selector: string): Promise<DOMRect> =>
  page.locator(selector).evaluate((one) => one.getBoundingClientRect());

describe("the margin of an article", () => {
  const signed = post(
    "Titre",
    "## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC.",
    "corrections: [Un chiffre.]\n",
  ).replace(
    "Équipe éditoriale",
    `[${Array.from({ length: 9 }, (_, i) => `{ name: Personne ${String(i)}, role: rédactrice }`).join(", ")}]`,
  );
  const path = added("signed", signed.replace("author:", "authors:"));

  it("stays beside the text, which begins right below its head", async () => {
    const page = await opened(path, 1280);
    const [head, corrections, text, meta, toc] = await Promise.all(
      [".post-header", ".corrections", ".prose", ".post-meta", ".toc"].map((one) => box(page, one)),
    );
    expect(corrections?.top).toBe(head?.bottom);
    expect((text?.top ?? Infinity) - (corrections?.bottom ?? 0)).toBeLessThan(30);
    expect(meta?.bottom).toBeGreaterThan((text?.top ?? Infinity) + 100);
    expect(toc?.top).toBe(meta?.bottom);
    expect(corrections?.right).toBe(text?.right);
    await page.close();
  });

  it("leaves room around the links of the contents, where scrolling would cut off their outline", async () => {
    const page = await opened(path, 1280);
    const room = await page.locator(".toc").evaluate((toc) => {
      const around = toc.getBoundingClientRect();
      return [...toc.querySelectorAll("a")].map((one) => {
        const { left, right, bottom } = one.getBoundingClientRect();
        return Math.min(left - around.left, around.right - right, around.bottom - bottom);
      });
    });
    expect(room).toHaveLength(3);
    expect(Math.min(...room)).toBeGreaterThanOrEqual(6);
    await page.close();
  });

  it("begins with the contents, level with the text, if it has nothing else", async () => {
    const page = await opened("mentions/", 1280);
    expect((await box(page, ".toc")).top).toBe((await box(page, ".prose")).top);
    await page.close();
  });
});

COMMON["content/posts/2025-09-23-dated.md"] = post("Titre");

it("a date wider than the margin, with a browser's minimum font size, goes on in a second line", async () => {
  const page = await opened("blog/2025/09/23/dated/", 1280);
  const { height } = await box(page, ".post-meta time");
  await page.locator(".post-meta time").evaluate((one) => {
    one.style.fontSize = "28px";
  });
  const [title, margin, date] = await Promise.all(
    ["h1", ".post-meta", ".post-meta time"].map((one) => box(page, one)),
  );
  expect(date?.height).toBeGreaterThan(2 * height);
  expect(date?.right).toBeLessThanOrEqual(margin?.right ?? 0);
  expect(margin?.right).toBeLessThan(title?.left ?? 0);
  await page.close();
});

it.each(["blog/", "mots-cles/"])(
  "what a list without entries says in /%s is beside the margin",
  async (path) => {
    const page = await opened(path, 1280, {
      "content/site.yaml": SITE_YAML,
      "content/pages/mentions.md": MENTIONS,
    });
    const [title, said] = await Promise.all([box(page, "h1"), box(page, ".page-header ~ p:not(.more)")]);
    expect(said.left).toBe(title.left);
    await page.close();
  },
);

describe("what a layout of the site adds to an article", () => {
  const withMore = (block: string): string =>
    `{% block ${block} %}{{ super() }}<p>${block} 1</p><p>${block} 2</p>{% endblock %}`;
  const BLOCKS = ["article_header", "article_meta", "article_content", "article_footer"];
  const layout = `{% extends "carnet/post.njk" %}${BLOCKS.map(withMore).join("")}`;

  it.each([
    ["with corrections", "corrections: [Un chiffre.]\n"],
    ["without", ""],
  ])("is shown in its order, one below the other, in an article %s", async (_, head) => {
    const files = { "layouts/post.njk": layout };
    const site = siteOf(post("Titre", "Le texte.", head), SITE_YAML, files);
    const page = await opened(ARTICLE, 1280, site);
    const shown = await page.locator(".post > :not(.post-meta)").evaluateAll((all) =>
      all.map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return { name: one.getAttribute("class") ?? one.textContent, top, bottom };
      }),
    );
    expect(shown).toHaveLength(head ? 12 : 11);
    const names = shown.map(({ name }) => name);
    expect([...shown].sort((a, b) => a.top - b.top).map(({ name }) => name)).toEqual(names);
    for (const [at, one] of shown.entries())
      expect(shown[at + 1]?.top ?? Infinity, one.name).toBeGreaterThanOrEqual(one.bottom);
    await page.close();
  });
});

const TABLE =
  "| Commune | Parcelles | Mise à jour | Remarque |\n|---|---|---|---|\n| Quimper | 41 208 | 12 septembre 2026 | Les anomalies viennent de la fusion de 1960 |";
const WIDE = added("table", post("Titre", `Le texte.\n\n${TABLE}`));

it("a wide table has the space opposite the margin before its cells break their lines", async () => {
  const page = await opened(WIDE, 1280);
  const [frame, text] = await Promise.all([".table-scroll", ".prose"].map((one) => box(page, one)));
  expect(frame?.width).toBeGreaterThan(text?.width ?? Infinity);
  expect(frame?.right).toBeLessThanOrEqual((await box(page, ".sheet")).right);
  await page.close();
});

describe("on a phone", () => {
  /** Number of lines that each word of a text takes. */
  const lines = (page: Page, selector: string): Promise<number[]> =>
    page.locator(selector).evaluate((one) => {
      const text = one.firstChild as Text;
      return [...text.data.matchAll(/\S+/g)].map(({ index, 0: word }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length;
      });
    });

  it.each([320, 360])("a title does not break a word of eighteen letters at %i pixels", async (width) => {
    const title = "Une mission interministérielle";
    const site = siteOf(post(title), SITE_YAML.replace("Mon carnet", title));
    const page = await opened("", width, site);
    expect(await lines(page, "h1")).toEqual([1, 1, 1]);
    await page.goto(new URL(ARTICLE, page.url()).href);
    expect(await lines(page, "h1")).toEqual([1, 1, 1]);
    await page.close();
  });

  it("a long word of the site's title is not broken beside a wide logo, nor is the page too wide at 200 %", async () => {
    const logo =
      '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><path d="M0 0h160v40H0z"/></svg>';
    const yaml =
      "title: La mission interministérielle\nurl: https://blog.example.org\ntheme: { logo: /l.svg }\n";
    const page = await opened(ARTICLE, 360, siteOf(post("Titre"), yaml, { "public/l.svg": logo }));
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(360);
    expect(await lines(page, ".site-title span")).toEqual([1, 1, 1]);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await width()).toBe(360);
    await page.close();
  });

  const parts = added("parts", post("Titre", "## Un\n\n### a\n\nA.\n\n## Deux\n\nB."));
  const alone = added("alone", post("Titre", "## Un\n\n### a\n\nA.\n\n### b\n\nB."));

  it("contents list the parts, and the sections of a part that is alone", async () => {
    const named = async (path: string): Promise<string[]> => {
      const page = await opened(path, 360);
      await page.locator(".toc summary").click();
      const links = await page.locator(".toc a:visible").allInnerTexts();
      await page.close();
      return links;
    };
    expect(await named(parts)).toEqual(["Un", "Deux"]);
    expect(await named(alone)).toEqual(["Un", "a", "b"]);
  });
});

describe("the contents of an article", () => {
  const path = added("contents", post("Titre", "## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC."));

  it("are folded on a phone, above the text, until their title is pressed", async () => {
    const page = await opened(path, 360);
    const links = page.locator(".toc a:visible");
    expect(await links.count()).toBe(0);
    expect((await box(page, ".toc")).height).toBeLessThan(60);
    await page.getByRole("heading", { name: "Sommaire" }).click();
    expect(await links.allInnerTexts()).toEqual(["Un", "Deux", "Trois"]);
    await page.close();
  });

  it("are open in the margin, where the Tab key stops at the links alone", async () => {
    const page = await opened(path, 1280);
    expect(await page.locator(".toc a:visible").count()).toBe(3);
    await page.locator(".post-meta a").last().focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Un");
    expect(await page.getByRole("heading", { name: "Sommaire" }).count()).toBe(1);
    await page.close();
  });
});

const TASKS = added("tasks", post("Titre", "- [x] fait\n- [ ] à faire"));

it("boxes of tasks have the edge of a field, which browsers give to none that cannot be ticked, and a mark if done", async () => {
  const page = await opened(TASKS, 360);
  const drawn = await page.locator(".task input").evaluateAll((all) =>
    all.map((one) => {
      const { appearance, borderTopColor } = getComputedStyle(one);
      const { content, borderRightColor } = getComputedStyle(one, "::before");
      return [appearance, borderTopColor, content === "none" ? "none" : borderRightColor];
    }),
  );
  const [field, accent] = ["rgb(133, 124, 146)", "rgb(85, 38, 155)"];
  expect(drawn).toEqual([
    ["none", field, accent],
    ["none", field, "none"],
  ]);
  await page.close();
});

COMMON["public/badge.svg"] =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><path d="M0 0h90v20H0z"/></svg>';
const BADGES = added(
  "badges",
  post("Titre", "![Insigne](/badge.svg) [![Insigne](/badge.svg)](/mentions/) ![Insigne](/badge.svg)"),
);

it("small pictures of a paragraph stand in one line, with or without a link", async () => {
  const page = await opened(BADGES, 1280);
  const boxes = await page
    .locator(".prose img")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([90, 20]));
  expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1);
  await page.close();
});

const FRAME = '<iframe src="https://www.dailymotion.com/video/x7zgtds" title="Demo Day"></iframe>';
const WRAPPED =
  '<div class="encadré">\n\nTrois.\n\nQuatre.\n\n</div>\n\n<section><p>Cinq.</p><p>Six.</p></section>';
const SPACED = added(
  "spaced",
  post("Titre", `Un.\n\nDeux.\n\n${WRAPPED}\n\n${FRAME}\n\n| a |\n|---|\n| b |`),
);

it("paragraphs that an author wraps are spaced like others, and the theme's own wrappers add no space", async () => {
  const page = await opened(SPACED, 360);
  const above = async (text: string): Promise<string> =>
    page.getByText(text, { exact: true }).evaluate((one) => getComputedStyle(one).marginBlockStart);
  const usual = await above("Deux.");
  expect(parseFloat(usual)).toBeGreaterThan(10);
  for (const text of ["Quatre.", "Six."]) expect(await above(text), text).toBe(usual);
  for (const text of ["Trois.", "Cinq."]) expect(await above(text), text).toBe("0px");
  const rooms = await page
    .locator(".player > *, .player-poster > *, .table-scroll > *")
    .evaluateAll(
      (all, unlike) => all.filter((one) => getComputedStyle(one).marginBlockStart === unlike).length,
      usual,
    );
  expect(rooms).toBe(0);
  await page.close();
});

it("short quotations of a French text have its signs and their spaces, in whatever language they are", async () => {
  const path = added(
    "quotations",
    post("Titre", 'Un <q lang="en">deux <q>trois</q></q>.\n\n<p lang="en">One <q>two</q></p>'),
  );
  const page = await opened(path, 800);
  const signs = await page
    .locator(".prose q")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).quotes));
  expect(signs).toEqual([`"«\u00a0" "\u00a0»" "“" "”"`, `"«\u00a0" "\u00a0»" "“" "”"`, "auto"]);
  await page.close();
});

it("the search form fits a phone at 200 %", async () => {
  const page = await opened("perdue/", 360);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  for (const part of [".search-form label", ".search-field", ".search-submit"])
    expect((await box(page, part)).right).toBeLessThan(360);
  await page.close();
});

describe("the title of a home page", () => {
  // Safari sizes letters by the whole window when a page is zoomed: 64 pixels high at 200 % on a desktop.
  it.each([390, 640, 800, 959, 960, 1280])("has room between its lines at %i pixels", async (width) => {
    const title = "Entrepreneurs et entrepreneuses d’intérêt général, le carnet des promotions";
    const site = siteOf(post("Titre"), SITE_YAML.replace("Mon carnet", title));
    const page = await opened("", width, site);
    const room = (): Promise<number> =>
      page.locator("h1").evaluate((one) => {
        const { fontSize, lineHeight } = getComputedStyle(one);
        return parseFloat(lineHeight) / parseFloat(fontSize);
      });
    expect((await box(page, "h1")).height).toBeGreaterThan(90);
    expect(await room()).toBeGreaterThan(1.05);
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--step-5", "4rem");
    });
    expect(await room()).toBeGreaterThan(1.05);
    await page.close();
  });
});

/** A site in Arabic. */
const RIGHT_TO_LEFT = siteOf(
  post("مقال أول", "## عنوان\n\nنص.\n\n## آخر\n\nنص.\n\n## ثالث\n\nنص."),
  `${SITE_YAML}lang: ar\n`,
  { "content/posts/2026-03-01-film.md": post("فيلم", FRAME) },
);

describe("a player in a right-to-left page", () => {
  it("does not mirror its play sign, and centres its notice", async () => {
    const page = await opened("blog/2026/03/01/film/", 360, RIGHT_TO_LEFT);
    const sign = await page.locator(".player-button").evaluate((one) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(one, "::before");
      return [parseFloat(borderLeftWidth) > 0, parseFloat(borderRightWidth) > 0];
    });
    expect(sign).toEqual([true, false]);
    const notice = await page.locator(".player-notice").evaluate((one) => {
      const { textAlign, unicodeBidi } = getComputedStyle(one);
      return { textAlign, unicodeBidi };
    });
    expect(notice).toEqual({ textAlign: "center", unicodeBidi: "plaintext" });
    await page.close();
  });
});

it("in forced colours, the current page is underlined in the menu, not outlined over its letters", async () => {
  const page = await opened("blog/", 360);
  await page.emulateMedia({ forcedColors: "active" });
  const current = await page.locator(".site-nav [aria-current]").evaluate((one) => {
    const { outlineStyle, borderBottomWidth, borderBottomStyle } = getComputedStyle(one);
    return { outlineStyle, line: `${borderBottomWidth} ${borderBottomStyle}` };
  });
  expect(current).toEqual({ outlineStyle: "none", line: "3px solid" });
  await page.close();
});

it("the link to the search is underlined on the search page, as the current page is in the menu", async () => {
  const page = await opened("recherche/", 1280);
  const lineOf = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).boxShadow);
  const current = await lineOf(".search-link");
  await page.goto(page.url().replace("recherche/", "blog/"));
  expect(await lineOf(".site-nav [aria-current]")).toBe(current);
  expect(await lineOf(".search-link")).not.toBe(current);
  await page.close();
});

it("texts in the margin of a right-to-left page end at its line", async () => {
  const page = await opened(ARTICLE, 1280, RIGHT_TO_LEFT);
  const said = (...selectors: string[]): Promise<number[]> =>
    page.locator(selectors.join(", ")).evaluateAll((all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return Math.round(range.getBoundingClientRect().left);
      }),
    );
  const article = await said(
    ".post-meta time",
    ".post-meta > p:not(:has(time), .visually-hidden)",
    ".author-name",
    ".toc .label",
    ".toc a",
  );
  expect(article).toHaveLength(7);
  expect(new Set(article.map((left) => left - (article[0] ?? 0)))).toEqual(new Set([0]));
  await page.goto(new URL("/", page.url()).href);
  expect(await said(".lead > .label")).toEqual([article[0]]);
  await page.close();
});
