// Reads a settings file through its schema, and continues without the keys that the schema refuses.
// A settings file with one mistake still says everything else: one run reports all mistakes of a site.
import type * as z from "zod";
import { problem, type Problem } from "../../problems.ts";
import type { SourceFile } from "../../source-file.ts";
import type { Example } from "../../strings/problems-yaml.ts";
import { calendar } from "../dates.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { firstMark } from "../merge-marks.ts";
import { yamlProblem } from "../parse.ts";
import { readUtf8 } from "../read.ts";
import { choiceListLine } from "./choice-lists.ts";
import { badKeyName } from "./key-name.ts";
import { settingLine, yamlOf } from "./lines.ts";
import { SettingsFile } from "./settings-file.ts";
import { excerpt } from "../../excerpt.ts";
import type { UiLang } from "../../ui-lang.ts";
import { unknownKeys, unknownPaths, without } from "../unknown-keys.ts";
import { readOn } from "../yaml/mended.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { issueProblems, type IssueContext, type Refusal } from "../zod-problems.ts";

/**
 * Reads the YAML of a settings file, and goes on behind mistakes whose correction is known; undefined if there is no file, or if
 * its values are not known.
 */
export function loadYaml(source: SourceFile | undefined, problems: Problem[]): SettingsFile | undefined {
  if (source === undefined) return undefined;
  const read = readUtf8(source);
  if (read === undefined) return undefined;
  if ("problem" in read) {
    problems.push(read.problem);
    return undefined;
  }
  const text = read.bytes.toString();
  const { file } = source;
  const { failures, text: mended, data } = readOn(text);
  const mark = failures.length === 0 ? -1 : firstMark(text.split("\n"));
  if (mark >= 0) {
    problems.push(problem("settings/merge", { file, line: mark + 1, column: 1 }, {}));
    return undefined;
  }
  for (const failure of failures)
    problems.push(yamlProblem("settings", { file, line: failure.line, column: failure.column }, failure));
  return data && new SettingsFile(file, { text: mended, data, problems });
}

/** The keys at the top of a settings file in whose lines these problems are; those of other files are ignored. */
export function keysWith(problems: readonly Problem[], { file, data, placeOf }: SettingsFile): Set<string> {
  const lines = problems.filter((one) => one.file === file).map(({ line }) => line);
  if (lines.length === 0) return new Set();
  const keys = Object.keys(data)
    .map((key) => ({ key, line: placeOf([key], "key").line }))
    .sort((a, b) => b.line - a.line);
  return new Set(lines.flatMap((line) => keys.find((one) => one.line <= line)?.key ?? []));
}

export interface Telling {
  /** An example value for a path, in a language; undefined if any example would say something that the owner did not. */
  examples: (path: KeyPath, lang: UiLang) => string | undefined;
  /** Maps whose unknown keys another check reports. */
  toldElsewhere?: (path: KeyPath) => boolean;
  /** A warning for an unknown key with a message of its own, if this file has one. */
  ownWarning?: (path: KeyPath) => Problem | undefined;
  /** A problem with a message of its own, if this file has one for a refused path. */
  toldApart?: (path: KeyPath, found: unknown) => Problem | undefined;
  /** What to leave out with a refused value: by default, the whole setting. */
  refusedPart?: (path: KeyPath) => KeyPath;
}

/**
 * What a schema makes of a file once the keys that it refuses are reported and left out; undefined if a required key is
 * missing.
 */
export function sieve<T>(
  schema: z.ZodType<T>,
  loaded: SettingsFile,
  { examples, toldElsewhere, ownWarning, toldApart, refusedPart = (path) => path.slice(0, 1) }: Telling,
): T | undefined {
  const { placeOf, problems } = loaded;
  let data: YamlMap = structuredClone(loaded.data);
  const lineFor = (refusal: Refusal, found: unknown): Example => {
    const chosen = choiceListLine(loaded, refusal);
    if (chosen !== undefined) return chosen;
    const [fr, en] = (["fr", "en"] as const).map((lang) =>
      settingLine(loaded.text, { ...refusal, found }, { schema, examples: (path) => examples(path, lang) }),
    );
    return fr === en ? (fr ?? "") : { fr: fr ?? "", en: en ?? "" };
  };
  const context: IssueContext = {
    code: "settings",
    data,
    placeOf,
    exampleOf: lineFor,
    toldApart: (refusal, found) => toldApart?.(refusal.path, found) ?? apart(loaded, refusal, found, lineFor),
  };
  const leftOut: KeyPath[] = [];
  for (let round = 0; round < 10; round++) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const { issues } = result.error;
    problems.push(
      ...unknownKeys(issues, { code: "settings", data, schema, placeOf, toldElsewhere, ownWarning }),
    );
    // A required key that was refused is then missing.
    const told = issues.filter(({ path }) => !leftOut.some((one) => isSamePath(one, path)));
    problems.push(...issueProblems(told, { ...context, data }));
    const before = JSON.stringify(data);
    const refused = issues.filter((issue) => issue.code !== "unrecognized_keys");
    leftOut.push(...refused.map((issue) => refusedPart(issue.path)));
    data = without(data, [...unknownPaths(issues), ...leftOut]);
    if (JSON.stringify(data) === before) return undefined;
  }
  return undefined;
}

function isSamePath(one: KeyPath, other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/**
 * Mistakes that have messages of their own: a refused key, a day in another form, and a value that its `#` turns into a
 * comment.
 */
function apart(
  loaded: SettingsFile,
  refusal: Refusal,
  found: unknown,
  lineFor: (refusal: Refusal, found: unknown) => Example,
): Problem | undefined {
  const { path, expected } = refusal;
  const field = path.map(String).join(".");
  const { text, placeOf } = loaded;
  if (expected.includes("name")) return badKeyName(loaded, { path, place: placeOf(path, "key"), found });
  if (found === null) {
    const place = placeOf(path, "key");
    const [, cut] = /^[^#]*:[ \t]+(#[^\s#].*)$/.exec(text.split(/\r?\n/)[place.line - 1] ?? "") ?? [];
    if (cut === undefined) return undefined;
    const value = yamlOf(/^#[0-9a-f]{3,6}\b/i.exec(cut)?.[0] ?? cut.trimEnd());
    return problem("settings/hash", place, { path, fix: loaded.lineWith(path, value) });
  }
  if (typeof found !== "string" || !expected.includes("day")) return undefined;
  const read = calendar("UTC").read(found);
  if (read.ok) return undefined;
  const fix = lineFor(refusal, found);
  // A setting is a day, without an hour.
  const reason = read.reason === "hour" ? "form" : read.reason;
  return problem(`bad-date/${reason}`, placeOf(path), { field, found: excerpt(found, 40), fix });
}
