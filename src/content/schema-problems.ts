// A map of YAML → what its schema makes of it, with a problem for each value and key that the schema refuses: path, value found,
// values allowed, a line to paste.
import * as z from "zod";
import { excerpt } from "../text.ts";
import { nearest } from "../nearest.ts";
import { problem, type Fix, type Problem } from "../problems.ts";
import { lineOf, type Example } from "./schema.ts";
import { fold } from "./text.ts";
import { isMap, yamlOf, type KeyPath, type Places, type YamlMap } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

interface Refusable {
  data: YamlMap;
  placeOf: Places;
  problems: Problem[];
}

/**
 * Reports and leaves out keys that the schema does not know, and the key at the top of each value that it refuses: values with one
 * mistake still say everything else. Undefined if what the schema requires is missing or refused.
 */
export function checked<T>(schema: z.ZodType<T>, written: Refusable): T | undefined {
  const { placeOf, problems } = written;
  const refused = new Set<string>();
  let { data } = written;
  for (;;) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    if (data === written.data) data = structuredClone(data);
    const issues = result.error.issues.flatMap(within);
    const unknown = issues.flatMap((issue) => unknownIn(issue));
    for (const path of unknown) {
      problems.push(unknownKey(path, keysAt(schema, path.slice(0, -1)), written));
      leaveOut(data, path);
    }
    const values = issues.filter((issue) => unknownIn(issue).length === 0);
    // A required key that was refused is then missing.
    for (const issue of values)
      if (!refused.has(String(issue.path[0]))) problems.push(refusal(issue, { schema, data, placeOf }));
    const before = refused.size;
    for (const { path } of values) {
      refused.add(String(path[0]));
      leaveOut(data, path.slice(0, 1));
    }
    if (unknown.length === 0 && refused.size === before) return undefined;
  }
}

/** A warning for an unknown key, with the line under the key that was meant; a list that this one already has is joined. */
export function unknownKey(
  path: KeyPath,
  known: readonly string[],
  { data, placeOf }: Pick<Refusable, "data" | "placeOf">,
): Problem {
  const key = String(path.at(-1));
  const map = valueAt(data, path.slice(0, -1));
  const meant = meantKey(key, known);
  const value = isMap(map) ? map[key] : undefined;
  const other = (isMap(map) && meant !== undefined ? map[meant] : undefined) ?? undefined;
  const line = Array.isArray(other) ? yamlOf([...new Set([other, value].flat())]) : yamlOf(value ?? "");
  const isFree = meant !== undefined && (other === undefined || Array.isArray(other));
  const fix = isFree ? `${meant}: ${line}`.replace(/ ""$/, "") : undefined;
  return problem("unknown-key", placeOf(path, "key"), { key }, fix);
}

/** The branch of a union that takes this kind of value, and objects to something inside; otherwise the union itself. */
function within(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((branch) =>
    branch.every(({ code, path }) => path.length > 0 || code === "unrecognized_keys"),
  );
  return meant === undefined
    ? [issue]
    : meant.flatMap((one) => within({ ...one, path: [...issue.path, ...one.path] }));
}

function unknownIn(issue: Issue): KeyPath[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  return issue.code === "invalid_key" && !DECLARING.has(String(issue.path[0])) ? [issue.path] : [];
}

/** Maps of `site.yaml` whose keys are names that the owner chooses. */
const DECLARING = new Set(["taxonomies", "fields"]);

function refusal(
  issue: Issue,
  { schema, data, placeOf }: { schema: unknown; data: YamlMap; placeOf: Places },
): Problem {
  const { path } = issue;
  const name = String(path.at(-1));
  if (issue.code === "invalid_key")
    return problem("settings/name", placeOf(path, "key"), { name, map: path.slice(0, -1).join(".") });
  const value = valueAt(data, path);
  const shown = path.map((key) => (typeof key === "number" ? key + 1 : String(key))).join(".");
  const example = exampleAt(schema, path);
  if (value === undefined) return problem("value/missing", placeOf(path), { path: shown }, example);
  const found = excerpt(JSON.stringify(value));
  const branches = issue.code === "invalid_union" ? issue.errors.flat() : [issue];
  const allowed = optionsOf(branches);
  if (allowed.length > 0) {
    const near = nearest(typeof value === "string" ? value : found, allowed);
    const fix = near && typeof path.at(-1) === "string" ? `${name}: ${near}` : undefined;
    return problem("value/option", placeOf(path), { path: shown, found, allowed }, fix);
  }
  const isText = branches.some((one) => one.code === "invalid_type" && one.expected === "string");
  const text = isText && typeof path.at(-1) === "string" ? asText(value) : undefined;
  const fix = text === undefined ? example : `${name}: ${JSON.stringify(text)}`;
  return problem("value", placeOf(path), { path: shown, found }, fix);
}

