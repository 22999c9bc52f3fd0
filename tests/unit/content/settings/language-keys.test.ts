import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const POST = { "content/posts/2026-01-01-a.md": "---\ntitle: A\nauthor: ana\ntags: [design]\n---\nTexte\n" };

test.each([
  ["site.yaml", "title: T\ntranslations:\n  english: { title: U }\n", "3:3 english", /\ben\b/],
  ["people.yaml", "ana:\n  name: Ana\n  translations: { fr_CA: { role: R } }\n", "3:19 fr_CA", /fr-CA/],
  ["tags.yaml", "design:\n  label: Design\n  anglais: { label: Design }\n", "3:3 anglais", /\ben\b/],
  ["tags.yaml", "design:\n  aliasses: { label: Design }\n", "2:3 aliasses", /aliases/],
])("a key of %s that is not a language code is reported at its place: %j", async (name, text, at, hint) => {
  const { problems } = await load({ ...POST, [`content/${name}`]: text });
  const found = problems.filter(({ code, file }) => code === "unknown-key" && file === `content/${name}`);
  expect(found.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual([at.split(" ")[0]]);
  expect(found[0]?.message).toContain(at.split(" ")[1]);
  expect(found[0]?.hint).toMatch(hint);
});

test("the words of a taxonomy are not unknown where the taxonomy itself is refused; those of none are to be deleted", async () => {
  const words = "translations: { en: { taxonomies: { promotion: { label: Cohort } } } }\n";
  const unknown = async (yaml: string): Promise<string[]> => {
    const { problems } = await load({ ...POST, "content/site.yaml": `title: T\n${yaml}${words}` });
    return problems.filter(({ code }) => code === "unknown-key").map(({ hint }) => hint);
  };
  expect(await unknown("taxonomies: { promotion: { ordered: true } }\n")).toEqual([]);
  expect(await unknown("")).toEqual(["Effacez cette ligne : aucune clé n’aurait d’effet ici."]);
});

test.each([
  ["people.yaml", "ana: { name: Ana, translations: { en: { role: R }, fr-CA: { role: S } } }\n"],
  [
    "tags.yaml",
    "design: { label: Design, aliases: [a], description: D, en: { label: U }, oc: { label: V } }\n",
  ],
])("language codes in %s are accepted", async (name, text) => {
  const { problems } = await load({ ...POST, [`content/${name}`]: text });
  expect(problems.filter(({ code }) => code === "unknown-key")).toEqual([]);
});

test.each([
  ["ana:\n  name: Ana\n  en:\n    role: R\n", "3:3", "  translations: { en: { role: R } }"],
  [
    "ana: { name: Ana, en: { role: R }, team: true }\n",
    "1:19",
    "ana: { name: Ana, translations: { en: { role: R } }, team: true }",
  ],
  [
    "ana:\n  name: Ana\n  translations: { br: { role: S } }\n  en: { role: R }\n",
    "4:3",
    "  translations: { br: { role: S }, en: { role: R } }",
  ],
])("words of a person in another language are moved under translations: %j", async (text, at, fix) => {
  const { problems } = await load({ ...POST, "content/people.yaml": text });
  const found = problems.filter(({ file }) => file === "content/people.yaml");
  expect(found.map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`)).toEqual([
    `${at} unknown-key`,
  ]);
  expect(found[0]).toMatchObject({
    message:
      "Les mots d’une personne dans une autre langue vont sous « translations » : « en » reste ici sans effet. À la place :",
    hint: fix,
  });
});

test("a language that is not a map, and an unknown key beside it, are unknown keys of a person", async () => {
  const text = "ana:\n  name: Ana\n  en: R\n  fr: { role: R }\n  image: /a.png\n";
  const { problems } = await load({ ...POST, "content/people.yaml": text });
  const hints = problems
    .filter(({ code }) => code === "unknown-key")
    .map(({ line, hint }) => `${String(line)} ${hint}`);
  expect(hints.sort()).toEqual([
    expect.stringMatching(/^3 Clés possibles/),
    "4   translations: { fr: { role: R } }",
    expect.stringMatching(/^5 Vouliez-vous/),
  ]);
});

const TAXONOMY = "title: T\ntaxonomies:\n  promotion:\n    label: Promotion\n    terms:\n";
const TERM = "      p1: { label: Un, ";

test.each([
  ["tags.yaml", "design: { label: Design, image: /img/a.jpg }\n", "1:26", "image"],
  ["tags.yaml", "design: { label: Design, imag: { label: x } }\n", "1:26", "imag"],
  ["site.yaml", `${TAXONOMY}${TERM}image: /img/a.jpg }\n`, "6:24", "image"],
  ["site.yaml", `${TAXONOMY}${TERM}imag: { label: x } }\n`, "6:24", "imag"],
])("an unknown key of a term in %s gets a warning: %j", async (name, text, at, key) => {
  const { problems, content } = await load({
    "content/posts/2026-01-01-a.md": "---\ntitle: A\ntags: [design]\npromotion: p1\n---\nTexte\n",
    "content/site.yaml": `${TAXONOMY}${TERM}}\n`,
    [`content/${name}`]: text,
  });
  const told = problems.filter(({ severity }) => severity !== "note");
  expect(
    told.map((one) => `${one.file}:${String(one.line)}:${String(one.column)} ${one.severity} ${one.code}`),
  ).toEqual([`content/${name}:${at} warn unknown-key`]);
  expect(told[0]?.message).toContain(`« ${key} »`);
  expect(told[0]?.hint).toContain("label, description, aliases");
  expect(content.posts[0]?.terms["promotion"]?.map(String)).toEqual(["Un"]);
});

test("posts that use a taxonomy with a refused term are not reported", async () => {
  const { problems } = await load({
    "content/posts/2026-01-01-a.md": "---\ntitle: A\npromotion: p2\n---\nTexte\n",
    "content/site.yaml": `${TAXONOMY}      p1: { label: [Un] }\n      p2: Deux\n`,
  });
  expect(
    problems.filter(({ severity }) => severity !== "note").map(({ file, code }) => `${file} ${code}`),
  ).toEqual(["content/site.yaml settings"]);
});
