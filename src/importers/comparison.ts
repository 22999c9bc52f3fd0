// Compares what readers see of a text, before and after: its words, its pictures and its links.
// Both texts are rendered with Carnet's own Markdown; the old one is first read without its template tags.
import type { Markdown } from "../markdown/render.ts";
import type { Rendered } from "../markdown/types.ts";
import { isInAddress } from "./body/leftovers.ts";
import { addressesIn, addressKeys, pairUp, type Addresses } from "./compared-addresses.ts";
import type { Change } from "./model.ts";
import { plainSource, UNKNOWN_PART } from "./old-text.ts";
import { splitWords, withoutLabels, wordsOf } from "./words.ts";

export interface Counted {
  before: number;
  after: number;
  lost: string[];
  added: string[];
}

/** What tags show may be added. New links do no harm: only lost ones are named. */
export interface Comparison {
  words: Counted;
  pictures: Counted;
  links: Counted;
}

export interface Before {
  body: string;
  shortcodes: boolean;
  /** True for a file of HTML, in which indents do not make code. */
  html: boolean;
  /** True where codes such as `:tada:` were emoji, which are no words. */
  emoji: boolean;
  /** Path of the old site on its host, without the final slash. */
  base: string;
}

export interface After {
  body: string;
  /** Texts of template tags, whose words may appear. */
  shown: readonly string[];
  /** What tags became, whose pictures and links have to appear. */
  became: readonly string[];
  /** Tags that stay in the text. */
  unknown: readonly string[];
  changes: readonly Pick<Change, "kind" | "from" | "to">[];
}

export function compareTexts(markdown: Markdown, before: Before, after: After): Comparison {
  const keyOf = addressKeys(
    before.base,
    after.changes.filter(({ kind, from }) => kind === "image" && !/^[{[]/.test(from)),
  );
  const read = (body: string): Addresses & { words: string[] } => {
    const result = rendered(markdown, withoutLabels(body));
    return { ...addressesIn(result, body, keyOf), words: wordsOf(result.html, before.emoji) };
  };
  const source = plainSource(before.body, before.shortcodes);
  const old = read(before.html ? source.replace(/^[ \t]+/gm, "") : source);
  const now = read(withUnknownParts(after.body, after.unknown));
  const shown = read(after.became.filter((text) => !/^\s*https?:\S+\s*$/.test(text)).join("\n\n"));
  return {
    words: compareWords(old.words, now.words, after.shown),
    pictures: compareAddresses(old.pictures, now.pictures, shown.pictures),
    links: { ...compareAddresses(old.links, now.links, shown.links), added: [] },
  };
}

function compareWords(
  before: readonly string[],
  after: readonly string[],
  shown: readonly string[],
): Counted {
  const { missing, left } = pairUp(before, after);
  const { left: added } = pairUp(shown.flatMap(splitWords), left);
  return { before: before.length, after: after.length, lost: missing, added };
}

/** An address that a tag became has to be there, once or more: what a tag encloses may be in both. */
function compareAddresses(
  before: readonly string[],
  after: readonly string[],
  became: readonly string[],
): Counted {
  const { missing, left } = pairUp(before, after);
  const all = new Set(after);
  const gone = became.filter((address) => !all.has(address) && !missing.includes(address));
  const { left: added } = pairUp(became, left);
  const { missing: more } = pairUp(became, before);
  const lost = [...missing, ...new Set(gone)];
  return { before: before.length + more.length, after: after.length, lost, added };
}

/** Marks what is not known of an address in which a tag stays: it would be no address. */
function withUnknownParts(body: string, tags: readonly string[]): string {
  return [...new Set(tags)].reduce(
    (text, tag) =>
      text.split(tag).reduce((out, part) => out + (isInAddress(out.slice(-600)) ? UNKNOWN_PART : tag) + part),
    body,
  );
}

/** The text rendered alone, without its site's settings. */
export function rendered(markdown: Markdown, body: string): Rendered {
  return markdown.render({
    file: "",
    body: body.replace(/\r\n?/g, "\n"),
    bodyLine: 1,
    lang: "fr",
    url: "/",
    title: "",
    typography: false,
  });
}