/** A value that is no text as the text that its author may have meant; undefined for maps. */
export function asText(value: unknown): string | undefined {
  const items = [value].flat();
  return items.some((one) => typeof one === "object") ? undefined : items.map(String).join(", ");
}

/** The values of a choice. A flag has many words for yes and no, which need not be listed. */
function optionsOf(branches: readonly Issue[]): string[] {
  if (branches.some((one) => one.code === "invalid_type" && one.expected === "boolean")) return [];
  return branches
    .flatMap((one) => (one.code === "invalid_value" ? one.values : []))
    .filter((one) => typeof one === "string");
}

/** The line of the nearest key at or above a path whose schema has an example. */
function exampleAt(schema: unknown, path: KeyPath): Fix | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const example = exampleValue(schema, path.slice(0, depth));
    const key = path[depth - 1];
    if (example !== undefined && typeof key === "string") return lineOf(key, example);
  }
  return undefined;
}

/** The example value that a schema has for a path; `*` is a name that the owner chose, or an item of a list. */
export function exampleValue(schema: unknown, path: KeyPath): Example | undefined {
  const found = schemasAt(schema, path).map((one) => one.meta()?.["example"] as Example | undefined);
  return found.find((one) => one !== undefined);
}

/** A schema, and those that it wraps or chooses from. */
function unwrapped(schema: unknown): z.ZodType[] {
  if (!(schema instanceof z.ZodType)) return [];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return [schema, ...unwrapped(schema.unwrap())];
  if (schema instanceof z.ZodPipe) return [schema, ...unwrapped(schema.in), ...unwrapped(schema.out)];
  return [schema, ...(schema instanceof z.ZodUnion ? schema.options.flatMap(unwrapped) : [])];
}

/** The schemas of the value at a path: several if it leads through a union, none if it is unknown. */
function schemasAt(schema: unknown, [key, ...deeper]: KeyPath): z.ZodType[] {
  if (key === undefined) return unwrapped(schema);
  return unwrapped(schema).flatMap((one) => {
    if (one instanceof z.ZodRecord) return schemasAt(one.valueType, deeper);
    if (one instanceof z.ZodArray) return schemasAt(one.element, deeper);
    if (!(one instanceof z.ZodObject)) return [];
    const shape: Readonly<Record<string, unknown>> = one.shape;
    return schemasAt(Object.hasOwn(shape, String(key)) ? shape[String(key)] : one.def.catchall, deeper);
  });
}

/** The keys that a schema defines for the map at a path. */
function keysAt(schema: unknown, path: KeyPath): string[] {
  return schemasAt(schema, path).flatMap((one) => {
    if (one instanceof z.ZodRecord && one.keyType instanceof z.ZodEnum)
      return one.keyType.options.map(String);
    return one instanceof z.ZodObject ? Object.keys(one.shape) : [];
  });
}

function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function leaveOut(data: YamlMap, path: KeyPath): void {
  const holder = valueAt(data, path.slice(0, -1));
  if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, path.at(-1) ?? "");
}

/** Words that people write for a key, without accents, in small letters. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  title: ["titre"],
  author: ["auteur", "autrice"],
  authors: ["auteurs"],
  description: ["resume", "chapo", "summary", "excerpt"],
  tags: ["tag", "mots cles", "keywords", "categories", "category"],
  image: ["cover", "couverture", "thumbnail", "featured image"],
  imageAlt: ["alt", "image alt"],
  lang: ["langue", "language"],
  date: ["publish date", "created"],
  updated: ["mise a jour", "lastmod", "modified"],
  draft: ["brouillon", "hidden", "private"],
  published: ["publie", "publish", "visible", "en ligne"],
  publishAt: ["publishdate", "publish on", "scheduled", "date publication", "date de publication", "embargo"],
  expires: ["expiration", "expirydate", "expiry date", "unpublish"],
  permalink: ["url", "adresse"],
  license: ["licence"],
  layout: ["gabarit", "template"],
};

/** True if `key` is `meant` in another spelling, or a word for it; false if it only resembles it. */
export function isWordFor(key: string, meant: string): boolean {
  const word = fold(key);
  return (
    word.replaceAll(" ", "") === fold(meant).replaceAll(" ", "") || (WORDS[meant]?.includes(word) ?? false)
  );
}

/** `known` are the keys that the map may have. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  // A letter too many or too few, as in `brouillons`.
  const isNearWord = (one: string): boolean => nearest(fold(key), WORDS[one] ?? [], 1) !== undefined;
  const meant = known.find((one) => isWordFor(key, one)) ?? nearest(key, known) ?? known.find(isNearWord);
  // `index` is one prefix away from its opposite.
  return meant === `no${fold(key)}` ? undefined : meant;
}
