// A built feed or sitemap → what would keep a feed reader from reading it, and its addresses.
// XML is read strictly (https://www.w3.org/TR/xml/#sec-well-formed): with one stray character, a reader shows nothing at all.
import { problem, type Problem } from "../problems.ts";
import { placeFinder, type FindPlace } from "../lines.ts";
import type { HtmlReference } from "./html-page.ts";
import { decoded } from "../markup.ts";

export interface FeedFile {
  references: readonly HtmlReference[];
  problems: readonly Problem[];
  placeAt: FindPlace;
}

/** `file` is its path in the output; one that ends in `.json` is a JSON Feed. */
export function checkFeed(text: string, file: string): FeedFile {
  const placeAt = placeFinder(text, file);
  const found = file.endsWith(".json") ? readJson(text) : readXml(text);
  const problems = [
    ...found.faults.map(({ offset, shown }) => problem("feed/malformed", placeAt(offset), { found: shown })),
    ...found.missing.map(({ offset, name }) => problem("feed/missing", placeAt(offset), { name })),
    ...twice(found.ids).map(({ offset, id }) => problem("feed/duplicate-id", placeAt(offset), { id })),
  ];
  return { references: found.references, problems, placeAt };
}

interface Found {
  /** Where the file is not well formed. */
  faults: { offset: number; shown: string }[];
  missing: { offset: number; name: string }[];
  /** Ids of entries. */
  ids: { offset: number; id: string }[];
  references: HtmlReference[];
}

function twice(ids: Found["ids"]): Found["ids"] {
  const seen = new Set<string>();
  return ids.filter(({ id }) => seen.size === seen.add(id).size);
}

const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const MARKUP =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/?)([a-z_][\w:.-]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>)/gi;
const ATTRIBUTES = /^(?:\s+[a-z_][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/i;
const BARE = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/** Elements of Atom, and the elements that each must contain (RFC 4287). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  feed: ["id", "title", "updated"],
  entry: ["id", "title", "updated"],
};

interface Element {
  name: string;
  offset: number;
  /** Offset at which its text begins. */
  start: number;
  children: Set<string>;
}

function readXml(text: string): Found {
  const found: Found = { faults: [], missing: [], ids: [], references: [] };
  const fault = (offset: number, shown = text.slice(offset, offset + 40)): void => {
    found.faults.push({ offset, shown });
  };
  const wrong = text.search(NO_XML);
  if (wrong >= 0) fault(wrong, `U+${text.charCodeAt(wrong).toString(16).toUpperCase().padStart(4, "0")}`);
  const stack: Element[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKUP)) {
    const { index } = match;
    const bare = BARE.exec(text.slice(from, index));
    if (bare) fault(from + bare.index);
    from = index + match[0].length;
    const [, slash, name, attributes = ""] = match;
    if (name === undefined) continue;
    if (slash === "/") {
      const open = stack.pop();
      if (open?.name === name)
        end(open, { text: text.slice(open.start, index), parent: stack.at(-1) }, found);
      else fault(index);
      continue;
    }
    if (!ATTRIBUTES.test(attributes) || BARE.test(attributes)) fault(index);
    stack.at(-1)?.children.add(name);
    const href = / href="([^"]*)"/.exec(attributes)?.[1];
    if (href !== undefined) found.references.push({ href: decoded(href), offset: index });
    if (!attributes.endsWith("/")) stack.push({ name, offset: index, start: from, children: new Set() });
  }
  const rest = BARE.exec(text.slice(from));
  if (rest) fault(from + rest.index);
  for (const { offset } of stack) fault(offset);
  if (text.trim() === "") fault(0, "");
  return found;
}

/** Records what an element contains, at its end tag. */
function end(
  { name, offset, children }: Element,
  { text, parent }: { text: string; parent: Element | undefined },
  found: Found,
): void {
  for (const needed of NEEDED[name] ?? [])
    if (!children.has(needed)) found.missing.push({ offset, name: needed });
  if (name === "loc" || name === "image:loc") found.references.push({ href: decoded(text.trim()), offset });
  if (name === "id" && parent?.name === "entry") found.ids.push({ offset, id: decoded(text.trim()) });
}

function readJson(text: string): Found {
  const found: Found = { faults: [], missing: [], ids: [], references: [] };
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch (error) {
    found.faults.push({ offset: 0, shown: error instanceof Error ? error.message : "" });
    return found;
  }
  const items = fieldOf(feed, "items");
  for (const [name, value] of [
    ["version", fieldOf(feed, "version")],
    ["title", fieldOf(feed, "title")],
    ["items", Array.isArray(items) ? "items" : undefined],
  ] as const)
    if (typeof value !== "string") found.missing.push({ offset: 0, name });
  for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
    const id = fieldOf(item, "id");
    if (typeof id === "string") found.ids.push({ offset: 0, id });
    else found.missing.push({ offset: 0, name: "id" });
    const url = fieldOf(item, "url");
    if (typeof url === "string") found.references.push({ href: url, offset: 0 });
  }
  return found;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
