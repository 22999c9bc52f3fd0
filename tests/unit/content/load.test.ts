import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { load, loadRoot, NOW, post, siteRoot } from "./site-root.ts";

const one = (...lines: string[]): Record<string, string> => ({
  "content/posts/2026-01-05-titre.md": post(...lines),
});
/** Where the value begins of a line that holds a key and a value. */
const columnOfValue = (line: string): number => line.indexOf(": ") + 3;

describe("a site of one post", () => {
  test("needs a title and nothing else", async () => {
    const { content, found } = await load({
      "content/site.yaml": "title: Carnet\n",
      "content/posts/2026-01-05-titre.md": '---\ntitle: " Un  titre &#x2013; long "\n---\nTexte.\n',
    });
    expect(found).toEqual([]);
    expect(content.posts).toHaveLength(1);
    expect(content.posts[0]).toMatchObject({
      title: "Un titre – long",
      slug: "titre",
      url: "/blog/2026/01/05/titre/",
      day: "2026-01-05",
      lang: "fr",
      layout: "post",
      text: { head: 'title: " Un  titre &#x2013; long "\n', body: Buffer.from("Texte.\n") },
      bodyLine: 4,
      authors: [],
      terms: { tags: [] },
      description: "",
      file: "content/posts/2026-01-05-titre.md",
    });
    expect(content.posts[0]?.date.toISOString()).toBe("2026-01-04T23:00:00.000Z");
    expect(content.posts[0]?.placeOf("title")).toEqual({
      file: "content/posts/2026-01-05-titre.md",
      line: 2,
      column: 8,
    });
  });
  test("reads a file with a byte-order mark and Windows line ends", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre.md": "\ufeff---\r\ntitle: A\r\n---\r\nUn\r\nDeux\r\n",
    });
    expect(found).toEqual([]);
    expect(content.posts[0]?.text.body.toString()).toBe("Un\nDeux\n");
  });
  test("puts several authors, their roles and the handle where they belong", async () => {
    const { content } = await load(
      one("title: A", "author: Thanh Ha LE, EIG Node et Coline Malivel, EIG Link", "twitter: colinemalivel"),
    );
    expect(
      content.posts[0]?.authors.map(({ name, role, twitter, url }) => ({ name, role, twitter, url })),
    ).toEqual([
      { name: "Thanh Ha LE", role: "EIG Node", twitter: undefined, url: "/auteurs/thanh-ha-le/" },
      { name: "Coline Malivel", role: "EIG Link", twitter: "colinemalivel", url: "/auteurs/coline-malivel/" },
    ]);
    expect(content.people.map((person) => person.name)).toEqual(["Coline Malivel", "Thanh Ha LE"]);
  });
});

describe("a signature that is nearly a name of people.yaml", () => {
  const people = "equipe: { name: Équipe éditoriale }\nun: { name: Promotion 1 }\nlea: { name: Léa }\n";
  const load1 = (author: string) =>
    load({
      "content/people.yaml": people,
      "content/posts/2026-01-01-a.md": post("title: A", `author: ${author}`),
    });

  test.each(["Équipe editorial", "equipe éditorialle", "Equipe éditoriales"])("%s", async (author) => {
    const { problems, found } = await load1(author);
    expect(found).toEqual(["content/posts/2026-01-01-a.md:3:9 near-author"]);
    expect(problems[0]?.hint).toContain("Écrivez « Équipe éditoriale »");
  });
  test.each(["Équipe éditoriale", "équipe editoriale", "Promotion 2", "Léo", "Équipe d’édition", "Paul"])(
    "but not %s",
    async (author) => {
      expect((await load1(author)).found).toEqual([]);
    },
  );
});

describe("a role that reads as someone's name", () => {
  test.each([
    ["author: Marie Dupont, Paul Durand", ["content/posts/2026-01-01-a.md:3:9 author-or-role"]],
    ["authors: Marie Dupont, Paul Durand", ["content/posts/2026-01-01-a.md:3:10 author-or-role"]],
    ['author: ["Marie Dupont, Paul Durand"]', []],
    ["author: [{ name: Marie Dupont, role: Paul Durand }]", []],
    ["author: Marie Dupont et Paul Durand", []],
  ])("is told where the text could be two people: %s", async (line, expected) => {
    const { problems, found } = await load({ "content/posts/2026-01-01-a.md": post("title: A", line) });
    expect(found).toEqual(expected);
    for (const { hint } of problems) expect(hint).toContain('author: ["Marie Dupont, Paul Durand"]');
  });
});

describe("the id of an author", () => {
  test.each([
    ["[{ id: lea }]", []],
    ["[{ id: ada, name: Ada }]", []],
    ["[{ id: ada }]", ["content/posts/2026-01-01-a.md:3:10 near-author"]],
    ["[{ id: equipe-x, role: rédaction }]", ["content/posts/2026-01-01-a.md:3:10 near-author"]],
  ])("is told where people.yaml does not have it: %s", async (authors, expected) => {
    const { found } = await load({
      "content/people.yaml": "lea: { name: Léa }\nequipe: { name: Équipe éditoriale }\n",
      "content/posts/2026-01-01-a.md": post("title: A", `authors: ${authors}`),
    });
    expect(found).toEqual(expected);
  });
});

describe("people.yaml", () => {
  const people =
    "coline: { name: Coline Malivel, role: Cheffe de projet, aliases: [C. Malivel], handles: { twitter: clnm } }\n";
  test("knows a person by id, name and alias, and gives a role where the post gives none", async () => {
    const { content, found } = await load({
      "content/people.yaml": people,
      "content/posts/2026-01-01-a.md": post("title: A", "authors: [coline]"),
      "content/posts/2026-01-02-b.md": post("title: B", "author: coline malivel, EIG Link", "twitter: clnm"),
      "content/posts/2026-01-03-c.md": post("title: C", "authors:", "- { name: C. Malivel, role: Autrice }"),
    });
    expect(found).toEqual([]);
    expect(
      content.posts.map(({ authors }) =>
        authors.map(({ name, role, person, twitter }) => [name, role, person.id, twitter]),
      ),
    ).toEqual([
      [["C. Malivel", "Autrice", "coline", undefined]],
      [["Coline Malivel", "EIG Link", "coline", "clnm"]],
      [["Coline Malivel", "Cheffe de projet", "coline", undefined]],
    ]);
    expect(content.people).toHaveLength(1);
  });
  test("a mistake in it is told at its value, and a lack at its key", async () => {
    const { found } = await load({
      "content/people.yaml": "coline:\n  name: Coline\n  links: site\npaul:\n  role: EIG\n",
      ...one("title: A"),
    });
    expect(found).toEqual(["content/people.yaml:3:10 settings", "content/people.yaml:4:1 settings"]);
  });
});

describe("what is published", () => {
  const files = {
    "content/posts/2026-01-01-paru.md": post("title: Paru"),
    "content/posts/_2026-01-02-souligne.md": post("title: Brouillon"),
    "content/posts/2026-01-03-draft.md": post("title: Brouillon", "draft: true"),
    "content/posts/2026-01-04-cache.md": post("title: Caché", "published: non"),
    "content/posts/2026-03-03-demain.md": post("title: Demain"),
    "content/posts/2026-02-01-onze.md": post("title: À onze heures", "publishAt: 2026-03-02 11:30"),
    "content/posts/2026-02-02-dix.md": post("title: À dix heures", "publishAt: 2026-03-02 10:30"),
    "content/posts/2026-01-05-fini.md": post("title: Fini", "expires: 2026-02-01"),
  };
  test("keeps drafts, the future and the expired out", async () => {
    const { content, found } = await load(files);
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.title)).toEqual(["À dix heures", "Paru"]);
    expect(content.posts[0]).toMatchObject({ day: "2026-03-02", url: "/blog/2026/03/02/dix/" });
    expect(content.withheld.map((one) => `${one.title} ${one.unpublished ?? ""}`).sort()).toEqual(
      [
        "Brouillon draft",
        "Brouillon draft",
        "Caché draft",
        "Demain future",
        "Fini expired",
        "À onze heures future",
      ].sort(),
    );
  });
  test("shows drafts or the future when asked", async () => {
    const titles = async (options: object): Promise<string[]> =>
      (await load(files, options)).content.posts.map((one) => one.title).sort();
    expect(await titles({ future: true })).toEqual(["Demain", "Paru", "À dix heures", "À onze heures"]);
    expect(await titles({ drafts: true })).toEqual([
      "Brouillon",
      "Brouillon",
      "Caché",
      "Fini",
      "Paru",
      "À dix heures",
    ]);
  });
  test.each([
    "_2026-01-02-nom.md",
    "__2026-01-02-nom.md",
    "_2026-01-02-nom/index.md",
    "__2026-01-02-nom/index.md",
  ])("%s is a draft, of that day and name", async (file) => {
    const { content } = await load({ [`content/posts/${file}`]: post("title: A") }, { drafts: true });
    expect(content.posts[0]).toMatchObject({ unpublished: "draft", url: "/blog/2026/01/02/nom/" });
  });
  test("a post appears when its day begins in the site’s zone", async () => {
    const files = {
      "content/site.yaml": "title: A\ntimeZone: Pacific/Auckland\n",
      "content/posts/2026-03-03-a.md": post("title: A"),
    };
    expect((await load(files, { now: new Date("2026-03-02T10:59:59Z") })).content.posts).toHaveLength(0);
    expect((await load(files, { now: new Date("2026-03-02T11:00:00Z") })).content.posts).toHaveLength(1);
  });
  test("orders by date, then by path, and links neighbours in one language", async () => {
    const { content } = await load({
      "content/posts/2026-01-02-b.md": post("title: B"),
      "content/posts/2026-01-02-a.md": post("title: A"),
      "content/posts/en/2026-01-02-c.md": post("title: C"),
      "content/posts/2026-01-01-d.md": post("title: D"),
    });
    expect(content.posts.map((one) => one.title)).toEqual(["A", "B", "C", "D"]);
    const [a, b, c, d] = content.posts;
    expect([
      a?.next,
      a?.previous?.title,
      b?.next?.title,
      b?.previous?.title,
      c?.previous,
      d?.next?.title,
    ]).toEqual([undefined, "B", "A", "D", undefined, "B"]);
  });
});

