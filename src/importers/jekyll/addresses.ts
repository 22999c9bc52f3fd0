// Addresses as Jekyll makes them. https://jekyllrb.com/docs/permalinks/
// An unknown word in a pattern makes the address unknown: none is ever guessed.
import type { Day } from "../../content/types.ts";
import { rooted } from "../values.ts";

const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

export interface Named {
  day: Day;
  /** Slug from the file name or front matter. */
  slug: string;
  /** File name of a text of a collection, with its date. */
  name?: string;
  categories: readonly string[];
  collection?: string;
  path?: string;
}

export function jekyllPattern(written: string | undefined): string {
  const style = written ?? "date";
  return Object.hasOwn(STYLES, style) ? (STYLES[style] ?? style) : rooted(style);
}

/** The address of a post; undefined if the pattern contains an unknown word. */
export function jekyllAddress(pattern: string, named: Named): string | undefined {
  const unknown: string[] = [];
  const filled = jekyllPattern(pattern).replace(/:([a-z_]+)/g, (_, word: string) => {
    // `:titleend` is `:title` and text: the longest known word counts.
    for (let length = word.length; length > 0; length--) {
      const value = placeholder(word.slice(0, length), named);
      if (value !== undefined) return value + word.slice(length);
    }
    unknown.push(word);
    return "";
  });
  return unknown.length > 0
    ? undefined
    : encodeURI(filled.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/"));
}

function placeholder(
  word: string,
  { day, slug, name, categories, collection, path }: Named,
): string | undefined {
  const [year = "", month = "", date = ""] = day.split("-");
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  switch (word) {
    case "year":
      return year;
    case "month":
      return month;
    case "day":
      return date;
    case "i_month":
      return String(Number(month));
    case "i_day":
      return String(Number(date));
    case "short_year":
      return year.slice(2);
    case "y_day":
      return String(Math.round((time.getTime() - Date.UTC(Number(year), 0, 1)) / 86_400_000) + 1).padStart(
        3,
        "0",
      );
    case "week":
      return week(time);
    case "short_day":
      return DAYS[time.getUTCDay()];
    case "short_month":
      return MONTHS[time.getUTCMonth()];
    case "title":
      return cased(slug);
    case "name":
      return cased(name ?? slug);
    case "slug":
      return jekyllSlug(slug);
    case "categories":
      return [...new Set(categories.map((one) => one.toLowerCase()))].join("/");
    case "slugified_categories":
      return [...new Set(categories.map(jekyllSlug))].join("/");
    case "collection":
      return collection;
    case "path":
      return path;
    case "output_ext":
      return ".html";
    default:
      return undefined;
  }
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** ISO week, two digits. */
function week(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return String(Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7)).padStart(2, "0");
}

/** A slug as Jekyll makes it from a title or category: letters of any script, with accents. */
export function jekyllSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** A file name in an address: it keeps its case, and the characters allowed in addresses. */
function cased(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replace(/^-+|-+$/g, "");
}

/** The address of a page: `about.md` → `/about.html`, or `/about/` if the pattern ends with a slash. */
export function jekyllPageAddress(file: string, pattern: string | undefined): string {
  const path = file.replace(/\.[^./]+$/, "");
  if (path === "index" || path.endsWith("/index")) return encodeURI(rooted(path.replace(/index$/, "")));
  const style = pattern ?? "date";
  const end = jekyllPattern(style).endsWith("/")
    ? "/"
    : Object.hasOwn(STYLES, style) || style.endsWith(":output_ext")
      ? ".html"
      : "";
  return encodeURI(rooted(path) + end);
}
