// Addresses written bare in a text → links, without the punctuation of the sentence around them.
// Only with their scheme: `Réfugiés.info` and `etalab.gouv.fr.` are names as often as addresses, and stay text.
import type { MarkdownIt } from "markdown-it";

interface Match {
  lastIndex: number;
  raw: string;
  text: string;
  url: string;
}

export function linkBareAddresses(md: MarkdownIt): void {
  md.set({ linkify: true }).enable("linkify");
  const { linkify } = md;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false }).add("//", null).add("ftp:", null);
  const test = linkify.test.bind(linkify);
  const match = linkify.match.bind(linkify);
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  const testSchemaAt = linkify.testSchemaAt.bind(linkify);
  // Looked for at length only where a text can hold an address: else the library's patterns cost more than the parser.
  // `mailto:` is no sign to look for: its first letter is in every second word, and its addresses hold an `@`.
  linkify.pretest = (text) => text.includes("//") || text.includes("@");
  linkify.test = (text) => (text.includes("//") || text.includes("@")) && test(text);
  linkify.match = (text) => match(text)?.map(trimmed) ?? null;
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text.slice(0, LONGEST));
    return found === null || found.lastIndex === LONGEST ? null : trimmed(found);
  };
  // The library would look at all that follows again from each `http://` within an address, and then drop what it found.
  linkify.testSchemaAt = (text, schema, start) => {
    const length = testSchemaAt(text, schema, start);
    const search = linkify.re.schema_search;
    if (length > 0 && search) search.lastIndex = start + length - 1;
    return length;
  };
}

/** At each address that begins in a text, what follows it is looked at so far; longer ones are found in the finished tokens. */
const LONGEST = 2048;

/** Quotation marks, the ellipsis and signs of emphasis end an address; the library knows ASCII's punctuation only. */
const TYPOGRAPHIC = /[«»“”„…]|(?<![‘’‹›_~])[‘’‹›_~]+(?=[.,;:!?)]*$)/;

function trimmed<M extends Match>(found: M): M {
  const end = found.raw.search(TYPOGRAPHIC);
  if (end < 0) return found;
  const kept = found.raw.slice(0, end).replace(/[.,;:!?]+$/, "");
  const cut = found.raw.length - kept.length;
  found.lastIndex -= cut;
  found.raw = kept;
  found.text = found.text.slice(0, -cut);
  found.url = found.url.slice(0, -cut);
  return found;
}
