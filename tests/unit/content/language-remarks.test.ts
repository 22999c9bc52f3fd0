// Languages other than French and English: the interface around their texts, and folders of undeclared languages.
import { expect, it } from "vitest";
import { languageLabels } from "../../../src/strings/language-names.ts";
import { load, post } from "./site-root.ts";

const EN = { "content/posts/en/2026-01-05-a.md": post("title: A") };

async function said(files: Record<string, string>): Promise<string[]> {
  const { problems } = await load(files);
  return problems
    .filter(({ code }) => code.includes("language"))
    .map(({ file, line, column, code }) => `${file}:${String(line)}:${String(column)} ${code}`);
}

it.each([
  [["fr", "en"], "Français, English"],
  [["fr", "de", "br", "es"], "Français, Deutsch, Brezhoneg, Español"],
  [["en", "en-GB"], "English, English (GB)"],
  [["fr-CA", "fr-FR"], "Français (CA), Français (FR)"],
  [["pt-BR"], "Português"],
  [["xx", "constructor"], "xx, constructor"],
])("languages are labelled with their own names: %j", (tags, labels) => {
  expect([...languageLabels(tags).values()].join(", ")).toBe(labels);
});

it("a language that Carnet has no words for is reported once, where it is set", async () => {
  const files = {
    "content/posts/2026-01-05-a.md": post("title: A", "lang: de"),
    "content/posts/2026-01-06-b.md": post("title: B", "lang: de"),
    "content/posts/br/2026-01-06-c.md": post("title: C"),
  };
  const site = { "content/site.yaml": "title: T\ntranslations: { br: { title: U } }\n" };
  expect(await said({ ...site, ...files })).toEqual([
    "content/posts/2026-01-06-b.md:3:7 interface-language",
    "content/site.yaml:2:17 interface-language",
  ]);
  expect(await said({ ...EN, "content/site.yaml": "title: T\nlang: de-CH\n" })).toEqual([
    "content/site.yaml:2:7 interface-language",
  ]);
  expect(await said(EN)).toEqual([]);
});

it("the message names the language of the interface", async () => {
  const text = { "content/posts/2026-01-05-a.md": post("title: A", "lang: de") };
  const message = async (site: string): Promise<string | undefined> =>
    (await load({ ...text, "content/site.yaml": site })).problems.find(
      ({ code }) => code === "interface-language",
    )?.message;
  expect(await message("title: T\n")).toContain(
    "(Deutsch, de) : autour de ces textes, les dates, les boutons et les titres de listes sont en français",
  );
  expect(await message("title: T\nlang: en\n")).toContain("sont en anglais");
});

it("a folder named after an undeclared language is reported once, with a fix", async () => {
  const folder = {
    "content/posts/es/2026-01-05-a.md": post("title: A"),
    "content/posts/es/2026-01-06-b.md": post("title: B"),
    "content/posts/notes/2026-01-06-c.md": post("title: C"),
    "content/posts/de/2026-01-06-d.md": post("title: D", "lang: de"),
  };
  const { problems } = await load({ "content/site.yaml": "title: T\n", ...folder });
  const found = problems.filter(({ code }) => code === "language");
  expect(found).toMatchObject([
    {
      file: "content/posts/es/2026-01-05-a.md",
      line: 1,
      severity: "warn",
      hint: "translations: { es: { title: T } }",
    },
  ]);
  expect(found[0]?.message).toContain(
    "« es » porte le nom d’une langue (Español) que le site ne déclare pas",
  );
  const declared = { "content/site.yaml": "title: T\ntranslations: { es: { title: T } }\n" };
  const { content, problems: after } = await load({ ...declared, ...folder });
  expect(after.filter(({ code }) => code === "language")).toEqual([]);
  expect(content.languages).toEqual(["fr", "de", "es"]);
});
