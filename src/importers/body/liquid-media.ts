// Tags and includes that show a picture or a video → Carnet's Markdown for them.
// An argument that holds words is never dropped: without a name, it is taken for the alternative text, then for the caption.
import { pictureText, providerOf, videoAddress, videoText } from "../../markdown/other-tools/media-words.ts";
import { escapeHtml } from "../../html.ts";
import { nameIn } from "../../paths.ts";
import { isBlockText, isOfTheme, trimmedLines } from "../includes.ts";
import { BARE } from "./liquid-run.ts";
import type { Around, Meant } from "./leftovers.ts";
import type { LiquidSite } from "./liquid-outputs.ts";
import { argument, readArgs, type Tag } from "../../markdown/other-tools/template-tags.ts";
import { rooted } from "../values.ts";

export function included(tag: Tag, around: Around, site: LiquidSite): Meant | undefined {
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
    const alt = argument(args, ["alt", "description"], isTag ? 1 : undefined) ?? "";
    const own = isTag ? undefined : addressInTemplate(site.template?.(file), rest, site);
    return picture(
      pictureAt(own ?? src, site),
      alt,
      argument(args, ["caption", "title", "legend", "legende"], isTag ? 2 : undefined),
      around,
      argument(args, ["link", "href"]),
    );
  }
  // An argument without quotes is a variable.
  const isLiteral = !/=\s*(?!["'\d])\S/.test(rest.replace(/"[^"]*"|'[^']*'/g, '""'));
  const beside = tag.name === "include_relative" ? site.source : undefined;
  if (isTag) return undefined;
  const text = (
    (hasVariables(tag) ? undefined : shownInclude(site.template?.(file, beside), rest, site)) ??
    (isLiteral ? site.include(file, { args, inner: "" }, beside) : undefined)
  )?.trim();
  return text === undefined ? undefined : { kind: "include", text, extra: text, block: isBlockText(text) };
}

/** An include whose conditions and loops are known: arguments that are `true` or `false` are not texts to it. */
function shownInclude(
  template: string | undefined,
  rest: string,
  { run, objects }: LiquidSite,
): string | undefined {
  if (template === undefined || /^---[ \t]*$/m.test(template.slice(0, 10))) return undefined;
  const shown = run?.show(template, { ...givenIn(rest), ...objects });
  if (shown === undefined || isOfTheme(shown)) return undefined;
  return isBlockText(shown) && /^\s*</.test(shown) ? trimmedLines(shown) : shown.replace(/\n{3,}/g, "\n\n");
}

/** The address that the blog's own include makes of its arguments: `/images/{{ include.file }}`. */
function addressInTemplate(
  template: string | undefined,
  rest: string,
  { run, source }: LiquidSite,
): string | undefined {
  const sources = new Set(
    Array.from(template?.matchAll(SOURCE) ?? [], ([, double, single]) => double ?? single),
  );
  const [written, ...others] = sources;
  if (written === undefined || others.length > 0) return undefined;
  const slug = nameIn(source).replace(/^\d+-\d+-\d+-|\.\w+$/g, "");
  const code = written
    .replace(/\{\{-?\s*site\.url\s*-?\}\}/g, "")
    .replace(/\{\{-?\s*page\.slug\s*-?\}\}/g, slug)
    .replace(/\|\s*(?:relative_url|absolute_url|uri_escape|escape)\b/g, "");
  const shown = run?.show(code, givenIn(rest))?.trim();
  return shown === undefined || shown.endsWith("/") || /[{}]/.test(shown) ? undefined : shown;
}

/** The address of a picture, perhaps with quotes inside its code. */
const SOURCE = /<img\b[^>]{0,500}?\ssrc\s*=\s*(?:"((?:\{\{[^}]*\}\}|[^"{])*)"|'((?:\{\{[^}]*\}\}|[^'{])*)')/g;

const givenIn = (rest: string): Record<string, unknown> =>
  Object.fromEntries(
    Array.from(rest.matchAll(GIVEN), ([, name = "", double, single, plain = ""]) => {
      const quoted = double ?? single;
      return [name, quoted === undefined ? literal(plain) : quoted.replace(/\\(["'\\])/g, "$1")] as const;
    }),
  );

const GIVEN =
  /([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|(-?\d+(?:\.\d+)?|true|false)(?![\w.-]))/g;

const literal = (plain: string): number | boolean => (/^[tf]/.test(plain) ? plain === "true" : Number(plain));

/** True if an argument is a variable, rather than a text or a number. */
export const hasVariables = ({ rest }: Tag): boolean => rest.search(BARE) >= 0;

/** A root-relative address, as in most tags, except for a file beside the text, which moves with it. */
export function pictureAt(src: string, { isBeside }: LiquidSite): string {
  const stays = src === "" || /^([a-z]+:)?\/\//i.test(src) || (!src.startsWith("/") && isBeside(src));
  return stays ? src : rooted(src.replace(/^\.\//, ""));
}

export function picture(
  src: string,
  alt: string,
  caption: string | undefined,
  around: Around,
  link?: string,
): Meant | undefined {
  if (src === "" || /[{}]|^(?:include|page|site)\./.test(src)) return undefined;
  return {
    kind: caption === undefined ? "image" : "figure",
    block: caption !== undefined && !around.inHtml,
    text: pictureText({ src, alt, caption, link }, around.inHtml),
  };
}

export function video(
  provider: string,
  id: string | undefined,
  title: string | undefined,
  around: Around,
): Meant | undefined {
  const url = id === undefined ? undefined : videoAddress(provider, id);
  if (url === undefined) return undefined;
  return around.inHtml
    ? { kind: "embed", text: `<a href="${escapeHtml(url)}">${escapeHtml(title ?? url)}</a>` }
    : { kind: "embed", block: true, text: videoText(url, title) };
}
