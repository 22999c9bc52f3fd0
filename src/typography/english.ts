// English text → curly quotes and apostrophes, dashes for double and triple hyphens, the ellipsis.
import { isWithinWord } from "./characters.ts";
import type { Edit, Rules } from "./edits.ts";
import { dashes, ellipsis } from "./dashes.ts";
import { singles } from "./english-singles.ts";
import { pairDoubles } from "./quotes.ts";

export const english: Rules = (text) =>
  /['"‘´]|--|\.\.\./.test(text)
    ? [...doubles(text), ...singles(text), ...accents(text), ...dashes(text), ...dots(text)]
    : [];

function doubles(text: string): Edit[] {
  if (!text.includes('"')) return [];
  return Array.from(pairDoubles(text), ([index, { open }]) => replace(index, open ? "“" : "”"));
}

/** `don´t`. */
function accents(text: string): Edit[] {
  return Array.from(text.matchAll(/´/g), ({ index }) => index)
    .filter((index) => isWithinWord(text, index))
    .map((index) => replace(index, "’"));
}

function dots(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let index = text.indexOf("..."); index >= 0; index = text.indexOf("...", index + 3)) {
    const edit = ellipsis(text, index);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

const replace = (index: number, text: string): Edit => ({ start: index, end: index + 1, text });
