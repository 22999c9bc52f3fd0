// Texts as YAML accepts them: in double quotes, or bare in a list if no character in them is special.

/**
 * Text in the quotes of a word processor, in two quotes that do not match, or before a quote that nothing opens.
 * After a digit, that quote means inches. A text with a backslash is left to the code below.
 */
const HELD = /^(?:["'“”]([^"“”\\]*)["“”]|‘([^‘’\\]*)’|([^"“\\]*[^"“\\\d\s])")$/;

/** A value in double quotes, without the quotes that failed to enclose it. */
export function quote(value: string): string {
  const trimmed = value.trim();
  const [, double, single, half] = HELD.exec(trimmed) ?? [];
  const text = double ?? single ?? half;
  if (text !== undefined) return JSON.stringify(text);
  const first = trimmed[0];
  const wrapped = (first === "'" || first === '"') && trimmed.length > 1 && trimmed.endsWith(first);
  const escaped = first === "'" ? trimmed.replace(/''/g, "'") : trimmed;
  const even = trimmed.split(first ?? "").length % 2 === 1;
  // Two quotes in a row are one in the text, as YAML has it.
  const quoted = even && /^(["']).*?(?<!\1)\1(?![\p{L}"'])/u.test(trimmed);
  const inner = wrapped ? escaped.slice(1, -1) : quoted ? escaped : escaped.replace(/^["'](?=\S)/, "");
  return `"${inner.replace(/\\"/g, '"').replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
}

/** Words as a list on one line, those that YAML would read otherwise in quotes. */
export function yamlList(words: readonly string[]): string {
  return `[${words.map((one) => (PLAIN.test(one) ? one : quote(one))).join(", ")}]`;
}

/** Words that YAML reads as they are, in a list. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null)$)\p{L}[\p{L}\p{N} '’.-]*$/iu;
