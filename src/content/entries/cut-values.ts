// Front matter values that a `#` cuts short, such as "Le langage C # et moi" → a warning each, with the line in quotes.
// YAML reads the rest as a comment, and nothing else tells the editor that a title has lost its end.
import { problem, type Problem } from "../../problems.ts";
import { excerpt } from "../text.ts";
import type { FieldPlaces } from "../types.ts";
import { quote } from "../yaml/quoting.ts";

/** Keys whose value is a sentence or a name. After a date or a flag, a comment is probably intended. */
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
