// A text → the same, of equal length, with addresses, code and template tags blanked, so that no rule finds a sign in them.
// Every repetition is bounded: in a hostile line of a megabyte, no pattern may rescan the rest from each character.
import { OBJECT } from "./characters.ts";

/** Tested on most blocks, so no alternative begins with a letter that is in every word: `mailto:` is found by its `:`. */
const WORTH = /[@`\\]|:(?:\/\/|[A-Za-z])|[Ww][Ww][Ww]\.|\{[{%]|&[A-Za-z#]/;

const OPAQUE = new RegExp(
  [
    String.raw`\b(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.|mailto:)[^\s<>"«»]+`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}`,
    String.raw`\{\{.{0,200}?\}\}|\{%.{0,200}?%\}`,
    "`[^`\\n]{1,200}`",
    String.raw`\\\S`,
    String.raw`(?<![\w:]):[a-z0-9_+-]{1,40}:(?![\w:])`,
    String.raw`&(?:#x?)?[a-z0-9]{1,20};`,
  ].join("|"),
  "gi",
);

export function masked(text: string): string {
  return WORTH.test(text) ? text.replace(OPAQUE, (found) => OBJECT.repeat(found.length)) : text;
}
