// Patterns of the grammars that colour code → those of JavaScript that find the same. To translate them, and then to have them
// compiled, is nearly all that the first line of a language costs: those of the languages that blogs show most come translated
// with the package (`pattern-tables.ts`), and each is made once a line has what all its matches have.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createJavaScriptRegexEngine, defaultJavaScriptRegexConstructor } from "@shikijs/engine-javascript";
import type { RegexEngine } from "@shikijs/primitive";
import { EmulatedRegExp } from "oniguruma-to-es";
import { packageRoot } from "../package-root.ts";
import { foldCode } from "./fold-code.ts";

/** Grammars made of one: what a later one has in common with an earlier one stands in that one's table alone. */
const ALIKE = ["javascript", "typescript", "jsx", "tsx"];

/** Grammars whose patterns come translated. */
export const TRANSLATED = [
  ...ALIKE,
  ...["html", "css", "scss", "vue", "php", "markdown", "xml"],
  ...["json", "yaml", "toml", "diff", "docker", "shellscript", "sql"],
  ...["python", "java", "ruby", "go", "rust", "csharp", "r"],
];

/** Where the compiled package keeps the patterns of a grammar. */
export const patternsFile = (grammar: string): string => `dist/markdown/patterns/${grammar}.json`;

/** Those whose tables have the patterns of a grammar, its own last. */
export const tablesFor = (grammar: string): readonly string[] =>
  ALIKE.includes(grammar) ? ALIKE.slice(0, ALIKE.indexOf(grammar) + 1) : [grammar];

/** A pattern of JavaScript, as values. */
export interface Translated {
  source: string;
  flags: string;
  emulated?: EmulatedRegExp["rawOptions"];
  /** Folded: a line with a match has one of these; absent where nothing is known. */
  needs?: readonly string[];
}

/** By the patterns of a grammar; null for one that JavaScript cannot have. */
export type PatternTable = Readonly<Record<string, Translated | null>>;

/** The oldest form of patterns among the Nodes that Carnet runs on: all of them find the same. */
const TARGET = "ES2024";

/** A pattern of Oniguruma, as JavaScript's; an error where it cannot have it. */
export const translate = (pattern: string): RegExp =>
  defaultJavaScriptRegexConstructor(pattern, { target: TARGET });

/** What finds the patterns of these grammars in code; one that no table has is translated when it is first asked for. */
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

/** Nothing for other grammars, and for those of a package that was not compiled. */
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
 * A pattern that is made, and asked, only of lines that may have a match. The scanner asks all patterns of a language of each
 * line; of two lines of JavaScript, a hundred of 150 can be told by a word that is not there.
 */
class GuardedPattern extends RegExp {
  /** As an emulated pattern has it: the scanner reads it. */
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

/** The line asked of last, which all patterns of a language are asked in turn. */
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
