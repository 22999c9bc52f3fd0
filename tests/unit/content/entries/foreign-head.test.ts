// Front matter that other generators read and Carnet does not: its fix is front matter that Carnet reads.
import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";
const said = async (text: string): Promise<string[]> => {
  const { problems } = await load({ [FILE]: text });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ line, code, message, hint }) => `${String(line)} ${code}: ${message} → ${hint}`);
};

test.each([
  [
    "TOML",
    '+++\ntitle = "Été : un \\"bilan\\""\ndate = 2026-01-05\n\ntags = ["a", "b"]\ndraft = false\n+++\n',
    '---\ntitle: "Été : un \\"bilan\\""\ndate: 2026-01-05\ntags: ["a", "b"]\ndraft: false\n---',
    7,
  ],
  ["JSON", '{\n  "title": "Été",\n  "tags": [\n    "a"\n  ]\n}\n', '---\ntitle: "Été"\ntags: ["a"]\n---', 6],
])("the fix for %s is its lines in YAML", async (format, head, fix, last) => {
  const [first = ""] = await said(`${head}\nTexte\n`);
  expect(first).toContain(`1 front-matter: Cet en-tête est en ${format}`);
  expect(first).toContain(`Remplacez les lignes 1 à ${String(last)} par celles-ci :`);
  expect(first.slice(first.indexOf("→ ") + 2)).toBe(fix);
  expect(await said(`${fix}\n\nTexte\n`)).toEqual([]);
});

test.each([
  ["a date with an hour", '+++\ntitle = "A"\ndate = 2026-01-05T10:00:00Z\n+++\n'],
  ["a table", '+++\ntitle = "A"\n[params]\na = 1\n+++\n'],
  ["a value on several lines", '+++\ntitle = "A"\ntags = [\n  "a"\n]\n+++\n'],
  ["a syntax error", '{\n  "title": "A",\n}\n'],
])("front matter that cannot be converted line by line is left to its author: %s", async (_, head) => {
  expect(await said(`${head}\nTexte\n`)).toEqual([
    expect.stringMatching(/^1 front-matter: .* Récrivez les lignes 1 à \d/),
  ]);
});

test("a text that begins with +++ but has no TOML is reported as without front matter", async () => {
  expect((await said("+++\nTexte\n"))[0]).toContain("Ce fichier doit commencer par une ligne « --- »");
});
