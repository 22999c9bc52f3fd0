// Eleventy's permalinks: a path, or a template over a few common values. https://www.11ty.dev/docs/permalinks/
// A template is filled in only if all its values are known; any other makes the address unknown.
import slugify from "@sindresorhus/slugify";
import type { Day } from "../content/types.ts";
import { at, rooted, text, type Data } from "./values.ts";

export interface EleventyNamed {
  /** Path of the file in the input folder, without extension: `posts/2022-03-04-titre`. */
  path: string;
  /** The same without the date in the file name: `posts/titre`. */
  stem: string;
  /** File name without folder, extension and date. */
  slug: string;
  day: Day | undefined;
  data: Data;
}

/** `false` if the text is not published, undefined if only running the blog could show its address. */
export function eleventyAddress(permalink: unknown, named: EleventyNamed): string | false | undefined {
  if (permalink === false || permalink === "false") return false;
  const written = text(permalink);
  // `posts/posts.md` is the index of its folder, like `posts/index.md`; the date of a file name stays.
  if (written === undefined) {
    const path = named.path.replace(/(^|\/)index$/, "$1").replace(/(^|\/)([^/]+)\/\2$/, "$1$2");
    return rooted(path === "" || path.endsWith("/") ? path : `${path}/`);
  }
  const unknown: string[] = [];
  const filled = written.replace(
    /\{\{-?\s*((?:[^{}"']|"[^"]*"|'[^']*')*?)\s*-?\}\}/g,
    (_, expression: string) => {
      const value = evaluate(expression, named);
      if (value === undefined) unknown.push(expression);
      return value ?? "";
    },
  );
  return unknown.length > 0 || /\{%|\{\{|\$\{|=>/.test(filled)
    ? undefined
    : rooted(filled).replace(/\/index\.html$/, "/");
}

function evaluate(expression: string, named: EleventyNamed): string | undefined {
  const [head = "", ...filters] =
    expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g)?.map((part) => part.trim()) ?? [];
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(head);
  return filters.reduce<string | undefined>(
    (value, filter) => (value === undefined ? undefined : filtered(value, filter, named.day)),
    quoted === null ? lookUp(head, named) : (quoted[1] ?? quoted[2]),
  );
}

function lookUp(path: string, { stem, slug, day, data }: EleventyNamed): string | undefined {
  switch (path) {
    case "page.fileSlug":
      return slug;
    case "page.filePathStem":
      return `/${stem}`;
    case "page.outputFileExtension":
      return "html";
    case "page.date":
    case "date":
      return day;
    case "page.date.getFullYear()":
    case "page.date.getUTCFullYear()":
      return day?.slice(0, 4);
    default:
      return text(at(data, path));
  }
}

function filtered(value: string, filter: string, day: Day | undefined): string | undefined {
  const [, name = "", rest = ""] = /^([\w-]+)\s*[:(]?\s*([^]*?)\)?$/.exec(filter) ?? [];
  if (/^(url|safe|string|trim)$/.test(name)) return value;
  if (/^(downcase|lower)$/.test(name)) return value.toLowerCase();
  if (name === "slugify") return slugified(value);
  if (name === "slug") return slugOfOld(value);
  if (!/date|format/i.test(name) || day === undefined || value !== day) return undefined;
  const form = /["']([^"']+)["']/.exec(rest)?.[1] ?? "";
  const [year = "", month = "", date = ""] = day.split("-");
  const filled = form
    .replace(/%F/g, "%Y-%m-%d")
    .replace(/%Y|yyyy|YYYY/g, year)
    .replace(/%m|MM|LL/g, month)
    .replace(/%d|dd|DD/g, date)
    .replace(/%-m/g, String(Number(month)))
    .replace(/%-d/g, String(Number(date)))
    .replace(/%y/g, year.slice(2));
  return form === "" || /[%A-Za-z]/.test(filled) ? undefined : filled;
}

/** Eleventy's `slugify`, which does not know œ. */
const slugified = (value: string): string =>
  slugify(value, {
    decamelize: false,
    customReplacements: [
      ["œ", " "],
      ["Œ", " "],
    ],
  });

/** Its older filter `slug`: characters allowed in an address stay. */
const slugOfOld = (value: string): string =>
  value
    .replace(/&/g, "and")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/’/g, "'")
    .normalize("NFKD")
    .replace(/[^\w\s$*+~.()'"!:@-]+/g, "")
    .trim()
    .replace(/[\s-]+/g, "-")
    .toLowerCase();
