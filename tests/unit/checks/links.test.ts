import { describe, expect, it, test } from "vitest";
import { createLinkCheck, type LinkCheckInput } from "../../../src/checks/links.ts";
import type { Reference } from "../../../src/markdown/types.ts";

const file = "content/posts/2021-04-01-bilan.md";
const url = "/blog/2021/04/01/bilan/";
const PLACE = { file: "content/site.yaml", line: 3, column: 1 };
const DRAFT = "/blog/2021/05/01/idee/";

/** A small site with one text that has these links. */
function inputOf(hrefs: readonly string[], changes: Partial<LinkCheckInput> = {}): LinkCheckInput {
  const ids = () => ["des-projets", "conclusion"];
  const references = hrefs.map((href, n): Reference => {
    return { kind: "link", href, text: "un lien", line: 10 + n, column: 3 };
  });
  return {
    site: { homes: [{ host: "blog.example.org", path: "/" }], alsoServed: ["/defis/"], basePath: "/" },
    pages: new Map([
      [url, ids],
      ["/blog/2018/05/29/pourquoi-devenir-eig/", () => ["les-défis", "candidater"]],
      ["/a-propos/", () => ["equipe"]],
      ["/", undefined],
      ["/mots-cles/donn%C3%A9es/", undefined],
      ["/docs/Rapport.pdf", undefined],
      ["/jeu/index.html", undefined],
    ]),
    redirects: [{ from: "/ancien", to: "/a-propos/", place: PLACE }],
    settingLinks: [],
    withheld: new Set([DRAFT]),
    refused: new Set(["refuse"]),
    layoutIds: new Set(["page--main"]),
    texts: [{ file, url, references: () => references, ids, isWithheld: false, isRefused: false }],
    ...changes,
  };
}

/** `key fix` of each problem found. */
const found = (hrefs: readonly string[], changes?: Partial<LinkCheckInput>): string[] =>
  createLinkCheck(inputOf(hrefs, changes))().map(({ key, fix = "" }) => `${key} ${JSON.stringify(fix)}`);

test.each([
  "/a-propos/",
  "/a-propos/#equipe",
  "/a-propos/index.html",
  "../../29/../05/29/../../../../../a-propos/",
  "https://blog.example.org/a-propos/",
  "https://blog.example.org//docs/Rapport.pdf",
  "/mots-cles/données/",
  "/jeu/",
  "#conclusion",
  "#top",
  "#page--main",
  "#:~:text=mots",
  "/defis/2021/",
  "https://ailleurs.example.org/x",
  "//ailleurs.example.org/x",
  "mailto:a@example.org",
  "tel:+33123456789",
  "/blog/refuse/",
])("nothing is wrong with a link to %s", (href) => {
  expect(found([href])).toEqual([]);
});

test.each([
  [
    "/blog/2018/05/29/pourquoi-devenir-eigs/",
    'dead-link "[un lien](/blog/2018/05/29/pourquoi-devenir-eig/)"',
  ],
  ["/A-Propos.html", 'dead-link "[un lien](/a-propos/)"'],
  ["../2018-05-29-pourquoi-devenir-eig.md", 'dead-link "[un lien](/blog/2018/05/29/pourquoi-devenir-eig/)"'],
  ["https://blog.example.org/inconnue/", 'dead-link ""'],
  ["/inconnue/", 'dead-link ""'],
  ["", 'dead-link ""'],
  ["https://", 'dead-link ""'],
  ["www.example.org/page", 'dead-link "[un lien](https://www.example.org/page)"'],
  ["/ancien", 'moved-link "[un lien](/a-propos/)"'],
  ["/ancien/#equipe", 'moved-link "[un lien](/a-propos/#equipe)"'],
  ["/a-propos", 'moved-link "[un lien](/a-propos/)"'],
  [DRAFT, 'dead-link/withheld ""'],
  ["/blog/2021/05/01/idees/", 'dead-link/withheld ""'],
  ["#conclusions", 'dead-anchor "[un lien](#conclusion)"'],
  ["/a-propos/#absente-de-la-page", 'dead-anchor ""'],
  [
    "/blog/2018/05/29/pourquoi-devenir-eig/#les-defis",
    'dead-anchor "[un lien](/blog/2018/05/29/pourquoi-devenir-eig/#les-défis)"',
  ],
  ["mailto:a.b.fr?subject=x", 'dead-link ""'],
  ["https://jo:secret@example.org/x", 'secret-link "[un lien](https://example.org/x)"'],
])("%s: %s", (href, expected) => {
  expect(found([href])).toEqual([expected]);
});

