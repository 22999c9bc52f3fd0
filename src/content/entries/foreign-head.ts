// Front matter in the TOML or JSON of another generator → the same in YAML, if each line is one key and its value.

export interface ForeignHead {
  format: "TOML" | "JSON";
  /** Number of its closing line, from 1. */
  last: number;
  /** What to paste instead; undefined if it cannot be converted line by line. */
  fix: string | undefined;
}

/** Reads the beginning of a text; undefined if it is in neither format, or is not closed there. */
export function foreignHead(lines: readonly string[]): ForeignHead | undefined {
  const first = lines[0]?.trimEnd();
  if (first !== "+++" && first !== "{") return undefined;
  const end = first === "{" ? /^\}\s*$/ : /^\+{3}\s*$/;
  const last = lines.findIndex((line, i) => i > 0 && end.test(line));
  if (last < 0) return undefined;
  const head = first === "{" ? fromJson(lines.slice(0, last + 1)) : fromToml(lines.slice(1, last));
  const fix = head === undefined ? undefined : ["---", ...head, "---"].join("\n");
  return { format: first === "{" ? "JSON" : "TOML", last: last + 1, fix };
}

/** A value on its own line is written alike in both, except dates with an hour, which are best typed again. */
function fromToml(lines: readonly string[]): string[] | undefined {
  const written = lines.filter((line) => line.trim() !== "");
  const head = written.map((line) => {
    const [, key = "", value = ""] =
      /^([\w-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\["\\])*"|'[^'"\\]*'|\[(?:[^[\]{}]*)\]|true|false|\d{4}-\d\d-\d\d)[ \t]*$/.exec(
        line,
      ) ?? [];
    return key === "" ? undefined : `${key}: ${value}`;
  });
  return head.every((line) => line !== undefined) ? head : undefined;
}

/** Every JSON value is also a YAML value. */
function fromJson(lines: readonly string[]): string[] | undefined {
  try {
    const head = Object.entries(JSON.parse(lines.join("\n")) as Record<string, unknown>);
    return head.every(([key]) => /^[\w-]+$/.test(key))
      ? head.map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      : undefined;
  } catch {
    return undefined;
  }
}
