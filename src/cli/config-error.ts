// An error in `.eleventy.ts`, while it was compiled or run → its place and a plain message.
import { CONFIG_FILE } from "../build/config-words.ts";
import type { Place } from "../problems.ts";
import { layoutErrorWords } from "../strings/layout-errors.ts";
import type { UiLang } from "../ui-lang.ts";

/** The format of esbuild's messages: `file:line:column: ERROR: what`, with columns from 0. */
const COMPILER = /^(.+?):(\d+):(\d+): ERROR: (.*)$/m;

export function placeInConfig(text: string): Place {
  const [, file = CONFIG_FILE, line = "1", column = "0"] = COMPILER.exec(text) ?? [];
  return { file, line: Number(line), column: Number(column) + 1 };
}

export function sayConfig(text: string, lang: UiLang): [string, string] {
  const words = layoutErrorWords(lang);
  if (text.includes("config.addPlugin(carnet)")) return words.noPlugin();
  if (text.includes("`export default function")) return words.noFunction();
  const detail = COMPILER.exec(text)?.[4] ?? text.replace(`${CONFIG_FILE}:`, "").trim();
  return words.config(detail.replace(/ imported from .*$/s, ""));
}
