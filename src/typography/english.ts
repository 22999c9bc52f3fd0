// English text → curly quotes and apostrophes, dashes for double and triple hyphens, the ellipsis.
import { isDigit, isLetter, isWithinWord, OBJECT } from "./characters.ts";
import type { Edit } from "./edits.ts";
import { dashes } from "./dashes.ts";
import { ellipsis } from "./ellipsis.ts";
import { closes, opens, pairDoubles } from "./quotes.ts";
import type { Rules } from "./rules.ts";

export const english: Rules = (text) =>
  /['"‘´]|--|\.\.\./.test(text)
    ? [...doubles(text), ...singles(text), ...slips(text), ...dashes(text), ...dots(text)]
    : [];

function doubles(text: string): Edit[] {
  if (!text.includes('"')) return [];
  return Array.from(pairDoubles(text), ([index, { open }]) => replace(index, open ? "“" : "”"));
}

/** Words that begin with an apostrophe, and decades: `'90s`. */
const CLIPPED = /^'(?:\d0s|tis|twas|n')(?![\p{L}\p{N}])/iu;

function singles(text: string): Edit[] {
  const edits: Edit[] = [];
  const open: number[] = [];
  for (let index = text.indexOf("'"); index >= 0; index = text.indexOf("'", index + 1)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    if (isWord(before) && isLetter(after)) edits.push(replace(index, "’"));
    else if (CLIPPED.test(text.slice(index, index + 8))) edits.push(replace(index, "’"));
    else if (before.toLowerCase() === "n" && text.charAt(index - 2) === "'") edits.push(replace(index, "’"));
    else if (closes(text, index) && open.length > 0)
      edits.push(replace(open.pop() ?? index, "‘"), replace(index, "’"));
    else if (opens(text, index)) open.push(index);
    else if (before.toLowerCase() === "s") edits.push(replace(index, "’"));
  }
  return edits;
}

/** `don‘t` and `don´t`. */
function slips(text: string): Edit[] {
  return Array.from(text.matchAll(/[‘´]/g), ({ index }) => index)
    .filter((index) => isWithinWord(text, index))
    .map((index) => replace(index, "’"));
}

const isWord = (char: string): boolean => isLetter(char) || isDigit(char) || char === OBJECT;

function dots(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let index = text.indexOf("..."); index >= 0; index = text.indexOf("...", index + 3)) {
    const edit = ellipsis(text, index);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

const replace = (index: number, text: string): Edit => ({ start: index, end: index + 1, text });