/** The problems of the only text of the site with these changes. */
function inText(changes: Partial<LinkCheckInput["texts"][number]>, hrefs: readonly string[] = []): string[] {
  return found([], { texts: inputOf(hrefs).texts.map((text) => ({ ...text, ...changes })) });
}

it("asks for the whole address in place of a bare one, which would be no link without its host", () => {
  const href = "https://blog.example.org/A-propos/";
  expect(inText({ references: () => [{ kind: "link", href, text: href, line: 1, column: 1 }] })).toEqual([
    'dead-link "https://blog.example.org/a-propos/"',
  ]);
});

it("reports a film that is missing", () => {
  const film: Reference = { kind: "media", href: "/docs/film.mp4", text: "", line: 1, column: 1 };
  expect(inText({ references: () => [film] })).toEqual(['dead-link ""']);
});

it("lets withheld texts link to each other, and follows no relative link of a text whose address may change", () => {
  const hrefs = [DRAFT, "../suite/", "/inconnue/"];
  expect(inText({ isWithheld: true }, hrefs)).toEqual(['dead-link ""', 'dead-link ""']);
  expect(inText({ isRefused: true }, hrefs)).toEqual(['dead-link/withheld ""', 'dead-link ""']);
});

describe("on a site below a folder of its host", () => {
  const site = { homes: [{ host: "a.example.org", path: "/blog/" }], alsoServed: [], basePath: "/blog/" };

  it("accepts addresses with or without that folder, and reports those of the host outside it", () => {
    const good = ["/a-propos/", "/blog/a-propos/", "https://a.example.org/blog/a-propos/"];
    expect(found([...good, "https://a.example.org/"], { site })).toEqual([]);
    const outside = found(["https://a.example.org/a-propos/"], { site });
    expect(outside).toEqual(['dead-link "[un lien](/a-propos/)"']);
  });

  it("reports a setting that already has the folder, which layouts add", () => {
    const settingLinks = [{ href: "/blog/a-propos/", text: "", place: PLACE }];
    expect(found([], { site, settingLinks })).toEqual(['dead-link "/a-propos/"']);
  });
});

test.each([
  ["/a-propos/", undefined],
  ["https://ailleurs.example.org/", undefined],
  ["/apropos/", 'dead-link "url: /a-propos/"'],
  ["a-propos/", 'dead-link "url: /a-propos/"'],
  ["www.example.org", 'dead-link "url: https://www.example.org"'],
  ["/ancien", 'moved-link "url: /a-propos/"'],
  ["javascript:alert(1)", 'settings/unsafe-address ""'],
  ["https://jo:secret@example.org/", 'settings/unsafe-address "url: https://example.org/"'],
])("in a setting, %s: %s", (href, expected) => {
  const link = { href, text: "", place: PLACE, lineWith: (address: string) => `url: ${address}` };
  expect(found([], { settingLinks: [link] })).toEqual(expected === undefined ? [] : [expected]);
});

test.each([
  ["/docs/portrait.jpg", ['missing-image ""']],
  ["https://ailleurs.example.org/p.jpg", ['missing-image ""']],
  ["/docs/Rapport.pdf", []],
])("a portrait at %s: %j", (href, expected) => {
  expect(found([], { settingLinks: [{ href, text: "", place: PLACE, picture: true }] })).toEqual(expected);
});

test.each([
  ["/a-propos/", []],
  ["https://ailleurs.example.org/", []],
  ["/a-propo/", ['dead-link/redirect "/x/: /a-propos/"']],
  [DRAFT, ['dead-link/redirect ""']],
])("a redirect to %s: %j", (to, expected) => {
  expect(found([], { redirects: [{ from: "/x/", to, place: PLACE }] })).toEqual(expected);
});

it("takes a bounded time for suggestions, however many links are dead", () => {
  const pages = new Map(Array.from({ length: 3000 }, (_, n) => [`/blog/article-${String(n)}/`, undefined]));
  const hrefs = Array.from({ length: 3000 }, (_, n) => `/blog/brticle-${String(n)}x/`);
  expect(found(hrefs, { pages, redirects: [] })).toHaveLength(3000);
});
