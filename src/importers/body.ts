// The body of an old text → Carnet's Markdown: known tags converted, links and pictures at their new addresses.
// Raw HTML stays as it is, since Carnet renders it, and so does what a generator would have had to run.
import { escapeHtml } from "../text.ts";
import type { Links } from "./links.ts";
import type { OldSite, OldText } from "./model.ts";
import { text, type Data } from "./values.ts";

interface BodyContext {
  site: Pick<OldSite, "kind" | "settings">;
  links: Pick<Links, "target" | "textNamed">;
}

export interface NewBody {
  body: string;
  /** Template code that stays in the text, each kind once: `{% for %}`. */
  unknown: string[];
}

/** Patterns of tags, with their `name`, what follows it, and what is between a tag and its end. */
const SYNTAX = {
  liquid: {
    pair: /\{%-?\s*(?<name>raw|highlight|comment)\b(?<rest>[^%]{0,300}?)-?%\}(?<inner>(?:(?!\{%-?\s*end\k<name>)[^]){0,20000}?)\{%-?\s*end\k<name>\s*-?%\}/g,
    single:
      /\{%-?\s*(?:include\s+["']?(?:[\w-]+\/)*)?(?<name>[A-Za-z][\w-]*)(?:\.\w+)?["']?[\s,]*(?<rest>(?:[^%]|%(?!\})){0,2000}?)\s*-?%\}/g,
    any: /\{%-?\s*(?!end)\w+|\{\{-?\s*[\w.]+/g,
  },
  hugo: {
    pair: /\{\{[<%]\s*(?<name>highlight|rawhtml|figure)\b(?<rest>(?:[^>%]|[>%](?!\}\})){0,1000}?)\s*[>%]\}\}(?<inner>(?:(?!\{\{[<%]\s*\/?\s*\k<name>\b)[^]){0,20000}?)\{\{[<%]\s*\/\s*\k<name>\s*[>%]\}\}/g,
    single:
      /\{\{[<%]\s*(?:[\w-]+\/)*(?<name>[\w-]+)(?:\.html)?\s*(?<rest>(?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`>%]|[>%](?!\}\})){0,2000}?)\s*\/?\s*[>%]\}\}/g,
    any: /\{\{[%<]\s*[\w.][\w./-]*/g,
  },
} as const;

const OUTPUT = /\{\{-?\s*(?<rest>(?:[^{}"']|"[^"]*"|'[^']*'){0,500}?)\s*-?\}\}/g;

/** Stands on both sides of the number of a text that no later step may change. */
const MARK = "\u0001";

export function convertBody(old: OldText, { site, links }: BodyContext): NewBody {
  const { kind } = site;
  const syntax = kind === "hugo" ? "hugo" : "liquid";
  const { pair, single } = SYNTAX[syntax];
  const stash: string[] = [];
  const protect = (written: string | undefined): string | undefined =>
    written === undefined ? undefined : `${MARK}${String(stash.push(written) - 1)}${MARK}`;
  const restore = (part: string): string =>
    part.replace(/\u0001(\d+)\u0001/g, (_, i: string) => restore(stash[Number(i)] ?? ""));
  const convert = (tag: Tag): string | undefined =>
    conversionOf(tag.name)?.(tag, {
      addressOf: (to) => links.textNamed(to, old),
      picture: (src) => links.target(src, old) ?? src,
    });

  let body = old.body.replaceAll(MARK, "");
  if (/\.html?$/i.test(old.source)) body = unindented(body);
  body = replaceTags(body, pair, (tag) => protect(convert(tag)));
  if (kind === "eleventy") body = body.replace(/\{#([^]*?)#\}/g, "<!--$1-->");
  if (syntax === "liquid") body = replaceTags(body, OUTPUT, (tag) => output(tag, site.settings));
  body = replaceTags(body, single, convert);
  // Template code that is left, by the name of each tag; its ends are not worth naming.
  const tags = body.match(SYNTAX[syntax].any) ?? [];
  const unknown = [...new Set(tags.map((tag) => `${tag.replace(/-?\s+|-/, " ")} …`))];
  body = outsideCode(body, (part) => rewriteLinks(part, old, links));
  if (kind === "jekyll") body = outsideCode(body, kramdownMarks);
  return { body: withoutPrograms(restore(body)), unknown };
}

/** HTML becomes Markdown that no indentation turns into code. */
function unindented(html: string): string {
  const parts = html.split(/(<pre\b[^]*?<\/pre>)/i);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/^[ \t]+/gm, ""))).join("");
}

interface Tag {
  name: string;
  /** Its arguments, as written. */
  rest: string;
  /** Between the tag and its end; undefined for one without. */
  inner: string | undefined;
  /** The text after it. */
  after: string;
  /** True if nothing else is on its lines: only there can it become a block. */
  isBlock: boolean;
  /** True inside raw HTML, where Markdown is not read. */
  inHtml: boolean;
}

/** Replaces what a pattern finds; what `convert` does not know stays. */
function replaceTags(body: string, pattern: RegExp, convert: (tag: Tag) => string | undefined): string {
  let out = "";
  let from = 0;
  for (const { 0: whole, index, groups = {} } of body.matchAll(pattern)) {
    const { name = "", rest = "", inner } = groups;
    const end = index + whole.length;
    const before = body.slice(Math.max(0, index - 400), index);
    const after = body.slice(end, end + 400);
    const isBlock = /(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(after);
    // On the line of an HTML element, or on the one below its opening tag.
    const inHtml = /(^|\n)[ \t]*<[a-z][^\n]*$|(^|\n)[ \t]*<[a-z][^\n<]*>[ \t]*\n[ \t]*$/i.test(before);
    out += body.slice(from, index) + (convert({ name, rest, inner, after, isBlock, inHtml }) ?? whole);
    from = end;
  }
  return out + body.slice(from);
}

/** What a path shows: `{{ "/x" | relative_url }}`, `{{ site.baseurl }}`; undefined for anything that has to be computed. */
function output({ rest, after }: Tag, settings: Data): string | undefined {
  const [value = "", ...filters] =
    rest.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g)?.map((part) => part.trim()) ?? [];
  const ofPaths = /^(relative_url|absolute_url|url|safe|prepend:\s*site\.(baseurl|url)|htmlBaseUrl)$/;
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
  if (!filters.every((filter) => ofPaths.test(filter))) return undefined;
  if (quoted !== null) return quoted[1] ?? quoted[2];
  if (/^site\.base_?url$/i.test(value)) return "";
  if (value === "site.url") return /^[/{]/.test(after) ? "" : (text(settings["url"]) ?? "/");
  return value === "site.title" ? text(settings["title"]) : undefined;
}

/** Applies a change to what is not code. */
function outsideCode(body: string, change: (part: string) => string): string {
  const code =
    /(^[ \t]*(?:`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[^]*?(?:^[ \t]*(?:`{3,}|~{3,})[ \t]*$|(?![^]))|`[^`\n]+`|\u0001\d+\u0001)/gm;
  return body
    .split(code)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join("");
}

function rewriteLinks(part: string, old: OldText, links: BodyContext["links"]): string {
  const renewed = (whole: string, before: string, url: string, after: string): string => {
    const next = links.target(url, old);
    return next === undefined || next === url
      ? whole
      : before + (/\s/.test(next) ? `<${next}>` : next) + after;
  };
  return part
    .replace(/(\]\(\s*)<([^<>\n]+)>()/g, renewed)
    .replace(/(\]\(\s*)([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(?=[\s)])()/g, renewed)
    .replace(/(^ {0,3}\[[^\]\n]+\]:[ \t]*)([^\s<>]+)()/gm, renewed)
    .replace(/(<[a-z][^<>]{0,2000}?\s(?:href|src|poster)\s*=\s*["'])([^"'<>]+)(["'])/gi, renewed);
}

const PROGRAMS =
  /^[ \t]*(`{3,}|~{3,})[^]*?(?:^[ \t]*\1|(?![^]))|`[^`\n]+`|<script\b[^<>]*>[^]*?<\/script\s*>|<script\b[^<>]*\/?>/gim;

/** A program shows nothing by itself: it stays in the source as a comment, which is not rendered. */
const withoutPrograms = (body: string): string =>
  body.replace(PROGRAMS, (found) =>
    /^<script/i.test(found) ? `<!-- ${found.replace(/-{2,}/g, "-")} -->` : found,
  );

const CONTENTS = /^[ \t]*(?:[*+-]|1\.)[ \t]+[^\n]*\n[ \t]*\{:\s*[^}\n]*\btoc\b[^}\n]*\}[ \t]*$/gm;

/** Kramdown's `{: .class #id target="_blank"}` → `{.class #id}`, of which Carnet knows these two; its table of contents goes. */
function kramdownMarks(part: string): string {
  return part.replace(CONTENTS, "").replace(/\{:\s*([^}\n]{0,300})\}/g, (_, marks: string) => {
    const known = marks.match(/(?<![\w"=/-])[.#][A-Za-z][\w-]*/g) ?? [];
    return known.length === 0 ? "" : `{${known.join(" ")}}`;
  });
}

/** The words that readers see in a text, template code, HTML and addresses apart. */
export function wordsOf(body: string): string[] {
  const shown = body
    .replace(/<script\b[^<>]*>[^]*?<\/script\s*>/gi, " ")
    .replace(/\{%-?\s*comment\b[^]{0,20000}?endcomment\s*-?%\}|\{#[^]{0,5000}?#\}/g, " ")
    .replace(CONTENTS, " ")
    .replace(/\{%[^]{0,2000}?%\}|\{\{[^]{0,2000}?\}\}|<!--[^]{0,5000}?-->|\{[.#:][^}\n]{0,300}\}/g, "")
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, " ")
    .replace(/::video(\[[^\]\n]*\])?\{url=[^}\n]*\}/g, " ")
    .replace(/\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/g, "] (")
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$|<[^<>]{0,5000}>/gm, " ");
  return shown.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// The tags that Carnet knows what to write for: a dozen of Liquid's and Hugo's, by their names.

/** What a tag may ask. */
interface Site {
  /** The address of another text, by the name that the tag gives. */
  addressOf: (name: string) => string | undefined;
  /** The address of a picture as the new site serves it. */
  picture: (src: string) => string;
}

/** What to write instead of a tag; undefined to keep it. */
type Convert = (tag: Tag, site: Site) => string | undefined;

const ARGUMENT =
  /(?:([A-Za-z][\w-]*)\s*[:=]\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s,"'`]+))/g;

/** `"a" b, key="c" other: d` → positional and named values, without quotes and commas. */
function argumentsOf({ rest }: Tag) {
  const inOrder: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, back, bare = ""] of rest.matchAll(ARGUMENT)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, "$1") ?? back ?? bare;
    if (name === undefined) inOrder.push(value);
    else if (value !== "") named.set(name.toLowerCase(), value);
  }
  /** The value of the first of several names that has one, or the one at a position. */
  const argument = (names: string, position = -1): string | undefined =>
    names
      .split(" ")
      .map((name) => named.get(name))
      .find((value) => value !== undefined) ?? inOrder[position];
  return { argument, isNamed: (name: string) => named.has(name), count: inOrder.length };
}

const PLAYERS = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
  dailymotion: "https://www.dailymotion.com/video/",
};

/** `youtube`, `youtubePlayer.html`, `vimeo-embed`: a player by the provider in the name of the tag. */
const video: Convert = (tag) => {
  const { isBlock, inHtml, name } = tag;
  const { argument } = argumentsOf(tag);
  const id = argument("id video_id videoid video url src", 0) ?? "";
  if (!/^[\w-]{3,40}$|^https?:\/\/[^\s"<>]+$/.test(id)) return undefined;
  const [, start = ""] =
    Object.entries(PLAYERS).find(([provider]) => name.toLowerCase().includes(provider)) ?? [];
  const url = id.includes("/") ? id : start + id;
  const title = argument("title titre caption", 1) ?? "";
  if (inHtml) return `<a href="${escapeHtml(url)}">${escapeHtml(title || url)}</a>`;
  const words = title === "" ? "" : `[${bracketed(title)}]`;
  if (isBlock) return `::video${words}{url=${url}}`;
  return title === "" ? `<${url}>` : `${words}(${url})`;
};

const bracketed = (words: string): string =>
  words
    .replace(/[[\]\\]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();

const destination = (url: string): string => (/[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, "")}>` : url);

/** `{% image "a.png" "Alt" %}`, `{{< figure src="a.png" caption="…" >}}`, `{% include figure.html src="a.png" %}`. */
const figure: Convert = (tag, { picture }) => {
  const { isBlock, inHtml, inner = "" } = tag;
  const { argument, isNamed, count } = argumentsOf(tag);
  const src = argument("src url image_path image path file link", 0);
  if (src === undefined || /[{}]/.test(src) || !/\.\w+([?#]|$)|^https?:/.test(src)) return undefined;
  // Of three, the second is the class of the picture.
  const alt = argument("alt image_alt alttext", count > 2 ? 2 : 1) ?? "";
  const caption = (argument("caption title legend legende attr") ?? inner).trim();
  const link = argument(isNamed("src") ? "link href" : "href");
  if (inHtml) {
    const img = `<img src="${escapeHtml(picture(src))}" alt="${escapeHtml(alt)}">`;
    const linked = link === undefined ? img : `<a href="${escapeHtml(link)}">${img}</a>`;
    return caption === "" ? linked : `<figure>${linked}<figcaption>${caption}</figcaption></figure>`;
  }
  const image = `![${bracketed(alt)}](${destination(picture(src))})`;
  const linked = link === undefined ? image : `[${image}](${destination(link)})`;
  const words = caption.replace(/<[^<>]+>/g, "").replace(/[*\s]+/g, " ");
  return words === "" ? linked : `${linked}${isBlock ? "\n" : " "}*${words.trim()}*`;
};

/** A fence longer than any in the code, so that no line of it closes the fence. */
const highlight: Convert = (tag) => {
  const { inner } = tag;
  if (inner === undefined) return undefined;
  const longest = Math.max(2, ...(inner.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  const language = argumentsOf(tag).argument("", 0) ?? "";
  return `${fence}${language}\n${inner.replace(/^[ \t]*\n|\s+$/g, "")}\n${fence}`;
};

const reference: Convert = (tag, { addressOf }) => addressOf(argumentsOf(tag).argument("path", 0) ?? "");
const raw: Convert = ({ inner }) => inner;
const comment: Convert = ({ inner }) => inner && `<!--${inner.replace(/-{2,}/g, "-")}-->`;

/** Of both languages; `link` and `post_url` are Jekyll's `ref`. */
const CONVERSIONS: readonly [RegExp, Convert][] = [
  [/^highlight$/, highlight],
  [/^(?:ref|relref|link|post_url)$/, reference],
  [/^(?:raw|rawhtml)$/, raw],
  [/^comment$/, comment],
  [new RegExp(Object.keys(PLAYERS).join("|"), "i"), video],
  [/figure|image|picture|^img|^photo/i, figure],
];

/** What becomes of a tag or of an include with this name; undefined if Carnet does not know. */
const conversionOf = (name: string): Convert | undefined =>
  CONVERSIONS.find(([names]) => names.test(name))?.[1];
