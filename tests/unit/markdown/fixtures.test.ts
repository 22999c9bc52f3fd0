// Runs the pairs of Markdown and HTML in tests/fixtures/markdown/, in the format of markdown-it's own fixtures: a header that
// names the behaviour, then input and output between lines with a dot. `⍽` stands for a no-break space, `⎵` for a narrow one.
// With `--update`, outputs are written again as they are now: the diff of the files is then what to read.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { html } from "./support.ts";

const folder = fileURLToPath(new URL("../../fixtures/markdown/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

it("finds the fixtures", () => {
  expect(files.length).toBeGreaterThan(8);
});

it.each(files)("%s", async (name) => {
  // A header, an input and an output, over and over.
  const parts = readFileSync(folder + name, "utf8").split(/^\.$/m);
  expect(parts.length).toBeGreaterThan(3);
  // Only typography.txt applies typography: elsewhere, the page shows what was written.
  const setting = { source: { typography: name === "typography.txt" } };
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const input = (parts[i + 1] ?? "").replace(/^\n|\n$/g, "");
    parts[i + 2] = `\n${shown(html(spaced(input), setting))}\n`;
  }
  await expect(parts.join(".")).toMatchFileSnapshot(folder + name);
});

const spaced = (text: string): string => text.replaceAll("⍽", "\u00a0").replaceAll("⎵", "\u202f");
const shown = (text: string): string => text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵");
