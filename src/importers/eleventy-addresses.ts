// Eleventy's permalinks: a path, or a template over a few common values. https://www.11ty.dev/docs/permalinks/
// A template is filled in only if all its values are known; any other makes the address unknown.
import slugify from "@sindresorhus/slugify";
import type { Day } from "../content/types.ts";
import { at, rooted, text, type Data } from "./values.ts";

export interface EleventyNamed {
  /** Path of the file in the input folder, without extension: `posts/2022-03-04-titre`. */
  path: string;
  /** File name without folder, extension and date. */
  slug: string;
  day: Day | undefined;
  data: Data;
}

/** `false` if the text is not published, undefined if only running the blog could show its address. */
export function eleventyAddress(permalink: unknown, named: EleventyNamed): string | false | undefined {
  if (permalink === false || permalink === "false") return false;
  const written = text(permalink);
  if (written === undefined) {
    // `posts/posts.md` is the index of its folder, like `posts/index.md`.
    const path = named.path.replace(/(^|\/)index$/, "$1").replace(/(^|\/)([^/]+)\/\2$/, "$1$2");
    return rooted(path === "" || path.endsWith("/") ? path : `${path}/`);
  }
  const unknown: string[] = [];
  const output = /\{\{-?\s*((?:[^{}"']|"[^"]*"|'[^']*')*?)\s*-?\}\}/g;
  const filled = written.replace(output, (_, expression: string) => {
    const value = evaluate(expression, named);
    if (value === undefined) unknown.push(expression);
    return value ?? "";
  });
  const isKnown = unknown.length === 0 && !/\{%|\{\{|\$\{|=>/.test(filled);
  return isKnown ? rooted(filled).replace(/\/index\.html$/, "/") : undefined;
}

function evaluate(expression: string, named: EleventyNamed): string | undefined {
  const [head = "", ...filters] =
    expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g)?.map((part) => part.trim()) ?? [];
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(head);
  let value = quoted === null ? lookUp(head, named) : (quoted[1] ?? quoted[2]);
  for (const filter of filters) value = value === undefined ? undefined : filtered(value, filter, named.day);
  return value;
}

function lookUp(path: string, { path: file, slug, day, data }: EleventyNamed): string | undefined {
  const known: Data = {
    "page.fileSlug": slug,
    "page.filePathStem": `/${file.replace(/(^|\/)\d{4}-\d\d-\d\d-(?=[^/]+$)/, "$1")}`,
    "page.outputFileExtension": "html",
    "page.date": day,
    date: day,
    "page.date.getFullYear()": day?.slice(0, 4),
    "page.date.getUTCFullYear()": day?.slice(0, 4),
  };
  return text(Object.hasOwn(known, path) ? known[path] : at(data, path));
}

function filtered(value: string, filter: string, day: Day | undefined): string | undefined {
  const [, name = "", rest = ""] = /^([\w-]+)\s*[:(]?\s*([^]*?)\)?$/.exec(filter) ?? [];
  if (/^(url|safe|string|trim)$/.test(name)) return value;
  if (/^(downcase|lower)$/.test(name)) return value.toLowerCase();
  if (name === "slugify") return slugified(value);
  if (name === "slug") return slugOfOld(value);
  const form = /date|format/i.test(name) && value === day ? (/["']([^"']+)["']/.exec(rest)?.[1] ?? "") : "";
  const [year = "", month = "", date = ""] = value.split("-");
  const filled = form
    .replace(/%F/g, "%Y-%m-%d")
    .replace(/%Y|yyyy|YYYY/g, year)
    .replace(/%m|MM|LL/g, month)
    .replace(/%d|dd|DD/g, date);
  return form === "" || /[%A-Za-z]/.test(filled) ? undefined : filled;
}

/** Eleventy's `slugify`, which does not know œ. */
const slugified = (value: string): string => slugify(value.replace(/œ/gi, " "), { decamelize: false });

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
