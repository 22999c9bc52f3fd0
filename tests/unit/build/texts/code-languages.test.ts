import { expect, it } from "vitest";
import { codeLanguages, fencesOf, mayHoldFences } from "../../../../src/build/texts/code-languages.ts";

/** A text of this body. */
const entry = (file: string, body: string): Parameters<typeof fencesOf>[0][number] => ({
  file,
  text: { head: "", body: Buffer.from(body) },
});

it("finds the languages that code is in, of both kinds of fences, and no text without any", () => {
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

it("names each language once, in the same order whichever text comes first", () => {
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
])("may have to colour something of %j: %s", (body, expected) => {
  // As a part of something longer, whose other bytes do not count.
  const all = Buffer.from(`\`\`\`${body}~~~`);
  expect(mayHoldFences(all.subarray(3, all.length - 3))).toBe(expected);
});
