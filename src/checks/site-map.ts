// What a site answers, as hash tables for a link checker that looks up thousands of paths.
// Paths are compared percent-decoded and in NFC, and never with the base path.
import { isAlsoServed } from "../markdown/addresses.ts";
import { pathKey, withoutSlash } from "./fold.ts";
import { firstFolder } from "./link-address.ts";
import { createFindNear, type FindNear } from "./near.ts";
import type { LinkCheckInput, Withheld } from "./types.ts";

export type Answer =
  | { is: "page"; ids: ReadonlySet<string> | undefined }
  | { is: "redirect"; to: string }
  | { is: "withheld"; why: Withheld }
  | { is: "elsewhere" }
  | { is: "nothing" };

export interface SiteMap {
  answer(path: string): Answer;
  near: FindNear;
  /** True if the site has a page or file in the first folder of a path: no other site answers there. */
  ownsFolder(path: string): boolean;
}

const NOTHING: Answer = { is: "nothing" };

export function createSiteMap(input: LinkCheckInput): SiteMap {
  const pages = new Map<string, Answer>();
  for (const [url, ids] of input.answers) pages.set(pathKey(url), { is: "page", ids });
  const withheld = new Map([...input.withheld].map(([url, why]) => [pathKey(url), why]));
  // `/old` and `/old/` have the same answer, in the rules of hosts and in the page of an old address.
  const redirects = new Map(input.redirects.map(({ from, to }) => [withoutSlash(pathKey(from)), to]));
  const elsewhere = input.alsoServed.map(pathKey);
  let folders: Set<string> | undefined;

  return {
    answer(path) {
      const key = pathKey(path);
      // A folder and its `index.html` are one address: a page has the first, a file of `public/` the second.
      const page = pages.get(key) ?? pages.get(otherName(key));
      if (page) return page;
      const to = redirects.get(withoutSlash(key));
      if (to !== undefined) return { is: "redirect", to };
      const why = withheld.get(key);
      if (why !== undefined) return { is: "withheld", why };
      return isAlsoServed(key, elsewhere) ? { is: "elsewhere" } : NOTHING;
    },
    ownsFolder(path) {
      folders ??= new Set([...pages.keys()].filter((key) => key.indexOf("/", 1) > 0).map(firstFolder));
      return folders.has(firstFolder(pathKey(path)));
    },
    near: createFindNear(function* () {
      for (const url of input.answers.keys()) yield [url, url] as const;
      for (const { file, url } of input.entries) if (input.answers.has(url)) yield [file, url] as const;
      // Withheld texts come last: a link to one has a message of its own.
      for (const url of input.withheld.keys()) yield [url, url] as const;
      for (const { file, url } of input.entries) if (input.withheld.has(url)) yield [file, url] as const;
    }),
  };
}

const INDEX = "index.html";

/** The other name of a folder's page: `/x/` for `/x/index.html`, and back; empty for any other path. */
function otherName(key: string): string {
  if (key.endsWith(`/${INDEX}`)) return key.slice(0, -INDEX.length);
  return key.endsWith("/") ? key + INDEX : "";
}
