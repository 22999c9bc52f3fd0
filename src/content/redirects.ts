// Old addresses → the current addresses of their pages, from `redirects.yaml` and from the entries themselves.
// An old address that is also a page, that has two targets, or that leads back to itself is refused. Chains are shortened to
// their end.
import { problem, type Place, type Problem } from "../problems.ts";
import { ownAddress, type Site } from "../site.ts";
import { NEW_ADDRESS, OLD_ADDRESS } from "../strings/example-addresses.ts";
import { inEach } from "../strings/translated.ts";
import { lazyPlace } from "./yaml/locate.ts";
import { addressKey, oldAddress, siteAddress } from "./permalinks.ts";
import { yamlOf } from "./settings/lines.ts";
import { MOST_VALUES } from "./tag-values.ts";
import { byCodeUnit, excerpt } from "./text.ts";
import type { Entry, ListedRedirect, Redirect } from "./types.ts";

interface Written {
  from: string;
  to: string;
  /** The key that contains it, and all values of that key; absent for `redirects.yaml`. */
  key?: () => string;
  list?: readonly string[];
  place: Place;
  targetPlace: Place;
}

/** All redirects, sorted by old address. `roots` are Carnet's own, from addresses where there is nothing else. */
export function makeRedirects(
  listed: readonly ListedRedirect[],
  entries: readonly Entry[],
  { homes, roots }: Pick<Site, "homes"> & { roots: readonly Redirect[] },
  problems: Problem[],
): Redirect[] {
  const pages = new Map(entries.map((entry) => [addressKey(entry.url), entry.file]));
  const found = new Map<string, Redirect>();
  for (const written of [...fromList(listed), ...fromEntries(entries)]) {
    const redirect = readRedirect(written, problems);
    if (redirect === undefined) continue;
    const key = addressKey(redirect.from);
    const page = pages.get(key);
    const first = found.get(key);
    if (page !== undefined)
      problems.push(problem("redirect/taken", written.place, { from: redirect.from, other: page }));
    else if (first === undefined) found.set(key, redirect);
    else if (first.to !== redirect.to)
      problems.push(
        problem("redirect/conflict", written.place, {
          from: redirect.from,
          to: redirect.to,
          otherTo: first.to,
          other: first.place.file,
        }),
      );
  }
  for (const root of roots) {
    const key = addressKey(root.from);
    if (!pages.has(key) && !found.has(key)) found.set(key, root);
  }
  return shorten(found, homes, problems).sort((a, b) => byCodeUnit(a.from, b.from));
}

function fromList(listed: readonly ListedRedirect[]): Written[] {
  return [...listed];
}

function fromEntries(entries: readonly Entry[]): Written[] {
  return entries.flatMap((entry) => {
    if (entry.redirectFrom.length === 0) return [];
    // Line 2 is also the place of an absent key.
    const key = (): string => (entry.placeOf("redirect_from").line > 2 ? "redirect_from" : "aliases");
    const place = lazyPlace(entry.file, () => entry.placeOf(key()));
    const list = entry.redirectFrom;
    // Its own address is one that it left and came back to.
    const others = list.filter((from) => addressKey(from) !== addressKey(entry.url));
    return others.map((from) => ({ from, to: entry.url, key, list, place, targetPlace: place }));
  });
}

function readRedirect(written: Written, problems: Problem[]): Redirect | undefined {
  const { from, to, place, targetPlace } = written;
  const source = oldAddress(from);
  if ("bad" in source) {
    const field = written.key?.() ?? "redirects.yaml";
    const fix = inEach((lang) => {
      const mended = (address: string): string => mendedSource(address) ?? OLD_ADDRESS[lang];
      if (written.list === undefined)
        return `${yamlOf(mended(from))}: ${source.bad === "pattern" ? NEW_ADDRESS[lang] : yamlOf(targetMeant(to) ?? to)}`;
      // The fix shows the whole list corrected; if the list is too long, only this address.
      return written.list.length > MOST_VALUES
        ? `- ${yamlOf(mended(from))}`
        : `${field}: ${yamlOf(written.list.map(mended))}`;
    });
    problems.push(
      problem("redirect/bad-source", place, { field, found: excerpt(from), reason: source.bad, fix }),
    );
    return undefined;
  }
  const target = readTarget(to);
  if (target !== undefined) return { from: source.url, to: target, place };
  const fix = inEach((lang) => `${yamlOf(from)}: ${yamlOf(targetMeant(to) ?? NEW_ADDRESS[lang])}`);
  problems.push(problem("redirect/bad-target", targetPlace, { found: excerpt(to), fix }));
  return undefined;
}

/** An old address with its slash added and its host removed; undefined if more is wrong with it. */
function mendedSource(from: string): string | undefined {
  const isSound = (address: string): boolean => "url" in oldAddress(address);
  if (isSound(from)) return from;
  const path = unquoted(from).replace(/^(?:(?:https?:)?\/\/[^/]+|(?:\.{1,2}\/)+)?\/*/i, "/");
  return path !== "/" && isSound(path) ? path : undefined;
}

/** Removes the quotes of a word processor. */
const unquoted = (address: string): string =>
  address
    .trim()
    .replace(/^["'“”‘’«]/, "")
    .replace(/["'“”‘’»]$/, "")
    .trim();

/** A target with the characters that it lacks, if they make it valid. */
function targetMeant(to: string): string | undefined {
  const bare = unquoted(to);
  const isPath = /^[\p{L}\p{N}_-]+\/[\p{L}\p{N}_/-]*$/u.test(bare);
  const meant = [bare, /^www\.\S+$/.test(bare) ? `https://${bare}` : "", isPath ? `/${bare}` : ""];
  return meant.find((one) => one !== "" && readTarget(one) !== undefined);
}

/** A target is a path of this site, with its fragment, or a whole address. */
function readTarget(to: string): string | undefined {
  if (/^https?:\/\/[^\s/]+\S*$/i.test(to)) return URL.canParse(to) ? new URL(to).href : undefined;
  const [path = "", fragment] = to.split("#", 2);
  const address = siteAddress(path);
  const url = "url" in address ? address.url : fileTarget(path);
  if (url === undefined || fragment === undefined) return url;
  const place = encodedFragment(fragment);
  return place === undefined ? undefined : `${url}#${place}`;
}

/** Undefined if the fragment is not text once decoded (`100%`, `%E9`), or cannot be encoded (half of a surrogate pair). */
function encodedFragment(written: string): string | undefined {
  try {
    return encodeURI(decodeURI(written));
  } catch {
    return undefined;
  }
}

/** A file other than a page, such as a PDF in `public/`, or one of those whose place no page may take. */
function fileTarget(path: string): string | undefined {
  if (path === "/sitemap.xml" || path === "/robots.txt") return path;
  const address = oldAddress(path);
  return "url" in address ? address.url : undefined;
}

/** Points redirects straight to the end of their chain. Those in a loop are reported once and left out. */
function shorten(
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
  const place = first?.place ?? { file: "content/redirects.yaml", line: 1, column: 1 };
  return problem("redirect/loop", place, {
    chain: [...shown, path.length > 6 ? "…" : (path.at(-1)?.to ?? "")],
  });
}
