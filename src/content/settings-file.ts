// Reads a file of settings through its schema, and goes on without the keys that the schema refuses.
// A settings file with one mistake still says everything else: one run reports all mistakes of a site.
import * as z from "zod";
import type { Place, Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { locate, type KeyPath } from "./locate.ts";
import { yamlProblem } from "./parse.ts";
import { readUtf8 } from "./read.ts";
import { isMap, parseYaml, type YamlMap } from "./yaml.ts";
import { issueProblems, unknownKey } from "./zod-problems.ts";

/** A settings file's text and values. */
export interface Loaded {
  file: string;
  text: string;
  data: YamlMap;
}

/** Reads a settings file's YAML; `undefined` where there is no file, or it is refused. */
export function loadYaml(source: SourceFile | undefined, problems: Problem[]): Loaded | undefined {
  if (source === undefined) return undefined;
  const read = readUtf8(source);
  if (read === undefined) return undefined;
  if ("problem" in read) {
    problems.push(read.problem);
    return undefined;
  }
  const text = read.bytes.toString();
  const parsed = parseYaml(text);
  if ("data" in parsed) return { file: source.file, text, data: parsed.data };
  const { failure } = parsed;
  problems.push(
    yamlProblem("settings", { file: source.file, line: failure.line, column: failure.column }, failure),
  );
  return undefined;
}

/** What a schema makes of a file once the keys it refuses are reported and taken out; `undefined` where a required one is missing. */
export function sieve<T>(
  schema: z.ZodType<T>,
  loaded: Loaded,
  problems: Problem[],
  exampleOf: (path: KeyPath) => string,
): T | undefined {
  let data: YamlMap = structuredClone(loaded.data);
  const placeOf = (path: KeyPath): Place => locate(loaded.file, loaded.text, path);
  for (let round = 0; round < 10; round++) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      if (issue.code !== "unrecognized_keys") continue;
      for (const key of issue.keys)
        problems.push(unknownKey("settings", key, keysAt(schema, issue.path), placeOf([...issue.path, key])));
    }
    problems.push(...issueProblems(result.error.issues, { code: "settings", data, placeOf, exampleOf }));
    const before = JSON.stringify(data);
    for (const issue of result.error.issues)
      data = without(
        data,
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => [...issue.path, key])
          : [issue.path.slice(0, 1)],
      );
    if (JSON.stringify(data) === before) return undefined;
  }
  return undefined;
}

/** A copy of a map without some keys. */
function without(data: YamlMap, paths: readonly KeyPath[]): YamlMap {
  const copy = structuredClone(data);
  for (const path of paths) {
    let holder: unknown = copy;
    for (const key of path.slice(0, -1))
      holder = isMap(holder) ? holder[String(key)] : Array.isArray(holder) ? holder[Number(key)] : undefined;
    const last = String(path.at(-1));
    if (isMap(holder)) Reflect.deleteProperty(holder, last);
  }
  return copy;
}

/** The keys that a schema knows in the map at a path. */
function keysAt(schema: unknown, path: KeyPath): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  const [key, ...deeper] = path;
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape;
    return key === undefined ? Object.keys(shape) : keysAt(shape[String(key)], deeper);
  }
  if (schema instanceof z.ZodRecord) return key === undefined ? [] : keysAt(schema.valueType, deeper);
  return schema instanceof z.ZodArray && key !== undefined ? keysAt(schema.element, deeper) : [];
}
