// Code and its language → HTML with classes, coloured by Shiki at build time.
// Shiki is loaded only if a text has a fence in a language that it knows: loading it costs more than the build of a small site.
import type { LanguageRegistration } from "@shikijs/primitive";
import { escapeHtml } from "../../html.ts";
import { CLASS_OF_COLOUR, TOKEN_THEME } from "./token-theme.ts";
import { within } from "./within.ts";

export interface Highlighter {
  /** Whether code in this language can be coloured. */
  knows(language: string): boolean;
  highlight(code: string, language: string): Highlighted;
}

/** HTML of the code, or why there is none: the language is not loaded, or its patterns do not terminate. */
type Highlighted = { html: string } | { fault: "unknown-language" | "endless-code" };

/**
 * Code with more characters or lines is shown plain: colours do not help there. At each line Shiki walks through everything
 * that is open, so nested brackets cost their number times the number of lines.
 */
const LONGEST = 50_000;
const MOST_LINES = 1000;

function isTooLong(code: string): boolean {
  return code.length > LONGEST || code.split("\n", MOST_LINES + 1).length > MOST_LINES;
}

/**
 * In milliseconds: many times what a slow machine needs (about 0.06 ms a character for C++). Some grammars, such as that of Go,
 * have patterns that try every way through certain lines, and each word of the line doubles them: a build would never end.
 */
const mostTime = (code: string): number => 10_000 + code.length;

/** Names of the languages of a text's fences. */
export function fenceLanguages(body: string): string[] {
  if (!body.includes("```") && !body.includes("~~~")) return [];
  return [...body.matchAll(/^[ \t>*+\-\d.]*(?:`{3,}|~{3,})[ \t]*([A-Za-z][\w+#.-]*)/gm)].map((found) =>
    (found[1] ?? "").toLowerCase(),
  );
}

/** The last highlighter made: a preview needs one at each save, nearly always for the same languages. */
let latest: { languages: string; highlighter: Promise<Highlighter> } | undefined;

/** A highlighter for these languages; undefined, with nothing loaded, if there are none. */
export async function prepareHighlighter(asked: readonly string[]): Promise<Highlighter | undefined> {
  if (asked.length === 0) return undefined;
  const languages = asked.join(" ");
  if (latest?.languages !== languages) latest = { languages, highlighter: createHighlighter(asked) };
  return latest.highlighter;
}

async function createHighlighter(asked: readonly string[]): Promise<Highlighter> {
  const { languageNames, languageAliasNames } = await import("@shikijs/langs");
  const known = new Set([...languageNames, ...languageAliasNames]);
  const names = asked.filter((language) => known.has(language));
  if (names.length === 0) return { knows: () => false, highlight: () => UNKNOWN };
  const [{ codeToTokensBase, createShikiPrimitive }, { createCodeEngine }, ...grammars] = await Promise.all([
    import("@shikijs/primitive"),
    import("./code-patterns.ts"),
    ...names.map(grammarsOf),
  ]);
  const langs = [...new Set(grammars.flat())];
  const shiki = createShikiPrimitive({
    themes: [TOKEN_THEME],
    langs,
    engine: createCodeEngine(langs.map(({ name }) => name)),
  });
  const loaded = new Set(shiki.getLoadedLanguages());
  const colour = remembering((code, lang) => {
    const tokens = within(mostTime(code), () =>
      codeToTokensBase(shiki, code, {
        lang,
        theme: TOKEN_THEME.name,
        tokenizeMaxLineLength: 2000,
        // By default, a line that takes half a second stays half coloured, so the output would depend on the machine.
        tokenizeTimeLimit: 0,
      }),
    );
    if (tokens === undefined) return { fault: "endless-code" };
    const lines = tokens.map((line) => line.map((token) => span(token.content, token.color)).join(""));
    return { html: lines.join("\n") };
  });
  const knows = (language: string): boolean => loaded.has(language.toLowerCase());
  return {
    knows,
    highlight(code, language) {
      if (!knows(language)) return UNKNOWN;
      const lang = language.toLowerCase();
      return isTooLong(code) ? { html: escapeHtml(code) } : colour(code, lang);
    },
  };
}

/** The grammars of a language and of the languages embedded in its code. */
async function grammarsOf(language: string): Promise<LanguageRegistration[]> {
  const module = `@shikijs/langs/${language}`;
  const { default: grammars } = (await import(module)) as { default: LanguageRegistration[] };
  return grammars;
}

const UNKNOWN: Highlighted = { fault: "unknown-language" };

type Colour = (code: string, lang: string) => Highlighted;

/** Maximum number of characters of code whose result is kept. */
const MOST_KEPT = 2_000_000;

/** Shiki takes a millisecond for two lines, as much as ten posts without code; a preview shows the same code at each save. */
function remembering(colour: Colour): Colour {
  const known = new Map<string, Highlighted>();
  let kept = 0;
  return (code, lang) => {
    const key = `${lang}\n${code}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    kept += code.length;
    if (kept > MOST_KEPT) {
      known.clear();
      kept = code.length;
    }
    const coloured = colour(code, lang);
    known.set(key, coloured);
    return coloured;
  };
}

function span(text: string, colour: string | undefined): string {
  const name = CLASS_OF_COLOUR.get((colour ?? "").toUpperCase());
  return name === undefined || text.trim() === ""
    ? escapeHtml(text)
    : `<span class="${name}">${escapeHtml(text)}</span>`;
}
