import { describe, expect, test } from "vitest";
import { columnOfValue, load, one, post } from "../site-root.ts";

describe("front-matter keys", () => {
  test.each([
    ["tag: [a]", "tags"],
    ["desciption: a", "description"],
    ["Title: a", "title"],
    ["heroImage: /a.jpg", "image"],
    ["updatedDate: 2026-03-02", "updated"],
    ["date_published: 2026-03-02", "date"],
    ["subtitle: a", "description"],
  ])("%s: did you mean %s?", async (line, meant) => {
    const { problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([
      {
        line: 3,
        column: 1,
        code: "unknown-key",
        severity: "warn",
        hint: expect.stringContaining(`Vouliez-vous écrire « ${meant} » ?`) as string,
      },
    ]);
  });
  test.each([
    [
      ["imageAlt: Un guichet", "imageCredit: A"],
      ["3:1 imageAlt", "4:1 imageCredit"],
    ],
    [["image:", "imageCredit: A"], ["4:1 imageCredit"]],
    [["image: /a.png", "imageAlt: B", "imageCredit: A"], []],
    [["imageAlt: ''", "imageCredit:"], []],
  ])("what is said of a picture that is not named is reported: %j", async (lines, expected) => {
    const { problems } = await load(one("title: A", ...lines));
    const unheard = problems.filter(({ code }) => code === "no-effect");
    expect(
      unheard.map(
        ({ line, column, message }) => `${String(line)}:${String(column)} ${message.split(" ")[1] ?? ""}`,
      ),
    ).toEqual(expected);
  });
  test("what is said of a picture is not reported beside the key that was meant to name it", async () => {
    const { problems } = await load(one("title: A", "heroImage: /a.png", "imageAlt: Un guichet"));
    expect(problems.map(({ code }) => code)).toEqual(["unknown-key"]);
  });
  test("the fix for an unknown key is to delete or declare it", async () => {
    const { problems } = await load(one("title: A", "mathjax: true"));
    expect(problems).toMatchObject([{ line: 3, code: "unknown-key" }]);
    expect(problems[0]?.hint).toMatch(/^Effacez cette ligne ;.* `fields:` dans content\/site\.yaml\.$/);
  });
  test("the fix for an author in a map of another tool is the name as text", async () => {
    const { problems } = await load(
      one("title: A", "author:", "  login: admin", "  email: a@example.org", "  display_name: Jo Petit"),
    );
    expect(problems).toMatchObject([{ line: 3, code: "front-matter", hint: 'author: "Jo Petit"' }]);
  });
  test.each([
    ["index: 1", undefined],
    ["index: true", undefined],
    ["index: false", "noindex: true"],
    ["Index: non", "noindex: true"],
    ["noindx: true", "noindex"],
  ])("a key is never offered its opposite: %s", async (line, meant) => {
    const { problems } = await load({ "content/posts/2026-01-05-titre.md": post("title: A", line) });
    const hint = meant === undefined ? /^Effacez cette ligne ;/ : new RegExp(`écrire « ${meant} » \\?$`);
    expect(problems).toMatchObject([{ code: "unknown-key", hint: expect.stringMatching(hint) as string }]);
  });
  test.each([
    ["adresse: /salle/", /« permalink » \?$/],
    ["adresse: 12 rue de la Mairie, Pau", /^Effacez cette ligne ;/],
  ])("a street is not offered the key of addresses: %s", async (line, hint) => {
    const { problems } = await load({ "content/posts/2026-01-05-titre.md": post("title: A", line) });
    expect(problems).toMatchObject([{ code: "unknown-key", hint: expect.stringMatching(hint) as string }]);
  });
  test("an unknown key in a list gets a warning, and the post is kept", async () => {
    const { problems, content } = await load(
      one(
        "title: A",
        "authors:",
        "  - Coline Malivel",
        "  - { name: Paul Durand, rôle: Design, twitter: paul }",
      ),
    );
    expect(problems).toMatchObject([
      { line: 5, code: "unknown-key", severity: "warn", hint: "Vouliez-vous écrire « role » ?" },
      { line: 5, code: "unknown-key", severity: "warn" },
    ]);
    expect(content.posts[0]?.authors.map(({ name }) => name)).toEqual(["Coline Malivel", "Paul Durand"]);
  });
  test("empty items in a list of authors are ignored", async () => {
    const { found, content } = await load(one("title: A", "author:", "  - Coline Malivel", "  -", "  - "));
    expect(found).toEqual([]);
    expect(content.posts[0]?.authors.map(({ name }) => name)).toEqual(["Coline Malivel"]);
  });
  test("an unknown key does not hide other problems", async () => {
    const { found, content } = await load(
      one("title: A", "corrections: [{ date: 2026-03-05, text: Chiffre, par: Paul }]", "author: 12"),
    );
    expect(found).toEqual([
      "content/posts/2026-01-05-titre.md:3:50 unknown-key",
      "content/posts/2026-01-05-titre.md:4:9 front-matter",
    ]);
    expect(content.posts).toEqual([]);
  });
  test.each([
    ["draft: peut-être", "draft: true"],
    ["image: [a]", "image: /img/photo.jpg"],
    ["description: 12", 'description: "12"'],
    ["imageCredit: true", 'imageCredit: "true"'],
    ["license: 4 # la plus libre", 'license: "4"'],
    ["author: 7", 'author: "7"'],
    ["lang: français", "lang: fr"],
    ["author: 12", 'author: "12"'],
    ["publishAt: [2026-12-01]", "publishAt: AAAA-MM-JJ HH:MM"],
    ["date: true", "date: AAAA-MM-JJ"],
    ["published: 2027-01-01", "publishAt: 2027-01-01"],
    ["author: { x: y, z: 1 }", 'author: "Coline Malivel, EIG Link"'],
  ])("%s is refused with an example", async (line, example) => {
    const { problems, content } = await load(one("title: A", line));
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "front-matter", severity: "error", hint: example },
    ]);
    expect(content.posts).toEqual([]);
  });
  test("the fix quotes a number in a list of names, and keeps the other names", async () => {
    const { problems } = await load(one("title: A", 'authors: [12, "Ana, chef"]'));
    expect(problems.map(({ hint }) => hint)).toEqual(['authors: ["12", "Ana, chef"]']);
  });
  test.each(["templateEngineOverride: njk", 'eleventyComputed: { title: "{{ 7 * 7 }}" }'])(
    "%s is refused, whatever site.yaml declares",
    async (line) => {
      const site = "title: A\nfields: { templateEngineOverride: { type: string } }\n";
      const { found } = await load({ "content/site.yaml": site, ...one("title: A", line) });
      expect(found).toContain("content/posts/2026-01-05-titre.md:3:1 script");
    },
  );
  test("without a value are ignored", async () => {
    const { content, found } = await load(
      one("title: A", "twitter:", "image: null", "tags:", "layout: ''", "author: ~"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({ layout: "post", authors: [] });
    expect(content.posts[0]).not.toHaveProperty("image");
    expect(content.posts[0]).not.toHaveProperty("twitter");
  });
  test("a handle in an address is read, and gets a note", async () => {
    const { content, problems } = await load(one("title: A", "twitter: https://twitter.com/etalab"));
    expect(content.posts[0]?.twitter).toBe("etalab");
    expect(problems).toMatchObject([{ code: "handle", severity: "note", line: 3 }]);
  });
  test.each(["../../package.json", "articel", "toString", "__proto__"])(
    "unknown layout %s is refused",
    async (layout) => {
      const { problems, content } = await load(one("title: A", `layout: "${layout}"`));
      expect(problems).toMatchObject([{ line: 3, code: "unknown-layout", severity: "error" }]);
      expect(content.posts).toEqual([]);
    },
  );
  test.each([
    ["page.njk", "layout: page"],
    ["pages", "layout: page"],
    ["autre-chose", "layout: post"],
  ])("the fix for layout %s is %s", async (layout, hint) => {
    const { problems } = await load(one("title: A", `layout: ${layout}`));
    expect(problems).toMatchObject([{ code: "unknown-layout", hint }]);
  });
  test("`updated` is read in a page as in a post, and optional", async () => {
    const { content } = await load({
      "content/pages/a.md": "---\ntitle: A\nupdated: 2026-02-03\n---\n",
      "content/pages/b.md": "---\ntitle: B\n---\n",
      ...one("title: C", "updated: 2026-02-03"),
    });
    const [a, b] = content.pages;
    expect(a?.updated).toBeDefined();
    expect(a?.updated).toEqual(content.posts[0]?.updated);
    expect(b).not.toHaveProperty("updated");
  });
  test.each([
    ["postsPerPage: 0", "« postsPerPage » vaut 0 ; il faut au moins 1."],
    ["postsPerPage: 200", "« postsPerPage » vaut 200 ; il faut au plus 100."],
    ["postsPerPage: 8.5", "« postsPerPage » vaut 8.5 ; il faut un nombre entier."],
    [
      "icon: icone.gif",
      '« icon » vaut "icone.gif" ; il faut un chemin tel que /img/icone.svg, en .svg ou .png.',
    ],
    ["postsPerPage: huit", '« postsPerPage » vaut "huit" ; il faut un nombre.'],
    ["admin: peut-être", '« admin » vaut "peut-être" ; il faut oui ou non ou des clés et des valeurs.'],
  ])("the message for %s can be read aloud", async (line, message) => {
    const { problems } = await load({ ...one("title: A"), "content/site.yaml": `title: A\n${line}\n` });
    expect(problems).toMatchObject([{ file: "content/site.yaml", line: 2, code: "settings", message }]);
  });
  test("a title that is refused is not also said to be missing", async () => {
    const { problems, content } = await load({
      ...one("title: A"),
      "content/site.yaml": "title: { fr: A, en: B }\nlang: en\n",
    });
    expect(problems).toMatchObject([{ line: 1, column: 8, code: "settings" }]);
    expect(content.site.lang).toBe("en");
  });
  test("the layout of a post is refused for a page, which has no day to show", async () => {
    const { problems, content } = await load({
      "content/pages/a.md": "---\ntitle: A\nlayout: post\n---\n",
      ...one("title: A", "layout: post"),
    });
    expect(problems).toMatchObject([{ file: "content/pages/a.md", line: 3, code: "unknown-layout" }]);
    expect([content.pages, content.posts.length]).toEqual([[], 1]);
  });
  test.each(["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd"])(
    "image: %s is not treated as a picture of another host",
    async (image) => {
      const { content } = await load(one("title: A", `image: "${image}"`));
      expect(content.posts[0]?.image?.remote).toBe(false);
    },
  );
  test("a layout of Carnet that shows no text is refused, unless the site replaces it", async () => {
    const { problems, content } = await load({
      "layouts/base.njk": "",
      "content/posts/2026-01-01-a.md": post("title: A", "layout: base"),
    });
    expect([problems, content.posts.length]).toMatchObject([[], 1]);
    const lost = await load(one("title: A", "layout: base"));
    expect(lost.problems).toMatchObject([
      { code: "unknown-layout", severity: "error", hint: "layout: post" },
    ]);
    expect(lost.problems[0]?.message).toContain("Gabarits possibles : page, post.");
  });
  test("a layout of the site may be named", async () => {
    const { content } = await load({
      "layouts/article.njk": "",
      "layouts/partials/x.njk": "",
      ...one("title: A", "layout: article"),
    });
    expect(content.posts[0]?.layout).toBe("article");
    expect(content.layouts).toEqual(["article", "base", "page", "post"]);
  });
  test("fields that site.yaml declares are checked and kept", async () => {
    const yaml =
      "title: A\nfields:\n  defi: { type: string, label: Défi, required: true }\n  jour: { type: date }\n  etat: { options: [ouvert, clos] }\n";
    const good = await load({
      "content/site.yaml": yaml,
      ...one("title: A", "defi: Node", "jour: 2026-1-2", "etat: clos"),
    });
    expect(good.content.posts[0]?.fields).toEqual({ defi: "Node", jour: "2026-01-02", etat: "clos" });
    const bad = await load({
      "content/site.yaml": yaml,
      ...one("title: A", "jour: 2026-02-30", "etat: perdu"),
    });
    expect(bad.found).toEqual([
      "content/posts/2026-01-05-titre.md:2:1 front-matter",
      "content/posts/2026-01-05-titre.md:3:7 bad-date",
      "content/posts/2026-01-05-titre.md:4:7 front-matter",
    ]);
  });
  test("a field accepts only its options, also as a number or in a list, and words for yes and no", async () => {
    const yaml =
      "title: A\nfields:\n  annee: { options: [2024, 2025] }\n  note: { type: number, options: [1, 2] }\n  lots: { type: list, options: [a, b] }\n  clos: { type: boolean }\n";
    const good = await load({
      "content/site.yaml": yaml,
      ...one("title: A", "annee: 2024", "note: 2", "lots: [a]", "clos: oui"),
    });
    expect(good.found).toEqual([]);
    expect(good.content.posts[0]?.fields).toEqual({ annee: "2024", note: 2, lots: ["a"], clos: true });
    const bad = await load({
      "content/site.yaml": yaml,
      ...one("title: A", "annee: 2023", "note: 3", "lots: [c]", "clos: peut-être"),
    });
    // Another year is another choice.
    expect(bad.problems.map(({ hint }) => hint)).toEqual(["", "", "lots: [a]", "clos: true"]);
  });
  test.each([
    ["ministere: Finance", "ministere: Finances"],
    ["ministere: ecologie", "ministere: Écologie"],
    ["ministere: Culture", ""],
    ["ministere:", "ministere: Écologie"],
    ["annee: 2O24", ""],
    ["annee: a2024", "annee: 2024"],
    ["etat: [en-cours, clo]", "etat: [en cours, clos]"],
    ["etat: [encour, perdu]", ""],
  ])("a field with options, in %j, is offered the option that resembles the value: %j", async (line, fix) => {
    const yaml =
      "title: A\nfields:\n  ministere: { required: true, options: [Écologie, Santé, Finances] }\n" +
      '  annee: { options: ["2024", "2025"] }\n  etat: { type: list, options: [en cours, clos] }\n';
    const lines = line.startsWith("ministere") ? [line] : [line, "ministere: Santé"];
    const { problems } = await load({ "content/site.yaml": yaml, ...one("title: A", ...lines) });
    expect(new Set(problems.map(({ hint }) => hint))).toEqual(new Set([fix]));
  });
  test("template tags stay text", async () => {
    const { content, found } = await load(
      one('title: "{{ range.constructor(1)() }}"', "description: \"{% include '.env' %}\""),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({
      title: "{{ range.constructor(1)() }}",
      description: "{% include '.env' %}",
    });
  });
});

test("a title behind two colons is reported once, with the line to write", async () => {
  const { problems } = await load(one("title:: Un premier bilan"));
  expect(problems.map(({ line, code, hint }) => [line, code, hint])).toEqual([
    [2, "front-matter", 'title: "Un premier bilan"'],
  ]);
});
