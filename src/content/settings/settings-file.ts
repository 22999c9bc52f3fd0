// A settings file that is a YAML map: its values, and for messages the places and lines of its text.
import { problem, type Fix, type Params, type Problem } from "../../problems.ts";
import type { MessageKey } from "../../strings/problems.ts";
import { locate, type KeyPath, type Part, type Places } from "../yaml/locate.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { lineWith } from "./lines.ts";

export class SettingsFile {
  readonly file: string;
  readonly text: string;
  readonly data: YamlMap;
  /** Where `tell` adds what it is told. */
  readonly problems: Problem[];

  constructor(file: string, { text, data, problems }: Pick<SettingsFile, "text" | "data" | "problems">) {
    this.file = file;
    this.text = text;
    this.data = data;
    this.problems = problems;
  }

  readonly placeOf: Places = (path, part) => locate(this.file, this.text, path, { part });

  /** The line that contains the value at a path, with this value instead. */
  lineWith(path: KeyPath, value: string): string {
    return lineWith(this.text, path, value);
  }

  /** Reports a problem at a value, or at its key. */
  tell<K extends MessageKey>(key: K, path: KeyPath, params: Params<K>, part?: Part, fix?: Fix): void {
    this.problems.push(problem(key, this.placeOf(path, part), params, fix));
  }
}
