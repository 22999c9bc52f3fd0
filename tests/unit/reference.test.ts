import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { exampleAt, jsonSchemaOf } from "../../src/content/settings/json-schema.ts";
import { FRONT_MATTER_KEYS } from "../../src/content/schema.ts";
import { siteSchema } from "../../src/site-schema.ts";

interface Script {
  reference: (
    lang: "fr" | "en",
    schemas: { jsonSchemaOf: typeof jsonSchemaOf; exampleAt: typeof exampleAt },
  ) => Promise<{ file: string; text: string }>;
}
const script = pathToFileURL(join(import.meta.dirname, "../../scripts/reference.mjs")).href;
const { reference } = (await import(script)) as Script;

describe.each(["fr", "en"] as const)("the reference of settings in %s", (lang) => {
  it("is what `npm run reference` makes of the schemas today", async () => {
    const { file, text } = await reference(lang, { jsonSchemaOf, exampleAt });
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("has a row, with words, for every setting and every key of front matter", async () => {
    const { text } = await reference(lang, { jsonSchemaOf, exampleAt });
    for (const key of [...Object.keys(siteSchema.shape), ...FRONT_MATTER_KEYS])
      expect(text).toMatch(new RegExp(`^\\| \`${key}\` +\\| [^|\\s][^|]{5,} \\|`, "m"));
  });
});
