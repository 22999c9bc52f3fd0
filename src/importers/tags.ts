// What becomes of a tag of an old generator (`{% … %}`, `{{ … }}`, `{{< … >}}`): a dozen have a meaning of their own; a shortcode
// or include that only its site knows is converted by what it holds: a picture, a link, words. What shows nothing becomes undefined.
import { escapeHtml } from "../text.ts";

/** What is around a tag. */
export interface Place {
  /** True if nothing else is on its lines: only there can it become a block. */
  isBlock: boolean;
  /** True inside raw HTML, where Markdown is not read. */
  inHtml: boolean;
  /** True between the brackets of a link, where another cannot be. */
  inLink: boolean;
  /** True between `<` and `>`. */
  inTag: boolean;
  /** True where only an address can be: `[a](…)`, `href="…"`. */
  inAddress: boolean;
}

interface Tag extends Place {
  name: string;
  /** Its arguments, as written. */
  rest: string;
  /** Between the tag and its end, converted; undefined for one without, or with nothing to show. */
  inner?: string | undefined;
}

/** What a tag may ask. */
interface Site {
  /** The address of another text, by the name that the tag gives. */
  addressOf: (name: string) => string | undefined;
  /** The address of a picture or document as the new site serves it. */
  target: (src: string) => string | undefined;
}

/** What to write instead of a tag; undefined if it shows nothing. */
type Convert = (tag: Tag, site: Site) => string | undefined;

/** Tags of the language itself: their arguments are code. */
export const LOGIC =
  /^(?:assign|block|break|capture|case|continue|cycle|decrement|echo|else|elseif|elsif|extends|filter|for|from|if|ifchanged|import|increment|layout|macro|paginate|set|switch|tablerow|unless|when)$/;

/** What it becomes, whatever its name. */
export const convertTag: Convert = (tag, site) => {
  if (tag.inAddress) return address(tag, site);
  const known = CONVERSIONS.find(([names]) => names.test(tag.name))?.[1];
  return known?.(tag, site) ?? contents(tag, site);
};

interface Argument {
  name: string;
  value: string;
  /** False for what may be a variable. */
  isText: boolean;
}

