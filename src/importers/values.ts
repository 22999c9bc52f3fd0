// Reads values of unknown shape, from the configuration files of other generators.
// Every reader returns a plain value or undefined: no shape of a file can make the import fail.
import { isZone } from "../content/dates.ts";
import { isMap, type YamlMap } from "../content/yaml/parse.ts";

/** A string, also if YAML parsed it as a number or a boolean; undefined if empty. */
export function text(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function texts(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one) => text(one) ?? []);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function map(value: unknown): YamlMap {
  return isMap(value) ? value : {};
}

/** An e-mail address; undefined for an obfuscated one: `ana [at] example`. */
export function mail(written: string | undefined): string | undefined {
  return written !== undefined && /^[^\s@]+@[^\s@]+\.\w+$/.test(written) ? written : undefined;
}

/** A time zone; undefined for a name that is none. */
export function timeZone(value: unknown): string | undefined {
  const zone = text(value);
  return zone !== undefined && isZone(zone) ? zone : undefined;
}

/** A whole number above zero. */
export function count(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : undefined;
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

/** As `at`, with keys in any case, like those of Hugo's `params`. */
export function atAnyCase(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.toLowerCase().split(".")) current = keysLowered(map(current))[key];
  return current;
}

/** The value of the first of several keys that has one. */
export function first(data: YamlMap, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = at(data, key);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

/** A path with exactly one leading slash, and no double slashes. */
export function rooted(path: string): string {
  return `/${path}`.replace(/\/{2,}/g, "/");
}

/** The path of an address below the path of the old site on its host; the path itself if it is elsewhere. */
export function belowBase(path: string, base: string): string {
  return base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

/** The same values, with the keys of the map itself in lower case: Hugo's keys are case-insensitive. */
export function keysLowered(data: YamlMap): YamlMap {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
}

/** The source of a regular expression that matches only this text. */
export function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Drops the keys whose value is undefined. */
export function defined(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
