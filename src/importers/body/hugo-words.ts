// The meaning of Hugo's own shortcodes, and of the most common ones in themes.
// https://gohugo.io/shortcodes/
import {
  codeText,
  linkText,
  mediaText,
  pictureText,
  providerOf,
  videoAddress,
  videoText,
} from "../../markdown/other-tools/media-words.ts";
import { escapeHtml } from "../../html.ts";
import { isBlockText } from "../includes.ts";
import type { OldSite } from "../model.ts";
import type { Around, Meant, Vocabulary } from "./leftovers.ts";
import { calloutText, isKind, quoted } from "./notices.ts";
import { argument, readArgs, type Args, type Tag } from "../../markdown/other-tools/template-tags.ts";
import { atAnyCase, rooted, text } from "../values.ts";

export interface HugoSite {
  values: Readonly<Record<string, unknown>>;
  /** Address on the new site of a text that another refers to, with its fragment. */
  address: (name: string) => string | undefined;
  /** The template of a shortcode of its own, filled in. */
  include: OldSite["include"];
}

export function hugoWords(site: HugoSite): Vocabulary {
  return {
    language: "shortcode",
    verbatim: new Set(["highlight", "rawhtml", "raw"]),
    mean(tag, around) {
      // `{{</* x */>}}` displays a shortcode: its readers see it without the stars.
      if (tag.syntax === "comment") return { kind: "raw", text: tag.raw.replace(/\/\*|\*\//g, "") };
      return shortcode(tag, readArgs(tag.rest), around, site);
    },
  };
}

function shortcode(tag: Tag, args: Args, around: Around, site: HugoSite): Meant | undefined {
  const [first = "", second] = args.list;
  const name = tag.name.toLowerCase();
  switch (name) {
    case "figure":
    case "img":
    case "image":
      return figure(args, around);
    case "ref":
    case "relref": {
      const url = site.address(argument(args, ["path"], 0) ?? "");
      return url === undefined ? undefined : { kind: "link", text: url };
    }
    case "highlight":
      return first === "" && args.named.size === 0
        ? own(tag, args, { ...around, inner: around.raw }, site)
        : {
            kind: "code-block",
            block: true,
            text: codeText(around.raw, /^[\w+#-]+$/.test(first) ? first : ""),
          };
    case "rawhtml":
    case "raw":
      return { kind: "html", text: around.raw };
    case "param": {
      const [value] = ["page", "page.params", "site.params"].flatMap(
        (place) => text(atAnyCase(site.values, `${place}.${argument(args, ["name"], 0) ?? ""}`)) ?? [],
      );
      return value === undefined ? undefined : { kind: "value", text: value, extra: value };
    }
    case "toc":
      return { kind: "toc", text: "" };
    case "tweet":
    case "x":
    case "twitter": {
      const id = argument(args, ["id"], 0);
      const user = argument(args, ["user"]);
      return id === undefined ? undefined : link(`https://x.com/${user ?? "i"}/status/${id}`);
    }
    case "instagram":
      return first === "" ? undefined : link(`https://www.instagram.com/p/${first}/`);
    case "gist":
      return second === undefined ? undefined : link(`https://gist.github.com/${first}/${second}`);
    case "staticref":
      return first === "" || around.inner.trim() === ""
        ? undefined
        : { kind: "link", text: linkText(around.inner.trim(), rooted(first)) };
    case "details":
    case "spoiler":
    case "expand": {
      const summary = argument(args, ["summary", "title", "text"], 0) ?? "…";
      const open = `<details>\n<summary>${escapeHtml(summary)}</summary>\n\n`;
      return { kind: "notice", block: true, text: `${open}${around.inner.trim()}\n\n</details>` };
    }
    case "button": {
      const href = argument(args, ["href", "url", "link", "relref"], 0);
      const words = around.inner.trim() === "" ? argument(args, ["text", "title"]) : around.inner.trim();
      return href === undefined || words === undefined
        ? undefined
        : { kind: "link", text: linkText(words, href) };
    }
    default:
      return (
        video(name, args) ??
        box(name, args, around) ??
        notice(name, args, around) ??
        own(tag, args, around, site) ??
        file(name, args)
      );
  }
}

/** A shortcode of the blog's own, whose template only places its arguments. */
function own({ name }: Tag, args: Args, { inner }: Around, { include }: HugoSite): Meant | undefined {
  const text = include(name, { args, inner })?.trim();
  return text === undefined ? undefined : { kind: "include", text, extra: text, block: isBlockText(text) };
}

/** A film or a sound of the blog's, or of another site. */
function file(name: string, args: Args): Meant | undefined {
  if (name !== "video" && name !== "audio") return undefined;
  const text = mediaText(argument(args, ["src", "file", "url", "mp4", "mp3"], 0) ?? "");
  return text === undefined ? undefined : { kind: "embed", block: true, text };
}

const link = (url: string): Meant => ({ kind: "link", text: `<${url}>`, extra: url });

function figure(args: Args, around: Around): Meant | undefined {
  const src = argument(args, ["src", "url"], 0);
  if (src === undefined) return undefined;
  const [credit, at] = [argument(args, ["attr"]), argument(args, ["attrlink"])];
  const linked = credit === undefined || at === undefined || around.inHtml ? credit : linkText(credit, at);
  const caption = [argument(args, ["title"]), argument(args, ["caption"]), linked]
    .filter((part) => part !== undefined)
    .join(" – ");
  const alt = argument(args, ["alt"], 1) ?? "";
  const [link, width] = [argument(args, ["link"]), argument(args, ["width"])];
  const picture = { src, alt, caption: caption === "" ? undefined : caption, link, width };
  return {
    kind: caption === "" ? "image" : "figure",
    block: caption !== "" && !around.inHtml,
    text: pictureText(picture, around.inHtml),
  };
}

function video(name: string, args: Args): Meant | undefined {
  const provider = providerOf(name);
  if (provider === undefined) return undefined;
  const url = videoAddress(provider, argument(args, ["id", "video"], 0) ?? "");
  const start = argument(args, ["start"]);
  const title = argument(args, ["title", "caption"], 1);
  if (url === undefined) return undefined;
  const directive = videoText(url, title);
  return {
    kind: "embed",
    block: true,
    text: start === undefined ? directive : directive.replace(/\}$/, ` start=${start}}`),
  };
}

/** Boxes of Docsy and similar themes: the text of each tab and card follows the previous one, under its name. */
function box(name: string, args: Args, { inner }: Around): Meant | undefined {
  const words = inner.trim();
  if (words === "") return undefined;
  const block = (text: string): Meant => ({ kind: "notice", block: true, text });
  if (/^(?:tabpane|tabs|cardpane|(?:blocks\/)?lead)$/.test(name)) return block(words);
  if (name === "pageinfo") return block(calloutText("note", words));
  if (name !== "tab" && name !== "card") return undefined;
  const title = argument(args, ["header", "title", "name"], 0)?.replace(/^\*\*|\*\*$/g, "");
  return block(title === undefined ? words : `**${title}**\n\n${words}`);
}

function notice(name: string, args: Args, around: Around): Meant | undefined {
  if (around.inner.trim() === "") return undefined;
  if (name === "quote" || name === "blockquote") {
    const author = argument(args, ["author", "source"]);
    return {
      kind: "notice",
      block: true,
      text: quoted(around.inner.trim() + (author === undefined ? "" : `\n\n— ${author}`)),
    };
  }
  const isNotice = ["notice", "alert", "callout", "admonition", "hint"].includes(name);
  const type = isNotice ? (argument(args, ["type", "color", "icon"], 0) ?? "note") : name;
  if (!isNotice && !isKind(name)) return undefined;
  const title = argument(args, ["title"], isNotice ? 1 : 0);
  const text = (title === undefined ? "" : `**${title}**\n\n`) + around.inner.trim();
  return {
    kind: "notice",
    block: true,
    text: calloutText(type, text),
  };
}
