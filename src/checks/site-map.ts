// What a site answers, as hash tables that a link checker asks thousands of times.
// Paths are compared percent-decoded and composed, and never with the base path.
import type { Redirect } from "../content/types.ts";
import { pathKey } from "./fold.ts";
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
}

const NOTHING: Answer = { is: "nothing" };

export function createSiteMap(input: LinkCheckInput): SiteMap {
  const pages = new Map<string, Answer>();
  for (const [url, ids] of input.answers) pages.set(pathKey(url), { is: "page", ids });
  const withheld = new Map([...input.withheld].map(([url, why]) => [pathKey(url), why]));
  const redirect = redirectFinder(input.redirects);
  const elsewhere = input.alsoServed.map((prefix) => pathKey(prefix).replace(/\/$/, ""));

  return {
    answer(path) {
      const key = pathKey(path);
      const page =
        pages.get(key) ??
        (key.endsWith("/index.html") ? pages.get(key.slice(0, -"index.html".length)) : undefined);
      if (page) return page;
      const to = redirect(key);
      if (to !== undefined) return { is: "redirect", to };
      const why = withheld.get(key);
      if (why !== undefined) return { is: "withheld", why };
      return elsewhere.some((prefix) => key === prefix || key.startsWith(`${prefix}/`))
        ? { is: "elsewhere" }
        : NOTHING;
    },
    near: createFindNear(function* () {
      for (const url of input.answers.keys()) yield [url, url] as const;
      for (const { file, url } of input.entries) if (input.answers.has(url)) yield [file, url] as const;
    }),
  };
}

/** Exact addresses first, then patterns that end with `*`, in the order of the file. */
function redirectFinder(redirects: readonly Redirect[]): (key: string) => string | undefined {
  const exact = new Map<string, string>();
  const starts: { start: string; to: string }[] = [];
  for (const { from, to } of redirects) {
    const key = pathKey(from);
    if (key.endsWith("*")) starts.push({ start: key.slice(0, -1), to });
    else if (!exact.has(key)) exact.set(key, to);
  }
  return (key) => exact.get(key) ?? starts.find(({ start }) => key.startsWith(start))?.to;
}
