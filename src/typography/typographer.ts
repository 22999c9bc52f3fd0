// A language → its typographic rules, for the text of a block or for a title.
// They are idempotent, so a text may be processed more than once. Changes are separate from the text because the text of a block is
// spread over several nodes.
import { NARROW, NO_BREAK, OBJECT, type Edit, type Rules } from "./common.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";

/** Returns changes to the text of a block, in order and without overlaps; usually there are few. */
export type Typographer = (text: string) => readonly Edit[];

const OF_FRANCE = typographer(french({ high: NARROW, colon: NO_BREAK, inside: NO_BREAK }));
const OF_CANADA = typographer(french({ high: "", colon: NO_BREAK, inside: NO_BREAK }));
const OF_SWITZERLAND = typographer(french({ high: NARROW, colon: NARROW, inside: NARROW }));
const ENGLISH = typographer(english);

/** The typographer of a language tag; undefined if Carnet has no rules for it. */
export function typographerFor(lang: string): Typographer | undefined {
  const [primary, ...rest] = lang.toLowerCase().split("-");
  if (primary === "en") return ENGLISH;
  if (primary !== "fr") return undefined;
  return rest.includes("ca") ? OF_CANADA : rest.includes("ch") ? OF_SWITZERLAND : OF_FRANCE;
}

function typographer(rules: Rules): Typographer {
  return (text) => {
    const edits = rules(text);
    if (edits.length === 0) return edits;
    // Addresses and code are searched for only if something would change.
    const plain = masked(text);
    return inOrder(plain === text ? edits : rules(plain));
  };
}

/** A plain text, such as a title, with the rules of its language: the sign of `Pourquoi ?` stays on its line. */
export function typeset(text: string, rules: Typographer | undefined): string {
  const edits = rules?.(text) ?? [];
  if (edits.length === 0) return text;
  return changed(text, 0, edits)
    .map((part) => part.text)
    .join("");
}

/** A segment of changed text. */
export interface Part {
  text: string;
  /** True if it becomes superscript. */
  raised: boolean;
}

/** `text`, which begins at `offset` of the whole text, with the edits that apply to it, from index `from` on. */
export function changed(text: string, offset: number, edits: readonly Edit[], from = 0): Part[] {
  const parts: Part[] = [];
  const add = (more: string, raised: boolean): void => {
    const last = parts.at(-1);
    if (more === "") return;
    if (last !== undefined && !raised && !last.raised) last.text += more;
    else parts.push({ text: more, raised });
  };
  let at = 0;
  for (let i = from; i < edits.length; i++) {
    const edit = edits[i];
    if (edit === undefined || edit.start >= offset + text.length) break;
    add(text.slice(at, Math.max(at, edit.start - offset)), false);
    // If an edit begins in an earlier piece of the text, its replacement is already there.
    if (edit.start >= offset) add(edit.text, edit.raised === true);
    at = Math.min(text.length, Math.max(at, edit.end - offset));
  }
  add(text.slice(at), false);
  return parts;
}

/** Edits in the order of the text, without those that would change the same characters twice. */
function inOrder(edits: Edit[]): readonly Edit[] {
  let last: Edit | undefined;
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit) => {
      // Two insertions at the same place overlap: the text would be inserted twice.
      const isApart =
        last === undefined || (edit.start >= last.end && (edit.end > last.start || edit.start > last.end));
      if (isApart) last = edit;
      return isApart;
    });
}

/** Tested on most blocks, so no alternative begins with a letter that is in every word: `mailto:` is found by its `:`. */
const WORTH = /[@`\\]|:(?:\/\/|[A-Za-z])|[Ww][Ww][Ww]\.|\{[{%]|&[A-Za-z#]/;

/** Every repetition is bounded: in a hostile line of a megabyte, no pattern may rescan the rest from each character. */
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

/** The same text, of equal length, with addresses, code and template tags blanked, so that no rule finds a sign in them. */
const masked = (text: string): string =>
  WORTH.test(text) ? text.replace(OPAQUE, (found) => OBJECT.repeat(found.length)) : text;
