import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { exampleAt, jsonSchemaOf, type JsonSchema } from "../../../../src/content/settings/json-schema.ts";
import { parseYaml } from "../../../../src/content/yaml/parse.ts";
import { SETTINGS, type Described } from "../../../../src/strings/settings.ts";

const NAMES = Object.keys(SETTINGS) as Described[];
const LANGS = ["fr", "en"] as const;

/** Paths of all keys that a schema names, found here in its JSON and not by the code under test. */
function keysOf(schema: unknown, path: readonly string[] = []): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema as JsonSchema;
  const named = Object.entries(properties).flatMap(([key, inner]) => [
    [...path, key].join("."),
    ...keysOf(inner, [...path, key]),
  ]);
  const chosen = [additionalProperties, items].flatMap((inner) => keysOf(inner, [...path, "*"]));
  return [...new Set([...named, ...chosen, ...anyOf.flatMap((one) => keysOf(one, path))])];
}

const READERS = new Map(NAMES.map((name) => [name, z.fromJSONSchema(jsonSchemaOf(name, "fr"))]));
const accepts = (name: Described, value: unknown): boolean =>
  READERS.get(name)?.safeParse(value).success === true;

describe.each(NAMES)("the words of %s", (name) => {
  it("are there for every key that its schema names, and for no other", () => {
    const keys = keysOf(jsonSchemaOf(name, "fr")).filter((key) => !key.startsWith("checks."));
    const worded = Object.keys(SETTINGS[name]);
    expect(keys.filter((key) => !worded.includes(key))).toEqual([]);
    expect(worded.filter((key) => !keys.includes(key) && !key.endsWith("*"))).toEqual([]);
  });

  it.each(LANGS)("are whole sentences in %s, each beside its key", (lang) => {
    for (const words of Object.values(SETTINGS[name])) expect(words[lang]).toMatch(/^(?:[\p{Lu}]|`)[^]*\.$/u);
    const json = JSON.stringify(jsonSchemaOf(name, lang));
    for (const words of Object.values(SETTINGS[name]))
      expect(json).toContain(`"description":${JSON.stringify(words[lang])}`);
  });
});

describe("a schema for editors", () => {
  it.each([
    ["site", "content/site.yaml"],
    ["people", "content/people.yaml"],
    ["tags", "content/tags.yaml"],
    ["site", "templates/fr/content/site.yaml"],
    ["people", "templates/en/content/people.yaml"],
    ["tags", "templates/fr/content/tags.yaml"],
  ] as const)("finds nothing wrong with %s in %s", (name, file) => {
    const read = parseYaml(readFileSync(file, "utf8"));
    expect("data" in read && accepts(name, read.data)).toBe(true);
  });

  it("finds a key that no one knows, and a value that is none", () => {
    expect(accepts("site", { title: "Essai" })).toBe(true);
    expect(accepts("site", {})).toBe(false);
    expect(accepts("site", { title: "Essai", titel: "Essai" })).toBe(false);
    expect(accepts("site", { title: "Essai", postsPerPage: 0 })).toBe(false);
    expect(accepts("site", { title: "Essai", checks: { "vague-link": "off" } })).toBe(true);
    expect(accepts("site", { title: "Essai", checks: { "vague-links": "off" } })).toBe(false);
    expect(accepts("site", { title: "Essai", addresses: { blog: "/blog/" } })).toBe(true);
    expect(accepts("site", { title: "Essai", addresses: { blogs: "/blog/" } })).toBe(false);
    expect(accepts("people", { jo: { role: "sans nom" } })).toBe(false);
    expect(accepts("redirects", { "/a/": "/b/" })).toBe(true);
    expect(accepts("redirects", { "/a/": 1 })).toBe(false);
  });

  it("takes all that a person may write for yes and no", () => {
    for (const flag of [true, false, "oui", "off"]) expect(accepts("tags", { closed: flag })).toBe(true);
    expect(accepts("tags", { closed: "peut-être" })).toBe(false);
  });

  it.each([
    ["site", "postsPerPage: '08'"],
    ["site", "accessibility: { rate: '75.50', contact: { phone: 0102030405 } }"],
    ["site", "audience: { matomo: https://stats.example.org, siteId: '12' }"],
    ["site", "theme: { accent: '#55269B' }"],
    ["site", "icon: /img/Logo.PNG"],
    [
      "site",
      "taxonomies: { annee: { label: Année, closed: oui, terms: { a: A, b: , c: { aliases: [2024] } } } }",
    ],
    ["site", "fields: { annee: { required: non, options: [2024] } }"],
    ["tags", "design:"],
  ] as const)("takes what Carnet takes, in %s: %s", (name, line) => {
    const written = parse(name === "site" ? `title: x\n${line}` : line) as unknown;
    expect(accepts(name, written)).toBe(true);
  });

  it.each(LANGS)("takes the values that messages offer, in %s", (lang) => {
    for (const key of keysOf(jsonSchemaOf("site", lang)).filter(
      (key) => !key.includes(".") && key !== "title",
    )) {
      const example = exampleAt("site", [key], lang);
      if (example === undefined) continue;
      expect(accepts("site", { title: "x", [key]: parse(example) as unknown }), key).toBe(true);
    }
  });

  it("says the defaults of its language, and those that are worked out", () => {
    const text = (lang: "fr" | "en"): string => JSON.stringify(jsonSchemaOf("site", lang));
    expect(text("fr")).toContain('"tags":{"type":"string","default":"/mots-cles/"');
    expect(text("en")).toContain('"tags":{"type":"string","default":"/tags/"');
    expect(jsonSchemaOf("site", "en").properties).toMatchObject({
      typography: { default: true },
      postsPerPage: { default: 8 },
      share: { default: ["mail", "copy", "mastodon", "bluesky", "linkedin", "x"] },
    });
  });
});
