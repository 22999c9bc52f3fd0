// A role after a dash or a bar: "Jean Dupont - cheffe de projet", "Ann Lee | Service Designer".
import { hasRoleWord, looksLikeName } from "./name-shapes.ts";

const DASHED = /^([^()[\]]{1,100}?) ([-–—|]) (?=(\S[^,;]*))/u;

export interface Dashed {
  name: string;
  role: string;
}

/** What begins with a capital may be part of a name, unless it has a word for a role and follows a person. */
export function dashed(text: string): Dashed | undefined {
  const [before, name, sign, after] = DASHED.exec(text) ?? [];
  if (before === undefined || name === undefined || after === undefined) return undefined;
  const isRole =
    (sign !== "|" && /^\p{Ll}/u.test(after)) ||
    (looksLikeName(name) && hasRoleWord(after) && !/ [-–—|] /.test(after));
  return isRole ? { name, role: text.slice(before.length) } : undefined;
}
