// What a schema refused → problems that an editor can act on: key, value found, values allowed, a line to paste.
// A refused union is reported by the branch that went furthest, since that is the one that the author meant.
import type * as z from "zod";
import { problem, type Place, type Problem } from "../problems.ts";
import type { Example, Expected, ValueParams } from "../strings/problems-yaml.ts";
import type { KeyPath, Places } from "./yaml/locate.ts";
import { meantKey } from "./key-names.ts";
import { excerpt } from "../excerpt.ts";

type Issue = z.core.$ZodIssue;

/** A refusal reduced to what messages need. */
export interface Refusal {
  path: KeyPath;
  expected: Expected[];
  options: string[];
}

export interface IssueContext {
  code: "front-matter" | "settings";
  data: unknown;
  placeOf: Places;
  exampleOf: (refusal: Refusal, found: unknown) => Example;
  /** A problem with a message of its own, instead of one that says that the value is not allowed. */
  toldApart?: (refusal: Refusal, found: unknown) => Problem | undefined;
}

/** Problems of a value that a schema refused. Unknown keys are left to `unknownKeys`. */
export function issueProblems(issues: readonly Issue[], context: IssueContext): Problem[] {
  return issues
    .filter((issue) => issue.code !== "unrecognized_keys")
    .map((issue) => {
      const refused = refusal(issue);
      const { path, expected, options } = refused;
      const found = valueAt(context.data, path);
      const apart = context.toldApart?.(refused, found);
      if (apart !== undefined) return apart;
      const params: ValueParams = {
        path,
        found: found === undefined ? "" : excerpt(JSON.stringify(found)),
        expected,
        options,
        example: context.exampleOf(refused, found),
      };
      return problem(`${context.code}/value`, context.placeOf(path), params);
    });
}

/**
 * Warnings for unknown keys, each with the key that was meant, if any. `written` are all keys of the same map: if two of them
 * mean the same key, it can only be written once. `meant` finds the key, or the line, that was meant.
 */
export function unknownKeyProblems(
  code: IssueContext["code"],
  keys: readonly string[],
  {
    known,
    written,
    placeOf,
    meant = (key) => meantKey(key, known),
  }: {
    known: readonly string[];
    written: Iterable<string>;
    placeOf: (key: string) => Place;
    meant?: (key: string) => string | undefined;
  },
): Problem[] {
  const taken = new Set(written);
  const twins = new Map<string, string>();
  // True for keys at the top level, which `site.yaml` could declare, as opposed to those of a list or map inside.
  const declarable = code === "front-matter" && known.includes("title");
  return keys.map((key) => {
    const suggestion = meant(key) ?? "";
    const twin = twins.get(suggestion);
    const params = { key, suggestion, taken: taken.has(suggestion), twin, declarable, allowed: known };
    if (suggestion !== "" && twin === undefined) twins.set(suggestion, key);
    return problem(`unknown-key/${code}`, placeOf(key), params);
  });
}

function refusal(issue: Issue): Refusal {
  const { path } = issue;
  const one = (expected: Expected, options: string[] = []): Refusal => ({
    path,
    expected: [expected],
    options,
  });
  switch (issue.code) {
    case "invalid_type":
      return one(TYPES[issue.expected] ?? "some");
    case "invalid_value":
      return one("choice", issue.values.map(String));
    case "invalid_format":
      return one(formatOf(issue));
    case "too_small":
      return issue.origin === "string" ? one("text") : one("least", [String(issue.minimum)]);
    case "too_big":
      return one("most", [String(issue.maximum)]);
    case "unrecognized_keys":
      return one("known-keys");
    case "invalid_union":
      return unionRefusal(path, issue.errors);
    case "not_multiple_of":
      return one("number");
    case "custom":
    case "invalid_element":
      return one("some");
    case "invalid_key":
      return one("name");
  }
}

/** Beginnings of the patterns of schemas → what they require. */
const PATTERNS: readonly (readonly [start: string, Expected])[] = [
  ["/^\\/(?=", "address-form"],
  ["/^\\/(?!\\/)\\S+\\.", "icon"],
  // Any words but those of a flag: `off` is no notice.
  ["/^(?!(?:", "text"],
  ["/^\\//", "path"],
  ["/^https?:", "url"],
  ["/^#", "colour"],
  ["/^\\d{4}-", "day"],
  ["/^[a-z]{2,3}(-", "language"],
  ["/^[a-zA-Z]{2,3}(-", "language"],
];

function formatOf(issue: z.core.$ZodIssueInvalidStringFormat): Expected {
  const { format, pattern = "" } = issue;
  if (format === "url") return "url";
  if (format === "email") return "email";
  return PATTERNS.find(([start]) => pattern.startsWith(start))?.[1] ?? "form";
}

const TYPES: Readonly<Record<string, Expected>> = {
  string: "text",
  array: "list",
  boolean: "flag",
  number: "number",
  int: "whole",
  object: "map",
  record: "map",
};

function unionRefusal(path: KeyPath, branches: readonly (readonly Issue[])[]): Refusal {
  // An unknown key has a warning of its own.
  const told = branches.map((branch) => branch.filter(({ code }) => code !== "unrecognized_keys"));
  const deep = told.find((branch) => branch.length > 0 && branch.every((issue) => issue.path.length > 0));
  if (deep?.[0] !== undefined) {
    const inner = refusal(deep[0]);
    return { ...inner, path: [...path, ...inner.path] };
  }
  const inner = branches.flatMap((branch) => branch.slice(0, 1)).map(refusal);
  const expected = [...new Set(inner.flatMap((one) => one.expected))];
  // A flag has many words for yes and no, which need not be listed.
  if (expected.includes("flag"))
    return { path, expected: expected.filter((one) => one !== "choice"), options: [] };
  return { path, expected, options: [...new Set(inner.flatMap((one) => one.options))] };
}

export function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}
