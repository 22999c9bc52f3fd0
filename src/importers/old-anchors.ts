// Fragments of links between imported texts → the new ids of the headings that they refer to.
// Kramdown, GitHub and Hugo make ids from the same words by other rules: `#les-gens--leurs-métiers` is the heading with these
// letters.
import { addressKey } from "../content/permalinks.ts";
import type { Heading, Rendered } from "../markdown/types.ts";
import { decodeComponent } from "../percent-codes.ts";
import { renameFiles } from "./named-files.ts";

/** A text of the new site, with the addresses by which links may refer to it. */
export interface AnchoredText {
  addresses: readonly string[];
  /** Called only for texts to which a link with a fragment points: it renders the text. */
  read: () => Pick<Rendered, "ids" | "headings">;
}

/** The ids and headings at an address; undefined if there is no text. */
export type Anchors = (address: string) => Place | undefined;

interface Place {
  ids: ReadonlySet<string>;
  /** Letters of a heading, with its number among headings with the same words → its ids; more than one if ambiguous. */
  named: ReadonlyMap<string, ReadonlySet<string>>;
}

export function anchorsOf(texts: readonly AnchoredText[]): Anchors {
  const at = new Map<string, AnchoredText>();
  for (const text of texts) for (const address of text.addresses) at.set(addressKey(address), text);
  const known = new Map<AnchoredText, Place>();
  return (address) => {
    const text = at.get(addressKey(address));
    if (text === undefined) return undefined;
    let place = known.get(text);
    if (place === undefined) {
      const { ids, headings } = text.read();
      known.set(text, (place = { ids: new Set(ids), named: namesOf(headings) }));
    }
    return place;
  };
}

/** The body of the text at `url`, with the new fragments of links to its own headings and to those of other texts. */
export function withAnchors(
  body: string,
  url: string,
  anchors: Anchors,
): { body: string; changes: { from: string; to: string }[] } {
  const changes: { from: string; to: string }[] = [];
  if (!body.includes("#")) return { body, changes };
  const renamed = renameFiles(body, (address) => {
    const [path = "", fragment = ""] = address.split(/#([^]*)/, 2);
    if (fragment === "" || !/^(?:$|\/(?!\/)|\.{1,2}\/)/.test(path)) return undefined;
    const place = anchors(pathFrom(path, url));
    const id = place === undefined ? undefined : idNow(decodeComponent(fragment) ?? fragment, place);
    if (id === undefined) return undefined;
    changes.push({ from: address, to: `${path}#${id}` });
    return `${path}#${id}`;
  });
  return { body: renamed, changes };
}

const pathFrom = (path: string, url: string): string =>
  new URL(path, new URL(url, "https://carnet.invalid/")).pathname;

/** The single id of the heading that a fragment referred to; undefined if the fragment is valid, or ambiguous. */
function idNow(fragment: string, { ids, named }: Place): string | undefined {
  if (ids.has(fragment)) return undefined;
  const [id, ...more] = named.get(lettersOf(fragment)) ?? [];
  return more.length === 0 ? id : undefined;
}

function namesOf(headings: readonly Heading[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { id, text } of headings)
    for (const letters of new Set([lettersOf(text), asciiOf(text)])) {
      if (letters === "") continue;
      const count = counts.get(letters) ?? 0;
      counts.set(letters, count + 1);
      const name = count === 0 ? letters : `${letters}${String(count)}`;
      named.set(name, (named.get(name) ?? new Set()).add(id));
    }
  return named;
}

/** Only letters and digits, without accents: all that the rules for ids have in common. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Kramdown's own rule drops everything but ASCII letters and digits, and what precedes the first letter: `#t--brest`. */
const asciiOf = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[^a-z]+|[^a-z\d]+/g, "");
