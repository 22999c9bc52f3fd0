// The meaning of Jekyll's and Eleventy's tags and filters, if known.
// Values are looked up in the data of the site and of the text. For Jekyll, `run` shows what needs more than that.
import { codeText, providerOf } from "../../markdown/other-tools/media-words.ts";
import type { Around, Meant, Vocabulary } from "./leftovers.ts";
import { trimmedLines } from "../includes.ts";
import { isMedia } from "../source-files.ts";
import { hasVariables, included, picture, pictureAt, video } from "./liquid-media.ts";
import { output, type LiquidSite } from "./liquid-outputs.ts";
import { withMarkdown } from "./liquid-markdown.ts";
import {
  argument,
  findTags,
  readArgs,
  readOutput,
  type Tag,
} from "../../markdown/other-tools/template-tags.ts";

const VERBATIM = new Set(["highlight", "raw", "verbatim", "comment"]);

export function liquidWords(site: LiquidSite): Vocabulary {
  const captured = new Map<string, string>();
  return {
    language: "liquid",
    verbatim: VERBATIM,
    mean: (tag, around) => inPlace(mean(tag, around, site, captured)),
    whole: (tag, written, { inHtml }) => inPlace(pair(tag, written, inHtml, site)),
  };
}

function mean(tag: Tag, around: Around, site: LiquidSite, captured: Map<string, string>): Meant | undefined {
  if (tag.syntax === "comment") return commentOf(tag.rest);
  if (tag.syntax === "output")
    return recalled(tag.name, captured) ?? output(tag.name, around, site) ?? value(tag, site);
  if (tag.name === "capture") return capture(tag, around, site, captured);
  if (tag.name === "assign") {
    const meant = shown(tag.raw, around.inHtml, site);
    return site.keepsVariables === true ? undefined : meant;
  }
  const isRun = tag.name.startsWith("include") && hasVariables(tag);
  return (isRun ? shown(tag.raw, around.inHtml, site) : undefined) ?? named(tag, around, site);
}

/** What a condition, a loop or a captured text shows as a whole. */
function pair({ name, rest }: Tag, written: string, inHtml: boolean, site: LiquidSite): Meant | undefined {
  const isRun = name === "capture" ? !isRecalled(rest, site) : /^(?:for|if|unless|case)$/.test(name);
  if (!isRun) return undefined;
  const isKept = site.keepsVariables === true && site.run?.forget(written) === true;
  return isKept ? undefined : shown(written, inHtml, site);
}

function inPlace(meant: Meant | undefined): Meant | undefined {
  const text = meant === undefined ? undefined : withMarkdown(meant.text);
  if (meant === undefined || text === undefined) return undefined;
  return text === meant.text ? meant : { ...meant, text, extra: text };
}

/** The text of one of Jekyll's own tags, within code that is shown as a whole. */
export function tagText(code: string, site: LiquidSite): string | undefined {
  const [tag] = findTags(code, "liquid");
  const around = { inner: "", raw: "", inHtml: false, inAddress: false };
  const meant = tag === undefined ? undefined : named(tag, around, site);
  return meant?.block === true ? `\n\n${meant.text}\n\n` : meant?.text;
}

function shown(code: string, inHtml: boolean, { run }: LiquidSite): Meant | undefined {
  const written = run?.show(code);
  if (written === undefined) return undefined;
  const isHtml =
    inHtml || /^\s*<(?:article|div|dl|figure|li|ol|p|section|t[dhr]|table|tbody|ul)\b/i.test(written);
  const text = isHtml ? trimmedLines(written) : written.replace(/\n(?:[ \t]*\n){2,}/g, "\n\n");
  return { kind: "code", text, extra: text };
}

/** A value that needs more than its name: `{{ site.data.chiffres[0].valeur }}`. */
function value({ raw }: Tag, { run }: LiquidSite): Meant | undefined {
  const text = run?.show(raw);
  return text === undefined || /[{}<>]/.test(text) ? undefined : { kind: "value", text, extra: text };
}

/** True for a captured text that is shown further on, with its Markdown: `{{ x | markdownify }}`. */
function isRecalled(rest: string, { body }: LiquidSite): boolean {
  const name = capturedName(rest);
  return (
    /^[\w-]+$/.test(name) &&
    new RegExp(String.raw`\{\{-?\s*${name}\s*(?:\|\s*markdownify\s*)?-?\}\}`).test(body)
  );
}

const capturedName = (rest: string): string => rest.trim().replace(/^["']|["']$/g, "");

/** One that is not shown so is a variable like any other, or is left for a person to handle. */
function capture(
  { rest }: Tag,
  { inner }: Around,
  site: LiquidSite,
  captured: Map<string, string>,
): Meant | undefined {
  if (!isRecalled(rest, site)) return undefined;
  captured.set(capturedName(rest), inner.trim());
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
      return picture(
        pictureAt(argument(args, ["src"], 0) ?? "", site),
        argument(args, ["alt"], 1) ?? "",
        undefined,
        around,
      );
    case "gist": {
      const url = `https://gist.github.com/${first}`;
      return /^[\w/-]+$/.test(first) ? { kind: "link", text: `<${url}>`, extra: url } : undefined;
    }
    case "image_with_class":
      // Path, classes, alternative text; some authors give only two of the three.
      return picture(pictureAt(first, site), third ?? second, undefined, around);
    default: {
      if (/image|img|picture|figure|photo/i.test(tag.name) && isMedia(first))
        return picture(pictureAt(first, site), second, undefined, around);
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
