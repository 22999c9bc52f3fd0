import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const POST = { "content/posts/2026-01-01-a.md": "---\ntitle: A\nauthor: ana\ntags: [design]\n---\nTexte\n" };

test.each([
  ["site.yaml", "title: T\ntranslations:\n  english: { title: U }\n", "3:3 english", /\ben\b/],
  ["people.yaml", "ana:\n  name: Ana\n  translations: { fr_CA: { role: R } }\n", "3:19 fr_CA", /fr-CA/],
  ["tags.yaml", "design:\n  label: Design\n  anglais: { label: Design }\n", "3:3 anglais", /\ben\b/],
  ["tags.yaml", "design:\n  aliasses: { label: Design }\n", "2:3 aliasses", /aliases/],
])("a key of %s that is no code of a language is named where it stands: %j", async (name, text, at, hint) => {
  const { problems } = await load({ ...POST, [`content/${name}`]: text });
  const found = problems.filter(({ code, file }) => code === "unknown-key" && file === `content/${name}`);
  expect(found.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual([at.split(" ")[0]]);
  expect(found[0]?.message).toContain(at.split(" ")[1]);
  expect(found[0]?.hint).toMatch(hint);
});

test.each([
  ["people.yaml", "ana: { name: Ana, translations: { en: { role: R }, fr-CA: { role: S } } }\n"],
  [
    "tags.yaml",
    "design: { label: Design, aliases: [a], description: D, en: { label: U }, oc: { label: V } }\n",
  ],
])("codes of languages in %s are taken", async (name, text) => {
  const { problems } = await load({ ...POST, [`content/${name}`]: text });
  expect(problems.filter(({ code }) => code === "unknown-key")).toEqual([]);
});
