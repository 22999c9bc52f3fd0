// Values → short digests that change when the values do: caches use them as keys.
// Written for the values of `content/` and `pages/`: plain objects, dates and bytes. Functions are left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, filesBelow } from "../files.ts";

/** Digest of the names and bytes of all files in a folder and below. @throws if there is no such folder. */
export function digestOfFolder(folder: string, isWanted?: (file: string) => boolean): string {
  const files = filesBelow(folder).filter((file) => isWanted?.(file) !== false);
  return digestOf(files.map((file) => `${file} ${digestOf(readFileSync(join(folder, file)))}`).join("\n"));
}

/**
 * A text that is the same for equal values, and different for different ones. `named` may return a digest for an object (a
 * post, for example), which then replaces its content.
 */
export function textOf(
  value: unknown,
  named: (value: object) => string | undefined = () => undefined,
): string {
  // The length comes first, so that no text can be confused with another and what follows it.
  if (typeof value === "string") return `"${String(value.length)}:${value}`;
  if (typeof value === "bigint") return `${String(value)}n`;
  if (typeof value !== "object" || value === null) return String(value);
  const name = named(value);
  if (name !== undefined) return `#${name}`;
  if (Array.isArray(value)) {
    let text = "[";
    for (const one of value) text += `${textOf(one, named)},`;
    return `${text}]`;
  }
  if (value instanceof Date) return `@${String(value.getTime())}`;
  if (value instanceof Uint8Array) return `$${digestOf(value)}`;
  if (value instanceof Map || value instanceof Set) return `%${textOf([...value], named)}`;
  return textOfFields(value, (held) => textOf(held, named));
}

/** The same for the fields of an object, except those in `without`; `say` returns the text of each value. */
export function textOfFields(
  object: object,
  say: (value: unknown) => string,
  without: ReadonlySet<string> = new Set(),
): string {
  let text = "{";
  for (const key in object) {
    const held = (object as Record<string, unknown>)[key];
    if (held !== undefined && typeof held !== "function" && !without.has(key))
      text += `${textOf(key)}:${say(held)},`;
  }
  return `${text}}`;
}
