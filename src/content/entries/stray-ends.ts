// Front matter values that end with a quote or bracket that nothing opens, such as `tags: accueil, vidéo]` → a warning each, with the
// line without it. To YAML it is a letter of the title, of the name or of the tag.
import { excerpt } from "../../excerpt.ts";
import { problem, type Problem } from "../../problems.ts";
import { SENTENCE_OR_NAMES } from "../sentence-keys.ts";
import type { FieldPlaces } from "../types.ts";
import { quote, yamlList } from "../yaml/quoting.ts";

/** A number before the quote makes it a unit: `15"`. */
const QUOTED = new RegExp(
  SENTENCE_OR_NAMES + /:[ \t]+([^\s"'[{|>#&*!%@`][^"\n]*(?<!\d))"[ \t]*$/.source,
  "gm",
);
/** Old addresses and related posts with such a sign have a message of their own, with what to write. */
const LISTED = /^(tags|author|authors):[ \t]+([^\s"'[{|>#&*!%@`][^[\n]*)\][ \t]*$/gm;

export function strayEnds(head: string, placeOf: FieldPlaces): Problem[] {
  const found = (sign: string, pattern: RegExp, fixed: (value: string) => string): Problem[] =>
    Array.from(head.matchAll(pattern), ([, key = "", value = ""]) =>
      problem("plain-value/stray-end", placeOf(key), {
        field: key,
        found: excerpt(`${value}${sign}`),
        sign,
        fix: `${key}: ${fixed(excerpt(value, 300))}`,
      }),
    );
  return [
    ...found('"', QUOTED, quote),
    ...found("]", LISTED, (value) => yamlList(value.split(",").map((word) => word.trim()))),
  ];
}
