// A line of a broken YAML map that holds two keys, such as `lang: fr license: CC BY 4.0`: the line break between them was deleted.
import { isSentence } from "../sentence-keys.ts";
import { isKey } from "./missing-signs.ts";
import { readsAsMap } from "./strict.ts";

export interface JoinedKeys {
  /** From 1. */
  line: number;
  /** The second key. */
  key: string;
  /** The two lines. */
  fix: string;
}

const LINE = /^( *)((?:- +)?)([\w-]+):(?:[ \t]+[^\s"'[{|>&*!#].*)?$/;
const SECOND = /[ \t]+([\w-]+):(?=[ \t]|$)/g;
/** A colon is a part of such values: only what can be nothing else follows them. */
const isText = (key: string): boolean => isSentence(key) || /^(?:name|label|role|text)$/.test(key);
const DATE_OR_LIST = /:[ \t]*(?:\d{4}-\d{2}-\d{2}|\[.*\])?[ \t]*$/;

/** Each trial parses the whole map. */
const MOST_TRIALS = 20;

export function joinedKeys(text: string): JoinedKeys | undefined {
  const lines = text.split("\n");
  let trials = 0;
  for (const [at, line] of lines.entries()) {
    const [, indent = "", dash = "", first = ""] = LINE.exec(line) ?? [];
    if (!isKey(first)) continue;
    for (const { 1: key = "", index } of line.matchAll(SECOND)) {
      const second = line.slice(index).trimStart();
      if (!isKey(key) || (isText(first) && !DATE_OR_LIST.test(second))) continue;
      if (++trials > MOST_TRIALS) return undefined;
      const fix = `${line.slice(0, index)}\n${indent}${" ".repeat(dash.length)}${second}`;
      if (readsAsMap(lines.with(at, fix).join("\n"))) return { line: at + 1, key, fix };
    }
  }
  return undefined;
}
