// A settings file that is a YAML map: its values, and for messages the places in its text.
import { problem, type Fix, type Params, type Problem } from "../../problems.ts";
import type { SourceFile } from "../../files.ts";
import type { MessageKey } from "../../strings/problems.ts";
import { firstMark } from "../merge-marks.ts";
import { yamlProblem } from "../parse.ts";
import { readUtf8 } from "../read.ts";
import { placesIn, type KeyPath, type Part, type Places } from "../yaml/locate.ts";
import { parseYaml, type YamlMap } from "../yaml/parse.ts";

export class SettingsFile {
  readonly file: string;
  readonly data: YamlMap;
  readonly placeOf: Places;
  /** Where `report` adds to. */
  readonly problems: Problem[];

  constructor(file: string, text: string, data: YamlMap, problems: Problem[]) {
    this.file = file;
    this.data = data;
    this.problems = problems;
    this.placeOf = placesIn(file, () => text);
  }

  /** Reports a problem at a value, or at its key. */
  report<K extends MessageKey>(
    key: K,
    path: KeyPath,
    params: Params<K>,
    { fix, part }: { fix?: Fix | undefined; part?: Part } = {},
  ): void {
    this.problems.push(problem(key, this.placeOf(path, part), params, fix));
  }
}

/** Undefined if there is no file, or if it cannot be read, which is reported. */
export function loadYaml(source: SourceFile | undefined, problems: Problem[]): SettingsFile | undefined {
  const read = source && readUtf8(source);
  if (source === undefined || read === undefined) return undefined;
  if ("problem" in read) {
    problems.push(read.problem);
    return undefined;
  }
  const { file } = source;
  const text = read.bytes.toString();
  const parsed = parseYaml(text);
  if ("data" in parsed) return new SettingsFile(file, text, parsed.data, problems);
  const mark = firstMark(text.split("\n"));
  const conflict = problem("merge-conflict", { file, line: mark + 1, column: 1 }, {});
  problems.push(mark < 0 ? yamlProblem(file, parsed.failure) : conflict);
  return undefined;
}
