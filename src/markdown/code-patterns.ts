// Patterns of the grammars that colour code → those of JavaScript that find the same. To translate them is nearly all that the
// first line of a language costs, so those of the languages that blogs show most are translated when Carnet is compiled.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createJavaScriptRegexEngine, defaultJavaScriptRegexConstructor } from "@shikijs/engine-javascript";
import type { LanguageRegistration, RegexEngine } from "@shikijs/primitive";
import { EmulatedRegExp } from "oniguruma-to-es";
import { packageRoot } from "../package-root.ts";

/** Grammars whose patterns take long to be translated; with each, those of the languages within it. */
export const TRANSLATED = [
  ...["javascript", "typescript", "html", "css", "php"],
  ...["shellscript", "python", "sql", "java", "markdown"],
];

/** Where the compiled package keeps the patterns of a grammar. */
export const patternsFile = (grammar: string): string => `dist/markdown/patterns/${grammar}.json`;

/** A pattern of JavaScript, as values. */
type Translated = readonly [source: string, flags: string, emulated?: EmulatedRegExp["rawOptions"]];

/** By the patterns of a grammar; null for one that JavaScript cannot have. */
export type PatternTable = Readonly<Record<string, Translated | null>>;

/** The oldest form of patterns among the Nodes that Carnet runs on: all of them find the same. */
const TARGET = "ES2024";
const translate = (pattern: string): RegExp => defaultJavaScriptRegexConstructor(pattern, { target: TARGET });

/** The patterns of a grammar, translated. */
export function translatedPatterns(grammar: LanguageRegistration): PatternTable {
  const table: Record<string, Translated | null> = {};
  for (const pattern of patternsIn(grammar)) {
    try {
      const found = translate(pattern);
      table[pattern] =
        found instanceof EmulatedRegExp
          ? [found.source, found.flags, found.rawOptions]
          : [found.source, found.flags];
    } catch {
      table[pattern] = null;
    }
  }
  return table;
}

const HOLDS_PATTERN = new Set(["match", "begin", "end", "while"]);

function patternsIn(rule: unknown, found = new Set<string>()): Set<string> {
  if (typeof rule !== "object" || rule === null) return found;
  for (const [key, value] of Object.entries(rule))
    if (typeof value === "string" && HOLDS_PATTERN.has(key)) found.add(value);
    else patternsIn(value, found);
  return found;
}

/** What finds the patterns of these grammars in code; one that no table has is translated when it is first asked for. */
export function createCodeEngine(grammars: readonly string[]): RegexEngine {
  const known = new Map(grammars.flatMap((grammar) => Object.entries(tableOf(grammar))));
  return createJavaScriptRegexEngine({
    forgiving: true,
    regexConstructor(pattern) {
      const translated = known.get(pattern);
      if (translated === undefined) return translate(pattern);
      if (translated === null) throw new Error(`No pattern of JavaScript finds ${pattern}.`);
      const [source, flags, emulated] = translated;
      return emulated === undefined ? new RegExp(source, flags) : new EmulatedRegExp(source, flags, emulated);
    },
  });
}

/** Nothing for other grammars, and for those of a package that was not compiled. */
function tableOf(grammar: string): PatternTable {
  try {
    return JSON.parse(readFileSync(join(packageRoot, patternsFile(grammar)), "utf8")) as PatternTable;
  } catch {
    return {};
  }
}
