// Runs the pairs of Markdown and HTML in tests/fixtures/markdown/, in the format of markdown-it's own fixtures: a header that
// names the test, then input and output between lines with a dot. `⍽` stands for a no-break space, `⎵` for a narrow one.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { html } from "./support.ts";

const folder = new URL("../../fixtures/markdown/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

it("finds the fixtures", () => {
  expect(files.length).toBeGreaterThan(8);
});

describe.each(files)("%s", (name) => {
  const pairs = readPairs(readFileSync(new URL(name, folder), "utf8"));
  it("contains pairs", () => {
    expect(pairs.length).toBeGreaterThan(0);
  });
  it.each(pairs.map((pair) => [pair.header, pair] as const))("%s", (_, { input, output }) => {
    // Only typography.txt applies typography: elsewhere, the page shows what was written.
    const setting = { source: { typography: name === "typography.txt" } };
    expect(html(spaced(input), setting)).toBe(spaced(output));
  });
});

const spaced = (text: string): string => text.replaceAll("⍽", "\u00a0").replaceAll("⎵", "\u202f");

function readPairs(text: string): { header: string; input: string; output: string }[] {
  const parts = text.split(/^\.$/m).map((part) => part.replace(/^\n|\n$/g, ""));
  const pairs = [];
  for (let i = 0; i + 2 < parts.length; i += 3) {
    pairs.push({ header: (parts[i] ?? "").trim(), input: parts[i + 1] ?? "", output: parts[i + 2] ?? "" });
  }
  return pairs;
}
