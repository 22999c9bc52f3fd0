// Files included by templates, and templates of shortcodes → their text, if it has the same meaning in a post.
// Arguments are put in their places, and nothing is run: a file with other template code, a script, a style or a form is left
// for a person to handle.
import { escapeHtml } from "../html.ts";
import type { Args } from "../markdown/other-tools/template-tags.ts";
import type { SourceFiles } from "./source-files.ts";

/** What a tag gives to the file that it includes. */
export interface Given {
  args: Args;
  /** The text that the tag encloses. */
  inner: string;
}

/** The text of the first of several paths that exists; undefined if none does, if it is too long, or if it has to be run. */
export function includedText(
  { read }: SourceFiles,
  paths: readonly string[],
  given: Given,
  longest = Infinity,
): string | undefined {
  const [found] = paths.flatMap((path) => read(path) ?? []);
  if (found === undefined || found.length > longest || /^---[ \t]*$/m.test(found.slice(0, 10)))
    return undefined;
  const text = /\{[{%]/.test(found) ? withArguments(found, given) : found;
  if (text === undefined || isOfTheme(text)) return undefined;
  // In a sentence, Markdown is parsed between two tags; in a block, between two blank lines.
  const blank = isBlockText(text) || given.inner.trim().includes("\n") ? "\n\n" : "";
  return text
    .replace(INNER, () => `${blank}${given.inner.trim()}${blank}`)
    .replace(RAW_INNER, () => given.inner.trim());
}

/** Stand for the enclosed text, which may contain template code of its own. */
const INNER = /\ue010/g;
const RAW_INNER = /\ue011/g;

const COMMENT =
  /\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}|\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}|<!--[^]*?-->/g;
/** Hugo's `with` and Jekyll's `if`, around text without other conditions or loops. */
const WITH =
  /\{\{-?\s*(?:with|if)\s+\.Get\s+["`]?([\w-]+)["`]?\s*-?\}\}((?:(?!\{\{-?\s*(?:with|if|range|else|end)\b)[^])*)\{\{-?\s*end\s*-?\}\}/g;
const IF =
  /\{%-?\s*if\s+include\.([\w-]+)\s*-?%\}((?:(?!\{%-?\s*(?:if|unless|for|case|els|end)\w*)[^])*)\{%-?\s*endif\s*-?%\}/g;
const FILTERS = String.raw`((?:\|\s*(?:markdownify|safeHTML|safeURL|plainify|escape|xml_escape|strip|relative_url|absolute_url)\s*)*)`;
const VALUE = new RegExp(
  String.raw`\{\{-?\s*(?:include\.([\w-]+)|\.Get\s+["\x60]?([\w-]+)["\x60]?)\s*${FILTERS}-?\}\}`,
  "g",
);
const DOT = new RegExp(String.raw`\{\{-?\s*\.\s*${FILTERS}-?\}\}`, "g");
const ENCLOSED = new RegExp(
  String.raw`\{\{-?\s*(?:\.Inner\s*${FILTERS}|(\.Page\.RenderString|markdownify)\s+\.Inner\s*)-?\}\}`,
  "g",
);
const BASE = /\{\{-?\s*site\.(?:base)?url\s*-?\}\}/g;
/** In Hugo, it ends with a slash. */
const BASE_URL = /\{\{-?\s*(?:\.(?:Page\.)?Site|site)\.BaseURL\s*-?\}\}\/?/g;

function withArguments(template: string, { args }: Given): string | undefined {
  const valueOf = (name: string): string =>
    (/^\d+$/.test(name) ? args.list[Number(name)] : args.named.get(name.toLowerCase())) ?? "";
  const text = template
    .replace(COMMENT, "")
    .replace(WITH, (_, name: string, inside: string) =>
      valueOf(name) === "" ? "" : inside.replace(DOT, () => escapeHtml(valueOf(name))),
    )
    .replace(IF, (_, name: string, inside: string) => (valueOf(name) === "" ? "" : inside))
    .replace(VALUE, (_, include?: string, get?: string) => escapeHtml(valueOf(include ?? get ?? "")))
    .replace(ENCLOSED, (_, filters = "", call?: string) =>
      call !== undefined || String(filters).includes("markdownify") ? "\ue010" : "\ue011",
    )
    .replace(BASE, "")
    .replace(BASE_URL, "/");
  return /\{[{%]/.test(text) ? undefined : trimmedLines(text);
}

/** Without empty lines and indents, which in Markdown would end the HTML around them, or make code of it. */
export const trimmedLines = (html: string): string =>
  html
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/** True for what belongs to a theme rather than to a text. */
export const isOfTheme = (html: string): boolean => /<(script|style|form)\b/i.test(html);

/** True for a text that takes lines of its own: several lines, or a tag that is not part of a sentence. */
export function isBlockText(text: string): boolean {
  return /\n|^<(?!(?:a|abbr|b|cite|code|em|i|img|kbd|mark|q|small|span|strong|sub|sup|time)\b)/i.test(
    text.trim(),
  );
}
