// Texts of front matter that a `#` cuts short, as "Le langage C # et moi" → a warning each, with the line between quotes.
// YAML takes the rest for a remark, and nothing tells the editor that a title has lost its end.
import { problem, type Problem } from "../../problems.ts";
import { excerpt } from "../text.ts";
import type { FieldPlaces } from "../types.ts";
import { quote } from "../yaml/quoting.ts";

/** Keys whose value is a sentence or a name; behind a date or a flag, a remark is likely meant. */
const LINE =
  /^(title|description|author|authors|imageAlt|imageCredit):[ \t]+([^\s"'[{|>#&*!%@`].*?)[ \t](#.*)$/gm;

export function cutValues(head: string, placeOf: FieldPlaces): Problem[] {
  if (!head.includes(" #")) return [];
  return Array.from(head.matchAll(LINE), ([, key = "", kept = "", rest = ""]) =>
    problem("cut-value", placeOf(key), {
      rest: excerpt(rest),
      fix: `${key}: ${quote(excerpt(`${kept} ${rest}`, 300))}`,
    }),
  );
}
