// Front matter values that a `#` cuts short, such as "Le langage C # et moi" → a warning each, with the line in quotes.
// YAML reads the rest as a comment, and nothing else tells the editor that a title has lost its end, or a text its hashtags.
import { problem, type Problem } from "../../problems.ts";
import { excerpt } from "../../excerpt.ts";
import { SENTENCE_OR_NAMES } from "../sentence-keys.ts";
import type { FieldPlaces } from "../types.ts";
import { quote, yamlList } from "../yaml/quoting.ts";

/** After a date or a flag, a comment is probably intended. */
const LINE = new RegExp(SENTENCE_OR_NAMES + /:[ \t]+([^\s"'[{|>#&*!%@`].*?)[ \t](#.*)$/.source, "gm");

/** Tags written as hashtags, without a list below them. A space after the sign makes an intended comment. */
const HASHTAGS = /^tags:[ \t]+(#[^\s#].*)$(?!\n[ \t-])/m;

export function cutValues(head: string, placeOf: FieldPlaces): Problem[] {
  if (!head.includes(" #")) return [];
  return [...cutEnds(head, placeOf), ...hashtags(head, placeOf)];
}

function hashtags(head: string, placeOf: FieldPlaces): Problem[] {
  const [, written] = HASHTAGS.exec(head) ?? [];
  if (written === undefined) return [];
  const words = written.split(/[,;]|\s(?=#)/).map((word) => word.replace(/^[\s#]+/, "").trim());
  const fix = `tags: ${yamlList(words.filter((word) => word !== ""))}`;
  return [problem("cut-value/hashtags", placeOf("tags", "key"), { found: excerpt(written), fix })];
}

function cutEnds(head: string, placeOf: FieldPlaces): Problem[] {
  return Array.from(head.matchAll(LINE), ([, key = "", kept = "", rest = ""]) =>
    problem("cut-value", placeOf(key), {
      rest: excerpt(rest),
      fix: `${key}: ${quote(excerpt(`${kept} ${rest}`, 300))}`,
    }),
  );
}
