// `{{ site.url }}` and `? title`, which YAML reads as a map or a list used as a key: no file of a site means one.
import { quote } from "./quoting.ts";
import { someKey } from "./some-key.ts";

/** How js-yaml writes a map that is used as a key. */
const MAP = "[object Object]";

/** Matches within one line: otherwise, a scan from each of very many blank lines would cover the others again. */
const ANY = /\{[ \t]*\{|^[ \t]*(?:- )?\? /m;

/** The line that contains one, from 1, and that line corrected; `fix` is empty if the correction is unknown. */
export function complexKey(text: string, value: unknown): { line: number; fix: string } | undefined {
  if (!ANY.test(text) || text.includes(MAP) || !someKey(value, (key) => key === MAP)) return undefined;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => ANY.test(line));
  const line = lines[at] ?? "";
  const [, head, inner] = /^( *(?:- +|(?:- +)?[^\s:{]+:[ \t]+))(\{.*)$/.exec(line) ?? [];
  if (head !== undefined && inner !== undefined) return { line: at + 1, fix: `${head}${quote(inner)}` };
  const [, blank, pair] = /^( *(?:- )?)\? +(\S.*)$/.exec(line) ?? [];
  return { line: at + 1, fix: blank === undefined || pair?.includes(":") !== true ? "" : `${blank}${pair}` };
}
