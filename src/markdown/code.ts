// Code blocks → `pre` that a keyboard can scroll, coloured by Shiki at build time if the language is known.
// Shiki writes colours as inline styles, which the site's policy forbids: its "colours" are numbers for classes here, which the theme's
// CSS colours. Shiki is loaded only if a text has a fence in a language that it knows: loading it costs more than the build of a small site. Once it
// is prepared, colouring is synchronous.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LanguageRegistration } from "@shikijs/primitive";
import type { Token } from "markdown-it";
import { isFile, packageRoot } from "../files.ts";
import type { Env } from "./env.ts";
import { Element, escapeText, finished, makeText, type At } from "./tree.ts";

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

/** Names that mean "no language". */
const NO_LANGUAGE = /^(?:te?xt|plain|plaintext|none)?$/i;

export function codeBlock({ type, info, content, map }: Token, at: At, env: Env): Element {
  // What follows the language are options of other tools: `title="a.js"`, `{1,3}`.
  const language = type === "fence" ? (/^[^\s{]*/.exec(info.trim())?.[0] ?? "") : "";
  const coloured = NO_LANGUAGE.test(language) ? undefined : env.highlighter?.highlight(content, language);
  const code = new Element("code", at, [
    coloured === undefined ? makeText(content) : finished(coloured, content),
  ]);
  if (language !== "") code.attrs.push(["class", `language-${language.toLowerCase()}`]);
  // The lines of a fence are its content, its opening and, if there is one, its closing line.
  const lines = map === null ? 0 : map[1] - map[0];
  const pre = new Element("pre", at, [code], { class: "code", tabindex: "0" });
  pre.isUnclosed = type === "fence" && (!/(?:^|\n)$/.test(content) || lines === content.split("\n").length);
  return pre;
}

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
  const names = asked.filter((language) => isFile(grammarFile(language)));
  if (names.length === 0) return { highlight: () => undefined };
  const [{ codeToTokensBase, createShikiPrimitive }, { createOnigurumaEngine }, ...grammars] =
    await Promise.all([
      import("@shikijs/primitive"),
      import("@shikijs/engine-oniguruma"),
      ...names.map(grammarsOf),
    ]);
  const shiki = createShikiPrimitive({
    themes: [THEME],
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
        theme: THEME.name,
        tokenizeMaxLineLength: 2000,
        // By default, a line that takes half a second stays half coloured, so the output would depend on the machine.
        tokenizeTimeLimit: 0,
      });
      return lines.map((line) => line.map(({ content, color }) => span(content, color)).join("")).join("\n");
    },
  };
}

/** `scripts/languages.mjs` says which there are. */
const grammarFile = (language: string): string => join(packageRoot, `dist/languages/${language}.mjs`);

/** The grammars of a language and of the languages embedded in its code. */
async function grammarsOf(language: string): Promise<LanguageRegistration[]> {
  const { default: grammars } = (await import(pathToFileURL(grammarFile(language)).href)) as {
    default: LanguageRegistration[];
  };
  return grammars;
}

function span(text: string, colour: string | undefined): string {
  const name = CLASS_OF_COLOUR.get((colour ?? "").toUpperCase());
  const html = escapeText(text);
  return name === undefined || text.trim() === "" ? html : `<span class="${name}">${html}</span>`;
}

/** Class → its TextMate scopes. The theme's CSS may colour each; code is readable without colours. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "tok-comment": ["comment", "punctuation.definition.comment"],
  "tok-string": ["string", "punctuation.definition.string", "markup.inline.raw"],
  "tok-number": ["constant.numeric"],
  "tok-constant": [
    "constant.language",
    "constant.character",
    "constant.other",
    "support.constant",
    "variable.other.constant",
  ],
  "tok-keyword": ["keyword", "storage", "keyword.control"],
  "tok-operator": ["keyword.operator"],
  "tok-function": ["entity.name.function", "support.function", "meta.function-call entity.name.function"],
  "tok-type": ["entity.name.type", "entity.name.class", "support.type", "support.class", "storage.type.java"],
  "tok-tag": ["entity.name.tag"],
  "tok-attr": ["entity.other.attribute-name", "support.type.property-name", "meta.object-literal.key"],
  "tok-heading": ["markup.heading", "entity.name.section"],
  "tok-inserted": ["markup.inserted"],
  "tok-deleted": ["markup.deleted"],
};

const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, "0").toUpperCase()}`;

/** Number of a class, as a colour → the class. */
export const CLASS_OF_COLOUR: ReadonlyMap<string, string> = new Map(
  Object.keys(SCOPES).map((name, index) => [colourOf(index), name]),
);

const THEME = {
  name: "carnet-classes",
  type: "light" as const,
  fg: "#FFFFFF",
  bg: "#FFFFFF",
  settings: Object.entries(SCOPES).map(([, scope], index) => ({
    scope: [...scope],
    settings: { foreground: colourOf(index) },
  })),
};
