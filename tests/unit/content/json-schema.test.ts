import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { exampleAt, jsonSchemaOf, type JsonSchema } from "../../../src/content/json-schema.ts";
import { parseYaml } from "../../../src/content/yaml.ts";
import { descriptionOf, SETTINGS, type Described } from "../../../src/strings/settings.ts";

const NAMES = Object.keys(SETTINGS.fr) as Described[];
const LANGS = ["fr", "en"] as const;

/** Paths of all keys in a schema, found in its JSON without the code under test. */
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

describe.each(NAMES)("the descriptions of %s", (name) => {
  it("cover every key of its schema, and no other", () => {
    const keys = keysOf(jsonSchemaOf(name, "fr")).filter((key) => !/^(?:checks|addresses)\./.test(key));
    expect(
      keys.filter((key) => descriptionOf(name, key.split("."), "fr") === undefined),
      "Describe it in src/strings/settings.ts.",
    ).toEqual([]);
    expect(Object.keys(SETTINGS.fr[name]).filter((key) => !keys.includes(key) && !key.endsWith("*"))).toEqual(
      [],
    );
  });

  it.each(LANGS)("are sentences in %s, and all in its schema", (lang) => {
    const words = Object.values(SETTINGS[lang][name]);
    for (const text of words) expect(text).toMatch(/^(?:[\p{Lu}]|`)[^]*\.$/u);
    const json = JSON.stringify(jsonSchemaOf(name, lang));
    for (const text of words) expect(json).toContain(`"description":${JSON.stringify(text)}`);
  });
});

describe("a schema for text editors", () => {
  it.each([
    ["site", "content/site.yaml"],
    ["tags", "content/tags.yaml"],
    ["site", "templates/fr/content/site.yaml"],
    ["people", "templates/en/content/people.yaml"],
  ] as const)("of %s accepts %s", (name, file) => {
    const read = parseYaml(file, readFileSync(file, "utf8"));
    expect("data" in read && accepts(name, read.data)).toBe(true);
  });

  it.each([
    ["site", ""],
    ["site", "postsPerPage: '08'"],
    ["site", "accessibility: { rate: '75.50', contact: { phone: 0102030405 } }"],
    ["site", "audience: { matomo: https://stats.example.org, siteId: '12' }"],
    ["site", "theme: { accent: '#55269B' }"],
    ["site", "theme: dsfr"],
    ["site", "theme: { name: dsfr, accent: green-menthe, settings: { tagline: x } }"],
    ["site", "nav: [{ label: A, url: /a/, links: [{ label: B, url: /b/ }] }]"],
    ["site", "icon: /img/Logo.PNG"],
    ["site", "checks: { vague-link: off }"],
    ["site", "addresses: { blog: /blog/ }"],
    [
      "site",
      "taxonomies: { annee: { label: A, closed: oui, terms: { a: A, b: , c: { aliases: [2024] } } } }",
    ],
    ["site", "fields: { annee: { required: non, options: [2024] } }"],
    ["tags", "closed: oui"],
    ["redirects", "/a/: /b/"],
  ] as const)("accepts what Carnet accepts, in %s: %s", (name, line) => {
    const written = parse(name === "site" ? `title: x\n${line}` : line) as unknown;
    expect(accepts(name, written)).toBe(true);
  });

  it.each([
    ["site", "lang: fr"],
    ["site", "title: x\ntitel: x"],
    ["site", "title: x\npostsPerPage: 0"],
    ["site", "title: x\nchecks: { vague-links: off }"],
    ["site", "title: x\naddresses: { blogs: /blog/ }"],
    ["tags", "closed: peut-être"],
    ["people", "jo: { role: sans nom }"],
    ["redirects", "/a/: 1"],
  ] as const)("refuses unknown keys and invalid values, in %s: %s", (name, text) => {
    expect(accepts(name, parse(text))).toBe(false);
  });

  it.each(LANGS)("accepts the examples of messages, in %s", (lang) => {
    for (const key of Object.keys(jsonSchemaOf("site", lang).properties ?? {})) {
      const example = exampleAt("site", [key], lang);
      if (example !== undefined)
        expect(accepts("site", { title: "x", [key]: parse(example) as unknown }), key).toBe(true);
    }
  });

  it("gives the defaults of its language, and computed ones", () => {
    const text = (lang: "fr" | "en"): string => JSON.stringify(jsonSchemaOf("site", lang));
    expect(text("fr")).toContain('"tags":{"type":"string","default":"/mots-cles/"');
    expect(text("en")).toContain('"tags":{"type":"string","default":"/tags/"');
    expect(jsonSchemaOf("site", "en").properties).toMatchObject({
      typography: { default: true },
      postsPerPage: { default: 8 },
      share: { default: ["mail", "mastodon", "bluesky", "linkedin", "x"] },
    });
  });
});
