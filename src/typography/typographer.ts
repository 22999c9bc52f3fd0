// A language → its typographic rules, for the text of a block or for a title.
// They are idempotent, so a text may be processed more than once.
import { changed, inOrder, type Edit, type Rules } from "./edits.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { masked } from "./masked.ts";
import { NARROW, NO_BREAK } from "./characters.ts";

/** Returns changes to the text of a block, in order and without overlaps; usually there are few. */
export type Typographer = (text: string) => readonly Edit[];

const OF_FRANCE = typographer(french({ high: NARROW, colon: NO_BREAK, inside: NO_BREAK }));
const OF_CANADA = typographer(french({ high: "", colon: NO_BREAK, inside: NO_BREAK }));
const OF_SWITZERLAND = typographer(french({ high: NARROW, colon: NARROW, inside: NARROW }));
const ENGLISH = typographer(english);

/** The typographer of a language tag; undefined if Carnet has no rules for it. */
export function typographerFor(lang: string): Typographer | undefined {
  if (!KNOWN.has(lang)) KNOWN.set(lang, find(lang));
  return KNOWN.get(lang);
}

/** Looked up for every text, of few languages. */
const KNOWN = new Map<string, Typographer | undefined>();

function find(lang: string): Typographer | undefined {
  const [primary, ...rest] = lang.toLowerCase().split("-");
  if (primary === "en") return ENGLISH;
  if (primary !== "fr") return undefined;
  return rest.includes("ca") ? OF_CANADA : rest.includes("ch") ? OF_SWITZERLAND : OF_FRANCE;
}

/** A plain text, such as a title, with the rules of its language: the sign of `Pourquoi ?` stays on its line. */
export function typeset(text: string, rules: Typographer | undefined): string {
  const edits = rules?.(text) ?? [];
  if (edits.length === 0) return text;
  return changed(text, 0, edits)
    .map((part) => part.text)
    .join("");
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
