// Reads values of unknown shape, from the settings and front matter of other generators: dates, addresses, lists, maps.
// Every reader returns a plain value or undefined: no shape of a file can make the import fail.
import { calendar, dayFrom, isZone, monthNamed } from "../content/dates.ts";
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import { isMap } from "../content/yaml.ts";

export { isMap };
export type Data = Record<string, unknown>;

export const map = (value: unknown): Data => (isMap(value) ? value : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string, also if YAML parsed it as a number or a boolean; undefined if empty. */
export function text(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The texts in a list, or the only one. */
export function texts(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((item) => text(item) ?? []);
}

/** The value at a path of keys such as `site.author.name`; only own keys are followed. */
export function at(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split(".")) {
    if (!isMap(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The value of the first of several paths that has one. */
export function first(value: unknown, paths: readonly string[]): unknown {
  return paths
    .map((path) => at(value, path))
    .find((found) => found !== undefined && found !== null && found !== "");
}

/** A text on one line. */
export const line = (value: unknown): string | undefined => text(value)?.replace(/\s+/g, " ");

/** A whole number above zero. */
export function count(value: unknown): number | undefined {
  const number = Number(text(value));
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** A time zone of the IANA database. */
export const timeZone = (value: unknown): string | undefined => {
  const zone = text(value);
  return zone !== undefined && isZone(zone) ? zone : undefined;
};

/** An address with its scheme and without a final slash; a bare host is taken for one: `blog.example.org`. */
export function webAddress(value: unknown): string | undefined {
  const written = text(value) ?? "";
  const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(written) ? `https://${written}` : written;
  const isPublic = /^https?:\/\/(?!localhost|127\.|0\.0)/.test(whole) && URL.canParse(whole);
  return isPublic ? whole.replace(/\/+$/, "") : undefined;
}

/** A path with exactly one leading slash, and no double slashes. */
export const rooted = (path: string): string => `/${path}`.replace(/\/{2,}/g, "/");

/** A folder as it begins the paths of its files: without `./` or a final slash; empty for the root. */
export const folderName = (written: unknown): string =>
  (text(written) ?? "").replace(/^(\.{0,2}\/)+|^\.$|\/+$/g, "");

/** The same values, with the keys of the map itself in lower case: those of Hugo are case-insensitive. */
export const keysLowered = (value: unknown): Data =>
  Object.fromEntries(Object.entries(map(value)).map(([key, item]) => [key.toLowerCase(), item]));

/** How often each value stands in a list. */
export function countsOf(all: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Drops the keys whose value is undefined. */
export const defined = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** A pattern of file names: `**` is any path, `*` any part of a name; a folder stands for what is in it. */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\.?\/|\/$/g, "")
    .replace(/\*\*\/?|\*|\?|[.+^${}()|[\]\\]/g, (sign) =>
      sign.startsWith("**") ? ".*" : sign === "*" ? "[^/]*" : sign === "?" ? "[^/]" : `\\${sign}`,
    );
  return new RegExp(`^${source}(?:/|$)`);
}

/** What the name of a file says, and the day of its text, which front matter may set otherwise. */
export function datedName(
  name: string,
  written: unknown,
  zone?: string,
): { isDated: boolean; slug: string; day: Day | undefined } {
  const { day: inName, slug } = readFileName(`content/posts/${name}.md`, new Set());
  return { isDated: inName !== undefined, slug, day: readDate(written, zone)?.day ?? inName };
}

/** Dates that other generators read: `2021/5/2 10:00`, `Sun, 02 May 2021`, `May 2, 2021`. */
const OTHER_DATES = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})/,
  /(?:^|\s)(?<date>\d{1,2})\s+(?<month>[A-Za-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})/,
  /(?:^|\s)(?<month>[A-Za-z]{3})[a-z]*\.?\s+(?<date>\d{1,2}),?\s+(?<year>\d{4})/,
];

/**
 * The day of a date, and what to write for it in the new front matter; undefined for what is none. `zone`: that in which the
 * generator read dates, without which the day is the written one whatever the offset.
 */
export function readDate(value: unknown, zone?: string): { day: Day; written: string } | undefined {
  const written = text(value);
  if (written === undefined) return undefined;
  const {
    year,
    month = "",
    date,
  } = OTHER_DATES.map((form) => form.exec(written)?.groups).find(Boolean) ?? {};
  const named = dayFrom(Number(year), monthNamed(month) || Number(month), Number(date));
  const read = calendar(zone ?? "UTC").read(written);
  if (read.ok) return { day: zone === undefined ? (named ?? read.day) : read.day, written };
  const day = named ?? read.suggestion;
  return day === undefined ? undefined : { day, written: day };
}
