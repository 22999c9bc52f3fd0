// Who signs a text: the free text of `author`, people.yaml, and the handle of one of them.
import { describe, expect, it } from "vitest";
import { ownerOf, parseSignature, parseSignatures, readHandle } from "../../../src/content/signatures.ts";
import { fixes, load, one, post } from "./site-root.ts";

const knows = (name: string): boolean => ["Paul et Fils", "Dupont", "DINUM"].includes(name);

describe("the free text of `author`", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["Thanh Ha LE, EIG Node et Zoé Roy, EIG Link", ["Thanh Ha LE (EIG Node)", "Zoé Roy (EIG Link)"]],
    ["L'équipe EIG (Bastien et Mathilde)", ["L'équipe EIG (Bastien et Mathilde)"]],
    ["Anne Roy et Paul Durand", ["Anne Roy", "Paul Durand"]],
    ["Anne Roy & Paul Durand; Marie Curie", ["Anne Roy", "Paul Durand", "Marie Curie"]],
    ["Anne Roy, Paul Durand et Marie Curie", ["Anne Roy", "Paul Durand", "Marie Curie"]],
    ["Anne Roy, Paul Durand et l’équipe EIG", ["Anne Roy", "Paul Durand", "l’équipe EIG"]],
    ["Anne Roy, designer, et l’équipe EIG", ["Anne Roy (designer)", "l’équipe EIG"]],
    ["Anne Roy, Paul Durand", ["Anne Roy (Paul Durand)"]],
    ["Anne Roy, Dupont", ["Anne Roy", "Dupont"]],
    ["Anne Roy, designer, Paul Durand, développeur", ["Anne Roy (designer)", "Paul Durand (développeur)"]],
    ["Anne Roy, cheffe de la recherche et du design", ["Anne Roy (cheffe de la recherche et du design)"]],
    ["Anne Roy, directrice, cabinet du maire", ["Anne Roy (directrice, cabinet du maire)"]],
    ["Anne Roy et Paul et Fils", ["Anne Roy", "Paul et Fils"]],
    ["Par Anne Roy", ["Anne Roy"]],
    ["« L’équipe »", ["L’équipe"]],
    ["Department for Work and Pensions", ["Department for Work and Pensions"]],
  ])("%s", (text, people) => {
    const read = parseSignatures(text, knows);
    expect(read.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))).toEqual(people);
  });
  it("is one person in an item of a list", () => {
    const read = parseSignature("Anne Roy et Paul, EIG, Node", knows);
    expect(read).toEqual({ name: "Anne Roy et Paul", role: "EIG, Node" });
  });
  it.each([
    [
      "author: Marie Dupont, Paul Durand et Ana Roy, cheffe",
      ['3:9 warn author-or-role → author: ["Marie Dupont", "Paul Durand", "Ana Roy, cheffe"]'],
    ],
    ["author: Anne Roy, Data Scientist", []],
    ['authors: ["Marie Dupont, Paul Durand"]', []],
  ])("is doubtful if a role looks like a name: %s", async (line, expected) => {
    expect(fixes((await load(one("title: A", line))).problems)).toEqual(expected);
  });
  it.each([
    ["Ana Dialo", "3:9 warn author-or-role → Écrivez « Ana Diallo », ou ajoutez cette personne."],
    ["Ana Dupond", undefined],
  ])("is reported if its name is one letter from a known one: %s", async (name, expected) => {
    const files = {
      ...one("title: A", `author: ${name}`),
      "content/people.yaml": "ana: { name: Ana Diallo }\n",
    };
    expect(fixes((await load(files)).problems)[0]).toBe(expected);
  });
});

describe("a handle", () => {
  it.each([
    ["@colinemalivel", "colinemalivel"],
    ["https://twitter.com/etalab?lang=fr", "etalab"],
    ["x.com/etalab/", "etalab"],
    ["", undefined],
    ["Coline Malivel", undefined],
    ["https://example.org/a", undefined],
  ])("%j is read as %j", (written, handle) => {
    expect(readHandle(written)).toBe(handle);
  });
  it.each([
    ["colinemalivel", 1],
    ["cmalivel", 1],
    ["ColineM", 1],
    ["malivel_coline", 1],
    ["thanhhale", 0],
    ["aucunrapport", 1],
    ["malivette", 1],
    ["eig_link", undefined],
    ["le", undefined],
  ])("%s belongs to the signer that it resembles", (handle, owner) => {
    const signers = [
      { name: "Thanh Ha Le", handles: [] },
      { name: "Coline Malivel", handles: ["@aucunrapport"] },
    ];
    expect(ownerOf(handle, signers)).toBe(owner);
  });
});

describe("people.yaml", () => {
  it("identifies a person by id, name or alias, and gives a role if the post gives none", async () => {
    const { content, found } = await load({
      "content/people.yaml":
        "coline: { name: Coline Malivel, role: Cheffe de projet, aliases: [C. Malivel], handles: { twitter: clnm } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "authors: [coline]"),
      "content/posts/2026-01-02-b.md": post("title: B", "author: coline malivel, EIG Link", "twitter: clnm"),
      "content/posts/2026-01-03-c.md": post("title: C", "authors:", "- { name: C. Malivel, role: Autrice }"),
    });
    expect(found).toEqual([]);
    const authors = content.posts.flatMap((each) => each.authors);
    expect(authors.map(({ name, role, person, twitter }) => [name, role, person.id, twitter])).toEqual([
      ["C. Malivel", "Autrice", "coline", undefined],
      ["Coline Malivel", "EIG Link", "coline", "clnm"],
      ["Coline Malivel", "Cheffe de projet", "coline", undefined],
    ]);
    expect(content.people).toHaveLength(1);
  });
  it("has mistakes reported at the value, and keeps the others", async () => {
    const { content, found } = await load({
      "content/people.yaml": "a: { name: Ada }\nb: { nom: Bo }\nc: { name: Cy, links: [{ label: L }] }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: a"),
    });
    const places = ["2:1 value", "2:6 unknown-key", "3:24 value"];
    expect(found).toEqual(places.map((place) => `content/people.yaml:${place}`));
    expect(content.people.map(({ name }) => name)).toEqual(["Ada"]);
  });
});

it("a name is shown with its typographic apostrophe and without quotation marks, however it is written", async () => {
  const { content } = await load({
    "content/people.yaml": "une: { name: Équipe d'appui }\n",
    ...one("title: A", `authors: ["Équipe d'appui", "Cellule d'ici", « Ana », { name: « Équipe » }]`),
  });
  const names = ["Équipe d’appui", "Cellule d’ici", "Ana", "Équipe"];
  expect(content.posts[0]?.authors.map(({ name, person }) => [name, person.name])).toEqual(
    names.map((name) => [name, name]),
  );
});
