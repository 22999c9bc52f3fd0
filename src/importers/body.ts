// The body of an old text → Carnet's Markdown: known tags converted, links and pictures at their new addresses.
// Raw HTML stays as it is, since Carnet renders it, and so does what a generator would have had to run.
import { conversionOf, PAIRED, readArgs, type TagContext } from "./tags.ts";
import type { OldSite, OldText } from "./model.ts";
import { text } from "./values.ts";

export interface BodyContext {
  site: OldSite;
  /** The address of another text, by a name that this one gives it. */
  addressOf: (name: string, of: OldText) => string | undefined;
  /** The new address of a file or page of the old site; undefined for one that is right as it is. */
  target: (written: string, of: OldText) => string | undefined;
}

export interface NewBody {
  body: string;
  /** Template code that stays in the text, each kind once: `{% for %}`. */
  unknown: string[];
}

/** Stands for a text that no later step may change; followed by its number and a second one. */
const MARK = "\u0001";

export function convertBody(old: OldText, context: BodyContext): NewBody {
  const kept: string[] = [];
  const keep = (written: string): string => `${MARK}${String(kept.push(written) - 1)}${MARK}`;
  const restore = (body: string): string =>
    body.replace(/\u0001(\d+)\u0001/g, (_, i: string) => restore(kept[Number(i)] ?? ""));
  let body = old.body.replaceAll(MARK, "");
  if (/\.html?$/i.test(old.source)) body = unindented(body);
  body =
    context.site.syntax === "hugo"
      ? convertShortcodes(body, old, context, keep)
      : convertLiquid(body, old, context, keep);
  const unknown = leftovers(body, context.site.syntax);
  body = rewriteLinks(body, old, context);
  if (context.site.kind === "jekyll") body = kramdownMarks(body);
  return { body: restore(body), unknown };
}

/** HTML becomes Markdown that no indentation turns into code. */
function unindented(html: string): string {
  return html
    .split(/(<pre\b[^]*?<\/pre>)/i)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/^[ \t]+/gm, "")))
    .join("");
}

type Keep = (written: string) => string;

