// Reads values of unknown shape, as configuration files of other generators hold them.
// Every reader gives a plain value or nothing: no shape of a file can make the import fail.
import { isMap, type YamlMap } from "../content/yaml/parse.ts";

/** Text, also where YAML made it a number or a switch; nothing for what is empty. */
export function text(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function texts(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one) => text(one) ?? []);
}

export function map(value: unknown): YamlMap {
  return isMap(value) ? value : {};
}

/** An address of mail; nothing for what only hides one: `ana [at] example`. */
export function mail(written: string | undefined): string | undefined {
  return written !== undefined && /^[^\s@]+@[^\s@]+\.\w+$/.test(written) ? written : undefined;
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

/** The first of several keys that has a value. */
export function first(data: YamlMap, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = at(data, key);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

/** A path with one slash at its beginning, and none twice. */
export function rooted(path: string): string {
  return `/${path}`.replace(/\/{2,}/g, "/");
}

/** The same values; only the keys of the map itself are changed: Hugo's have no case. */
export function keysLowered(data: YamlMap): YamlMap {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
}

/** Keys without those whose value is undefined. */
export function defined(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
