// A tag of another generator (Jekyll, Hugo, Hexo, Zola, SPIP) in a text → what it showed, for a message that says what to write
// instead.
// Only the tag itself is read: what an include or a custom shortcode of the old blog did with it is unknown.
import type { LeftoverParams } from "../../strings/problems-leftovers.ts";
import { ALERTS } from "./alerts.ts";
import { linkText, mediaText, providerOf, videoAddress } from "./media-words.ts";
import { argument, findTags, readArgs, readOutput, type Args, type Tag } from "./template-tags.ts";

export function readLeftover(found: string): LeftoverParams {
  return { found, ...meaningOf(found) };
}

/** Whether an address contains such a tag, as typed or as encoded by the parser. */
export const holdsTag = (address: string): boolean => /\{[{%]|%7B(?:%7B|%25)/i.test(address);

type Meaning = Omit<LeftoverParams, "found">;

/** Zola writes shortcodes as calls: `{{ youtube(id="x") }}`, `{% quote(author="y") %}`. */
const CALL = /^\{[{%]-?\s*([a-z]\w{1,40})\(([^{}]{0,300})\)\s*-?[%}]\}$/i;
/** SPIP’s headings and bold text: words, which no other generator has between its braces. */
const SPIP_TITLE = /^\{{3}\s*([^{}|]*\p{L}[^{}|]*?)\s*\}{3}$/u;
const SPIP_BOLD =
  /^\{{2}(?!(?:if|for|range|with|end|else|include|partial)\b)((?=.*[ \u00c0-\u024f])\p{L}[^{}|"=<>%.]*)\}{2}$/u;
const BASE = /^(?:site\.(?:base)?url|\$?\.?Site\.BaseURL|baseurl|pathPrefix|config\.(?:root|url|base_url))$/i;
/** Hugo's, called like a function of its templates. */
const REF = /^(?:rel)?ref\s+\.\s+["']([^"']{1,300})["']$/i;
const ADDRESS_FILTERS = /^(?:relative_url|absolute_url|url|relURL|absURL|relLangURL|prepend|append|asset)$/;

function meaningOf(found: string): Meaning {
  if (found.startsWith("{:")) return { kind: "attributes" };
  const title = SPIP_TITLE.exec(found)?.[1];
  if (title !== undefined) return { kind: "written", fix: `## ${title}` };
  const bold = SPIP_BOLD.exec(found)?.[1];
  if (bold !== undefined) return { kind: "written", fix: `**${bold.trim()}**` };
  const [, name, rest = ""] = CALL.exec(found) ?? [];
  if (name !== undefined) return named(name.toLowerCase(), readArgs(rest), rest);
  const tag = findTags(found, /^\{\{[<%]/.test(found) ? "shortcode" : "liquid")[0];
  if (tag === undefined) return { kind: "text" };
  if (tag.syntax === "output") return output(tag.name);
  return tag.closing ? { kind: CODE.has(tag.name) ? "code-end" : "end" } : opened(tag);
}

function output(expression: string): Meaning {
  const { value, quoted, filters } = readOutput(expression.trim());
  if (BASE.test(value)) return { kind: "base" };
  const [, page] = REF.exec(expression.trim()) ?? [];
  if (page !== undefined) return { kind: "address", fix: page };
  if (quoted && filters.length > 0 && filters.every(({ name }) => ADDRESS_FILTERS.test(name)))
    return { kind: "address", fix: /^(?:\w+:|\/)/.test(value) ? value : `/${value}` };
  return { kind: "text" };
}

const CODE = new Set(["highlight", "code", "codeblock"]);
const PICTURES = /^(?:figure|fig|img|image|picture|photo|responsive_image|asset_img)$/;
/** Those of a blog's own, with a file among their arguments: `legacy-img`, `imageContent`. */
const OWN_PICTURES = /image|img|picture|figure|photo/;
const PICTURE_FILE = /^[^\s{}<>]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const CALLOUTS = /^(?:note|notice|alert|callout|admonition|admonish|hint|tip|warning|info|danger|important)$/;
const QUOTES = /^(?:quote|blockquote|epigraph)$/;
const SOURCES = ["src", "image_path", "url", "path", "file", "name"];

function opened(tag: Tag): Meaning {
  const include = /^["']?([\w./-]+)["']?\s*,?\s*([^]*)$/.exec(tag.rest.trim());
  if (!/^(?:include|include_relative|include_cached|render|partial)$/.test(tag.name) || include === null)
    return named(tag.name.toLowerCase(), readArgs(tag.rest), tag.rest);
  const [, file = "", rest = ""] = include;
  const name = (file.split("/").at(-1) ?? "").replace(/\.\w+$/, "").toLowerCase();
  return named(name, readArgs(rest), rest);
}

function named(name: string, args: Args, rest: string): Meaning {
  const [first = "", second = ""] = args.list;
  if (CODE.has(name)) return { kind: "code" };
  if (name === "raw" || name === "endraw" || name === "verbatim") return { kind: "end" };
  if (PICTURES.test(name)) return picture(name, args);
  if (CALLOUTS.test(name)) return { kind: "callout", fix: `> [!${alertOf(name, args)}]` };
  if (QUOTES.test(name)) return { kind: "quote" };
  if (name === "post_url" || name === "link") return { kind: "address", fix: fileOf(rest) };
  if (name === "ref" || name === "relref")
    return { kind: "address", fix: fileOf(argument(args, ["path"], 0) ?? "") };
  if (name === "post_link")
    return { kind: "written", fix: linkText(args.list.slice(1).join(" ") || first, fileOf(first)) };
  if (name === "gist" && first !== "")
    return { kind: "link", fix: `https://gist.github.com/${first}${second === "" ? "" : `/${second}`}` };
  if (/^(?:tweet|twitter|x)$/.test(name)) return { kind: "link", ...tweet(args, rest) };
  return player(name, args, rest) ?? own(name, args, rest) ?? { kind: "text" };
}

/** What a file among the arguments tells of a tag that is no other generator's own. */
function own(name: string, args: Args, rest: string): Meaning | undefined {
  const file = urlIn(rest) ?? argument(args, SOURCES, 0) ?? "";
  const media = mediaText(file);
  if (media !== undefined) return { kind: "written", fix: media };
  if (!OWN_PICTURES.test(name) || !PICTURE_FILE.test(file)) return undefined;
  const alt = argument(args, ["alt"], 1) ?? "";
  return { kind: "picture", fix: file, alt };
}

/** The file that `post_url`, `link` or `ref` refers to → the name by which a text of Carnet links to it. */
function fileOf(written: string): string {
  const [, path = "", anchor = ""] = /^["']?([^#"']*)(#[^"'\s]*)?/.exec(written.trim()) ?? [];
  const name = path.trim().replace(/^.*\//, "");
  return (name === "" || /\.\w+$/.test(name) ? name : `${name}.md`) + anchor;
}

function picture(name: string, args: Args): Meaning {
  const at = args.list.findIndex((one) => /\.\w{3,4}$/.test(one));
  const src = argument(args, SOURCES) ?? args.list[at] ?? args.list[0];
  if (src === undefined || /[{}<>]/.test(src)) return { kind: "picture" };
  // Hexo: a file, a size in two numbers, and a title.
  const title = args.list.slice(at + 1).filter((one) => !/^\d+$/.test(one));
  const alt = argument(args, ["alt"]) ?? (name === "asset_img" ? title.join(" ") : "");
  const caption = argument(args, ["caption", "legend", "legende", "title"]);
  return { kind: "picture", fix: src, alt, ...(caption !== undefined && { caption }) };
}

function player(name: string, args: Args, rest: string): Meaning | undefined {
  const provider = providerOf(name) ?? providerOf(args.named.get("provider") ?? "");
  if (provider === undefined) return undefined;
  const id = urlIn(rest) ?? argument(args, ["id", "video_id", "video", "src"], 0) ?? "";
  const fix = videoAddress(provider, id);
  return { kind: "player", ...(fix !== undefined && { fix }) };
}

function tweet(args: Args, rest: string): { fix?: string } {
  const url = urlIn(rest);
  if (url !== undefined) return { fix: url };
  const id = argument(args, ["id"], args.list.length > 1 ? 1 : 0) ?? "";
  const user = argument(args, ["user"]) ?? (args.list.length > 1 ? args.list[0] : undefined) ?? "i";
  return /^\d+$/.test(id) ? { fix: `https://x.com/${user}/status/${id}` } : {};
}

const urlIn = (text: string): string | undefined => /https?:\/\/[^\s"'<>]+/.exec(text)?.[0];

function alertOf(name: string, args: Args): string {
  const said = [argument(args, ["type"]) ?? "", name, ...args.list].map((one) => one.toLowerCase());
  return said.map((one) => ALERTS.get(one)).find(Boolean) ?? "NOTE";
}
