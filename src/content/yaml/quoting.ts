// Texts as YAML takes them: between double quotes, or bare in a list where nothing in them is a sign.

/**
 * What stands between quotes of a word processor, between two that do not match, or before one that nothing opens.
 * Behind a figure it says inches; with a backslash in it, it is left to what follows.
 */
const HELD = /^(?:["'“”]([^"“”\\]*)["“”]|‘([^‘’\\]*)’|([^"“\\]*[^"“\\\d\s])")$/;

/** A value between double quotes, without the quotes that failed to hold it. */
export function quote(value: string): string {
  const trimmed = value.trim();
  const [, double, single, half] = HELD.exec(trimmed) ?? [];
  const text = double ?? single ?? half;
  if (text !== undefined) return JSON.stringify(text);
  const first = trimmed[0];
  const wrapped = (first === "'" || first === '"') && trimmed.length > 1 && trimmed.endsWith(first);
  const escaped = first === "'" ? trimmed.replace(/''/g, "'") : trimmed;
  const even = trimmed.split(first ?? "").length % 2 === 1;
  const quoted = even && /^(["']).*?\1(?!\p{L})/u.test(trimmed);
  const inner = wrapped ? escaped.slice(1, -1) : quoted ? escaped : escaped.replace(/^["'](?=\S)/, "");
  return `"${inner.replace(/\\"/g, '"').replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
}

/** Words in a list on one line, those that YAML would read otherwise between quotes. */
export function yamlList(words: readonly string[]): string {
  return `[${words.map((one) => (PLAIN.test(one) ? one : quote(one))).join(", ")}]`;
}

/** Words that YAML takes as they are, in a list. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null)$)\p{L}[\p{L}\p{N} '’.-]*$/iu;
