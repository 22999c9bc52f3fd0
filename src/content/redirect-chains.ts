// Redirects that lead to one another → redirects that lead straight to the end of their chain.
// Those in a loop are reported once and left out.
import { problem, topOf, type Problem } from "../problems.ts";
import { ownAddress, type Site } from "../site/site.ts";
import { addressKey } from "./permalinks.ts";
import type { Redirect } from "./types.ts";

/** The redirects, by key of their old address, each with the end of its chain as its target. */
export function shortenChains(
  found: ReadonlyMap<string, Redirect>,
  homes: Site["homes"],
  problems: Problem[],
): Redirect[] {
  // Where each address ends; `null` for a loop. Each redirect is followed once, however long the chains.
  const ends = new Map<string, string | null>();
  for (const start of found.keys()) {
    const path: Redirect[] = [];
    const walked = new Set<string>();
    let key = start;
    let redirect = found.get(key);
    let end: string | null | undefined = ends.get(key);
    while (redirect !== undefined && end === undefined && !walked.has(key)) {
      walked.add(key);
      path.push(redirect);
      const { to } = redirect;
      const next = keysOf(to, homes).find((one) => found.has(one));
      redirect = next === undefined ? undefined : found.get(next);
      end = next === undefined ? to : ends.get(next);
      key = next ?? key;
    }
    if (end === undefined) {
      end = null;
      problems.push(loop(path));
    }
    for (const one of walked) ends.set(one, end);
  }
  return [...found].flatMap(([key, redirect]) => {
    const end = ends.get(key);
    return typeof end === "string" ? [{ ...redirect, to: withFragment(end, redirect.to) }] : [];
  });
}

/** The keys under which a target may redirect again: a path, or an address on the site's own hosts. */
function keysOf(to: string, homes: Site["homes"]): string[] {
  const [address = ""] = to.split(/[?#]/, 1);
  const paths = address.startsWith("/") ? [address] : (ownAddress(homes, address)?.inside ?? []);
  return paths.map(addressKey);
}

/** A chain leads to the fragment of its last redirect, or else to that of its first. */
function withFragment(end: string, first: string): string {
  const hash = first.indexOf("#");
  return hash < 0 || end.includes("#") ? end : end + first.slice(hash);
}

function loop(path: readonly Redirect[]): Problem {
  const shown = path.slice(0, 6).map((redirect) => redirect.from);
  const [first] = path;
  const place = first?.place ?? topOf("content/redirects.yaml");
  return problem("redirect/loop", place, {
    chain: [...shown, path.length > 6 ? "…" : (path.at(-1)?.to ?? "")],
  });
}
