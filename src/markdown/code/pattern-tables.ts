// A grammar that colours code → its patterns in JavaScript, with the texts that each requires in a line. Runs when Carnet is
// compiled.
import type { LanguageRegistration } from "@shikijs/primitive";
import { EmulatedRegExp } from "oniguruma-to-es";
import { tablesFor, translate, type PatternTable, type Translated } from "./code-patterns.ts";
import { neededTexts } from "./needed-texts.ts";

/** The tables of grammars, by name; `grammars` must be in the order of `TRANSLATED`. */
export function patternTables(grammars: readonly LanguageRegistration[]): ReadonlyMap<string, PatternTable> {
  const tables = new Map<string, PatternTable>();
  for (const grammar of grammars) {
    const others = tablesFor(grammar.name).map((name) => tables.get(name) ?? {});
    const own = Object.entries(translatedPatterns(grammar));
    tables.set(
      grammar.name,
      Object.fromEntries(own.filter(([pattern]) => !others.some((table) => pattern in table))),
    );
  }
  return tables;
}

/** The patterns of a grammar, translated. */
export function translatedPatterns(grammar: LanguageRegistration): PatternTable {
  const table: Record<string, Translated | null> = {};
  for (const pattern of patternsIn(grammar)) {
    try {
      table[pattern] = asValues(translate(pattern));
    } catch {
      table[pattern] = null;
    }
  }
  return table;
}

function asValues(pattern: RegExp): Translated {
  const { source, flags } = pattern;
  const needs = neededTexts(source, flags);
  return {
    source,
    flags,
    ...(pattern instanceof EmulatedRegExp ? { emulated: pattern.rawOptions } : {}),
    ...(needs !== undefined && { needs }),
  };
}

const HOLDS_PATTERN = new Set(["match", "begin", "end", "while"]);

function patternsIn(rule: unknown, found = new Set<string>()): Set<string> {
  if (typeof rule !== "object" || rule === null) return found;
  for (const [key, value] of Object.entries(rule))
    if (typeof value === "string" && HOLDS_PATTERN.has(key)) found.add(value);
    else patternsIn(value, found);
  return found;
}
