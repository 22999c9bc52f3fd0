// Bare addresses in a text → links, without the punctuation of the sentence around them.
// The scheme is required: `Réfugiés.info` and `etalab.gouv.fr.` are as often names as addresses, so they stay text.
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
  // The library's patterns cost more than the parser, so they run only if a text can contain an address.
  // `mailto:` is not tested: its first letter is in every second word, and its addresses contain an `@`.
  linkify.pretest = (text) => text.includes("//") || text.includes("@");
  linkify.test = (text) => (text.includes("//") || text.includes("@")) && test(text);
  linkify.match = (text) => match(text)?.map(trimmed) ?? null;
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text.slice(0, LONGEST));
    return found === null || found.lastIndex === LONGEST ? null : trimmed(found);
  };
  // Without this, the library would rescan all that follows from each `http://` inside an address, and then drop what it found.
  linkify.testSchemaAt = (text, schema, start) => {
    const length = testSchemaAt(text, schema, start);
    const search = linkify.re.schema_search;
    if (length > 0 && search) search.lastIndex = start + length - 1;
    return length;
  };
}

/** Maximum length examined at the start of an address; longer ones are found in the finished tokens. */
const LONGEST = 2048;

/**
 * Quotation marks and the ellipsis, also as character references, emphasis markers and a final colon end an address; the
 * library knows other ASCII punctuation only. It also passes over the `](` of a link whose text and address are one, if each
 * has an apostrophe.
 */
const TYPOGRAPHIC =
  /[«»“”„…]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[rl](?:[ds]|a)quo|nbsp|hellip|[mn]dash|quot|[lg]t)(?:;|$)|\]\(|(?<![‘’‹›*_~])[‘’‹›*_~]+(?=[.,;:!?)]*$)|(?<!:):+$/;

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
