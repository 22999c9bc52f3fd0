// Code and its language → HTML with classes, coloured by Shiki at build time.
// Shiki is loaded only if a text has a fence in a language that it knows: loading it costs more than the build of a small site. Once it
// is prepared, colouring is synchronous.
import type { LanguageRegistration } from "@shikijs/primitive";
import { CLASS_OF_COLOUR, TOKEN_THEME } from "./token-theme.ts";
import { escapeText } from "./tree.ts";

export interface Highlighter {
  /** HTML of the code; undefined if nothing is known of the language. */
  highlight(code: string, language: string): string | undefined;
}

/**
 * Code with more characters or lines is shown plain: colours do not help there. At each line Shiki walks through everything
 * that is open, so nested brackets cost their number times the number of lines.
 */
const LONGEST = 50_000;
const MOST_LINES = 1000;

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
  if (names.length === 0) return { highlight: () => undefined };
  const [{ codeToTokensBase, createShikiPrimitive }, { createOnigurumaEngine }, ...grammars] =
    await Promise.all([
      import("@shikijs/primitive"),
      import("@shikijs/engine-oniguruma"),
      ...names.map(grammarsOf),
    ]);
  const shiki = createShikiPrimitive({
    themes: [TOKEN_THEME],
    langs: [...new Set(grammars.flat())],
    engine: await createOnigurumaEngine(import("@shikijs/engine-oniguruma/wasm-inlined")),
  });
  const loaded = new Set(shiki.getLoadedLanguages());
  return {
    highlight(code, language) {
      const lang = language.toLowerCase();
      if (!loaded.has(lang)) return undefined;
      if (code.length > LONGEST || code.split("\n", MOST_LINES + 1).length > MOST_LINES)
        return escapeText(code);
      const lines = codeToTokensBase(shiki, code, {
        lang,
        theme: TOKEN_THEME.name,
        tokenizeMaxLineLength: 2000,
        // By default, a line that takes half a second stays half coloured, so the output would depend on the machine.
        tokenizeTimeLimit: 0,
      });
      return lines.map((line) => line.map(({ content, color }) => span(content, color)).join("")).join("\n");
    },
  };
}

/** The grammars of a language and of the languages embedded in its code. */
async function grammarsOf(language: string): Promise<LanguageRegistration[]> {
  const { default: grammars } = (await import(`@shikijs/langs/${language}`)) as {
    default: LanguageRegistration[];
  };
  return grammars;
}

function span(text: string, colour: string | undefined): string {
  const name = CLASS_OF_COLOUR.get((colour ?? "").toUpperCase());
  const html = escapeText(text);
  return name === undefined || text.trim() === "" ? html : `<span class="${name}">${html}</span>`;
}
