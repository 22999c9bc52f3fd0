import { describe, expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

describe("a signature that is nearly a name in people.yaml", () => {
  const people = "equipe: { name: Équipe éditoriale }\nun: { name: Promotion 1 }\nlea: { name: Léa }\n";
  const load1 = (author: string) =>
    load({
      "content/people.yaml": people,
      "content/posts/2026-01-01-a.md": post("title: A", `author: ${author}`),
    });

  test.each(["Équipe editorial", "equipe éditorialle"])("is reported: %s", async (author) => {
    const { problems } = await load1(author);
    expect(problems).toMatchObject([{ line: 3, column: 9, code: "near-author", severity: "warn" }]);
    expect(problems[0]?.message).toContain("« Équipe éditoriale »");
  });
  test.each(["Équipe éditoriale", "équipe editoriale", "Promotion 2", "Léo", "Équipe d’édition", "Paul"])(
    "is not reported: %s",
    async (author) => {
      expect((await load1(author)).found).toEqual([]);
    },
  );
});

describe("a role that reads as someone’s name", () => {
  test("is reported if the text could name two people, with a list of them", async () => {
    const { problems } = await load(one("title: A", "author: Marie Dupont, Paul Durand et Ana Roy, cheffe"));
    expect(problems).toMatchObject([
      {
        code: "author-or-role",
        severity: "warn",
        hint: 'author: ["Marie Dupont", "Paul Durand", "Ana Roy, cheffe"]',
      },
    ]);
  });
  test("is a role in an item of a list", async () => {
    expect((await load(one("title: A", 'authors: ["Marie Dupont, Paul Durand"]'))).found).toEqual([]);
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
  test("has mistakes reported at the value, and keeps the others", async () => {
    const { content, problems } = await load({
      "content/people.yaml": "a: { name: Ada }\nb: { nom: Bo }\nc: { name: Cy, links: [{ label: L }] }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: a"),
    });
    expect(problems.map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`)).toEqual([
      "2:1 value",
      "2:6 unknown-key",
      "3:24 value",
    ]);
    expect(content.people.map(({ name }) => name)).toEqual(["Ada"]);
  });
});

test("a name is shown with its typographic apostrophe, however it is written", async () => {
  const { content } = await load({
    "content/people.yaml": "une: { name: Équipe d'appui }\n",
    "content/posts/2026-01-01-a.md": post("title: A", `author: "Équipe d'appui et Cellule d'ici"`),
  });
  const authors = content.posts[0]?.authors ?? [];
  expect(authors.map(({ name }) => name)).toEqual(["Équipe d’appui", "Cellule d’ici"]);
  expect(authors.map(({ person }) => person.name)).toEqual(["Équipe d’appui", "Cellule d’ici"]);
});