const LIQUID_PAIR =
  /\{%-?\s*(raw|highlight|comment)\b([^%]*?)-?%\}((?:(?!\{%-?\s*end\1)[^])*?)\{%-?\s*end\1\s*-?%\}/g;
const LIQUID_TAG = /\{%-?\s*([A-Za-z][\w-]*)\s*((?:[^%]|%(?!\}))*?)\s*-?%\}/g;
const LIQUID_OUTPUT = /\{\{-?\s*((?:[^{}"']|"[^"]*"|'[^']*')*?)\s*-?\}\}/g;

function convertLiquid(body: string, old: OldText, context: BodyContext, keep: Keep): string {
  return body
    .replace(
      LIQUID_PAIR,
      (whole: string, name: string, rest: string, inner: string, at: number, all: string) =>
        name === "raw"
          ? keep(inner)
          : keep(converted(name, { rest, inner, whole, at, all }, old, context) ?? whole),
    )
    .replace(/\{#[^]*?#\}/g, (comment) =>
      context.site.kind === "eleventy" ? `<!--${comment.slice(2, -2)}-->` : comment,
    )
    .replace(
      LIQUID_OUTPUT,
      (whole: string, code: string, at: number, all: string) =>
        output(code, all[at + whole.length], context.site) ?? whole,
    )
    .replace(LIQUID_TAG, (whole: string, name: string, rest: string, at: number, all: string) => {
      const [, included = "", given = ""] =
        name === "include" ? (/^["']?([\w./-]+?)(?:\.\w+)?["']?(?:[\s,]+([^]*))?$/.exec(rest) ?? []) : [];
      const known = name === "include" ? included.replace(/^.*\//, "") : name;
      return (
        converted(known, { rest: name === "include" ? given : rest, whole, at, all }, old, context) ?? whole
      );
    });
}

/** What a path shows: `{{ "/x" | relative_url }}`, `{{ site.baseurl }}`; undefined for anything that has to be computed. */
function output(code: string, next: string | undefined, { settings }: OldSite): string | undefined {
  const parts = code.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g)?.map((part) => part.trim()) ?? [];
  const [value = "", ...filters] = parts;
  const isPath = filters.every((filter) =>
    /^(relative_url|absolute_url|url|safe|prepend:\s*site\.(baseurl|url)|htmlBaseUrl)$/.test(filter),
  );
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
  if (!isPath) return undefined;
  if (quoted !== null) return quoted[1] ?? quoted[2];
  if (/^site\.base_?url$/i.test(value)) return "";
  if (value === "site.url") return next === "/" || next === "{" ? "" : (text(settings["url"]) ?? "/");
  return value === "site.title" ? text(settings["title"]) : undefined;
}

const SHORTCODE_PAIR =
  /\{\{([<%])\s*(highlight|rawhtml|figure)\b((?:[^>%]|[>%](?!\}\}))*?)\s*[>%]\}\}((?:(?!\{\{[<%]\s*\/?\s*\2\b)[^])*?)\{\{[<%]\s*\/\s*\2\s*[>%]\}\}/g;
const SHORTCODE =
  /\{\{[<%]\s*([\w/.-]+)\s*((?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`>%]|[>%](?!\}\}))*?)\s*\/?\s*[>%]\}\}/g;

function convertShortcodes(body: string, old: OldText, context: BodyContext, keep: Keep): string {
  return (
    body
      // `{{</* x */>}}` shows a shortcode without running it.
      .replace(/\{\{([<%])\/\*([^]*?)\*\/([>%])\}\}/g, (_, open: string, code: string, close: string) =>
        keep(`{{${open}${code}${close}}}`),
      )
      .replace(
        SHORTCODE_PAIR,
        (whole: string, _, name: string, rest: string, inner: string, at: number, all: string) =>
          keep(converted(name, { rest, inner, whole, at, all }, old, context) ?? whole),
      )
      .replace(
        SHORTCODE,
        (whole: string, name: string, rest: string, at: number, all: string) =>
          converted(name.replace(/^.*\/|\.html$/g, ""), { rest, whole, at, all }, old, context) ?? whole,
      )
  );
}

interface Found {
  rest: string;
  inner?: string;
  whole: string;
  at: number;
  /** The text around the tag. */
  all: string;
}

function converted(
  name: string,
  { rest, inner, whole, at, all }: Found,
  old: OldText,
  context: BodyContext,
): string | undefined {
  const convert = conversionOf(name);
  if (convert === undefined || (PAIRED.has(name) && inner === undefined)) return undefined;
  const before = all.slice(all.lastIndexOf("\n", at - 1) + 1, at);
  const end = all.indexOf("\n", at + whole.length);
  const after = all.slice(at + whole.length, end < 0 ? undefined : end);
  const above =
    all
      .slice(0, at - before.length)
      .split("\n")
      .at(-2) ?? "";
  const tag: TagContext = {
    args: readArgs(rest),
    inner,
    isAlone: /^\s*$/.test(before + after),
    inHtml:
      /^\s*<\w/.test(before) ||
      (before.trim() === "" && /^\s*<(div|figure|p|td|section|center)\b[^>]*>\s*$/i.test(above)),
    addressOf: (to) => context.addressOf(to, old),
    picture: (src) => context.target(src, old) ?? src,
  };
  return convert(tag);
}

/** Template code that is left, by the name of each tag. */
function leftovers(body: string, syntax: OldSite["syntax"]): string[] {
  const tags =
    syntax === "hugo"
      ? Array.from(
          body.matchAll(/\{\{([<%])\s*([\w./-]+)/g),
          ([, sign = "", name = ""]) => `{{${sign} ${name} ${sign === "<" ? ">" : "%"}}}`,
        )
      : Array.from(body.matchAll(/\{%-?\s*(\w+)|\{\{-?\s*([\w.]+)/g), ([, tag, value = ""]) =>
          tag === undefined ? `{{ ${value} }}` : `{% ${tag} %}`,
        );
  return [...new Set(tags)].filter((tag) => !/^\{\{?[%<]? ?(?:end|\/)/.test(tag));
}

/** Applies a change to what is not code. */
function outsideCode(body: string, change: (part: string) => string): string {
  const code =
    /(^[ \t]*(`{3,}|~{3,})[^\n]*\n[^]*?(?:^[ \t]*\2[`~]*[ \t]*$|(?![^]))|`[^`\n]+`|\u0001\d+\u0001)/gm;
  let out = "";
  let from = 0;
  for (const { 0: whole, index } of body.matchAll(code)) {
    out += change(body.slice(from, index)) + whole;
    from = index + whole.length;
  }
  return out + change(body.slice(from));
}

function rewriteLinks(body: string, old: OldText, { target }: BodyContext): string {
  const renewed = (whole: string, before: string, url: string, after: string): string => {
    const next = target(url, old);
    return next === undefined || next === url
      ? whole
      : before + (/\s/.test(next) ? `<${next}>` : next) + after;
  };
  return outsideCode(body, (part) =>
    part
      .replace(/(\]\(\s*)<([^<>\n]+)>()/g, renewed)
      .replace(/(\]\(\s*)([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(?=[\s)])()/g, renewed)
      .replace(/(^ {0,3}\[[^\]\n]+\]:[ \t]*)([^\s<>]+)()/gm, renewed)
      .replace(/(<[a-z][^<>]*?\s(?:href|src|poster)\s*=\s*")([^"<>]+)(")/gi, renewed)
      .replace(/(<[a-z][^<>]*?\s(?:href|src|poster)\s*=\s*')([^'<>]+)(')/gi, renewed),
  );
}

const CONTENTS = /^[ \t]*(?:[*+-]|1\.)[ \t]+[^\n]*\n[ \t]*\{:\s*[^}\n]*\btoc\b[^}\n]*\}[ \t]*$/gm;

/** Kramdown's `{: .class #id target="_blank"}` → `{.class #id}`, of which Carnet knows these two; its table of contents goes. */
function kramdownMarks(body: string): string {
  return outsideCode(body, (part) =>
    part.replace(CONTENTS, "").replace(/\{:\s*([^}\n]*)\}/g, (_, marks: string) => {
      const known = marks.match(/(?<![\w"=/-])[.#][A-Za-z][\w-]*/g) ?? [];
      return known.length === 0 ? "" : `{${known.join(" ")}}`;
    }),
  );
}

/** The words that readers see in a text, template code, HTML and addresses apart. */
export function wordsOf(body: string): string[] {
  const shown = body
    .replace(/\{%-?\s*comment\b[^]*?endcomment\s*-?%\}|\{#[^]*?#\}/g, " ")
    .replace(CONTENTS, " ")
    .replace(/\{%[^]*?%\}|\{\{[^]*?\}\}|<!--[^]*?-->|\{[.#:][^}\n]*\}/g, "")
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, " ")
    .replace(/::video(\[[^\]\n]*\])?\{url=[^}\n]*\}/g, " ")
    .replace(/\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/g, "] (")
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$|<[^<>]*>/gm, " ");
  return shown.match(/[\p{L}\p{N}]+/gu) ?? [];
}
