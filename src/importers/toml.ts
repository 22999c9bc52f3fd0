// TOML → the same plain values as from YAML, with dates as text; and its comments, which no parser keeps.
// The only file that imports the TOML parser, which Hugo's configuration and `+++` front matter need.
import { parse, TomlDate } from "smol-toml";
import { map } from "./values.ts";
import type { YamlMap } from "../content/yaml/parse.ts";

/** The values of a TOML text; undefined if it is not TOML. */
export function parseToml(toml: string): YamlMap | undefined {
  try {
    return map(plain(parse(toml)));
  } catch {
    return undefined;
  }
}

function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** Comment lines of TOML, by the top-level key that follows them. */
export function tomlComments(head: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let pending: string[] = [];
  for (const line of head.split(/\r?\n/)) {
    const key = /^\s*\[{0,2}\s*["']?([\w-]+)["']?\s*(?:=|\]|\.)/.exec(line)?.[1];
    const trailing = /^[^"'#]*(?:"[^"]*"|'[^']*')?[^"'#]*(#.*)$/.exec(line)?.[1];
    if (/^\s*#/.test(line)) pending.push(line.trim());
    else if (key !== undefined) {
      const comments = [...pending, ...(trailing === undefined ? [] : [trailing])];
      if (comments.length > 0 && !found.has(key)) found.set(key, comments);
      pending = [];
    }
  }
  return found;
}
