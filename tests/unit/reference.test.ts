import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { exampleAt, jsonSchemaOf } from "../../src/content/settings/json-schema.ts";
import { FRONT_MATTER_KEYS } from "../../src/content/schema.ts";
import { siteSchema } from "../../src/site/schema.ts";
import { LAYOUT_BLOCKS } from "../../src/strings/layout-blocks.ts";

interface Said {
  jsonSchemaOf: typeof jsonSchemaOf;
  exampleAt: typeof exampleAt;
  LAYOUT_BLOCKS: typeof LAYOUT_BLOCKS;
}
interface Script {
  reference: (lang: "fr" | "en", said: Said) => { file: string; text: string };
}
const SAID: Said = { jsonSchemaOf, exampleAt, LAYOUT_BLOCKS };
const script = pathToFileURL(join(import.meta.dirname, "../../scripts/reference.mjs")).href;
const { reference } = (await import(script)) as Script;

const DESCRIBE = "Describe it in src/strings/settings-site.ts or settings-content.ts.";

/** Those without a row of their own, or without a description in it. */
const undescribed = (names: readonly string[], text: string): string[] =>
  names.filter((name) => !new RegExp(`^\\| \`${name}\` *\\| [^|\\s][^|]{5,} \\|`, "m").test(text));

describe.each(["fr", "en"] as const)("the reference of settings in %s", (lang) => {
  it("is what `npm run reference` makes of the current schemas", () => {
    const { file, text } = reference(lang, SAID);
    expect(readFileSync(file, "utf8"), "Run `npm run reference`.").toBe(text);
  });

  it("has a row with a description for every setting and every key of front matter", () => {
    const { text } = reference(lang, SAID);
    const keys = [...Object.keys(siteSchema.shape), ...FRONT_MATTER_KEYS];
    expect(undescribed(keys, text), DESCRIBE).toEqual([]);
  });

  it("has a row with a description for every block of the layouts, and describes no other", () => {
    const { text } = reference(lang, SAID);
    const layouts = readdirSync("layouts").filter((name) => name.endsWith(".njk"));
    const blocks = layouts.flatMap((name) =>
      [...readFileSync(`layouts/${name}`, "utf8").matchAll(/{% block (\w+)/g)].map(([, block = ""]) => block),
    );
    expect(Object.keys(LAYOUT_BLOCKS).sort()).toEqual([...new Set(blocks)].sort());
    expect(undescribed(blocks, text)).toEqual([]);
  });
});
