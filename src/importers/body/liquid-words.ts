// The meaning of Jekyll's and Eleventy's tags and filters, if known.
// Values are looked up in the data of the site and of the text; no expression is ever evaluated.
import {
  codeText,
  linkText,
  pictureText,
  providerOf,
  videoAddress,
  videoText,
} from "../../markdown/media-words.ts";
import type { Around, Meant, Vocabulary } from "./leftovers.ts";
import { output, type LiquidValues } from "./liquid-outputs.ts";
import { argument, readArgs, readOutput, type Tag } from "../../markdown/template-tags.ts";
import { rooted } from "../values.ts";

export interface LiquidSite extends LiquidValues {
  /** The text itself: what it captures is shown where it outputs the variable. */
  body: string;
  include: (name: string) => string | undefined;
  /** Address on the new site of a text that another refers to. */
  address: (name: string) => string | undefined;
  /** True if the file is beside the text. */
  isBeside: (path: string) => boolean;
}

const PAIRS = [
  "highlight",
  "raw",
  "verbatim",
  "comment",
  "capture",
  "if",
  "unless",
  "for",
  "case",
  "block",
  "macro",
  "call",
  "set",
];
const VERBATIM = new Set(["highlight", "raw", "verbatim", "comment"]);

export function liquidWords(site: LiquidSite): Vocabulary {
  const captured = new Map<string, string>();
  return {
    language: "liquid",
    pairs: new Set(PAIRS),
    verbatim: VERBATIM,
    mean(tag, around) {
      if (tag.syntax === "comment") return commentOf(tag.rest);
      if (tag.syntax === "output") return recalled(tag.name, captured) ?? output(tag.name, around, site);
      return tag.name === "capture" ? capture(tag, around, site, captured) : named(tag, around, site);
    },
  };
}

/**
 * A captured text that is shown further on, in a box: `{{ x | markdownify }}`. One that is not shown so is left for a person to
 * handle.
 */
function capture(
  tag: Tag,
  { inner }: Around,
  { body }: LiquidSite,
  captured: Map<string, string>,
): Meant | undefined {
  const name = tag.rest.trim().replace(/^["']|["']$/g, "");
  if (!/^[\w-]+$/.test(name)) return undefined;
  if (!new RegExp(String.raw`\{\{-?\s*${name}\s*(?:\|\s*markdownify\s*)?-?\}\}`).test(body)) return undefined;
  captured.set(name, inner.trim());
  return { kind: "include", text: "" };
}

function recalled(expression: string, captured: ReadonlyMap<string, string>): Meant | undefined {
  const { value, quoted, filters } = readOutput(expression);
  const text = quoted ? undefined : captured.get(value);
  if (text === undefined || filters.some(({ name }) => name !== "markdownify")) return undefined;
  return { kind: "include", block: filters.length > 0, text, extra: text };
}

function named(tag: Tag, around: Around, site: LiquidSite): Meant | undefined {
  const args = readArgs(tag.rest);
  const [first = "", second = "", third] = args.list;
  switch (tag.name) {
    case "highlight": {
      const code = around.raw.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "");
      return { kind: "code-block", block: true, text: codeText(code, /^[\w+#-]+$/.test(first) ? first : "") };
    }
    case "raw":
    case "verbatim":
      return { kind: "raw", text: around.raw };
    case "comment":
      return commentOf(around.raw);
    case "post_url":
    case "link": {
      const url = site.address(tag.rest.trim().replace(/^["']|["']$/g, ""));
      return url === undefined ? undefined : { kind: "link", text: url };
    }
    case "include":
    case "include_relative":
    case "include_cached":
    case "render":
    case "picture":
    case "figure":
      return included(tag, around, site);
    case "image":
    case "img":
      return picture(pictureAt(first, site), second, undefined, around);
    case "image_with_class":
      // Path, classes, alternative text; some authors give only two of the three.
      return picture(pictureAt(first, site), third ?? second, undefined, around);
    default: {
      const provider = providerOf(tag.name);
      return provider === undefined
        ? undefined
        : video(provider, argument(args, ["id", "url"], 0), argument(args, ["title"], 1), around);
    }
  }
}

function commentOf(written: string): Meant {
  const inner = written.trim().replace(/--+/g, "–");
  return { kind: "comment", text: inner === "" ? "" : `<!-- ${inner} -->` };
}

function included(tag: Tag, around: Around, site: LiquidSite): Meant | undefined {
  const [, file = "", rest = ""] = /^["']?([\w./-]+)["']?\s*,?\s*([\s\S]*)$/.exec(tag.rest.trim()) ?? [];
  const isTag = tag.name === "picture" || tag.name === "figure";
  const args = readArgs(isTag ? tag.rest : rest);
  const provider =
    providerOf(file) ??
    (/video|embed/i.test(file) ? providerOf(args.named.get("provider") ?? "") : undefined);
  if (provider !== undefined) {
    const found = video(
      provider,
      argument(args, ["id", "video_id", "youtube_id", "vimeo_id", "video", "url", "src"], 0),
      argument(args, ["title", "caption", "name"]),
      around,
    );
    if (found !== undefined) return found;
  }
  const src = argument(
    args,
    ["src", "url", "image_path", "image", "path", "file", "filename", "img"],
    isTag ? 0 : undefined,
  );
  if (src !== undefined && /image|img|figure|picture|photo|caption/i.test(isTag ? tag.name : file)) {
    const alt = argument(args, ["alt", "description"]) ?? "";
    return picture(
      pictureAt(src, site),
      alt,
      argument(args, ["caption", "title", "legend", "legende"]),
      around,
      argument(args, ["link", "href"]),
    );
  }
  const plain = rest.trim() === "" ? site.include(file) : undefined;
  return plain === undefined
    ? undefined
    : { kind: "include", text: plain.trim(), extra: plain, block: /\n|^</.test(plain.trim()) };
}

/** A root-relative address, as in most tags, except for a file beside the text, which moves with it. */
function pictureAt(src: string, { isBeside }: LiquidSite): string {
  const stays = src === "" || /^([a-z]+:)?\/\//i.test(src) || (!src.startsWith("/") && isBeside(src));
  return stays ? src : rooted(src.replace(/^\.\//, ""));
}

function picture(
  src: string,
  alt: string,
  caption: string | undefined,
  around: Around,
  link?: string,
): Meant | undefined {
  if (src === "" || /[{}]/.test(src)) return undefined;
  return {
    kind: caption === undefined ? "image" : "figure",
    block: caption !== undefined && !around.inHtml,
    text: pictureText({ src, alt, caption, link }, around.inHtml),
  };
}

function video(
  provider: string,
  id: string | undefined,
  title: string | undefined,
  around: Around,
): Meant | undefined {
  const url = id === undefined ? undefined : videoAddress(provider, id);
  if (url === undefined) return undefined;
  return around.inHtml
    ? { kind: "embed", text: linkText(title ?? url, url) }
    : { kind: "embed", block: true, text: videoText(url, title) };
}