describe("dates that are refused", () => {
  test.each([
    ["date: 2021-02-30", "date: 2021-02-28"],
    ["date: 14/07/2021", "date: 2021-07-14"],
    ["date: 20201-04-01", "date: 2026-01-05"],
    ["updated: hier", "updated: AAAA-MM-JJ"],
    ["date: 9h30", "date: 2026-01-05 09:30"],
    ["publishAt: 2026-03-29 02:30", "publishAt: 2026-03-29 03:30"],
    ["publishAt: 01/12/2026 14:30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 2026-12-01 à 14h30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 1 déc. 2026 14h30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 2026–12–01", "publishAt: 2026-12-01"],
    ["publishAt: 1er décembre 2026", "publishAt: 2026-12-01"],
    ["expires: 31/12/2026", "expires: 2026-12-31"],
    // What is not wholly understood is shown its form: a day that is near would lift the embargo.
    ["publishAt: 14h30", "publishAt: AAAA-MM-JJ 14:30"],
    ["publishAt: bientôt", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-12-01 vers 14h", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-11-31", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-12-01 25:00", "publishAt: AAAA-MM-JJ HH:MM"],
    ["expires: fin 2026", "expires: AAAA-MM-JJ HH:MM"],
  ])("%s", async (line, fix) => {
    const { content, problems } = await load(one("title: A", line));
    expect(content.posts).toEqual([]);
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "bad-date", severity: "error", hint: fix },
    ]);
  });
  test("a day that can be read in two ways is guessed in French alone", async () => {
    const lines = post("title: A", "date: 12/01/2026", "corrections: [{ date: 02/03/2026, text: b }]");
    const hints = async (lang: string): Promise<string[]> => {
      const site = `title: T\nurl: https://e.org\nlang: ${lang}\n`;
      const { problems } = await load({ "content/site.yaml": site, "content/posts/2026-01-05-a.md": lines });
      return problems.map(({ hint }) => hint);
    };
    expect(await hints("fr")).toEqual(["date: 2026-01-12"]);
    expect(await hints("en")).toEqual(["date: AAAA-MM-JJ"]);
  });
  test("a correction is not given the day of its text", async () => {
    const { problems } = await load(one("title: A", "corrections: [{ date: hier, text: b }]"));
    expect(problems.map(({ hint }) => hint)).toEqual(["corrections: [{ date: AAAA-MM-JJ, text: b }]"]);
  });
  test("an hour alone goes with the day of the name, where that is to come", async () => {
    const file = "content/posts/2026-12-01-titre.md";
    const { problems } = await load({ [file]: post("title: A", "publishAt: 14h30") });
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining("puis l’heure, avec un deux-points") as string,
        hint: "publishAt: 2026-12-01 14:30",
      },
    ]);
  });
  test("a day that can be read in two ways holds a text back in French alone", async () => {
    const site = { "content/site.yaml": "title: A\nlang: en\n" };
    const { problems } = await load({ ...site, ...one("title: A", "publishAt: 01/12/2026") });
    expect(problems.map(({ hint }) => hint)).toEqual(["publishAt: AAAA-MM-JJ HH:MM"]);
  });
  test("an example of a day looks like one", async () => {
    const { problems } = await load({ "content/posts/titre.md": post("title: A", "date: hier") });
    expect(problems.map(({ hint }) => hint)).toEqual(["date: AAAA-MM-JJ"]);
  });
  test("a post without a day is told both ways of giving one", async () => {
    const { problems } = await load({ "content/posts/Mon titre.md": post("title: A") });
    expect(problems).toMatchObject([
      {
        code: "no-date",
        line: 1,
        hint: "date: 2026-03-02",
        message: expect.stringContaining("2026-03-02-mon-titre.md") as string,
      },
    ]);
  });
  test("a day in the French order is offered in ours", async () => {
    const { problems } = await load({ "content/posts/3-11-2026-nom.md": post("title: A") });
    expect(problems.map(({ hint }) => hint)).toEqual(["Renommez le fichier, par exemple 2026-11-03-nom.md"]);
  });
  test.each(["20241205-titre.md", "2024_12_05_titre.md", "2024.12.05 titre.md"])(
    "the day that %s means is offered",
    async (name) => {
      const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
      expect(problems).toMatchObject([
        {
          code: "no-date",
          hint: "date: 2024-12-05",
          message: expect.stringContaining("2024-12-05-titre.md") as string,
        },
      ]);
    },
  );
  test("a file name that begins with no real day is named", async () => {
    const { problems } = await load({ "content/posts/2021-02-30-titre.md": post("title: A") });
    expect(problems).toMatchObject([
      { code: "bad-date", hint: expect.stringContaining("2021-02-28-titre.md") as string },
    ]);
  });
  test("the front matter’s date wins over the name’s", async () => {
    expect((await load(one("title: A", "date: 2026-02-01"))).content.posts[0]?.url).toBe(
      "/blog/2026/02/01/titre/",
    );
  });
});

