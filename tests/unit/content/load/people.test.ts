import { describe, expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

describe("a signature that is nearly a name in people.yaml", () => {
  const people = "equipe: { name: Équipe éditoriale }\nun: { name: Promotion 1 }\nlea: { name: Léa }\n";
  const load1 = (author: string) =>
    load({
      "content/people.yaml": people,
      "content/posts/2026-01-01-a.md": post("title: A", `author: ${author}`),
    });

  test.each(["Équipe editorial", "equipe éditorialle", "Equipe éditoriales"])(
    "is reported: %s",
    async (author) => {
      const { problems, found } = await load1(author);
      expect(found).toEqual(["content/posts/2026-01-01-a.md:3:9 near-author"]);
      expect(problems[0]?.hint).toContain("Écrivez « Équipe éditoriale »");
    },
  );
  test.each(["Équipe éditoriale", "équipe editoriale", "Promotion 2", "Léo", "Équipe d’édition", "Paul"])(
    "is not reported: %s",
    async (author) => {
      expect((await load1(author)).found).toEqual([]);
    },
  );
});

describe("an identifier that people.yaml does not have", () => {
  const found = async (people: string): Promise<string[]> =>
    (
      await load({
        "content/people.yaml": people,
        "content/posts/2026-01-01-a.md": post("title: A", "authors: [{ id: un }]"),
      })
    ).found;

  test("is reported", async () => {
    expect(await found("deux: { name: Deux }\n")).toEqual(["content/posts/2026-01-01-a.md:3:11 near-author"]);
  });
  test.each([
    ["cannot be read", "deux: { name: Deux\nun: { name: Un }\n", "1:7 settings"],
    ["has an error", "un: { nom: [] }\n", "1:1 settings"],
  ])("is not while that file %s", async (_why, people, place) => {
    expect((await found(people)).filter((one) => !one.endsWith("unknown-key"))).toEqual([
      `content/people.yaml:${place}`,
    ]);
  });
});

describe("a role that reads as someone's name", () => {
  test.each([
    ["author: Marie Dupont, Paul Durand", ["content/posts/2026-01-01-a.md:3:9 author-or-role"]],
    ["authors: Marie Dupont, Paul Durand", ["content/posts/2026-01-01-a.md:3:10 author-or-role"]],
    ["author: Marie Dupont, Policy Advisor", []],
    ["author: Marie Dupont, Natural Resources Council", []],
    ['author: ["Marie Dupont, Paul Durand"]', []],
    ["author: [{ name: Marie Dupont, role: Paul Durand }]", []],
    ["author: Marie Dupont et Paul Durand", []],
  ])("is reported if the text could name two people: %s", async (line, expected) => {
    const { problems, found } = await load({ "content/posts/2026-01-01-a.md": post("title: A", line) });
    expect(found).toEqual(expected);
    for (const { hint } of problems) expect(hint).toContain('author: ["Marie Dupont, Paul Durand"]');
  });
});

test("the lines for a role that reads as a name keep every author, in any language", async () => {
  const { problems } = await load({
    "content/site.yaml": "title: T\nlang: en\n",
    "content/posts/2026-01-01-a.md": post("title: A", "author: Ann Smith, editor, and Paul Jones, Dana Fox"),
  });
  expect(problems.map(({ hint }) => hint)).toEqual([
    'Si les deux signent, écrivez author: ["Ann Smith, editor", "Paul Jones", "Dana Fox"] ; si c’est bien un rôle, author: ["Ann Smith, editor", "Paul Jones, Dana Fox"]',
  ]);
});

test("too many authors whose roles read as names get one message for all", async () => {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const names = letters.flatMap((a) => letters.map((b) => `Ann S${a}${b}, Paul Jones`)).join("; ");
  const { found } = await load({ "content/posts/2026-01-01-a.md": post("title: A", `author: ${names}`) });
  expect(found).toEqual(["content/posts/2026-01-01-a.md:3:9 front-matter"]);
});

describe("the id of an author", () => {
  test.each([
    ["[{ id: lea }]", []],
    ["[{ id: ada, name: Ada }]", []],
    ["[{ id: ada }]", ["content/posts/2026-01-01-a.md:3:11 near-author"]],
    ["[{ id: equipe-x, role: rédaction }]", ["content/posts/2026-01-01-a.md:3:11 near-author"]],
    ["prenom.nom", ["content/posts/2026-01-01-a.md:3:10 near-author"]],
    ["[prenom_nom, Léa]", ["content/posts/2026-01-01-a.md:3:11 near-author"]],
    ["\n  - Léa\n  - prenom.nom, rédactrice", ["content/posts/2026-01-01-a.md:5:5 near-author"]],
    [
      "\n  - prenom.nomme, rédactrice\n  - prenom.nom",
      ["content/posts/2026-01-01-a.md:4:5 near-author", "content/posts/2026-01-01-a.md:5:5 near-author"],
    ],
    ["\n  - role: dev\n    id: ada", ["content/posts/2026-01-01-a.md:4:5 near-author"]],
    ["[lea, equipe, pix.fr, data.gouv.fr, etalab, la-fabrique, Prenom.Nom]", []],
  ])("is reported if it is not in people.yaml and has no name: %s", async (authors, expected) => {
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
  test("identifies a person by id, name or alias, and gives a role if the post gives none", async () => {
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
  test("has mistakes reported at the value, and missing keys at the entry", async () => {
    const { found } = await load({
      "content/people.yaml": "coline:\n  name: Coline\n  links: site\npaul:\n  role: EIG\n",
      ...one("title: A"),
    });
    expect(found).toEqual(["content/people.yaml:3:10 settings", "content/people.yaml:4:1 settings"]);
  });
});
