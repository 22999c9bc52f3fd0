// Code blocks → `pre` that a keyboard can scroll, with coloured tokens if the language is known.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";
import { finished, makeElement, makeText, type Element } from "./tree.ts";

/** Names that mean "no language". */
const PLAIN = /^(?:te?xt|plain|plaintext|none)?$/i;

export function codeBlock({ type, info, content, map }: Token, env: Env): Element {
  const at = { span: { content: "", first: map?.[0] ?? 0 }, offset: -1 };
  // What follows the language are options of other tools: `title="a.js"`, `{1,3}`.
  const language = type === "fence" ? (/^[^\s{]*/.exec(info.trim())?.[0] ?? "") : "";
  const coloured = PLAIN.test(language) ? undefined : env.highlighter?.highlight(content, language);
  const code = makeElement("code", at, [
    coloured === undefined ? makeText(content) : finished(coloured, content),
  ]);
  if (language !== "") code.attrs.push(["class", `language-${language.toLowerCase()}`]);
  const attrs: [string, string][] = [
    ["class", "code"],
    ["tabindex", "0"],
  ];
  // The lines of a fence are its content, its opening and, if there is one, its closing line.
  const lines = map === null ? 0 : map[1] - map[0];
  const isUnclosed = type === "fence" && (!/(?:^|\n)$/.test(content) || lines === content.split("\n").length);
  return { ...makeElement("pre", at, [code], attrs), isUnclosed };
}