describe("titles", () => {
  test.each([
    ["title: 2024", 'title: "2024"'],
    ["title: 2021-04-01", 'title: "2021-04-01"'],
    ["title: null", 'title: "null"'],
    ["title: ~", 'title: "~"'],
    ["title: true", 'title: "true"'],
    ["title: [Vidéo]", 'title: "[Vidéo]"'],
    ["title: # Un titre", 'title: "# Un titre"'],
    ["title:", 'title: "Mon titre"'],
    ["title: '  '", 'title: "Mon titre"'],
    ['title: "\\u00a0\\u200b\\u202e"', 'title: "Mon titre"'],
    ["description: B", 'title: "Mon titre"'],
  ])("%s is refused with the line to paste", async (line, fix) => {
    const { problems } = await load(one(line));
    expect(problems).toMatchObject([{ line: 2, code: "front-matter", severity: "error", hint: fix }]);
  });
  test("cut short by a # draws a warning, with the line between quotes", async () => {
    const { problems, content } = await load(
      one("title: Le langage C  # et moi", "author: Coline Malivel #EIG", "draft: false # relu"),
    );
    expect(content.posts[0]?.title).toBe("Le langage C");
    expect(problems.filter(({ code }) => code === "cut-value")).toMatchObject([
      { line: 2, column: 8, severity: "warn", hint: 'title: "Le langage C # et moi"' },
      { line: 3, hint: 'author: "Coline Malivel #EIG"' },
    ]);
  });
  test.each(['"Le langage C # et moi"', "Le langage C#", "'a # b'"])("%s is whole", async (title) => {
    const { problems } = await load(one(`title: ${title}`));
    expect(problems.map(({ code }) => code)).not.toContain("cut-value");
  });
  test("in quotes may be a year", async () => {
    expect((await load(one('title: "2024"'))).content.posts[0]?.title).toBe("2024");
  });
  test("of ten thousand characters are refused", async () => {
    expect((await load(one(`title: ${"a".repeat(10_000)}`))).found).toEqual([
      "content/posts/2026-01-05-titre.md:2:8 front-matter",
    ]);
  });
});

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
  test("a key that means nothing here is to be deleted, or declared", async () => {
    const { problems } = await load(one("title: A", "mathjax: true"));
    expect(problems).toMatchObject([{ line: 3, code: "unknown-key" }]);
    expect(problems[0]?.hint).toMatch(/^Effacez cette ligne ;.* `fields:` dans content\/site\.yaml\.$/);
  });
  test("an author in a map of another tool is offered as text", async () => {
    const { problems } = await load(
      one("title: A", "author:", "  login: admin", "  email: a@example.org", "  display_name: Jo Petit"),
    );
    expect(problems).toMatchObject([{ line: 3, code: "front-matter", hint: 'author: "Jo Petit"' }]);
  });
  test("a key too many in a list draws a warning, and the post is kept", async () => {
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
  test("an item of a list of authors that holds nothing says nothing, as a key without a value", async () => {
    const { found, content } = await load(one("title: A", "author:", "  - Coline Malivel", "  -", "  - "));
    expect(found).toEqual([]);
    expect(content.posts[0]?.authors.map(({ name }) => name)).toEqual(["Coline Malivel"]);
  });
  test("a key too many does not hide what is wrong beside it", async () => {
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
  test("a number in a list of names is put between quotes, and the others are kept", async () => {
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
  test("without a value mean nothing", async () => {
    const { content, found } = await load(
      one("title: A", "twitter:", "image: null", "tags:", "layout: ''", "author: ~"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({ layout: "post", authors: [] });
    expect(content.posts[0]).not.toHaveProperty("image");
    expect(content.posts[0]).not.toHaveProperty("twitter");
  });
  test("a handle in an address is read, with a note", async () => {
    const { content, problems } = await load(one("title: A", "twitter: https://twitter.com/etalab"));
    expect(content.posts[0]?.twitter).toBe("etalab");
    expect(problems).toMatchObject([{ code: "handle", severity: "note", line: 3 }]);
  });
  test.each(["../../package.json", "articel", "toString", "__proto__"])(
    "layout %s is none of the site’s",
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
  ])("layout %s is offered %s", async (layout, hint) => {
    const { problems } = await load(one("title: A", `layout: ${layout}`));
    expect(problems).toMatchObject([{ code: "unknown-layout", hint }]);
  });
  test("a page has the day of its change, as a post has, and none where it says none", async () => {
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
    ["0", "≥ 1"],
    ["200", "≤ 100"],
  ])("postsPerPage: %s is told what it may be: %s", async (count, range) => {
    const { problems } = await load({
      ...one("title: A"),
      "content/site.yaml": `title: A\npostsPerPage: ${count}\n`,
    });
    expect(problems).toMatchObject([{ file: "content/site.yaml", line: 2, code: "settings" }]);
    expect(problems[0]?.message).toContain(range);
  });
  test("the layout of a post is none for a page, which has no day to show", async () => {
    const { problems, content } = await load({
      "content/pages/a.md": "---\ntitle: A\nlayout: post\n---\n",
      ...one("title: A", "layout: post"),
    });
    expect(problems).toMatchObject([{ file: "content/pages/a.md", line: 3, code: "unknown-layout" }]);
    expect([content.pages, content.posts.length]).toEqual([[], 1]);
  });
  test.each(["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd"])(
    "%s is no picture elsewhere, which a page would link to",
    async (image) => {
      const { content } = await load(one("title: A", `image: "${image}"`));
      expect(content.posts[0]?.image?.remote).toBe(false);
    },
  );
  test("a layout of Carnet’s that shows no text is none for one, but where the site has its own of that name", async () => {
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
  test("a layout of the site’s own may be named", async () => {
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
  test("a field takes its options alone, also as a number and in a list, and yes and no in all words", async () => {
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
    expect(bad.problems.map(({ hint }) => hint)).toEqual([
      "annee: 2024",
      "note: 1",
      "lots: [a]",
      "clos: true",
    ]);
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

describe("tags and taxonomies", () => {
  test("merge spellings that differ by case, accent or plural, and name both posts", async () => {
    const { content, problems } = await load({
      "content/posts/2026-01-01-a.md": post("title: A", "tags:", "- méthode", "- 'outil '"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [Methodes, outils]"),
      "content/posts/2026-01-03-c.md": post("title: C", "tags: [méthode, outils]"),
    });
    expect(content.posts.map((one) => one.terms["tags"]?.map(String))).toEqual([
      ["méthode", "outils"],
      ["méthode", "outils"],
      ["méthode", "outils"],
    ]);
    expect(
      problems.map(
        ({ file, line, column, code, message }) =>
          `${file}:${String(line)}:${String(column)} ${code} ${message}`,
      ),
    ).toEqual([
      "content/posts/2026-01-01-a.md:5:3 near-duplicate-tag « outil » (content/posts/2026-01-01-a.md) et « outils » (content/posts/2026-01-02-b.md) sont pris pour un même mot.",
      "content/posts/2026-01-02-b.md:3:8 near-duplicate-tag « Methodes » (content/posts/2026-01-02-b.md) et « méthode » (content/posts/2026-01-01-a.md) sont pris pour un même mot.",
    ]);
  });
  test("odd tags get a safe slug", async () => {
    const { content, found } = await load(
      one("title: A", "tags: [all, toString, 2024, C++, 'C#', C, 'l’intérêt général', œuvre]"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]?.terms["tags"]?.map((term) => term.slug)).toEqual([
      "all",
      "tostring",
      "2024",
      "c-plus-plus",
      "c-sharp",
      "c",
      "l-interet-general",
      "oeuvre",
    ]);
    expect(content.posts[0]?.terms["tags"]?.[0]?.url).toBe("/mots-cles/all/");
  });
  test("a tag named constructor, alone in a list, is a tag", async () => {
    const { content, found } = await load({
      "content/tags.yaml": "design: Design\n",
      ...one("title: A", "tags: [constructor, __proto__]"),
    });
    expect(content.posts[0]?.terms["tags"]?.map((term) => term.slug)).toEqual(["constructor", "proto"]);
    expect(found).toEqual([
      "content/posts/2026-01-05-titre.md:3:8 unknown-tag",
      "content/posts/2026-01-05-titre.md:3:21 unknown-tag",
    ]);
  });
  test.each([
    ["- null", "empty-tag", "warn"],
    ["- ''", "empty-tag", "warn"],
    ["- '#'", "front-matter", "error"],
    ["- 😀", "front-matter", "error"],
    [`- ${"a".repeat(200)}`, "front-matter", "error"],
    ["- IA: santé", "front-matter", "error"],
  ])("%s is reported at its line", async (item, code, severity) => {
    const { problems, content } = await load(one("title: A", "tags:", "- design", item));
    expect(problems).toMatchObject([{ line: 5, code, severity }]);
    expect(content.posts[0]?.terms["tags"]?.map(String)).toEqual(["design"]);
  });
  test("stand without the quotation marks around them, which are meant for YAML", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [« design », “données”, l’« ouverture »]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: « design, données »", "author: « Équipe »"),
      "content/posts/2026-01-03-c.md": post(
        "title: C",
        "author: [{ name: « Équipe » }, « Ana », « Bao », DINUM]",
      ),
    });
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.terms["tags"]?.map(String))).toEqual([
      [],
      ["design", "données"],
      ["design", "données", "l’« ouverture »"],
    ]);
    expect(content.people.map(({ name }) => name).sort()).toEqual(["Ana", "Bao", "DINUM", "Équipe"]);
  });
  test("tags.yaml gives labels, per language too, and aliases", async () => {
    const { content, found } = await load({
      "content/tags.yaml":
        "conception: { label: Conception, description: Dessiner., aliases: [design], en: { label: Design } }\noutil: Outils\n",
      "content/posts/2026-01-01-a.md": post("title: A", "tags: design, outil"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Design]"),
    });
    expect(
      content.posts.map((one) =>
        one.terms["tags"]?.map(({ label, url, description }) => [label, url, description]),
      ),
    ).toEqual([
      [["Design", "/en/tags/conception/", "Dessiner."]],
      [
        ["Conception", "/mots-cles/conception/", "Dessiner."],
        ["Outils", "/mots-cles/outil/", undefined],
      ],
    ]);
    expect(found).toEqual([]);
  });
  test("a label is that of the text’s own language, in whatever order they are written", async () => {
    const { content } = await load({
      "content/site.yaml": "title: C\ntranslations: { en-GB: {}, ar: {}, de: {} }\n",
      "content/tags.yaml":
        "couleur: { label: Couleur, en: { label: Color }, en-GB: { label: Colour }, ar: { label: لون } }\n",
      ...Object.fromEntries(
        ["en", "en-GB", "ar", "de", "fr-CA"].map((lang, index) => [
          `content/posts/2026-01-0${String(9 - index)}-a${lang}.md`,
          post("title: A", "tags: couleur", `lang: ${lang}`),
        ]),
      ),
    });
    expect(content.posts.map(({ terms }) => terms["tags"]?.map(String).join())).toEqual([
      "Color",
      "Colour",
      "لون",
      "Couleur",
      "Couleur",
    ]);
  });
  test("a closed list refuses others, an open one warns", async () => {
    const closed = await load({
      "content/tags.yaml": "closed: true\ndesign:\n",
      ...one("title: A", "tags: [desing]"),
    });
    expect(closed.problems).toMatchObject([
      {
        code: "unknown-tag",
        severity: "error",
        line: 3,
        column: 8,
        hint: "Vouliez-vous écrire « design » ?",
      },
    ]);
    const open = await load({ "content/tags.yaml": "design:\n", ...one("title: A", "tags: [desing]") });
    expect(open.problems).toMatchObject([{ code: "unknown-tag", severity: "warn" }]);
  });
  test("a term that only a number tells from one of the list is not taken for it", async () => {
    const { problems } = await load({
      "content/tags.yaml": "eig1: EIG 1\nclosed: yes\n",
      "content/posts/2026-01-02-b.md": post("title: A", "tags: [EIG 2, EIF 1]"),
    });
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Valeurs permises : EIG 1.",
      "Vouliez-vous écrire « EIG 1 » ?",
    ]);
  });
  test("terms of a site’s own taxonomy are written as tags are", async () => {
    const { content, found } = await load({
      "content/site.yaml":
        "title: A\ntaxonomies: { promotion: { label: Promotion, closed: oui, terms: { eig4: EIG 4, eig5: , eig6: { aliases: [2024] } } } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "promotion: [eig4, eig5, 2024]"),
      "content/posts/2026-01-02-b.md": post("title: B", "promotion: eig9"),
    });
    expect(content.posts[1]?.terms["promotion"]?.map(({ label, slug }) => [label, slug])).toEqual([
      ["EIG 4", "eig4"],
      ["eig5", "eig5"],
      ["eig6", "eig6"],
    ]);
    expect(found).toEqual(["content/posts/2026-01-02-b.md:3:1 unknown-tag"]);
  });
  test("a site’s own taxonomy is treated alike", async () => {
    const { content, found } = await load({
      "content/site.yaml":
        "title: A\ntaxonomies: { promotion: { label: Promotion, terms: { eig4: { label: EIG 4 } }, closed: true } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "promotion: eig4"),
      "content/posts/2026-01-02-b.md": post("title: B", "promotion: [eig9]"),
    });
    expect(content.posts[1]?.terms["promotion"]?.map(({ label, url }) => [label, url])).toEqual([
      ["EIG 4", "/promotion/eig4/"],
    ]);
    expect(found).toEqual(["content/posts/2026-01-02-b.md:3:13 unknown-tag"]);
  });
  test.each([
    [
      "content/site.yaml",
      "title: A\ntaxonomies: { promotion: { label: P, terms: { un: A, deux: { en: Two } } } }\n",
      "promotion: [deux]",
    ],
    ["content/tags.yaml", "un: A\ndeux: [B]\n", "tags: [deux]"],
  ])("of a term that is refused, %s alone is told", async (file, text, line) => {
    const files = { [file]: text, "content/posts/2026-01-02-b.md": post("title: A", line) };
    const { problems } = await load(files);
    expect(problems.map((one) => [one.file, one.severity])).toEqual([[file, "error"]]);
    // A mistake in the other list keeps none from being told.
    const other = {
      ...files,
      [file]: text.replace(/, deux: .*?\}|deux: .*\n/, ""),
      "content/people.yaml": "a: [b]\n",
    };
    expect((await load(other)).problems.map(({ code }) => code)).toContain("unknown-tag");
  });
});

describe("addresses", () => {
  test.each([
    ["permalink: /blog/:year/:month/:day/:title.html", "/blog/2026/01/05/titre.html"],
    ["permalink: /a-propos", "/a-propos/"],
    ["permalink: /été/", "/%C3%A9t%C3%A9/"],
    ["permalink: /a/index.html", "/a/"],
    ["slug: Autre-Nom", "/blog/2026/01/05/Autre-Nom/"],
    ["slug: Un autre été", "/blog/2026/01/05/un-autre-ete/"],
    ["slug: 2024", "/blog/2026/01/05/2024/"],
  ])("%s → %s", async (line, url) => {
    const { content, found } = await load(one("title: A", line));
    expect(found).toEqual([]);
    expect(content.posts[0]?.url).toBe(url);
  });
  test.each([
    "permalink: /../x/",
    "permalink: ../x/",
    "permalink: /a/../../x/",
    "permalink: https://x.org/a/",
    "permalink: //x.org/a/",
    'permalink: "/a\\0b/"',
    'permalink: "/a\\nb/"',
    `permalink: /${"a".repeat(300)}/`,
    "permalink: /.htaccess",
    "permalink: /a/.git/",
    "permalink: /_headers",
    "permalink: /_redirects",
    "permalink: /_headers/",
    "permalink: /_x/a/",
    "permalink: /CNAME/",
    "permalink: /Robots.txt/",
    "permalink: /sw.js",
    "permalink: /index.html/x.html",
    "permalink: /a.html/",
    "permalink: '/a\\b/'",
    "permalink: /a//b/",
    "permalink: /%2e%2e/x/",
    "permalink: /a%2fb/",
    "permalink: /a%00/",
    "permalink: /a?b/",
    "permalink: '/a#b/'",
    "permalink: /a b/",
    "permalink: /x.js",
    "permalink: /:nope/",
    "permalink: a/b/",
    "permalink: javascript:alert(1)",
    "slug: ../x",
    "slug: a/b",
    "slug: .x",
    "slug: ..",
    'slug: "a\\0b"',
    `slug: ${"a".repeat(300)}`,
    "slug: 😀",
  ])("%s is refused", async (line) => {
    const { content, problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "bad-permalink", severity: "error" },
    ]);
    expect(content.posts).toEqual([]);
  });
  test.each([
    ["permalink: ''", "elle est vide"],
    ["permalink: a/b/", "elle doit commencer par « / »"],
    ["permalink: //x.org/a/", "sans nom de domaine"],
    ["permalink: /a/./b/", "sortiraient du site"],
    ["permalink: ../x/", "sortiraient du site"],
    ["permalink: /a/.git/", "serait un fichier caché"],
    ["permalink: /_headers", "réservé à un fichier du site"],
    ["permalink: /Robots.txt/", "réservé à un fichier du site"],
    ['permalink: "/a\\0b/"', "un caractère invisible"],
    ["permalink: '/a\\b/'", "une barre oblique inverse"],
    ["permalink: /a//b/", "deux barres obliques de suite"],
  ])("%s is refused because %s", async (line, reason) => {
    const { problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([{ code: "bad-permalink" }]);
    expect(problems[0]?.message).toContain(reason);
  });
  test("of a page has no day but that of its date", async () => {
    const page = (...lines: string[]): Record<string, string> => ({
      ...one("title: A"),
      "content/pages/b.md": post("title: B", "permalink: /x/:year/:slug/", ...lines),
    });
    const { problems } = await load(page());
    expect(problems).toMatchObject([{ line: 3, column: 12, code: "bad-permalink", hint: "permalink: /b/" }]);
    expect(problems[0]?.message).toContain(
      ":year, :month et :day viennent d’une date, que cette page n’a pas",
    );
    const { content } = await load(page("date: 2026-02-03"));
    expect(content.pages.map(({ url }) => url)).toEqual(["/x/2026/b/"]);
  });
  test.each(["/old/../x", "https://x.org/old/", "/.env", "/_headers", '"/a\\0"'])(
    "redirect_from %s is refused",
    async (from) => {
      const { content, found } = await load(one("title: A", `redirect_from: [${from}]`));
      expect(found).toEqual(["content/posts/2026-01-05-titre.md:3:16 redirect"]);
      expect(content.redirects).toEqual([]);
    },
  );
  test("that a text came back to leads nowhere else, and is no mistake", async () => {
    const { content, found } = await load(
      one("title: A", "redirect_from: [/blog/2026/01/05/titre, /blog/2026/01/05/autre/]"),
    );
    expect(found).toEqual([]);
    expect(content.redirects.map(({ from }) => from)).toEqual(["/blog/2026/01/05/autre/"]);
  });
  test.each(["/blog/2026/01/05/titre/", "/Blog/2026/01/05/titre/", "/blog/2026/01/05/titre/index.html"])(
    "a second post at %s is refused, naming both",
    async (second) => {
      const { content, problems } = await load({
        ...one("title: A"),
        "content/posts/2026-01-06-b.md": post("title: B", `permalink: ${second}`),
      });
      expect(problems).toMatchObject([
        {
          file: "content/posts/2026-01-06-b.md",
          line: 3,
          code: "duplicate-url",
          message: expect.stringContaining("content/posts/2026-01-05-titre.md") as string,
        },
      ]);
      expect(content.posts).toEqual([]);
    },
  );
  test("the two Unicode forms of one name are one address", async () => {
    const { found } = await load({
      "content/posts/2026-01-05-e\u0301te\u0301.md": post("title: A"),
      "content/posts/2026-01-05-\u00e9t\u00e9.md": post("title: B"),
    });
    expect(found).toEqual([expect.stringContaining("duplicate-url")]);
  });
  test.each([
    "public/blog/2026/01/05/titre/index.html",
    "public/Blog",
    "public/blog/2026/01/05/titre/INDEX.html",
  ])("a post over %s is refused", async (file) => {
    const { found } = await load({ [file]: "x", ...one("title: A") });
    expect(found).toEqual(["content/posts/2026-01-05-titre.md:2:8 duplicate-url"]);
  });
  test.each([
    ["/été.html", "public/e\u0301te\u0301.html"],
    ["/a.html", "public/a.html/b.txt"],
    ["/A.html", "public/b/../a.HTML"],
  ])("a post at %s is refused over %s", async (permalink, file) => {
    const { found } = await load({ [file]: "x", ...one("title: A", `permalink: ${permalink}`) });
    expect(found).toEqual(["content/posts/2026-01-05-titre.md:3:12 duplicate-url"]);
  });
  test("two posts of one day, and one slug on two days, stand side by side", async () => {
    const { content, found } = await load({
      ...one("title: A"),
      "content/posts/2026-01-05-autre.md": post("title: B"),
      "content/posts/2026-01-06-titre.md": post("title: C"),
    });
    expect(found).toEqual([]);
    expect(content.posts).toHaveLength(3);
  });
  test.each([
    ["2026-01-05-pourquoi-devenir-EIG.md", "pourquoi-devenir-EIG"],
    ["2026-01-05-un titre #1 à 100 %?.md", "un-titre-1-a-100"],
    ["2026-01-05-l’œuvre d'été.md", "l-oeuvre-d-ete"],
    ["2026-01-05-😀.md", "mon-titre"],
    ["2026-01-05-titre/index.md", "titre"],
  ])("the file %s gives the slug %s", async (file, slug) => {
    const { content, found } = await load({ [`content/posts/${file}`]: post("title: Mon titre") });
    expect(found).toEqual([]);
    expect(content.posts[0]?.slug).toBe(slug);
  });
});

describe("languages and translations", () => {
  const pair = {
    "content/posts/2026-01-01-libre.md": post("title: Libre", "lang-ref: libre"),
    "content/posts/en/2026-01-01-free.md": post("title: Free", "lang-ref: libre"),
  };
  test("a folder gives the language, a shared key links both ways", async () => {
    const { content, problems } = await load(pair);
    expect(problems).toEqual([]);
    expect(content.languages).toEqual(["fr", "en"]);
    expect(content.posts.map(({ lang, url, translations }) => ({ lang, url, translations }))).toEqual([
      {
        lang: "fr",
        url: "/blog/2026/01/01/libre/",
        translations: [{ lang: "en", url: "/en/blog/2026/01/01/free/", title: "Free" }],
      },
      {
        lang: "en",
        url: "/en/blog/2026/01/01/free/",
        translations: [{ lang: "fr", url: "/blog/2026/01/01/libre/", title: "Libre" }],
      },
    ]);
  });
  test("a translation of a call that says not until when it is open is told the line of the other", async () => {
    const said = async (french: string[], english: string[]): Promise<string[]> => {
      const { problems } = await load({
        "content/posts/2026-01-01-libre.md": post("title: Libre", ...french),
        "content/posts/en/2026-01-02-free.md": post("title: Free", "translationOf: libre", ...english),
      });
      return problems.map(({ file, line, code, hint }) => `${file}:${String(line)} ${code} ${hint}`);
    };
    const deadline = "deadline: 2027-01-15 17:00";
    expect(await said([deadline], [])).toEqual([
      `content/posts/en/2026-01-02-free.md:2 translation ${deadline}`,
    ]);
    // One that has passed as well: its readers would take it for open. Whichever of the two it is.
    expect(await said([], ["deadline: 2026-02-01"])).toEqual([
      "content/posts/2026-01-01-libre.md:2 translation deadline: 2026-02-01",
    ]);
    expect(await said([deadline], [deadline])).toEqual([]);
    // Elsewhere one may be open for longer.
    expect(await said([deadline], ["deadline: 2027-02-15"])).toEqual([]);
    expect(await said([], [])).toEqual([]);
  });
  test("translationOf names a post", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre"),
      "content/posts/2026-01-02-free.md": post("title: Free", "lang: en", "translationOf: 2026-01-01-libre"),
    });
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.translations.map((other) => other.title))).toEqual([
      ["Libre"],
      ["Free"],
    ]);
  });
  test.each(["NFC", "NFD"])(
    "a text is found by its name with an accent, in form %s in its file",
    async (form) => {
      const other = form === "NFC" ? "NFD" : "NFC";
      const name = "2026-01-01-déjà";
      const { content, found } = await load({
        [`content/posts/${name.normalize(form)}.md`]: post("title: Déjà", "permalink: /déjà/"),
        "content/posts/2026-01-02-free.md": post(
          "title: Free",
          "lang: en",
          `translationOf: ${name.normalize(other)}`,
          `related: [${name.normalize(other)}, ${"/déjà/".normalize(other)}]`,
        ),
      });
      expect(found).toEqual([]);
      expect(content.posts[0]?.translations).toMatchObject([{ title: "Déjà" }]);
      expect(content.posts[0]?.related).toMatchObject([{ title: "Déjà" }]);
    },
  );
  test("texts that name each other are translations of each other, and of those that name one of them", async () => {
    const { content, problems } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre", "translationOf: en/2026-01-01-free"),
      "content/posts/en/2026-01-01-free.md": post("title: Free", "translationOf: 2026-01-01-libre"),
      "content/posts/de/2026-01-01-frei.md": post(
        "title: Frei",
        "lang: de",
        "translationOf: 2026-01-01-free",
      ),
      "content/pages/a.md": "---\ntitle: A\ntranslationOf: c\n---\n",
      "content/pages/b.md": "---\ntitle: B\nlang: en\ntranslationOf: a\n---\n",
      "content/pages/c.md": "---\ntitle: C\nlang: de\ntranslationOf: b\n---\n",
    });
    expect(problems.filter(({ code }) => code === "translation")).toEqual([]);
    const linked = [...content.posts, ...content.pages].map(({ title, translations }) =>
      [title, ...translations.map((other) => other.title)].sort().join(", "),
    );
    expect(new Set(linked)).toEqual(new Set(["Free, Frei, Libre", "A, B, C"]));
    expect(linked).toHaveLength(6);
  });
  test("front matter wins over the folder, and an explicit permalink has no prefix added", async () => {
    const { content } = await load({
      "content/posts/en/2026-01-01-a.md": post("title: A", "lang: fr"),
      "content/posts/2026-01-02-b.md": post("title: B", "lang: en", "permalink: /en/blog/:slug.html"),
    });
    expect(content.posts.map(({ lang, url }) => [lang, url])).toEqual([
      ["en", "/en/blog/b.html"],
      ["fr", "/blog/2026/01/01/a/"],
    ]);
  });
  test("a name that leads nowhere is reported with the nearest", async () => {
    const { problems } = await load({
      ...one("title: A"),
      "content/posts/2026-01-06-b.md": post("title: B", "lang: en", "translationOf: 2026-01-05-tire"),
    });
    expect(problems).toMatchObject([
      { line: 4, code: "translation", severity: "warn", hint: "translationOf: 2026-01-05-titre" },
    ]);
  });
  test.each([
    ["its own", "2026-01-06-b", "se donne lui-même"],
    ["nearly its own", "2026-01-06-bb", "n’est le nom d’aucun"],
  ])("a text that gives as original %s name is not offered that name", async (_, name, said) => {
    const { problems } = await load({
      "content/posts/2026-01-06-b.md": post("title: B", "lang: en", `translationOf: ${name}`),
    });
    expect(problems).toMatchObject([
      { line: 4, code: "translation", hint: "Écrivez le nom du fichier traduit, sans son extension." },
    ]);
    expect(problems[0]?.message).toContain(said);
  });
  test("two texts of one language under one key are reported", async () => {
    const { found } = await load({
      ...pair,
      "content/posts/2026-01-09-z.md": post("title: Z", "lang-ref: libre"),
    });
    expect(found).toEqual(["content/posts/2026-01-09-z.md:3:11 translation"]);
  });
  test("two texts of one language for one text of another are reported where each names it", async () => {
    const { problems } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre"),
      "content/posts/2026-01-02-free.md": post("title: Free", "lang: en", "translationOf: 2026-01-01-libre"),
      "content/posts/2026-01-03-gratis.md": post(
        "lang: en",
        "title: Gratis",
        "translationOf: 2026-01-01-libre",
      ),
    });
    expect(problems).toMatchObject([
      { file: "content/posts/2026-01-03-gratis.md", line: 4, column: 16, code: "translation" },
    ]);
    expect(problems[0]?.message).toContain("content/posts/2026-01-02-free.md");
  });
  const english =
    "The public service of the country is to be built with the people that use it and for the people that are in need of it. ".repeat(
      4,
    );
  test("English text in the French folder is noticed, unless it says so", async () => {
    const text = (lines: string): string => `---\ntitle: A\n${lines}---\n${english}`;
    expect((await load({ "content/posts/2026-01-01-a.md": text("") })).problems).toMatchObject([
      { code: "language", severity: "warn", line: 2, hint: "lang: en" },
    ]);
    expect((await load({ "content/posts/2026-01-01-a.md": text("lang: en\n") })).problems).toEqual([]);
  });
  test.each([
    [
      "two sentences of English",
      1,
      "This is what we learned from the data of the year. It is for you, and for the people that use it.\n",
    ],
    [
      "a French text that quotes a sentence of English",
      0,
      "Nous avons posé la question à nos voisins, qui ont répondu d’une phrase : « it is for the people that use it, and by the people ». Le reste du texte est à nous.\n",
    ],
    [
      "a French text that begins with code and a quotation in English",
      0,
      `Voici ce que dit l’outil :\n\n\`\`\`text\n${english}\n\`\`\`\n\n> ${english}\n\nEt voilà ce que nous en avons fait pour les personnes qui en ont besoin dans les services et les équipes.\n`,
    ],
  ])("%s: %i warning", async (_, count, body) => {
    const { problems } = await load({ "content/posts/2026-01-01-a.md": `---\ntitle: A\n---\n${body}` });
    expect(problems.filter(({ code }) => code === "language")).toHaveLength(count);
  });
});

