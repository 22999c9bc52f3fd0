// `{{ site.url }}` and `? title`, which YAML reads as a map or a list in the place of a key: no file of Carnet's means one.
import { quote } from "./quoting.ts";

/** What js-yaml makes of a map as a key. */
const MAP = "[object Object]";

/** Within one line: blank lines, of which there may be very many, are not looked at from each of them again. */
const ANY = /\{[ \t]*\{|^[ \t]*(?:- )?\? /m;

/** The line that holds one, from 1, as it should be; the fix is empty where that is not known. */
export function complexKey(text: string, value: unknown): { line: number; fix: string } | undefined {
  if (!ANY.test(text) || text.includes(MAP) || !holdsOne(value)) return undefined;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => ANY.test(line));
  const line = lines[at] ?? "";
  const [, head, inner] = /^( *(?:- +|(?:- +)?[^\s:{]+:[ \t]+))(\{.*)$/.exec(line) ?? [];
  if (head !== undefined && inner !== undefined) return { line: at + 1, fix: `${head}${quote(inner)}` };
  const [, blank, pair] = /^( *(?:- )?)\? +(\S.*)$/.exec(line) ?? [];
  return { line: at + 1, fix: blank === undefined || pair?.includes(":") !== true ? "" : `${blank}${pair}` };
}

function holdsOne(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.entries(value).some(([key, one]) => key === MAP || holdsOne(one, seen));
}