const ARGUMENT =
  /(?:(?:"([A-Za-z][\w-]*)"|([A-Za-z][\w-]*))\s*[:=](?!\/\/)\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s,"'`(){}[\]]+))/g;

/** `"a" b, key="c" other: d`, without quotes and commas; a name that is not given is empty. */
function readArguments(rest: string): Argument[] {
  return [...rest.matchAll(ARGUMENT)].map(([, key, name = key ?? "", double, single, back, bare = ""]) => {
    const quoted = (double ?? single)?.replace(/\\(["'\\])/g, "$1") ?? back;
    return { name: name.toLowerCase(), value: quoted ?? bare, isText: quoted !== undefined };
  });
}

function argumentsOf({ rest }: Tag) {
  const all = readArguments(rest);
  const inOrder = all.filter(({ name }) => name === "").map(({ value }) => value);
  // A bare `page.image` is a variable.
  const named = new Map(
    all
      .filter(
        ({ name, value, isText }) => name !== "" && value !== "" && (isText || !/^[a-z]\w*\./i.test(value)),
      )
      .map(({ name, value }) => [name, value]),
  );
  /** The value of the first of several names that has one, or the one at a position. */
  const argument = (names: string, position = -1): string | undefined =>
    names
      .split(" ")
      .map((name) => named.get(name))
      .find((value) => value !== undefined) ?? inOrder[position];
  return { argument, isNamed: (name: string) => named.has(name), count: inOrder.length };
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
const WORDED =
  /^(?:abstract|alt|author|body|caption|cite|content|credit|description|heading|headline|intro|kicker|label|legende?|quote|source|subhead|subtitle|summary|text|title|titre)$|[-_](?:caption|heading|label|text|title)$/;
const UNWORDED =
  /^(?:class|classes|color|colour|date|format|height|icon|id|image|img|lang|rel|sizes|style|tags?|target|type|variant|width)$|(?:class|classes|style|_id|-id)$/;
const ADDRESSED = /(?:^|[-_])(?:url|href|link|to|src|file|path|page)$|^(?:url|href|link)/;
const isAddress = (value: string): boolean =>
  /^(?:https?:\/\/|mailto:|\/|#|\.\.?\/)[^\s{}"'<>]*$|^[^\s{}"'<>]*(?:\/[^\s{}"'<>]*|[\w-]\.[a-z]\w{1,4}(?:[?#][^\s{}"'<>]*)?)$/i.test(
    value,
  );

/** More than one word, neither code nor names of classes. */
export function isSentence(value: string): boolean {
  const all = value.trim().split(/\s+/);
  const classes = all.filter((one) => /^[a-z\d]*(?:[-_:][a-z\d]*)+$/.test(one)).length;
  return all.length > 1 && classes * 2 < all.length && /\p{L}{2}/u.test(value) && !/[{}<>=$|]/.test(value);
}

/** The arguments of a tag that are words for readers, in order. */
export function wordedArguments(name: string, rest: string): Argument[] {
  if (LOGIC.test(name)) return [];
  const all = readArguments(rest).filter(({ value }) => !/^[^\p{L}\p{N}]*$|\{\{|\{%/u.test(value));
  const [first, second, third] = all.filter((one) => one.name === "");
  // Of three, the second is the class of the picture.
  const ofClass = third !== undefined && PICTURE.test(first?.value ?? "") ? second : undefined;
  return all
    .filter((one) => one !== ofClass && !PICTURE.test(one.value))
    .filter(
      ({ name: key, value, isText }) =>
        isText && !isAddress(value) && !UNWORDED.test(key) && (WORDED.test(key) || isSentence(value)),
    );
}

/** A shortcode or include of a site's own. */
const contents: Convert = (tag, site) => {
  const { name, rest, inner, isBlock, inHtml, inLink } = tag;
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)(?:["'?#\s]|$)/i.test(rest)) {
    const shown = picture(tag, site);
    if (shown !== undefined) return shown;
  }
  const words = wordedArguments(name, rest);
  const body = inner ?? "";
  const given = readArguments(rest).find(
    ({ name: key, value }) =>
      isAddress(value) && (key === "" ? /^https?:|^\//.test(value) : ADDRESSED.test(key)),
  )?.value;
  const url = given === undefined || inLink ? undefined : resolved(given, site);
  if (url !== undefined && words.length === 0) {
    const loose = readArguments(rest).find((one) => one.name === "" && one.isText && one.value !== given);
    if (loose !== undefined) words.push(loose);
  }
  // Of the words, those that name where the link leads.
  const label =
    ["text", "label", "title", "titre", "heading", "", "caption"]
      .map((key) => words.find((one) => one.name === key || (key !== "" && one.name.endsWith(`-${key}`))))
      .find((found) => found !== undefined) ?? words[0];
  const linked = (text: string, to: string): string =>
    inHtml ? `<a href="${escapeHtml(to)}">${text}</a>` : `[${bracketed(text)}](${destination(to)})`;
  const strong = (text: string): string => (inHtml ? `<strong>${text}</strong>` : `**${text}**`);
  const parts = words.map((one) => {
    const text = one.value.replace(/\s+/g, " ").trim();
    if (one === label && url !== undefined) return linked(text, url);
    const isTitle = /^(?:title|titre|heading|headline|)$|[-_](?:title|heading)$/.test(one.name);
    return isTitle && body !== "" && !/[*_<[]/.test(text) ? strong(text) : text;
  });
  if (url !== undefined && label === undefined) {
    const isWords = body.trim() !== "" && !/\n|\]\(|<a\b/.test(body.trim());
    if (isWords) return linked(body.trim(), url);
    if (isBlock && !inHtml && /^https?:/.test(url)) parts.push(`<${url}>`);
  }
  if (body.trim() !== "") parts.push(isBlock ? body.replace(/^(?:[ \t]*\n)+|\s+$/g, "") : body);
  return parts.length === 0 ? undefined : parts.join(isBlock && !inHtml ? "\n\n" : " ");
};

/** Where an argument leads: a relative path is one only if a text or a file has it. */
const resolved = (to: string, { addressOf, target }: Site): string | undefined =>
  addressOf(to) ?? target(to) ?? (/^(?:[a-z]+:|\/|#)/i.test(to) ? to : undefined);

const address: Convert = (tag, site) => {
  const found = readArguments(tag.rest).find(({ value, isText }) => isText && value !== "")?.value;
  const name = argumentsOf(tag).argument("path url href link page file", 0) ?? found;
  return name === undefined || /[{}\s]/.test(name) ? undefined : resolved(name, site);
};

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
const picture: Convert = (tag, { target }) => {
  const { name, rest, isBlock, inHtml, inner = "" } = tag;
  const { argument, isNamed, count } = argumentsOf(tag);
  const pictured = readArguments(rest).find(({ value }) => PICTURE.test(value));
  const src = argument("src url image_path image img path img_path file link photo", 0) ?? pictured?.value;
  if (src === undefined || /[{}]/.test(src) || !/\.\w+([?#]|$)|^https?:/.test(src)) return undefined;
  // Of three, the second is the class of the picture.
  const alt = argument("alt image_alt img_alt alttext alt_text", count > 2 ? 2 : 1) ?? "";
  const link = argument(isNamed("src") ? "link href" : "href");
  const captions = wordedArguments(name, rest).filter(({ value }) => ![alt, src, link].includes(value));
  const short = argument("caption title legend legende attr");
  const caption = [...new Set([...captions.map(({ value }) => value), ...(short ? [short] : []), inner])]
    .map((words) => words.trim())
    .filter((words) => words !== "")
    .join(" ");
  const shown = target(src) ?? src;
  if (inHtml) {
    const img = `<img src="${escapeHtml(shown)}" alt="${escapeHtml(alt)}">`;
    const linked = link === undefined ? img : `<a href="${escapeHtml(link)}">${img}</a>`;
    return caption === "" ? linked : `<figure>${linked}<figcaption>${caption}</figcaption></figure>`;
  }
  const image = `![${bracketed(alt)}](${destination(shown)})`;
  const linked = link === undefined ? image : `[${image}](${destination(link)})`;
  const words = caption.replace(/<[^<>]+>/g, "").replace(/[*\s]+/g, " ");
  return words === "" ? linked : `${linked}${isBlock ? "\n" : " "}*${words.trim()}*`;
};

/** A fence longer than any in the code, so that no line of it closes the fence. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/^[ \t]*\n|\s+$/g, "")}\n${fence}`;
}

const reference: Convert = (tag, { addressOf }) => addressOf(argumentsOf(tag).argument("path", 0) ?? "");

/** Of both languages; `link` and `post_url` are Jekyll's `ref`. */
const CONVERSIONS: readonly [RegExp, Convert][] = [
  [/^(?:ref|relref|link|post_url)$/, reference],
  [/^rawhtml$/, ({ inner }) => inner],
  [new RegExp(Object.keys(PLAYERS).join("|"), "i"), video],
  [/figure|image|picture|^img|^photo/i, picture],
];
