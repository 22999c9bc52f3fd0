import { describe, expect, it } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { fixes, load, loadSettings, NOW, one, siteRoot } from "./site-root.ts";

const URL = "url: https://blog.example.org";

describe("a refused setting", () => {
  it.each([
    ["timeZone: Paris", "3:11 error value → timeZone: Europe/Paris"],
    ["postsPerPage: huit", "3:15 error value → postsPerPage: 8"],
    ["permalink: blog/:slug/", "3:12 error bad-permalink → permalink: /blog/:slug/"],
    ["permalink: /blog/", "3:12 error bad-permalink → permalink: /blog/:year/:month/:day/:slug/"],
    ["addresses: { tag: /t/ }", "3:19 error settings → tag: /mots-cles/:slug/"],
    ["addresses: { blog: off }", "3:20 error settings → blog: /blog/"],
    ['addresses: { blog: "/../x/" }', "3:20 error settings → blog: /blog/"],
    ['addresses: { page: "%2e%2e/:n/" }', "3:20 error settings → page: page/:n/"],
    ["taxonomies: { a: { label: A, address: /a b/:slug/ } }", "3:39 error settings → address: /a/:slug/"],
    ["taxonomies: { 12: { label: A } }", "3:15 error settings → Choisissez un autre nom."],
    ["fields: { title: {} }", "3:11 error settings → Choisissez un autre nom."],
    ["taxonomies: { promo: { label: P, closd: yes } }", "3:34 warn unknown-key → closed: "],
    ["checks: { vague-link: worn }", "3:23 error value → vague-link: warn"],
    ["embeds: { allow: [https://x.org/a] }", "3:19 error value → allow: [speakerdeck.com]"],
    ["feeds: { ids: /blog/ }", "3:15 error value → "],
    ["policy: { scripts: [http://x.org] }", "3:21 error value → scripts: [https://plausible.io]"],
    ['policy: { images: ["https://x.org; a *"] }', "3:20 error value → images: [https://plausible.io]"],
    ["nav: [a]", '3:7 error value → nav: [{ label: "À propos", url: /a-propos/ }]'],
    ["translations: { francais: { title: B } }", "3:17 warn unknown-key → "],
    ["archived: 2026-02-30", "3:11 error value → archived: 2026-06-30"],
    ["admin: yes", "3:1 error value → repository: https://github.com/programme/blog"],
    ["theme: { accent: '#ffff00' }", "3:18 error contrast → accent: "],
    ["tilte: B", "3:1 warn unknown-key → "],
  ])("%s is reported at its place, and the rest is used", async (line, expected) => {
    const { content, problems } = await loadSettings(URL, line);
    const [first] = fixes(problems);
    expect(first?.startsWith(expected), first).toBe(true);
    expect(content.site.url).toBe("https://blog.example.org");
  });
  it("is one of many: all of them are reported", async () => {
    const { problems } = await loadSettings(URL, "lang: 3", "postsPerPage: 0", "nva: []");
    expect(fixes(problems).map((line) => line.replace(/:.*→/, " →"))).toEqual([
      '3 → lang: "3"',
      "4 → postsPerPage: 8",
      "5 → nav: []",
    ]);
  });
  it("hides in texts what it may have caused, and nothing else", async () => {
    const { found } = await load({
      ...one("title: A", "defi: x", "description: 3"),
      "content/site.yaml": `title: T\n${URL}\nfields: { defi: 4 }\n`,
    });
    expect(found).toEqual(["content/posts/2026-01-05-titre.md:4:14 value", "content/site.yaml:3:17 value"]);
  });
});

it.each([
  // Checks that Carnet no longer has; addresses without the last slash; origins of what pages load.
  ["checks: { two-dates: off, vague-link: false }", { checks: { "two-dates": "off", "vague-link": "off" } }],
  [
    "addresses: { home: /accueil, person: off, archive: off }",
    { addresses: { home: "/accueil/", person: "off", archives: "off" } },
  ],
  [
    "policy: { scripts: [https://Plausible.io/] }",
    { policy: { scripts: ["https://plausible.io"], connect: [] } },
  ],
])("%s is accepted as %j", async (line, expected) => {
  const { content, found } = await loadSettings(URL, line);
  expect(found).toEqual([]);
  expect(content.site).toMatchObject(expected);
});

it("a taxonomy may be named like a property that all objects have", async () => {
  const site = `title: A\n${URL}\ntaxonomies: { toString: { label: A }, valueOf: { label: B } }\n`;
  const { content, found } = await load({ "content/site.yaml": site, ...one("title: A", "valueOf: c") });
  expect(found).toEqual([]);
  expect(content.posts[0]?.terms).toMatchObject({ toString: [], valueOf: [{ label: "c" }] });
});

