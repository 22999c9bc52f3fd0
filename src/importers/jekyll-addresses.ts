// Addresses as Jekyll makes them. https://jekyllrb.com/docs/permalinks/
// An unknown word in a pattern makes the address unknown: none is ever guessed.
import type { Day } from "../content/types.ts";
import { rooted } from "./values.ts";

const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

export interface Named {
  day: Day;
  /** From the file name or front matter. */
  slug: string;
  categories: readonly string[];
  /** Path of a text in the folder of its collection, without extension. */
  path?: string;
}

function patternOf(written: string): string {
  return Object.hasOwn(STYLES, written) ? (STYLES[written] ?? written) : rooted(written);
}

export function jekyllAddress(written: string, named: Named): string | undefined {
  const words = wordsOf(named);
  const unknown: string[] = [];
  const filled = patternOf(written).replace(/:([a-z_]+)/g, (_, word: string) => {
    // `:titleend` is `:title` and text: the longest known word counts.
    const known = Object.keys(words)
      .filter((one) => word.startsWith(one) && words[one] !== undefined)
      .sort((a, b) => b.length - a.length)[0];
    if (known === undefined) unknown.push(word);
    return known === undefined ? "" : `${words[known] ?? ""}${word.slice(known.length)}`;
  });
  return unknown.length === 0 ? filled.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/") : undefined;
}

function wordsOf({ day, slug, categories, path }: Named): Record<string, string | undefined> {
  const [year = "", month = "", date = ""] = day.split("-");
  const time = new Date(`${day}T00:00:00Z`);
  const inYear = (time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 1)) / 86_400_000 + 1;
  const name = path?.replace(/^.*\//, "") ?? slug;
  return {
    year,
    month,
    day: date,
    i_month: String(Number(month)),
    i_day: String(Number(date)),
    short_year: year.slice(2),
    y_day: String(inYear).padStart(3, "0"),
    week: week(time),
    short_day: DAYS[time.getUTCDay()],
    short_month: MONTHS[Number(month) - 1],
    title: cased(slug),
    name: cased(name),
    slug: jekyllSlug(slug),
    categories: [...new Set(categories.map((one) => one.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(categories.map(jekyllSlug))].join("/"),
    path,
    output_ext: ".html",
  };
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** ISO week, two digits. */
function week(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return String(Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7)).padStart(2, "0");
}

const trimmed = (text: string): string => text.replace(/^-+|-+$/g, "");

/** A slug made from a title or category: letters of any script, with accents. */
export const jekyllSlug = (text: string): string =>
  trimmed(text.toLowerCase().replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-"));

/** A file name in an address: it keeps its case, and the signs allowed in addresses. */
const cased = (text: string): string => trimmed(text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-"));

/** The address of a page: `about.md` → `/about.html`, or `/about/` if the pattern of the site ends with a slash. */
export function jekyllPageAddress(file: string, written = "date"): string {
  const path = file.replace(/\.[^./]+$/, "");
  if (/(^|\/)index$/.test(path)) return rooted(path.replace(/index$/, ""));
  const isStyle = Object.hasOwn(STYLES, written);
  if (patternOf(written).endsWith("/")) return rooted(`${path}/`);
  return rooted(path) + (isStyle || written.endsWith(":output_ext") ? ".html" : "");
}
