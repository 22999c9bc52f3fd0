// Notes typed by hand (`un mot (1)`, and below `(1) Une remarque`) → a note with what to write.
// Nothing leads to such a note, and nothing back. Numbers of a list look the same: a note counts only if a word above calls it.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

/** How people number notes. */
interface Form {
  /** The first number: most texts have none. */
  first: string;
  /** A number, whatever is around it. */
  mark: RegExp;
}

const SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const FORMS: readonly Form[] = [
  { first: "(1)", mark: /\((\d{1,2})\)/ },
  { first: "[1]", mark: /\[(\d{1,2})\]/ },
  { first: "¹", mark: new RegExp(`([${SMALL}]{1,2})`) },
];

interface Note {
  token: Token;
  at: number;
  line: string;
}

export const typedNotes = passRule("typed-notes", (tokens, env) => {
  for (const form of FORMS) if (env.holds(form.first)) report(notesOf(form, tokens), form, env);
});

/** The notes at the beginning of lines, in order, and called above the first of them. */
function notesOf({ mark }: Form, tokens: readonly Token[]): Note[] {
  // Behind a bracket, it is the label of a link.
  const call = new RegExp(
    `(?:[^\\s([\\]]|\\p{L}[ \\u00a0\\u202f])${mark.source}|(?<!\\] ?)${mark.source}(?=[.,;:)])`,
    "gu",
  );
  const called = new Set<number>();
  const begins = new RegExp(`^${mark.source}(?:[ \\u00a0\\u202f]?:)?[ \\u00a0\\u202f]?(?=[^\\s.,;:)])`);
  const notes: Note[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "inline") continue;
    const apart = tokens[i - 1]?.type === "paragraph_open" && token.level === 1;
    let at = 0;
    for (const line of proseOf(token.content).split("\n")) {
      const number = apart ? numberIn(begins.exec(line)?.[1]) : 0;
      if (number === notes.length + 1 && called.has(number)) notes.push({ token, at, line });
      else if (notes.length === 0)
        for (const [, found, ended] of line.matchAll(call)) called.add(numberIn(found ?? ended));
      at += line.length + 1;
    }
  }
  return notes;
}

/** 0 if there is none. */
const numberIn = (found = ""): number =>
  Number(found.replace(/[^\d]/g, (small) => String(SMALL.indexOf(small))));

function report(notes: readonly Note[], { first, mark }: Form, env: Env): void {
  const [note] = notes;
  if (note === undefined) return;
  const { token, at, line } = note;
  const written = token.content.slice(at, at + line.length);
  env.report("literal-footnote/typed", env.positions.in(token, at), {
    found: excerpt(written),
    mark: first,
    fix: `[^1]: ${excerpt(
      written
        .replace(mark, "")
        .replace(/^[\s:]+/, "")
        .trim(),
      200,
    )}`,
    count: notes.length,
  });
}
