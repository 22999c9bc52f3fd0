// Reads a file of settings through its schema, and goes on without the keys that the schema refuses.
// A settings file with one mistake still says everything else: one run reports all mistakes of a site.
import type * as z from "zod";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { locate, type KeyPath, type Places } from "./locate.ts";
import { yamlProblem } from "./parse.ts";
import { readUtf8 } from "./read.ts";
import { unknownKeys, unknownPaths, without } from "./unknown-keys.ts";
import { parseYaml, type YamlMap } from "./yaml.ts";
import { issueProblems } from "./zod-problems.ts";

/** A settings file's text and values. */
export interface Loaded {
  file: string;
  text: string;
  data: YamlMap;
}

export function placesIn({ file, text }: Pick<Loaded, "file" | "text">): Places {
  return (path, part) => locate(file, text, path, { part });
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
  const placeOf = placesIn(loaded);
  for (let round = 0; round < 10; round++) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const { issues } = result.error;
    problems.push(...unknownKeys(issues, { code: "settings", data, schema, placeOf }));
    problems.push(...issueProblems(issues, { code: "settings", data, placeOf, exampleOf }));
    const before = JSON.stringify(data);
    const refused = issues.filter((issue) => issue.code !== "unrecognized_keys");
    data = without(data, [...unknownPaths(issues), ...refused.map((issue) => issue.path.slice(0, 1))]);
    if (JSON.stringify(data) === before) return undefined;
  }
  return undefined;
}
