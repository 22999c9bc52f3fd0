// The body of an old text → Carnet's Markdown: known tags converted, links and pictures at their new addresses.
// Raw HTML stays as it is, since Carnet renders it, and so does what a generator would have had to run.
import { escapeHtml } from "../text.ts";
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

/** `{{</* x *\/>}}` shows a shortcode without running it. */
const SHOWN = /\{\{(?<name>[<%])\/\*(?<inner>[^]*?)\*\/(?<rest>[>%])\}\}/g;
const OUTPUT = /\{\{-?\s*(?<rest>(?:[^{}"']|"[^"]*"|'[^']*'){0,500}?)\s*-?\}\}/g;

/** Stands on both sides of the number of a text that no later step may change. */
const MARK = "\u0001";

export function convertBody(old: OldText, context: BodyContext): NewBody {
  const { kind, syntax } = context.site;
  const { pair, single } = SYNTAX[syntax];
  const stash: string[] = [];
  const protect = (written: string | undefined): string | undefined =>
    written === undefined ? undefined : `${MARK}${String(stash.push(written) - 1)}${MARK}`;
  const restore = (part: string): string =>
    part.replace(/\u0001(\d+)\u0001/g, (_, i: string) => restore(stash[Number(i)] ?? ""));
  const convert = (tag: Tag): string | undefined => converted(tag, old, context);

  let body = old.body.replaceAll(MARK, "");
  if (/\.html?$/i.test(old.source)) body = unindented(body);
  if (syntax === "hugo")
    body = replaceTags(body, SHOWN, ({ name, inner = "", rest }) => protect(`{{${name}${inner}${rest}}}`));
  body = replaceTags(body, pair, (tag) => protect(convert(tag)));
  if (kind === "eleventy") body = body.replace(/\{#([^]*?)#\}/g, "<!--$1-->");
  if (syntax === "liquid") body = replaceTags(body, OUTPUT, (tag) => output(tag, context.site));
  body = replaceTags(body, single, convert);
  const unknown = unknownTags(body, syntax);
  body = outsideCode(body, (part) => rewriteLinks(part, old, context));
  if (kind === "jekyll") body = outsideCode(body, kramdownMarks);
  return { body: restore(body), unknown };
}

/** HTML becomes Markdown that no indentation turns into code. */
function unindented(html: string): string {
  const parts = html.split(/(<pre\b[^]*?<\/pre>)/i);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/^[ \t]+/gm, ""))).join("");
}

interface Tag {
  name: string;
  rest: string;
  inner: string | undefined;
  /** The text before and after the tag, near it. */
  before: string;
  after: string;
}

/** Replaces what a pattern finds; what `convert` does not know stays. */
function replaceTags(body: string, pattern: RegExp, convert: (tag: Tag) => string | undefined): string {
  let out = "";
  let from = 0;
  for (const { 0: whole, index, groups = {} } of body.matchAll(pattern)) {
    const { name = "", rest = "", inner } = groups;
    const end = index + whole.length;
    const near = { before: body.slice(Math.max(0, index - 400), index), after: body.slice(end, end + 400) };
    out += body.slice(from, index) + (convert({ name, rest, inner, ...near }) ?? whole);
    from = end;
  }
  return out + body.slice(from);
}

function converted(
  { name, rest, inner, before, after }: Tag,
  old: OldText,
  { addressOf, target }: BodyContext,
): string | undefined {
  return conversionOf(name)?.({
    args: readArgs(rest),
    inner,
    isBlock: /(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(after),
    // On the line of an HTML element, or on the one below its opening tag.
    inHtml: /(^|\n)[ \t]*<[a-z][^\n]*$|(^|\n)[ \t]*<[a-z][^\n<]*>[ \t]*\n[ \t]*$/i.test(before),
    addressOf: (to) => addressOf(to, old),
    picture: (src) => target(src, old) ?? src,
  });
}

/** What a path shows: `{{ "/x" | relative_url }}`, `{{ site.baseurl }}`; undefined for anything that has to be computed. */
function output({ rest, after }: Tag, { settings }: OldSite): string | undefined {
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

/** Template code that is left, by the name of each tag; its ends are not worth naming. */
function unknownTags(body: string, syntax: OldSite["syntax"]): string[] {
  const found = body.match(SYNTAX[syntax].any) ?? [];
  return [...new Set(found.map((tag) => `${tag.replace(/-?\s+|-/, " ")} …`))];
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

function rewriteLinks(part: string, old: OldText, { target }: BodyContext): string {
  const renewed = (whole: string, before: string, url: string, after: string): string => {
    const next = target(url, old);
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

/** Positional arguments, in order, and named ones. */
interface Args {
  list: string[];
  named: ReadonlyMap<string, string>;
}

/** Where a tag stands, and what it may ask. */
interface TagContext {
  args: Args;
  /** Between the tag and its end; undefined for one without. */
  inner: string | undefined;
  /** True if nothing else is on its lines: only there can it become a block. */
  isBlock: boolean;
  /** True inside raw HTML, where Markdown is not read. */
  inHtml: boolean;
  /** The address of another text, by the name that the tag gives. */
  addressOf: (name: string) => string | undefined;
  /** The address of a picture as the new site serves it. */
  picture: (src: string) => string;
}

/** What to write instead of a tag; undefined to keep it. */
type Convert = (context: TagContext) => string | undefined;

const ARGUMENT =
  /(?:([A-Za-z][\w-]*)\s*[:=]\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s,"'`]+))/g;

/** `"a" b, key="c" other: d` → positional and named values, without quotes and commas. */
function readArgs(written: string): Args {
  const list: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, back, bare = ""] of written.matchAll(ARGUMENT)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, "$1") ?? back ?? bare;
    if (name === undefined) list.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { list, named };
}

const argument = ({ list, named }: Args, names: readonly string[], position = -1): string | undefined =>
  names.map((name) => named.get(name)).find((value) => value !== undefined && value !== "") ?? list[position];

const PLAYERS: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
};

/** `youtube`, `youtubePlayer.html`, `vimeo-embed`: a player by the provider in the name of the tag. */
function video(name: string): Convert | undefined {
  const address = Object.entries(PLAYERS).find(([provider]) => name.toLowerCase().includes(provider))?.[1];
  return (
    address &&
    (({ args, isBlock, inHtml }) => {
      const id = argument(args, ["id", "video_id", "videoid", "video", "url", "src"], 0) ?? "";
      if (!/^[\w-]{3,40}$|^https?:\/\/[^\s"<>]+$/.test(id)) return undefined;
      const url = id.includes("/") ? id : address(id);
      const title = argument(args, ["title", "titre", "caption"], 1) ?? "";
      if (inHtml || !isBlock)
        return inHtml
          ? `<a href="${escapeHtml(url)}">${escapeHtml(title || url)}</a>`
          : title === ""
            ? `<${url}>`
            : `[${bracketed(title)}](${url})`;
      return `::video${title === "" ? "" : `[${bracketed(title)}]`}{url=${url}}`;
    })
  );
}

const bracketed = (words: string): string =>
  words
    .replace(/[[\]\\]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();

const destination = (url: string): string => (/[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, "")}>` : url);

/** `{% image "a.png" "Alt" %}`, `{{< figure src="a.png" caption="…" >}}`, `{% include figure.html src="a.png" %}`. */
const figure: Convert = ({ args, isBlock, inHtml, picture, inner }) => {
  const src = argument(args, ["src", "url", "image_path", "image", "path", "file", "link"], 0);
  if (src === undefined || /[{}]/.test(src) || !/\.\w+([?#]|$)|^https?:/.test(src)) return undefined;
  const alt = argument(args, ["alt", "image_alt", "alttext"], args.list.length > 2 ? 2 : 1) ?? "";
  const caption = (argument(args, ["caption", "title", "legend", "legende", "attr"]) ?? inner ?? "").trim();
  const link = argument(args, args.named.has("src") ? ["link", "href"] : ["href"]);
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
const highlight: Convert = ({ args, inner }) => {
  if (inner === undefined) return undefined;
  const longest = Math.max(2, ...(inner.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${args.list[0] ?? ""}\n${inner.replace(/^[ \t]*\n|\s+$/g, "")}\n${fence}`;
};

const reference: Convert = ({ args, addressOf }) => addressOf(argument(args, ["path"], 0) ?? "");

/** Of both languages; `link` and `post_url` are Jekyll's `ref`. */
const BY_NAME: Readonly<Record<string, Convert>> = {
  highlight,
  ref: reference,
  relref: reference,
  link: reference,
  post_url: reference,
  raw: ({ inner }) => inner,
  rawhtml: ({ inner }) => inner,
  comment: ({ inner }) => inner && `<!--${inner.replace(/-{2,}/g, "-")}-->`,
};

/** What becomes of a tag or of an include with this name; undefined if Carnet does not know. */
function conversionOf(name: string): Convert | undefined {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  return video(name) ?? (/figure|image|picture|^img|^photo/i.test(name) ? figure : undefined);
}
