// Values → short names that change when the values do: what caches are keyed by.
// Written for values that `content/` and `pages/` make: plain objects, dates and bytes; functions are no values.
import { hash } from "node:crypto";

/** The SHA-256 of a text or of bytes, in 43 letters. */
export function digestOf(data: string | Uint8Array): string {
  return hash("sha256", data, "base64url");
}

/**
 * A text that is the same for equal values, and different for different ones. `named` gives the name of an object that
 * stands for itself (a post among others): what it holds is then not looked at.
 */
export function textOf(
  value: unknown,
  named: (value: object) => string | undefined = () => undefined,
): string {
  if (typeof value !== "object" || value === null) return ofPrimitive(value);
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

/** The same of an object's own values, each said by `say`, but for those `without` names. */
export function textOfFields(
  object: object,
  say: (value: unknown) => string,
  without: ReadonlySet<string> = NONE,
): string {
  let text = "{";
  for (const key in object) {
    const held = (object as Record<string, unknown>)[key];
    if (held !== undefined && typeof held !== "function" && !without.has(key))
      text += `${keyOf(key)}:${say(held)},`;
  }
  return `${text}}`;
}

const NONE: ReadonlySet<string> = new Set();

function ofPrimitive(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "bigint" ? `${String(value)}n` : String(value);
}

/** With its length before it, no text can look like another with what follows; quoting it would take twice as long. */
const quoted = (text: string): string => `"${String(text.length)}:${text}`;

/** Values have few names, again and again. */
const keys = new Map<string, string>();

function keyOf(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = quoted(key);
  keys.set(key, text);
  return text;
}
