import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const POST = { "content/posts/2026-01-01-a.md": "---\ntitle: A\ntags: [Vidéo]\n---\nTexte\n" };

const found = async (name: string, text: string): Promise<string[]> => {
  const { problems } = await load({ ...POST, [`content/${name}`]: text });
  return problems
    .filter(({ code }) => code === "shared-name")
    .map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`);
};

test.each([
  ["an alias that is another’s label", "numerique:\n  aliases: [Vidéo]\nvideo: Vidéo\n", "2:13"],
  ["the same in the other order", "video: Vidéo\nnumerique:\n  aliases: [a, vidéos]\n", "3:16"],
  ["an alias that is another’s key", "a: { aliases: [emploi] }\nemploi: Recrutement\n", "1:16"],
  ["an alias of both", "a: { aliases: [Média] }\nb: { aliases: [média] }\n", "2:16"],
  ["two labels", "a: Outil\nb: Outils\n", "2:1"],
  ["a label in another language", "a: { en: { label: Data } }\nb: { aliases: [data] }\n", "2:16"],
])("tags that share a name are reported once, at the name to remove: %s", async (_, text, at) => {
  const told = await found("tags.yaml", text);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(`content/tags.yaml:${at} `);
});

test("a name shared by two terms of a taxonomy is reported, with the one that wins", async () => {
  const terms = "{ un: { aliases: [deux] }, deux: Deux }";
  const told = await found("site.yaml", `title: T\ntaxonomies:\n  cohorte: { label: C, terms: ${terms} }\n`);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("vont tous à « un »");
});

test("an alias that is someone else’s name is reported; two people with one name are not", async () => {
  const people = "jean: { name: Jean Dupont }\njean-2: { name: Jean Dupont }\n";
  expect(await found("people.yaml", people)).toEqual([]);
  const told = await found("people.yaml", `${people}ana: { name: Ana, aliases: [jean dupont] }\n`);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch("content/people.yaml:3:29 ");
});

test.each([
  ["tags.yaml", "ia: { label: IA, aliases: [I.A., ia], en: { label: IA } }\nvideo: Vidéo\n"],
  ["people.yaml", "ana: { name: Ana, aliases: [Ana] }\n"],
])("an entry of %s that repeats its own names is not reported", async (name, text) => {
  expect(await found(name, text)).toEqual([]);
});
