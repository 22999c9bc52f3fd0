// Patterns of paths in configuration files: `*` stands for a part of a name, `**` for a part of a path, `{a,b}` for either.
import { asPattern } from "./values.ts";

/** True for what a pattern names, and for all that is in a folder that it names; it has no slash at its ends. */
export function isWithin(path: string, pattern: string): boolean {
  return pattern === "" || withinPattern(pattern).test(path);
}

/** The same for many paths: what `isWithin` tests. */
export function withinPattern(pattern: string): RegExp {
  return new RegExp(`^${sourceOf(pattern)}(?:/|$)`);
}

function sourceOf(pattern: string): string {
  return pattern
    .replace(/(?:\*\*\/)+/g, "**/")
    .split(/(\*\*\/|\*\*|\*|\{[^{}]*\})/)
    .map((part) => {
      if (part === "**/") return "(?:.*/)?";
      if (part === "**") return ".*";
      if (part === "*") return "[^/]*";
      const either = /^\{(.*)\}$/.exec(part)?.[1];
      return either === undefined ? asPattern(part) : `(?:${either.split(",").map(asPattern).join("|")})`;
    })
    .join("");
}
