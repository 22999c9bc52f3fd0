// The schemas of settings and front matter → JSON Schema with descriptions, for text editors that complete and explain what is
// typed, and for the reference in docs/. Made when Carnet is compiled: no build needs it.
import * as z from "zod";
import { parse } from "yaml";
import { ADDRESSES } from "../site/default-addresses.ts";
import { codeOf } from "../problems.ts";
import { siteSchema, termSchema } from "../site/schema.ts";
import { catalogue } from "../strings/problems.ts";
import { descriptionOf, type Described } from "../strings/settings.ts";
import { exampleValue } from "./schema-problems.ts";
import { frontMatterSchema, peopleSchema, redirectsSchema, tagsSchema } from "./schema.ts";
import type { UiLang } from "../ui-lang.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema & { markdownDescription?: string };

const SCHEMAS: Readonly<Record<Described, z.ZodType>> = {
  site: siteSchema,
  people: peopleSchema,
  tags: tagsSchema,
  redirects: redirectsSchema,
  post: frontMatterSchema,
};

/** The files of `content/` that have a schema for text editors. */
export const SETTINGS_FILES = ["site", "people", "tags", "redirects"] as const;

/**
 * Draft 7, which every text editor reads, of what a person may write: values before they are transformed, keys with a default
 * optional.
 */
export function jsonSchemaOf(name: Described, lang: UiLang): JsonSchema {
  const schema: JsonSchema = z.toJSONSchema(SCHEMAS[name], {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema, path }) => {
      // Text editors read the digits of a telephone number as a number; Carnet keeps the text for its leading zero.
      if (path.at(-1) === "phone") Object.assign(jsonSchema, { type: ["string", "number"] });
      // A theme may have names for its accents.
      if (path.at(-1) === "accent") Reflect.deleteProperty(jsonSchema, "pattern");
      if (zodSchema === termSchema) jsonSchema.anyOf?.push({ type: "null" });
      else if (zodSchema instanceof z.ZodPipe) takeDigits(jsonSchema);
      // It is in one of two languages: see `explain`.
      Reflect.deleteProperty(jsonSchema, "example");
    },
  });
  if (name === "site") fillSite(schema, lang);
  explain(schema, [], name, lang);
  return schema;
}

/** A number may also be written as its digits in quotation marks. */
function takeDigits(schema: JsonSchema): void {
  const { type, minimum, maximum } = schema;
  if (minimum === undefined || (type !== "integer" && type !== "number")) return;
  const digits = type === "integer" ? String.raw`^\d+$` : String.raw`^\d+(\.\d*)?$`;
  for (const key of ["type", "minimum", "maximum"] as const) Reflect.deleteProperty(schema, key);
  schema.anyOf = [
    { type, minimum, ...(maximum !== undefined && { maximum }) },
    { type: "string", pattern: digits },
  ];
}

/** YAML to paste for a value of `site.yaml`, or the line of a front matter key; `path` has `*` for a name or an item. */
export function exampleAt(name: Described, path: readonly string[], lang: UiLang): string | undefined {
  const example = exampleValue(SCHEMAS[name], path);
  const value = typeof example === "object" ? example[lang] : example;
  return value === undefined || name !== "post" ? value : `${path.join(".")}: ${value}`;
}

/** What the Zod schema leaves to other files: default addresses, the codes of messages, defaults that are transformed. */
function fillSite(schema: JsonSchema, lang: UiLang): void {
  const properties = (schema.properties ??= {});
  const severity = valuesOf(properties["checks"]) ?? {};
  const keys = Object.keys(catalogue) as (keyof typeof catalogue)[];
  const codes = [...new Set(keys.map(codeOf))].sort();
  schema.definitions = { severity };
  properties["checks"] = mapOf(codes.map((code) => [code, { $ref: "#/definitions/severity" }]));
  properties["addresses"] = mapOf(
    Object.entries(ADDRESSES[lang]).map(([name, address]) => [name, { type: "string", default: address }]),
  );
  for (const [key, value] of Object.entries(siteSchema.parse({ title: "x" }))) {
    const setting = properties[key];
    if (key !== "title" && value !== undefined && isSchema(setting)) setting.default = value;
  }
}

function mapOf(entries: readonly [string, JsonSchema][]): JsonSchema {
  return { type: "object", properties: Object.fromEntries(entries), additionalProperties: false };
}

function valuesOf(map: unknown): JsonSchema | undefined {
  return isSchema(map) && isSchema(map.additionalProperties) ? map.additionalProperties : undefined;
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;

/** Adds words and an example to each schema inside one; in its path, `*` is a name that the owner chose, or an item of a list. */
function explain(schema: JsonSchema, path: readonly string[], name: Described, lang: UiLang): void {
  const said = descriptionOf(name, path, lang);
  if (said !== undefined) schema.description = said;
  // Otherwise backticks would be shown as they are.
  if (said?.includes("`")) schema.markdownDescription = said;
  const example = name === "site" ? exampleAt(name, path, lang) : undefined;
  if (example !== undefined) schema.examples = [parse(example) as unknown];
  for (const one of [schema, ...(schema.anyOf ?? [])]) {
    const inner = Object.entries(one.properties ?? {});
    for (const [key, value] of [
      ...inner,
      ["*", one.additionalProperties] as const,
      ["*", one.items] as const,
    ])
      if (isSchema(value)) explain(value, [...path, key], name, lang);
  }
}
