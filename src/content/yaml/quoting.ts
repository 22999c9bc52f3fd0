// Texts and values as YAML accepts them on one line.

/** A value in double quotes, without the quotes, straight or typographic, that failed to enclose it. */
export function quote(value: string): string {
  const text = value.trim();
  const [, inner] = /^(?:["“”]([^"“”]*)["“”]?|'(.*)'|‘(.*)’)$/.exec(text) ?? [];
  const single = /^['‘](.*?)['’]?$/.exec(text)?.[1];
  const open = /^([^"“”]*\S)["”]$/.exec(text)?.[1];
  return JSON.stringify(inner ?? single?.replaceAll("''", "'") ?? open ?? text);
}

/** Words as a list on one line, those that YAML would read otherwise in quotes. */
export function yamlList(words: readonly string[]): string {
  return `[${words.map((one) => yamlOf(one)).join(", ")}]`;
}

/** What YAML reads as text without quotes, also in a list or a map on one line. */
const PLAIN =
  /^(?!(?:true|false|yes|no|on|off|null|oui|non)$)(?:\p{L}[\p{L}\p{N} '’._/-]*|\/[\w./:#?=-]*|https?:\/\/[\w./?=&%@+~-]+)$/iu;

/** A value as YAML on one line. */
export function yamlOf(value: unknown): string {
  if (typeof value === "string")
    return PLAIN.test(value) && !/\s$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${yamlOf(one)}`);
  return `{ ${pairs.join(", ")} }`;
}
