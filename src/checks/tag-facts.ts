// The attributes of one tag, as they are written → what a check asks of them. The same tags stand on all pages, so that what
// was read of the first ones is remembered.
import { ownText } from "./own-text.ts";
import { readAttributes, type Attributes } from "./markup.ts";

export interface TagFacts {
  attributes: Attributes;
  /** Addresses that it leads to or loads. */
  addresses: readonly string[];
  /** What a strict policy would block, as a message names it. */
  forbidden: readonly string[];
}

export type TagFactsOf = (written: string) => TagFacts;

/** Menus stand on the first pages; to remember every tag would keep the text of every page. */
const REMEMBERED = 2000;

/** Matches the attributes of a tag that has one to be read; the others are not looked at. */
const ASKED = /\s(?:alt\b|(?:id|href|src|srcset|poster|action|lang|type|style|on[a-z]+)\s*=)/i;

const NOTHING: TagFacts = { attributes: new Map(), addresses: [], forbidden: [] };

export function createTagFacts(): TagFactsOf {
  const known = new Map<string, TagFacts>();
  return (written) => {
    if (written === "") return NOTHING;
    const found = known.get(written);
    if (found) return found;
    const remembered = known.size < REMEMBERED ? ownText(written) : undefined;
    const own = remembered ?? written;
    const facts = ASKED.test(own) ? factsOf(readAttributes(own)) : NOTHING;
    if (remembered !== undefined) known.set(remembered, facts);
    return facts;
  };
}

function factsOf(attributes: Attributes): TagFacts {
  const leading = LEADING.flatMap((key) => attributes.get(key)?.trim() ?? []);
  return {
    attributes,
    addresses: [...leading, ...srcsetAddresses(attributes.get("srcset") ?? "")],
    forbidden: [...attributes].flatMap(([key, value]) => forbiddenBy(key, value) ?? []),
  };
}

const LEADING = ["href", "src", "poster", "action"];

function forbiddenBy(key: string, value: string): string | undefined {
  if (key === "style" || /^on[a-z]/.test(key)) return `${key}="…"`;
  return (key === "href" || key === "src") && /^\s*javascript:/i.test(value) ? "javascript:" : undefined;
}

/** Addresses of a `srcset`: each ends at white space, or at a comma that ends it. */
export function srcsetAddresses(srcset: string): string[] {
  return [...srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+[^,]*)?(?:,|$)/g)].map(
    ([, address = ""]) => address,
  );
}
