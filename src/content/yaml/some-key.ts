// Whether a key of parsed YAML, at any depth, is of some kind. What YAML took for a key may be anywhere in a text.

export function someKey(value: unknown, isOne: (key: string) => boolean, seen = new Set<unknown>()): boolean {
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.entries(value).some(([key, one]) => isOne(key) || someKey(one, isOne, seen));
}
