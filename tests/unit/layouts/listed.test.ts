// A page's fingerprint leaves out the texts of the posts that it only lists: no layout of Carnet's may show them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutsIn } from "../../../src/build/theme/layout-texts.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";

const { folder } = builtinLayouts();
const LAYOUTS = layoutsIn(folder);

/** Members of an item, or of its data, that depend on its text. */
const OF_TEXT = /\.\s*(?:content|templateContent|headings|readingMinutes|hasPlayer)\b/;

const reads = (text: string): string[] =>
  [...text.matchAll(/\{[{%][^]*?[%}]\}/g)].map(([tag]) => tag).filter((tag) => OF_TEXT.test(tag));

describe("Carnet's layouts", () => {
  it("read of other posts nothing that depends on their texts", () => {
    expect(LAYOUTS.length).toBeGreaterThan(30);
    const found = LAYOUTS.map((name) => [name, reads(readFileSync(join(folder, name), "utf8"))]);
    expect(found.filter(([, tags]) => tags?.length)).toEqual([]);
  });

  it.each(["{{ post.content | safe }}", "{% if item.data.headings.length %}", "{{ lead.templateContent }}"])(
    "would be found to do so in %s",
    (tag) => {
      expect(reads(`<p>${tag}</p>`)).toEqual([tag]);
    },
  );
});
