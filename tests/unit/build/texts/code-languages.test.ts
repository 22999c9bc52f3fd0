import { expect, it } from "vitest";
import { codeLanguages, fencesOf, mayHoldFences } from "../../../../src/build/texts/code-languages.ts";

/** An entry with this body. */
const entry = (file: string, body: string): Parameters<typeof fencesOf>[0][number] => ({
  file,
  text: { head: "", body: Buffer.from(body) },
});

it("finds the languages of code in both kinds of fences, and skips texts without any", () => {
  const fences = fencesOf([
    entry("a.md", "~~~yaml\na: 1\n~~~\n"),
    entry("b.md", "```js\nlet a;\n```\n\n```css\na {}\n```\n"),
    entry("c.md", "Un mot.\n"),
    entry("d.md", "```\nsans langage\n```\n"),
  ]);
  expect([...fences]).toEqual([
    ["a.md", ["yaml"]],
    ["b.md", ["js", "css"]],
  ]);
});

it("lists each language once, in the same order whichever text comes first", () => {
  const [a, b] = [entry("a.md", "```js\n```\n```css\n```\n"), entry("b.md", "```yaml\n```\n```js\n```\n")];
  for (const entries of [
    [a, b],
    [b, a],
  ])
    expect(codeLanguages(fencesOf(entries))).toEqual(["css", "js", "yaml"]);
});

it.each([
  ["```js\n```", true],
  ["~~~js\n~~~", true],
  ["`un mot` ~~rayé~~", false],
])("finds that %j may hold fences: %s", (body, expected) => {
  // A slice of a longer buffer, whose other bytes must not count.
  const all = Buffer.from(`\`\`\`${body}~~~`);
  expect(mayHoldFences(all.subarray(3, all.length - 3))).toBe(expected);
});
