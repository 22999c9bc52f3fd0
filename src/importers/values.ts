// Reads values of unknown shape, from the settings and front matter of other generators.
// Every reader returns a plain value or undefined: no shape of a file can make the import fail.
import { isZone } from "../content/dates.ts";

export type Data = Record<string, unknown>;

export function isMap(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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

/** A whole number above zero. */
export function count(value: unknown): number | undefined {
  const number = Number(text(value));
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** An e-mail address; undefined for an obfuscated one: `ana [at] example`. */
export function mail(value: unknown): string | undefined {
  return text(value)?.match(/^[^\s@]+@[^\s@]+\.\w+$/)?.[0];
}

/** A time zone of the IANA database. */
export function timeZone(value: unknown): string | undefined {
  const zone = text(value);
  return zone !== undefined && isZone(zone) ? zone : undefined;
}

/** An address with its scheme and without a final slash; a bare host is taken for one: `blog.example.org`. */
export function webAddress(value: unknown): string | undefined {
  const written = text(value) ?? "";
  const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(written) ? `https://${written}` : written;
  const isPublic = /^https?:\/\/(?!localhost|127\.|0\.0)/.test(whole) && URL.canParse(whole);
  return isPublic ? whole.replace(/\/+$/, "") : undefined;
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

/** A path with exactly one leading slash, and no double slashes. */
export const rooted = (path: string): string => `/${path}`.replace(/\/{2,}/g, "/");

/** A folder as it begins the paths of its files: without `./` or a final slash; empty for the root. */
export const folderName = (written: unknown): string =>
  (text(written) ?? "").replace(/^(\.{0,2}\/)+|^\.$|\/+$/g, "");

/** The same values, with the keys of the map itself in lower case: those of Hugo are case-insensitive. */
export function keysLowered(value: unknown): Data {
  return Object.fromEntries(Object.entries(map(value)).map(([key, item]) => [key.toLowerCase(), item]));
}

/** Drops the keys whose value is undefined. */
export function defined(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** A pattern of file names: `**` is any path, `*` any part of a name; a folder stands for what is in it. */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\.?\/|\/$/g, "")
    .replace(/\*\*\/?|\*|\?|[.+^${}()|[\]\\]/g, (sign) =>
      sign.startsWith("**") ? ".*" : sign === "*" ? "[^/]*" : sign === "?" ? "[^/]" : `\\${sign}`,
    );
  return new RegExp(`^${source}(?:/|$)`);
}

/** Values by a key of each, in the order of the first of each key. */
export function groupBy<K, V>(all: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of all) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
