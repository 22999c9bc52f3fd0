// Values of YAML → what in them may go no further: a key that reaches an object's prototype, a character that no text may hold, an
// alias.
import type { KeyPath, Part } from "./locate.ts";

export interface Danger {
  kind: "dangerous-key" | "control";
  path: KeyPath;
  /** Whether it is in the key or in the value. */
  part: Part;
  found: string;
}

/** Not text in any file that is made from it: YAML's escapes can write what its lines may not contain. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/** Keys whose values are refused with messages of their own. */
const ADDRESSES = new Set<PropertyKey>(["permalink", "slug", "redirect_from", "aliases"]);

/** The first of such keys and characters. */
export function dangerIn(value: unknown, path: KeyPath = [], seen = new Set<unknown>()): Danger | undefined {
  if (typeof value === "string")
    return CONTROL.test(value) && !ADDRESSES.has(path[0] ?? "")
      ? { kind: "control", path, part: "value", found: value }
      : undefined;
  if (typeof value !== "object" || value === null || seen.has(value)) return undefined;
  seen.add(value);
  for (const [key, one] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === "__proto__" || key === "constructor" || key === "prototype")
      return { kind: "dangerous-key", path: here, part: "key", found: key };
    const found: Danger | undefined = CONTROL.test(key)
      ? { kind: "control", path: here, part: "key", found: key }
      : dangerIn(one, here, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An alias, as a value is written; in other places, a text may begin so. */
const ALIAS = /(?<![^\s,[{:])\*[^\s*]/;

/** Offset of the first alias in a text with this value, if one list or map is at two places: aliases can multiply without end. */
export function aliasIn(text: string, value: unknown): number | undefined {
  return /[&*]/.test(text) && repeats(value) ? Math.max(0, text.search(ALIAS)) : undefined;
}

function repeats(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (seen.has(value)) return true;
  seen.add(value);
  return Object.values(value).some((one) => repeats(one, seen));
}
