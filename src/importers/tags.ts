// The template tags that Carnet knows what to write for: a dozen of Liquid's and Hugo's, by their names.
// Anything else stays in the text as it is, and is named in the report: nothing of the old blog is run.
import { escapeHtml } from "../html.ts";

/** Positional arguments, in order, and named ones. */
export interface Args {
  list: string[];
  named: ReadonlyMap<string, string>;
}

/** Where a tag stands, and what it may ask. */
export interface TagContext {
  args: Args;
  /** Between the tag and its end; undefined for one without. */
  inner: string | undefined;
  /** True if nothing else is on its lines: only there can it become a block. */
  isAlone: boolean;
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
export function readArgs(written: string): Args {
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
    (({ args, isAlone, inHtml }) => {
      const id = argument(args, ["id", "video_id", "videoid", "video", "url", "src"], 0) ?? "";
      if (!/^[\w-]{3,40}$|^https?:\/\/[^\s"<>]+$/.test(id)) return undefined;
      const url = id.includes("/") ? id : address(id);
      const title = argument(args, ["title", "titre", "caption"], 1) ?? "";
      if (inHtml || !isAlone)
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
const figure: Convert = ({ args, isAlone, inHtml, picture, inner }) => {
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
  return words === "" ? linked : `${linked}${isAlone ? "\n" : " "}*${words.trim()}*`;
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
export function conversionOf(name: string): Convert | undefined {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  return video(name) ?? (/figure|image|picture|^img|^photo/i.test(name) ? figure : undefined);
}
