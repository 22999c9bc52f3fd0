// Ids of entries in the JSON feeds of a built site: a feed reader shows an entry with another id as a new one.
import { isMap } from "../content/yaml/parse.ts";
import { parsedJson } from "../files.ts";

/** Ids by day and title, which identify an entry in any version of the site. */
export type FeedNames = Map<string, { title: string; names: Set<string> }>;

/** Adds the ids of a file, if it is a JSON feed: each list has one, with the same ids as its Atom feed. */
export function addFeedNames(all: FeedNames, text: string): void {
  for (const { id, title, date_published: day } of itemsOf(text)) {
    if (typeof id !== "string" || typeof title !== "string") continue;
    const key = `${String(day)}\0${title}`;
    const found = all.get(key) ?? { title, names: new Set() };
    all.set(key, found);
    found.names.add(id);
  }
}

/** Titles of the entries found in both that have another id in the second. */
export function renamedIn(before: FeedNames, after: FeedNames): string[] {
  const isRenamed = ([key, { names }]: [string, { names: Set<string> }]): boolean => {
    const old = before.get(key)?.names;
    return old !== undefined && [...names].every((name) => !old.has(name));
  };
  return [...after].filter(isRenamed).map(([, { title }]) => title);
}

function itemsOf(text: string): Record<string, unknown>[] {
  const feed = parsedJson(text);
  if (!isMap(feed) || !String(feed["version"]).includes("jsonfeed.org/version")) return [];
  const { items } = feed;
  return Array.isArray(items) ? items.filter(isMap) : [];
}