describe("a site", () => {
  it("without an address says once what it lacks", async () => {
    expect((await loadSettings("lang: fr")).problems).toMatchObject([
      { file: "content/site.yaml", code: "no-url", severity: "note" },
    ]);
  });
  it("without a title uses everything else", async () => {
    const { content, problems } = await load({
      "content/site.yaml": `${URL}\nlang: en\n`,
      ...one("title: A"),
    });
    expect(problems).toMatchObject([{ code: "value", severity: "error" }]);
    expect(content.site).toMatchObject({ lang: "en", title: "" });
  });
  it("whose settings cannot be read has no content, but its posts are checked", async () => {
    const root = siteRoot({
      "content/site.yaml": "title: A\n@x\n",
      "content/posts/2026-01-05-a.md": "Texte",
    });
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map(({ key }) => key)).toEqual(["yaml", "front-matter/none"]);
  });
  it.each([
    ["2026-03-01", undefined, "2026-03-01T23:00:00.000Z archived"],
    ["2026-03-02", "2026-03-02", undefined],
  ])("is archived from its day on: %s", async (day, archived, next) => {
    const files = { "content/site.yaml": `title: T\n${URL}\narchived: 2026-03-02\n`, ...one("title: A") };
    const { nextChange, site } = (await load(files, { now: new Date(`${day}T10:00:00Z`) })).content;
    expect(site.archived).toBe(archived);
    expect(nextChange && `${nextChange.at.toISOString()} ${nextChange.what}`).toBe(next);
  });
  it("shows an icon that exists, or Carnet’s", async () => {
    const { content, problems } = await loadSettings(URL, "icon: /img/a.svg");
    expect(problems).toMatchObject([{ line: 3, code: "missing-image" }]);
    expect(content.site.icon).toBeUndefined();
  });
});

it.each([
  ["{ matomo: http://stats.example.org/, siteId: 1 }", "matomo: https://stats.example.org/"],
  ["{ matomo: https://a:b@stats.example.org/, siteId: 1 }", "matomo: https://stats.example.org/"],
  ["{ matomo: https://stats.example.org/?token=1, siteId: 1 }", "matomo: https://stats.example.org/"],
  ["{ matomo: https://stats.example.org/, siteId: 1, consentement: ask }", ""],
])("audience: %s counts nobody", async (value, hint) => {
  const { content, problems } = await loadSettings(URL, `audience: ${value}`);
  expect(problems[0]).toMatchObject({ code: "audience", severity: "error" });
  expect(problems[0]?.hint).toContain(hint);
  expect([content.site.audience, content.site.measure]).toEqual([undefined, undefined]);
});

it.each([
  // More than its audit allows; an audit that is too old, and less than the law asks for.
  ["status: totalement conforme", ["accessibility → status: non conforme"]],
  ["rate: 80, auditedOn: 2022-01-01", ["accessibility → ", "accessibility → "]],
])("accessibility: %s is reported", async (inside, expected) => {
  const line = `accessibility: { declaredOn: 2026-01-01, contact: { email: a@b.fr }, ${inside} }`;
  const { problems } = await loadSettings(URL, line);
  const found = problems.map(({ code, hint }) => `${code} → ${hint}`);
  expect(found.map((one, i) => one.slice(0, expected[i]?.length))).toEqual(expected);
});

it("the links of site.yaml and people.yaml are found, each at its place", async () => {
  const { content } = await load({
    ...one("title: A"),
    "content/site.yaml": `title: T
nav:
  - { label: À propos, url: /a-propos/ }
  - label: Code
    url: https://code.example.org/
repository: https://code.example.org/t
accessibility:
  multiYearPlan: /plan.pdf
  actionPlan: publié en mars
  sample: [{ label: Accueil, url: / }]
  contact:
    form: https://forms.example.org/
`,
    "content/people.yaml": `ana: { name: Ana, photo: /img/ana.png }
luc:
  name: Luc
  links:
    - label: Site
      url: https://luc.example.org
`,
  });
  const found = content.settingLinks.map(({ href, text, place }) =>
    [href, text, `${place.file}:${String(place.line)}:${String(place.column)}`].join(" "),
  );
  expect(found).toEqual([
    "/a-propos/ À propos content/site.yaml:3:29",
    "https://code.example.org/ Code content/site.yaml:5:10",
    "https://code.example.org/t  content/site.yaml:6:13",
    "/plan.pdf  content/site.yaml:8:18",
    "/ Accueil content/site.yaml:10:35",
    "https://forms.example.org/  content/site.yaml:12:11",
    "/img/ana.png  content/people.yaml:1:26",
    "https://luc.example.org Site content/people.yaml:6:12",
  ]);
});