describe("pages", () => {
  test("take their address from their path", async () => {
    const { content, found } = await load({
      "content/pages/mentions-legales.md": post("title: Mentions"),
      "content/pages/guide/index.md": post("title: Guide"),
      "content/pages/guide/images.md": post("title: Images"),
      "content/pages/en/about.md": post("title: About"),
      ...one("title: A"),
    });
    expect(found).toEqual([]);
    expect(content.pages.map(({ url, lang, layout }) => `${url} ${lang} ${layout}`)).toEqual([
      "/en/about/ en page",
      "/guide/images/ fr page",
      "/guide/ fr page",
      "/mentions-legales/ fr page",
    ]);
  });
});

describe("related posts", () => {
  test("share the rarest tags first, then are the latest", async () => {
    const { content } = await load({
      "content/posts/2026-01-01-rare.md": post("title: rare", "tags: [rare, commun]"),
      "content/posts/2026-01-02-a.md": post("title: a", "tags: [commun]"),
      "content/posts/2026-01-03-b.md": post("title: b", "tags: [commun]"),
      "content/posts/2026-01-04-c.md": post("title: c", "tags: [commun]"),
      "content/posts/2026-01-05-moi.md": post("title: moi", "tags: [commun, rare]"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["rare", "c", "b"]);
  });
  test("share terms of the site’s own taxonomies as they share tags, each by its taxonomy", async () => {
    const { content } = await load({
      "content/site.yaml": "title: A\ntaxonomies: { promotion: { label: P }, serie: { label: S } }\n",
      "content/posts/2026-01-01-serie.md": post("title: série", "promotion: quatre", "serie: coulisses"),
      "content/posts/2026-01-02-autre.md": post("title: autre", "promotion: quatre"),
      "content/posts/2026-01-03-rien.md": post("title: rien", "promotion: cinq"),
      // The same word in another taxonomy is another term.
      "content/posts/2026-01-04-mot.md": post("title: mot", "tags: [quatre, coulisses]"),
      "content/posts/2026-01-05-moi.md": post("title: moi", "promotion: quatre", "serie: coulisses"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["série", "autre"]);
  });
  test("are those the post names, where it names some", async () => {
    const { content, problems } = await load({
      ...one("title: A", "related: [autre, perdu]"),
      "content/posts/2026-01-01-autre.md": post("title: Autre"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["Autre"]);
    expect(problems).toMatchObject([{ line: 3, code: "related", severity: "warn" }]);
  });
  test("are told of where one is the post itself, or waits for its day, and the others stand", async () => {
    const { content, problems } = await load({
      ...one("title: A", "related: [titre, brouillon, a-venir, autre, autre]"),
      "content/posts/2026-01-01-autre.md": post("title: Autre"),
      "content/posts/_2026-01-02-brouillon.md": post("title: Brouillon"),
      "content/posts/2100-01-02-a-venir.md": post("title: À venir"),
    });
    const own = content.posts.find(({ title }) => title === "A");
    expect(own?.related.map((one) => one.title)).toEqual(["Autre"]);
    expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringMatching(/^note « a-venir » n’est pas publié/),
      expect.stringMatching(/^note « brouillon » n’est pas publié/),
      expect.stringMatching(/^warn « titre » est le nom de cet article même/),
    ]);
  });
});

describe("feedId", () => {
  test.each(["/2015/titre", "http://vieux.example.org/?p=12", "tag:vieux.example.org,2015:12", "urn:uuid:1"])(
    "%s is kept for feeds",
    async (id) => {
      const { content, found } = await load(one("title: A", `feedId: ${JSON.stringify(id)}`));
      expect(found).toEqual([]);
      expect(content.posts[0]?.feedId).toBe(id);
    },
  );
  test.each(["titre", "/un titre", '"<a>"', "[a]"])("%s is refused", async (id) => {
    const { found } = await load(one("title: A", `feedId: ${id}`));
    expect(found).toEqual([expect.stringMatching(/titre\.md:3:\d+ front-matter$/)]);
  });
});

describe("redirects", () => {
  test("come from redirects.yaml and from posts, chains made short", async () => {
    const { content, found } = await load({
      "content/redirects.yaml":
        "/vieux/: /moins-vieux/\n/moins-vieux/: /blog/2026/01/05/titre/\n/doc.pdf: https://example.org/doc.pdf\n/fr/sitemap.xml: /sitemap.xml\n",
      ...one("title: A", "redirect_from: /ancien.html", "aliases: [/autre/]"),
    });
    expect(found).toEqual([]);
    expect(content.redirects.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      "/ancien.html → /blog/2026/01/05/titre/",
      "/autre/ → /blog/2026/01/05/titre/",
      "/doc.pdf → https://example.org/doc.pdf",
      "/fr/sitemap.xml → /sitemap.xml",
      "/moins-vieux/ → /blog/2026/01/05/titre/",
      "/vieux/ → /blog/2026/01/05/titre/",
    ]);
  });
  test.each([
    ["/vie d’équipe/2018/bilan.html", "/vie%20d%E2%80%99%C3%A9quipe/2018/bilan.html"],
    ["/vie%20d%E2%80%99%C3%A9quipe/bilan/", "/vie%20d%E2%80%99%C3%A9quipe/bilan/"],
    ["/«-titre-»/", "/%C2%AB-titre-%C2%BB/"],
  ])(
    "may come from an address with blanks and typographic signs, as other generators leave them: %s",
    async (from, url) => {
      const { content, found } = await load(one("title: A", `redirect_from: [${JSON.stringify(from)}]`));
      expect(found).toEqual([]);
      expect(content.redirects.map((redirect) => redirect.from)).toEqual([url]);
    },
  );
  test.each([
    ['https://example.org/"a"', "https://example.org/%22a%22"],
    ["HTTPS://EXAMPLE.org/\u202eé?<b>#{c}", "https://example.org/%E2%80%AE%C3%A9?%3Cb%3E#{c}"],
    ['/blog/#"a b', "/blog/#%22a%20b"],
  ])("lead to %j as files of hosts may say it", async (to, written) => {
    const yaml = `/a/: ${JSON.stringify(to)}\n`;
    const { content, found } = await load({ "content/redirects.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
    expect(content.redirects.map((redirect) => redirect.to)).toEqual([written]);
  });
  test.each(["redirect_from", "aliases"])(
    "are all in the line to paste where one of %s is refused",
    async (key) => {
      const { problems } = await load(one("title: A", `${key}: [ancien/, /b/, https://x.org/c/]`));
      const hint = `${key}: [/ancien/, /b/, /c/]`;
      expect(problems).toMatchObject([
        { code: "redirect", line: 3, hint },
        { code: "redirect", line: 3, hint },
      ]);
    },
  );
  test("never come from a blank at the end of a folder's name, which some disks drop", async () => {
    expect((await load(one("title: A", 'redirect_from: ["/a /b/"]'))).found).toEqual([
      "content/posts/2026-01-05-titre.md:3:16 redirect",
    ]);
  });
  test.each([
    ["/a/: “/b/”\n", "/a/: /b/"],
    ["“/a/”: /b/\n", "/a/: /b/"],
    ["« /a/ »: /b/\n", "/a/: /b/"],
    ["/a/: blog/b/\n", "/a/: /blog/b/"],
    ["a/: blog/b/\n", "/a/: /blog/b/"],
    ["a: /b/#c\n", "/a: /b/#c"],
    ["/a/: www.example.org/b\n", "/a/: https://www.example.org/b"],
    ["/a/: b c\n", "/a/: /nouvelle-adresse/"],
  ])("%j is given its own address", async (yaml, fix) => {
    const { problems } = await load({ "content/redirects.yaml": yaml, ...one("title: A") });
    expect(problems.map(({ hint }) => hint)).toEqual([fix]);
  });
  test.each([
    ["/a/: /b/\n/b/: /a/\n", "1:1"],
    ["/a/: /a\n", "1:1"],
    ["/b/: /c/\n/blog/2026/01/05/titre/: /b/\n", "2:1"],
    ["/a/: ftp://x\n", "1:6"],
    ["/a/: /b/\n/A: /c/\n", "2:1"],
    ["/a/: /b/#100%\n", "1:6"],
    ["/a/: /b/#%E9\n", "1:6"],
  ])("%j is refused", async (yaml, place) => {
    expect((await load({ "content/redirects.yaml": yaml, ...one("title: A") })).found).toEqual([
      `content/redirects.yaml:${place} redirect`,
    ]);
  });
});

test.each(["permalink", "redirect_from"])("half a pair of surrogates in %s is refused", async (key) => {
  const { found } = await load(one("title: A", `${key}: "/\\ud800/"`));
  expect(found).toEqual([
    `content/posts/2026-01-05-titre.md:3:${String(key.length + 3)} ${key === "permalink" ? "bad-permalink" : "redirect"}`,
  ]);
});

test("thousands of old addresses that are refused take a time proportional to their number", async () => {
  const list = Array.from({ length: 3000 }, (_, i) => `a${String(i)}`);
  const { problems } = await load(one("title: A", `redirect_from: [${list.join(", ")}]`));
  expect(problems.filter(({ code }) => code === "redirect")).toHaveLength(3000);
  expect(problems.map(({ hint }) => hint)).toContain("- /a7");
});

describe("files that cannot be used", () => {
  test.each([
    ["UTF-16", Buffer.from("\ufeff---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["UTF-16, the other way round", Buffer.from("\ufeff---\n\u4e00", "utf16le").swap16(), "1:1 encoding"],
    ["UTF-16 without its mark", Buffer.from("---\ntitle: A\n---\n", "utf16le"), "1:1 encoding"],
    ["Latin-1", Buffer.from("---\ntitle: A\n---\nUn été\n", "latin1"), "4:4 encoding"],
    ["NUL", Buffer.from("---\ntitle: A\n---\nUn\0\n"), "4:3 encoding"],
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "1:1 encoding"],
    ["an empty file", Buffer.alloc(0), "1:1 front-matter"],
    ["six megabytes", Buffer.alloc(6_000_000, 0x61), "1:1 too-big"],
  ])("%s", async (_name, bytes, expected) => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre.md": bytes,
      "content/posts/2026-01-06-bon.md": post("title: Bon"),
    });
    expect(found).toEqual([`content/posts/2026-01-05-titre.md:${expected}`]);
    expect(content.posts.map((one) => one.title)).toEqual(["Bon"]);
  });
  test("symbolic links are never followed", async () => {
    const root = siteRoot({ ...one("title: A"), "ailleurs.md": post("title: Secret"), "public/a.txt": "" });
    symlinkSync(join(root, "ailleurs.md"), join(root, "content/posts/2026-01-06-lien.md"));
    symlinkSync(root, join(root, "content/posts/boucle"));
    symlinkSync("/etc/passwd", join(root, "public/secret.txt"));
    mkdirSync(join(root, "layouts"));
    symlinkSync("/etc/passwd", join(root, "layouts/post.njk"));
    const { content, found } = await loadRoot(root);
    expect(found).toEqual([
      "content/posts/2026-01-06-lien.md:1:1 symlink",
      "content/posts/boucle:1:1 symlink",
      "layouts/post.njk:1:1 symlink",
      "public/secret.txt:1:1 symlink",
    ]);
    expect(content.posts.map((one) => one.title)).toEqual(["A"]);
    expect(content.files.map((one) => one.file)).toEqual(["public/a.txt"]);
  });
  test("the lock that Emacs keeps beside a file that is being changed is none of the site's", async () => {
    const root = siteRoot({ ...one("title: A"), "public/a.txt": "", "layouts/post.njk": "" });
    for (const file of ["content/posts/.#2026-01-05-titre.md", "public/.#a.txt", "layouts/.#post.njk"])
      symlinkSync("jo@machine.1234:1790000000", join(root, file));
    const { content, found } = await loadRoot(root);
    expect(found).toEqual([]);
    expect(content.files.map((one) => one.file)).toEqual(["public/a.txt"]);
  });
  test.each(["content", "public", "layouts"])("%s/ itself may not be a link", async (folder) => {
    const root = siteRoot({ ...one("title: A"), "ailleurs/posts/2026-01-06-b.md": post("title: Secret") });
    rmSync(join(root, folder), { recursive: true, force: true });
    symlinkSync("ailleurs", join(root, folder));
    const { problems, content } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(problems.filter(({ key }) => key === "symlink/link")).toMatchObject([
      { file: folder, line: 1, column: 1 },
    ]);
    expect(JSON.stringify(content?.posts ?? [])).not.toContain("Secret");
  });
  test("what is no file is refused, and never opened: a pipe would be waited for", async () => {
    const root = siteRoot(one("title: A"));
    execFileSync("mkfifo", [join(root, "content/posts/2026-01-06-b.md")]);
    expect((await loadRoot(root)).found).toEqual(["content/posts/2026-01-06-b.md:1:1 symlink"]);
  });
  test.each([
    "posts/x.11tydata.js",
    "posts/posts.11tydata.json",
    "posts/x.11ty.js",
    "posts/x.njk",
    "posts/x.liquid",
    "x.js",
    "pages/x.html",
    "posts/a/x.xhtml",
    "posts/a/x.xht",
    "posts/a/x.shtml",
    "posts/a/x.xsl",
    "posts/a/x.phtml",
    "posts/a/x.php",
    "posts/x.mjs",
    "posts/x.cjs",
    "posts/x.tsx",
    "posts/x.mts",
    "posts/x.cts",
    "posts/x.hbs",
    "posts/x.mustache",
    "posts/x.ejs",
    "posts/x.haml",
    "posts/x.pug",
    "posts/x.webc",
    "posts/x.vue",
    "posts/a/x.HTM",
    "posts/a/x.xslt",
    "posts/x.sh",
    "posts/x.py",
    "posts/x.ts",
  ])("code at content/%s is refused", async (file) => {
    const { found } = await load({ [`content/${file}`]: "process.exit(1)", ...one("title: A") });
    expect(found).toEqual([`content/${file}:1:1 script`]);
  });
  test("a text of MDX is offered the name under which its Markdown is read", async () => {
    const { problems } = await load({ "content/posts/2026-01-05-a.mdx": "A", ...one("title: A") });
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Si c’est un article, renommez-le 2026-01-05-a.md : son Markdown sera lu, mais aucun composant.",
    ]);
  });
  test("a name with a line feed is refused on one line", async () => {
    const { found } = await load({
      "content/posts/2026-01-05-a\nb.md": post("title: A"),
      ...one("title: A"),
    });
    expect(found).toEqual(["content/posts/2026-01-05-a\\u000ab.md:1:1 file-name"]);
  });
  test.each([
    "public/facture\u202egnp.exe",
    "content/posts/2026-01-05-\u2066a.md",
    "public/a\\b.txt",
    "public/a\\..\\b.txt",
  ])("a name that shows as another is refused: %j", async (file) => {
    const { found } = await load({ [file]: post("title: B"), ...one("title: A") });
    expect(found).toEqual([`${file}:1:1 file-name`]);
  });
  test.each(["\u007f", "\u009b", "\u2028"])(
    "a name with a sign that moves a line is refused: %j",
    async (sign) => {
      const { found } = await load({ [`public/a${sign}b.txt`]: "", ...one("title: A") });
      expect(found).toEqual([
        `public/a\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}b.txt:1:1 file-name`,
      ]);
    },
  );
  test("a name that is not UTF-8 is refused", async () => {
    const root = siteRoot(one("title: A"));
    writeFileSync(
      Buffer.concat([
        Buffer.from(join(root, "content/posts/2026-01-06-")),
        Buffer.from([0xe9]),
        Buffer.from(".md"),
      ]),
      post("title: A"),
    );
    expect((await loadRoot(root)).found).toEqual([expect.stringContaining(":1:1 file-name")]);
  });
  test("pictures beside a post and files of public/ are kept, leftovers of editors are not", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre/index.md": post("title: A"),
      "content/posts/2026-01-05-titre/photo.jpg": "x",
      "content/posts/.DS_Store": "",
      "public/.well-known/x": "",
      "public/.DS_Store": "",
    });
    expect(found).toEqual([]);
    expect(content.files.map((one) => one.file)).toEqual([
      "public/.well-known/x",
      "content/posts/2026-01-05-titre/photo.jpg",
    ]);
  });
  test("Markdown that lies elsewhere in content/ is pointed out", async () => {
    expect(
      (
        await load({
          "content/2026-01-06-x.md": post("title: A"),
          "content/tag.yaml": "",
          ...one("title: A"),
        })
      ).found,
    ).toEqual(["content/2026-01-06-x.md:1:1 stray-file", "content/tag.yaml:1:1 stray-file"]);
  });
});

