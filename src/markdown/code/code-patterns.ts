// Patterns of the grammars that colour code → equivalent JavaScript patterns. Translating and compiling them is nearly the
// whole cost of the first line in a language. The patterns of the languages most used in blogs are therefore translated when
// the package is compiled (`pattern-tables.ts`), and each is created only when a line contains a text that all its matches
// contain.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createJavaScriptRegexEngine, defaultJavaScriptRegexConstructor } from "@shikijs/engine-javascript";
import type { RegexEngine } from "@shikijs/primitive";
import { EmulatedRegExp } from "oniguruma-to-es";
import { packageRoot } from "../../package-root.ts";
import { foldCode } from "./fold-code.ts";

/** Related grammars: a pattern that an earlier one already has is stored only in the earlier one's table. */
const ALIKE = ["javascript", "typescript", "jsx", "tsx"];

/** Grammars whose patterns are translated in advance. */
export const TRANSLATED = [
  ...ALIKE,
  ...["html", "css", "scss", "vue", "php", "markdown", "xml"],
  ...["json", "yaml", "toml", "diff", "docker", "shellscript", "sql"],
  ...["python", "java", "ruby", "go", "rust", "csharp", "r"],
];

/** Path of the compiled package's file with the patterns of a grammar. */
export const patternsFile = (grammar: string): string => `dist/markdown/patterns/${grammar}.json`;

/** The grammars whose tables contain the patterns of a grammar, its own last. */
export const tablesFor = (grammar: string): readonly string[] =>
  ALIKE.includes(grammar) ? ALIKE.slice(0, ALIKE.indexOf(grammar) + 1) : [grammar];

/** A JavaScript pattern, as values. */
export interface Translated {
  source: string;
  flags: string;
  emulated?: EmulatedRegExp["rawOptions"];
  /** Folded texts, one of which is in every line that matches; absent if none are known. */
  needs?: readonly string[];
}

/** By pattern of the grammar; null for a pattern that JavaScript cannot express. */
export type PatternTable = Readonly<Record<string, Translated | null>>;

/** The oldest target among the supported versions of Node, so that all of them find the same matches. */
const TARGET = "ES2024";

/**
 * Translates an Oniguruma pattern to JavaScript.
 *
 * @throws if JavaScript cannot express it.
 */
export const translate = (pattern: string): RegExp =>
  defaultJavaScriptRegexConstructor(pattern, { target: TARGET });

/** The regular-expression engine for these grammars; a pattern that is in no table is translated when first used. */
export function createCodeEngine(grammars: readonly string[]): RegexEngine {
  const tables = new Set(grammars.flatMap(tablesFor));
  const known = new Map([...tables].flatMap((grammar) => Object.entries(tableOf(grammar))));
  return createJavaScriptRegexEngine({
    forgiving: true,
    regexConstructor(pattern) {
      const translated = known.get(pattern);
      if (translated === undefined) return translate(pattern);
      if (translated === null) throw new Error(`No pattern of JavaScript finds ${pattern}.`);
      return translated.needs === undefined
        ? make(translated)
        : new GuardedPattern(translated, translated.needs);
    },
  });
}

/** Empty for other grammars, and for a package that was not compiled. */
function tableOf(grammar: string): PatternTable {
  try {
    return JSON.parse(readFileSync(join(packageRoot, patternsFile(grammar)), "utf8")) as PatternTable;
  } catch {
    return {};
  }
}

function make({ source, flags, emulated }: Translated): RegExp {
  return emulated === undefined ? new RegExp(source, flags) : new EmulatedRegExp(source, flags, emulated);
}

/**
 * A pattern that is created and run only on lines that may match. The scanner tries all patterns of a language on each line;
 * for two lines of JavaScript, 100 of 150 are ruled out because the line lacks a word.
 */
class GuardedPattern extends RegExp {
  /** As on an emulated pattern: the scanner reads it. */
  readonly rawOptions: EmulatedRegExp["rawOptions"] | undefined;
  readonly #translated: Translated;
  readonly #needs: readonly string[];
  #made: RegExp | undefined;

  constructor(translated: Translated, needs: readonly string[]) {
    super("", translated.flags);
    this.rawOptions = translated.emulated;
    this.#translated = translated;
    this.#needs = needs;
  }

  override exec(text: string): RegExpExecArray | null {
    if (!holdsOne(text, this.#needs)) return null;
    this.#made ??= make(this.#translated);
    this.#made.lastIndex = this.lastIndex;
    return this.#made.exec(text);
  }
}

/** The last line tested: all patterns of a language are tried on it in turn. */
let line = "";
let folded = "";

function holdsOne(text: string, needs: readonly string[]): boolean {
  if (text !== line) {
    line = text;
    folded = foldCode(text);
  }
  for (const needed of needs) if (folded.includes(needed)) return true;
  return false;
}
