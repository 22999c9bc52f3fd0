import { expect, it } from "vitest";
import { addDataFormats } from "../../../src/eleventy/data-formats.ts";
import type { EleventyConfig } from "../../../src/eleventy/types.ts";

type Parse = (text: string) => unknown;

/** The parser of each extension, with those that the owner added before. */
function parsers(owners: readonly (readonly [string, Parse])[] = []): Map<string, Parse> {
  const dataExtensions = new Map(owners);
  const config = {
    dataExtensions,
    addDataExtension: (extension: string, parse: Parse) => dataExtensions.set(extension, parse),
  };
  addDataFormats(config as unknown as EleventyConfig);
  return dataExtensions;
}

it("reads YAML as the site's settings are read: a day stays a text", () => {
  const [yaml, yml] = [parsers().get("yaml"), parsers().get("yml")];
  expect(yaml?.("- nom: Gare\n  jour: 2026-03-02\n  code: 08\n")).toEqual([
    { nom: "Gare", jour: "2026-03-02", code: "08" },
  ]);
  expect(yml?.("a: 1\n")).toEqual({ a: 1 });
});

it("says what is wrong in one line, with the place at its end", () => {
  const yaml = parsers().get("yaml");
  expect(() => yaml?.("- un: 1\n   deux: 2\n")).toThrow(/^bad indentation of a mapping entry \(2:8\)$/);
});

it.each([
  ["of a list that contains itself", "a: &a\n  - *a\n", "2:5"],
  ["of a map that is there already", "a: &a { x: 1 }\nb: { c: *a, d: *a }\n", "2:9"],
])("refuses an alias %s: Eleventy would copy data without end", (_, text, place) => {
  const told = `\`*\` repeats a list, or reaches an object (${place})`;
  expect(() => parsers().get("yaml")?.(text)).toThrow(told);
});

it("reads texts with the signs of aliases, and aliases of texts", () => {
  const text = 'a: "R&D *"\nb: &b oui\nc: *b\n';
  expect(parsers().get("yaml")?.(text)).toEqual({ a: "R&D *", b: "oui", c: "oui" });
});

it("reads files with extensions in capitals", () => {
  expect(parsers().get("YAML")?.("a: 1\n")).toEqual({ a: 1 });
  expect(parsers().get("YML")?.("a: 1\n")).toEqual({ a: 1 });
  expect(parsers().get("JSON")?.('{"a":1}')).toEqual({ a: 1 });
});

it("reads a file that begins with a byte-order mark", () => {
  expect(parsers().get("json")?.('\ufeff{"a":1}')).toEqual({ a: 1 });
  expect(parsers().get("yaml")?.("\ufeffa: 1\n")).toEqual({ a: 1 });
});

it("leaves a format that the owner has added to the owner", () => {
  const own = (): string => "own";
  const formats = parsers([["yaml", own]]);
  expect(formats.get("yaml")).toBe(own);
  expect(formats.has("yml")).toBe(true);
});
