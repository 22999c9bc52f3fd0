import { expect, test } from "vitest";
import { load } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";
const found = async (text: string): Promise<string[]> => (await load({ [FILE]: text })).found;

test.each([
  ["right after the first", "---\ntitle: A\n---\n---\ntitle: B\n---\nTexte\n", 4],
  ["below a blank line", "---\ntitle: A\n---\n\n---\ntitle: B\ntags:\n- c\n  - d\n---\nTexte\n", 5],
  ["in TOML", '---\ntitle: A\n---\n\n+++\ndescription = ""\ndraft = true\n+++\nTexte\n', 5],
  ["at the end", "---\ntitle: A\n---\n\n---\nauthor:\n---", 5],
])("a second front matter is reported at its first line: %s", async (_, text, line) => {
  expect(await found(text)).toEqual([`${FILE}:${String(line)}:1 literal-front-matter`]);
});

test.each(["---\nUn texte : suite\n---\n", "---\n\ntitle: B\n\n---\n", "Texte\n\n---\ntitle: B\n---\n"])(
  "lines of hyphens are not reported as front matter: %j",
  async (body) => {
    expect(await found(`---\ntitle: A\n---\n${body}`)).toEqual([]);
  },
);

test("lines that look like keys and list items at once do not hang the search for front matter", async () => {
  const lines = "- : x\n".repeat(60);
  expect(await found(`---\ntitle: A\n---\n---\na:\n${lines}\nTexte\n`)).toEqual([]);
});

test.each([
  ["spaces in a heading", `---\ntitle: A\n---\n# a${" ".repeat(2000)}b\n`, []],
  [
    "spaces in the heading of a text without front matter",
    `# a${" ".repeat(100_000)}b\n`,
    [`${FILE}:1:1 front-matter`],
  ],
])("thousands of %s do not hang the checks", async (_, text, expected) => {
  expect(await found(text)).toEqual(expected);
});

test.each([
  ["right after the front matter", "# Bilan d’étape\n\nTexte\n", 4],
  ["in bold, with an id, as Google Docs writes it", "\n\n# **Bilan d'étape** {#bilan}\n\nTexte\n", 6],
  ["at another level, with closing signs", "\n## BILAN D’ÉTAPE ##\n", 5],
  ["in HTML", "\n<h2 class='a'>Bilan d’étape</h2>\n", 5],
  ["underlined", "\nBilan d’étape\n===\n", 5],
])("a first heading that repeats the title is reported at its line: %s", async (_, body, line) => {
  expect(await found(`---\ntitle: Bilan d’étape\n---\n${body}`)).toEqual([
    `${FILE}:${String(line)}:1 repeated-title`,
  ]);
});

test("a first line that repeats a title of several words is reported, with what to delete", async () => {
  const head = "---\ntitle: Bilan d’une année de travail\n---\n";
  const body = "**Bilan d’une année de travail**\n\nTexte\n";
  expect(await found(head + body)).toContain(`${FILE}:4:1 repeated-title`);
  for (const other of ["> ", "- ", "    ", "[^1]: "])
    expect(await found(head + other + body)).not.toContainEqual(expect.stringContaining("repeated-title"));
});

test.each([
  "Bilan d’étape.\n\nTexte\n",
  "Bilan d’étape\nTexte\n",
  "Texte\n\n## Bilan d’étape\n",
  "\n## Bilan d’étape : suite\n",
  "\n#Bilan d’étape\n",
  "\n    # Bilan d’étape\n",
])("another heading, or a later one, is not reported: %j", async (body) => {
  expect(await found(`---\ntitle: Bilan d’étape\n---\n${body}`)).not.toContainEqual(
    expect.stringContaining("repeated-title"),
  );
});
