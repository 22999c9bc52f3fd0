// Two built sites on disk → what a reader would find changed: pages added, removed, moved or rewritten, addresses lost.
// Pages are compared by their words, not their bytes: a new stylesheet changes every page, but nothing for readers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPageText, type PageText } from "../checks/page-text.ts";
import { filesBelow } from "../files.ts";
import { addFeedNames, renamedIn, type FeedNames } from "./feed-names.ts";

/** A page that a reader can open, at its address on the site, without base path. */
interface ComparedPage {
  url: string;
  title: string;
  words: number;
}

export interface Comparison {
  added: ComparedPage[];
  removed: ComparedPage[];
  /** Posts and pages whose words differ, with the number of words added and removed. */
  changed: (ComparedPage & { came: number; went: number })[];
  /** Number of lists and indexes (home, tags, archives…) whose words differ: they follow the posts. */
  lists: number;
  /** Addresses of the first site that redirect in the second. */
  moved: { url: string; to: string }[];
  /** Addresses of the first site (pages, feeds, documents) that the second does not answer. */
  lost: string[];
  /** Titles of the posts that have another id in the feeds: subscribers would receive them again. */
  renamed: string[];
  /** Words of all posts and pages, before and after. */
  words: { before: number; after: number };
  /** Texts of notices above every page that were added or removed, in each language. */
  notices: { came: string[]; went: string[] };
}

/** `base` and `head` are absolute paths of built sites, such as `_site`. Addresses are in code-point order. */
export function compareSites(base: string, head: string): Comparison {
  const [before, after] = [readSite(base), readSite(head)];
  const made: Comparison = {
    added: [],
    removed: [],
    changed: [],
    lists: 0,
    moved: [],
    lost: [],
    renamed: renamedIn(before.entries, after.entries),
    notices: noticesBetween(before, after),
    words: { before: wordsOf(before), after: wordsOf(after) },
  };
  for (const [url, page] of after.pages) {
    const old = before.pages.get(url);
    if (old === undefined) made.added.push(compared(url, page));
    else if (allOf(old) === allOf(page)) continue;
    else if (isWritten(old) || isWritten(page)) {
      // If a list has an introduction in one of the sites, only introductions are compared.
      const [before, after] = [written(old), written(page)];
      made.changed.push({ ...compared(url, after), ...difference(before, after) });
    } else made.lists++;
  }
  for (const [url, page] of before.pages) if (!after.pages.has(url)) made.removed.push(compared(url, page));
  for (const url of [...before.addresses].sort()) {
    if (after.addresses.has(url) && !after.redirects.has(url)) continue;
    const to = after.redirects.get(url);
    if (to === undefined) made.lost.push(url);
    else if (!before.redirects.has(url)) made.moved.push({ url, to });
  }
  return made;
}

interface BuiltSite {
  pages: Map<string, PageText>;
  redirects: Map<string, string>;
  /** Addresses of pages, redirects, feeds and documents. */
  addresses: Set<string>;
  entries: FeedNames;
}

/** Paths that visitors do not bookmark: the theme, the search index, pictures, files for hosts and robots. */
const PASSING =
  /^\/(?:assets|pagefind|media)\/|^\/(?:_headers|_redirects|robots\.txt|sitemap[^/]*\.xml|CNAME)$|(?:^|\/)404\.html$|\/\.|\.(?:jpe?g|png|gif|webp|avif|svg|ico|webmanifest)$/;

function readSite(folder: string): BuiltSite {
  const site: BuiltSite = {
    pages: new Map(),
    redirects: new Map(),
    addresses: new Set(),
    entries: new Map(),
  };
  const files = filesBelow(folder).map((file) => `/${file}`);
  for (const file of files) {
    if (PASSING.test(file)) continue;
    const url = file.replace(/\/index\.html$/, "/");
    site.addresses.add(url);
    if (file.endsWith(".json")) addFeedNames(site.entries, readFileSync(join(folder, file), "utf8"));
    if (!file.endsWith(".html")) continue;
    const page = readPageText(readFileSync(join(folder, file), "utf8"));
    if (page.target === undefined) site.pages.set(url, page);
    else site.redirects.set(url, page.target);
  }
  if (files.includes("/_redirects"))
    for (const [, from = "", to = ""] of readFileSync(join(folder, "_redirects"), "utf8").matchAll(
      /^[ \t]*(\/\S*)[ \t]+(\S+)/gm,
    ))
      if (!site.pages.has(from)) site.redirects.set(from, to);
  return site;
}

/** True for a text that someone wrote, and for a list with an introduction; false for a list that Carnet made. */
const isWritten = ({ kind, isProse }: PageText): boolean =>
  kind === "post" || kind === "page" || kind === "" || (isProse && (kind === "tag" || kind === "person"));

const written = (page: PageText): PageText => (isWritten(page) ? page : { ...page, above: "", text: "" });

function wordsOf({ pages }: BuiltSite): number {
  return [...pages.values()].filter(isWritten).reduce((sum, page) => sum + split(page.text).length, 0);
}

function noticesBetween(before: BuiltSite, after: BuiltSite): Comparison["notices"] {
  const noticesOf = ({ pages }: BuiltSite): Set<string> =>
    new Set([...pages.values()].flatMap(({ notices }) => notices));
  const [old, now] = [noticesOf(before), noticesOf(after)];
  return { came: [...now].filter((one) => !old.has(one)), went: [...old].filter((one) => !now.has(one)) };
}

function compared(url: string, { title, text }: PageText): ComparedPage {
  return { url, title, words: split(text).length };
}

const allOf = ({ title, above, text }: PageText): string => [title, above, text].join("\n");

/** Number of words added and removed, in any order. */
function difference(old: PageText, page: PageText): { came: number; went: number } {
  const count = new Map<string, number>();
  for (const word of split(allOf(old))) count.set(word, (count.get(word) ?? 0) - 1);
  for (const word of split(allOf(page))) count.set(word, (count.get(word) ?? 0) + 1);
  let [came, went] = [0, 0];
  for (const n of count.values()) {
    if (n > 0) came += n;
    else went -= n;
  }
  return { came, went };
}

const split = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
