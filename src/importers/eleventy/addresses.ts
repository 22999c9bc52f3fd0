// Eleventy's permalinks: a path, or a template over a few common values. https://www.11ty.dev/docs/permalinks/
// A template is filled in only if all its values are known; anything else is left for a person to handle.
import slugify from "@sindresorhus/slugify";
import { readFileName } from "../../content/file-names.ts";
import { byCodeUnit } from "../../content/text.ts";
import type { Day } from "../../content/types.ts";
import type { SourceEntry } from "../model.ts";
import { readOutput } from "../../markdown/other-tools/template-tags.ts";
import { at, rooted, text } from "../values.ts";

export interface EleventyNamed {
  /** Path of the file in the input folder, without extension: `posts/2022-03-04-titre`. */
  path: string;
  /** The same without the date in the file name: `posts/titre`. */
  stem: string;
  /** File name without folder, extension and date. */
  slug: string;
  day: Day | undefined;
  /** The text's data, from the cascade. */
  data: Readonly<Record<string, unknown>>;
}

/** The address of a text; `false` if it is not published, undefined if unknown. */
export function eleventyAddress(permalink: unknown, named: EleventyNamed): string | false | undefined {
  if (permalink === false || permalink === "false") return false;
  const written = text(permalink);
  if (written === undefined) {
    // `posts/posts.md` is the index of its folder, like `posts/index.md`.
    const path = named.path.replace(/(^|\/)index$/, "$1").replace(/(^|\/)([^/]+)\/\2$/, "$1$2");
    return encodeURI(rooted(path === "" || path.endsWith("/") ? path : `${path}/`));
  }
  const unknown: string[] = [];
  const filled = written.replace(/\{\{-?\s*([\s\S]{0,300}?)\s*-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, named);
    if (value === undefined) unknown.push(expression);
    return value ?? "";
  });
  if (unknown.length > 0 || /\{%|\$\{|function|=>/.test(filled)) return undefined;
  const path = rooted(filled).replace(/\/index\.html$/, "/");
  return encodeURI(path);
}

function evaluate(expression: string, named: EleventyNamed): string | undefined {
  const { value, quoted, filters } = readOutput(expression);
  let current: string | undefined = quoted ? value : lookUp(value, named);
  for (const { name, rest } of filters) {
    if (current === undefined) return undefined;
    current = filter(current, name, rest, named);
  }
  return current;
}

function lookUp(path: string, { stem, slug, day, data }: EleventyNamed): string | undefined {
  switch (path) {
    case "page.fileSlug":
    case "fileSlug":
      return slug;
    case "page.filePathStem":
      return `/${stem}`;
    case "page.date":
    case "date":
      return day;
    case "page.date.getFullYear()":
    case "page.date.getUTCFullYear()":
      return day?.slice(0, 4);
    case "page.outputFileExtension":
      return "html";
    default:
      return text(at(data, path));
  }
}

function filter(value: string, name: string, rest: string, named: EleventyNamed): string | undefined {
  switch (name) {
    case "slugify":
      return slugified(value);
    case "slug":
      return slugOfOld(value);
    case "downcase":
    case "lower":
      return value.toLowerCase();
    case "url":
    case "safe":
    case "string":
      return value;
    case "date":
    case "format":
    case "dateFormat": {
      const form = /["']([^"']+)["']/.exec(rest)?.[1];
      const [year = "", month = "", day = ""] = (named.day ?? "").split("-");
      if (form === undefined || named.day === undefined) return undefined;
      const filled = form
        .replace(/%Y|yyyy|YYYY/g, year)
        .replace(/%m|MM|LL/g, month)
        .replace(/%d|dd|DD/g, day)
        .replace(/%y/g, year.slice(2));
      return /[%A-Za-z]/.test(filled) ? undefined : filled;
    }
    default:
      return undefined;
  }
}

/** The pattern that most posts follow, for new ones to follow too. */
export function usualPattern(entries: readonly SourceEntry[]): string {
  const counts = new Map<string, number>();
  for (const { kind, oldUrl, day, target } of entries) {
    if (kind !== "post" || oldUrl === undefined || day === undefined) continue;
    const [year = "", month = "", date = ""] = day.split("-");
    const slug = readFileName(target, new Set()).slug;
    const last = /([^/]+?)(\.html|\/)?$/.exec(oldUrl)?.[1] ?? slug;
    const pattern = oldUrl
      .replace(/[^/]+?(\.html|\/)?$/, ":slug$1")
      .replace(`/${year}/${month}/${date}/`, "/:year/:month/:day/")
      .replace(`/${year}/${month}/`, "/:year/:month/")
      .replace(`/${year}/`, "/:year/");
    if (last !== "") counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0]?.[0] ?? "/blog/:slug/";
}

/** Eleventy's `slugify`, which does not handle œ. */
export function slugified(value: string): string {
  return slugify(value, {
    decamelize: false,
    customReplacements: [
      ["œ", " "],
      ["Œ", " "],
    ],
  });
}

/** The older `slug` filter: characters allowed in an address stay. */
function slugOfOld(value: string): string {
  return value
    .replace(/&/g, "and")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/’/g, "'")
    .normalize("NFKD")
    .replace(/[^\w\s$*+~.()'"!:@-]+/g, "")
    .trim()
    .replace(/[\s-]+/g, "-")
    .toLowerCase();
}
