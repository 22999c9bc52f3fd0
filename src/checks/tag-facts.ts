// The attributes of one tag, as written → what the checks need of them. The same tags are on all pages, so the results for the
// first ones are remembered.
import { readAttributes, type Attributes } from "../markup.ts";
import { ownText } from "./own-text.ts";

export interface TagFacts {
  attributes: Attributes;
  /** Addresses that the tag links to or loads. */
  addresses: readonly string[];
  /** What a strict policy would block, as a message names it. */
  forbidden: readonly string[];
}

export type TagFactsOf = (written: string) => TagFacts;

/** Menus are on the first pages; remembering every tag would keep the text of every page in memory. */
const REMEMBERED = 2000;

/** Matches the attributes of a tag if any of them is to be read; other tags are skipped. */
const ASKED = /\s(?:alt\b|(?:id|href|src|srcset|poster|action|lang|type|style|on[a-z]+)\s*=)/i;

const NONE: readonly string[] = [];
const NOTHING: TagFacts = { attributes: new Map(), addresses: NONE, forbidden: NONE };

export function createTagFacts(): TagFactsOf {
  const known = new Map<string, TagFacts>();
  return (written) => {
    if (written === "" || !ASKED.test(written)) return NOTHING;
    const found = known.get(written);
    if (found) return found;
    if (known.size >= REMEMBERED) return factsOf(readAttributes(written));
    const own = ownText(written);
    const facts = factsOf(readAttributes(own));
    known.set(own, facts);
    return facts;
  };
}

/** In loops, for speed: each page has a hundred tags that no other has. */
function factsOf(attributes: Attributes): TagFacts {
  const addresses: string[] = [];
  for (const key of LEADING) {
    const address = attributes.get(key);
    if (address !== undefined) addresses.push(address.trim());
  }
  const srcset = attributes.get("srcset");
  if (srcset !== undefined) addresses.push(...srcsetAddresses(srcset));
  let forbidden = NONE;
  for (const [key, value] of attributes) {
    const what = forbiddenBy(key, value);
    if (what !== undefined) forbidden = [...forbidden, what];
  }
  return { attributes, addresses, forbidden };
}

const LEADING = ["href", "src", "poster", "action"];

function forbiddenBy(key: string, value: string): string | undefined {
  if (key === "style" || (key.startsWith("on") && /^on[a-z]/.test(key))) return `${key}="…"`;
  return (key === "href" || key === "src") && /^\s*javascript:/i.test(value) ? "javascript:" : undefined;
}

/** Addresses in a `srcset`: each ends at white space, or at a comma that follows it. */
export function srcsetAddresses(srcset: string): string[] {
  return [...srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+[^,]*)?(?:,|$)/g)].map(
    ([, address = ""]) => address,
  );
}