describe("a folder that is not yet a site", () => {
  test("without content/ is told where to go", async () => {
    const root = siteRoot({});
    const { content, problems } = await loadContent({
      root: join(root, "content"),
      now: NOW,
      builtinLayouts: ["post"],
    });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["no-content"]);
  });
  test.each([
    [["_config.yml"], { empty: false, generator: "jekyll" }],
    [["_posts/2020-01-01-a.md"], { empty: false, generator: "jekyll" }],
    [["hugo.toml"], { empty: false, generator: "hugo" }],
    [["eleventy.config.js"], { empty: false, generator: "eleventy" }],
    [["config.toml", "archetypes/a.md"], { empty: false }],
    [["blog/content/site.yaml", "outils/a.py"], { empty: false, folder: "blog" }],
    [["a/content/site.yaml", "b/content/site.yaml"], { empty: false }],
    [[".git/HEAD"], { empty: true }],
    [["../content/site.yaml"], { empty: true, folder: ".." }],
    [["a.md", "../content/site.yaml", "../../content/site.yaml"], { empty: false, folder: ".." }],
    [["a.md", "../../content/site.yaml"], { empty: false, folder: "../.." }],
    [["_config.yml", "../content/site.yaml"], { empty: false, generator: "jekyll" }],
  ])("without content/ is told what to do with %j", async (files, params) => {
    const root = siteRoot(Object.fromEntries(files.map((file) => [`in/it/${file}`, "x"])));
    if (!files.some((file) => file.startsWith("../../"))) rmSync(join(root, "content"), { recursive: true });
    mkdirSync(join(root, "in/it"), { recursive: true });
    const { problems } = await loadContent({ root: join(root, "in/it"), now: NOW, builtinLayouts: ["post"] });
    expect(problems.map((one) => [one.key, one.params])).toEqual([["no-content", params]]);
  });
  test.each([
    ["content/site.yml", { found: "content/site.yml" }],
    ["site.yaml", { found: "site.yaml" }],
    ["config.toml", { generator: "hugo" }],
    ["README.md", {}],
  ])("without site.yaml is told what to do with %s", async (file, params) => {
    const root = siteRoot({ [file]: "title: A\n", "content/posts/2026-02-03-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(problems.find((one) => one.key === "settings/missing")?.params).toEqual(params);
  });
  test("without site.yaml is given the lines to paste, and its posts are checked all the same", async () => {
    const root = siteRoot({ "content/posts/2026-02-30-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["settings/missing", "bad-date/file-name"]);
  });
  test.each([
    ["2026-02-30-bilan.md", "2026-02-28-bilan.md"],
    ["26-02-30-bilan.md", "2026-02-28-bilan.md"],
    ["2026-13-01-bilan.md", "2026-03-02-bilan.md"],
    ["05-12-2024-bilan.md", "2024-12-05-bilan.md"],
  ])("offers the nearest day for a post named %s", async (name, fix) => {
    const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
    expect(problems).toMatchObject([
      { code: "bad-date", line: 1, column: 1, hint: `Renommez le fichier, par exemple ${fix}` },
    ]);
  });
  test("without a post is a warning", async () => {
    expect((await load({})).problems).toMatchObject([{ code: "no-posts", severity: "warn" }]);
  });
});

describe("site.yaml", () => {
  test.each([
    ["EN", "en"],
    ["english", "en"],
    ["Anglais", "en"],
    ["en_GB", "en-GB"],
  ])(
    "words in a language that is not named by its code have no effect, and are told: %s",
    async (key, code) => {
      const yaml = `title: A\ntranslations:\n  ${key}: { title: B }\n`;
      const { problems } = await load({ "content/site.yaml": yaml, ...one("title: A") });
      expect(problems).toMatchObject([{ code: "unknown-key", line: 3, column: 3 }]);
      expect(problems[0]?.hint).toContain(code);
    },
  );

  test.each([
    ["La Réunion", "Indian/Reunion"],
    ["Indian/Réunion", "Indian/Reunion"],
    ["nouméa", "Pacific/Noumea"],
    ["Guadeloupe", "America/Guadeloupe"],
    ["Paris", "Europe/Paris"],
    ["Ailleurs", "Europe/Paris"],
  ])("a time zone is offered by the name of its place: %s", async (written, zone) => {
    const yaml = `title: A\ntimeZone: ${written} # là-bas\n`;
    const { problems } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(problems.map(({ hint }) => hint)).toContain(`timeZone: ${zone} # là-bas`);
  });

  test.each([
    ["title: A\ntimeZone: Paris\n", "2:11 settings"],
    ["title: A\npostsPerPage: huit\n", "2:15 settings"],
    ["url: https://x.org\n", "1:1 settings"],
    ["title: A\nurl: https://x.org/%E9/\n", "2:6 settings"],
    ["title: A\npermalink: /blog/\n", "2:12 bad-permalink"],
    ["title: A\npermalink: /blog/:slg/\n", "2:12 bad-permalink"],
    ["title: A\naddresses: { tag: /t/ }\n", "2:19 settings"],
    ["title: A\ntranslations: { en: { taxonomies: { promo: { label: B } } } }\n", "2:37 unknown-key"],
    ["title: A\naddresses: { month: /m/:month/ }\n", "2:21 settings"],
    ["title: A\naddresses: { search: recherche/ }\n", "2:22 settings"],
    ...[
      "/../../out/",
      "/%2e%2e/out/",
      "/a%/",
      "/a#/",
      "/a?/",
      "/.hidden/",
      "/a/.",
      "/%00/",
      "https://x.org/#%",
    ].flatMap((bad): [string, string][] => [
      [`title: A\naddresses: { blog: "${bad}" }\n`, "2:20 settings"],
      [`title: A\naddresses: { feed: "${bad}" }\n`, "2:20 settings"],
    ]),
    ['title: A\naddresses: { page: "%2e%2e/:n/" }\n', "2:20 settings"],
    ["title: A\naddresses: { tags: /mots.pdf }\n", "2:20 settings"],
    ...["/../../out/:slug/", "/a b/:slug/", "/a%/:slug/", "//a/:slug/", "/.git/:slug/"].map(
      (bad): [string, string] => [
        `title: A\ntaxonomies: { a: { label: A, address: "${bad}" } }\n`,
        "2:39 settings",
      ],
    ),
    ["title: A\nchecks: { vague-link: maybe }\n", "2:23 settings"],
    ["title: A\ntilte: B\n", "2:1 unknown-key"],
    ["title: A\nembeds:\n  alow: [x]\n", "3:3 unknown-key"],
    ["title: A\nfields: { title: {} }\n", "2:11 settings"],
  ])("%j is reported at its place, and the rest goes on", async (yaml, expected) => {
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([`content/site.yaml:${expected}`]);
    expect(content.posts).toHaveLength(1);
    expect(content.posts[0]?.url).toBe("/blog/2026/01/05/titre/");
  });
  test("may call a taxonomy as what all objects have", async () => {
    const yaml = "title: A\ntaxonomies: { toString: { label: A }, valueOf: { label: B } }\n";
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A", "valueOf: c") });
    expect(found).toEqual([]);
    expect(content.posts[0]?.terms).toMatchObject({ toString: [], valueOf: [{ label: "c" }] });
  });
  test("may give any address that a text may have, to feeds any extension", async () => {
    const addresses =
      "{ home: /, blog: /actualités/, page: /page-:n.html, tag: /t/:slug.html, feed: /atom.xml, jsonFeed: /flux }";
    const yaml = `title: A\naddresses: ${addresses}\ntaxonomies: { a: { label: A, address: /a.b/:slug/ } }\n`;
    const { found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
  });
  test("may leave out the last slash of a page’s address, as texts may", async () => {
    const addresses =
      "{ home: /accueil, page: page-:n, tag: /t/:slug, person: /p/:slug.html, jsonFeed: /flux }";
    const yaml = `title: A\naddresses: ${addresses}\ntaxonomies: { a: { label: A, address: /a/:slug } }\n`;
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
    expect(content.site.addresses).toEqual({
      ...{
        home: "/accueil/",
        page: "page-:n/",
        tag: "/t/:slug/",
        person: "/p/:slug.html",
        jsonFeed: "/flux",
      },
    });
    expect(content.site.taxonomies["a"]?.address).toBe("/a/:slug/");
  });
  test("with an address that is refused goes on with the default one", async () => {
    const yaml =
      'title: A\naddresses: { blog: /../x/ }\ntaxonomies: { a: { label: A, address: "/../x/:slug/" } }\n';
    const { content } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(content.site.addresses).toEqual({ blog: "/blog/" });
    expect(content.site.taxonomies["a"]?.address).toBeUndefined();
  });
  test("that cannot be read leaves no content, but the posts’ problems", async () => {
    const root = siteRoot({
      "content/site.yaml": "title: Bilan : un an\n",
      "content/posts/2026-01-05-a.md": "Texte",
    });
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["settings/syntax", "front-matter/none"]);
  });
  test("that cannot be read blames no text for its language, its address or a field of the site", async () => {
    const body =
      "This text is in English, and says what the teams have done with the data that they were given.";
    const text = `---\ntitle: The meeting of the teams in the town\nplace: Paris\n---\n\n${body}\n`;
    const files = {
      "content/people.yaml": "a: { name: A, rol: B }\n",
      "content/posts/2026-01-05-a.md": text,
      "content/posts/fr/2026-01-05-a.md": post("title: La rencontre"),
    };
    const settings =
      "title: A\nlang: en\nfields: { place: { label: Place } }\ntranslations: { fr: { title: B } }\n";
    const ofPeople = "content/people.yaml unknown-key/settings";
    const told = async (yaml: string): Promise<string[]> => {
      const root = siteRoot({ ...files, "content/site.yaml": yaml });
      const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
      return problems.map(({ file, key }) => `${file} ${key}`).filter((one) => !one.includes(" length/"));
    };
    expect(await told(settings)).toEqual([ofPeople]);
    expect(await told(`${settings}nav: [\n`)).toEqual(["content/site.yaml settings/open-sign", ofPeople]);
  });
});

test("a misspelt key deep in a settings file is given its right spelling", async () => {
  const site = "title: A\nembeds:\n  alow: [x]\nfields: { defi: { lable: Défi } }\n";
  const { problems } = await load({
    "content/site.yaml": site,
    "content/people.yaml": "a: { name: A, rol: B }\n",
    ...one("title: A"),
  });
  expect(problems.map(({ line, column, hint }) => `${String(line)}:${String(column)} ${hint}`)).toEqual([
    "1:15 Vouliez-vous écrire « role » ?",
    "3:3 Vouliez-vous écrire « allow » ?",
    "4:19 Vouliez-vous écrire « label » ?",
  ]);
});

test.each([
  ["tags", Array.from({ length: 201 }, (_, i) => `mot ${String(i)}`)],
  ["author", Array.from({ length: 201 }, (_, i) => `Jean Nom${String(i)}`)],
])("more than 200 %s on one post are refused: each page would list them all", async (key, values) => {
  const { found } = await load(one("title: A", `${key}: [${values.join(", ")}]`));
  expect(found).toEqual([`content/posts/2026-01-05-titre.md:3:${String(key.length + 3)} front-matter`]);
});

test("lets signals and timers be heard while many texts are read", async () => {
  const files = Array.from({ length: 401 }, (_, i) => [
    `content/posts/2026-01-01-p${String(i)}.md`,
    post(`title: P${String(i)}`),
  ]);
  const read: number[] = [];
  let count = 0;
  const onEntries = (): (() => void) => {
    setImmediate(() => read.push(count));
    return () => void (count += 1);
  };
  const { content } = await load(Object.fromEntries(files) as Record<string, string>, { onEntries });
  expect(content.posts).toHaveLength(401);
  expect(read).toEqual([199]);
});

test("ten thousand tags, each on a post of its own, load in proportion", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => {
      const tags = Array.from({ length: 33 }, (_, j) => `mot ${String(i)} numéro ${String(j)}`);
      return [
        `content/posts/2026-01-01-p${String(i)}.md`,
        post(`title: P${String(i)}`, `tags: [${tags.join(", ")}]`),
      ];
    }),
  );
  const { content, found } = await load(files);
  expect(found).toEqual([]);
  expect(content.posts[0]?.related).toEqual([]);
  expect(
    new Set(content.posts.flatMap((each) => each.terms["tags"]?.map((term) => term.slug) ?? [])).size,
  ).toBe(9_900);
});

test.each([
  ["EN", "en"],
  ["fr-FR", "fr"],
  ["pt-br", "pt-BR"],
])("lang: %s is %s on a French site", async (written, lang) => {
  expect((await load(one("title: A", `lang: ${written}`))).content.posts[0]?.lang).toBe(lang);
});
