// Old addresses → the current addresses of their pages, from `redirects.yaml` and from the entries themselves.
// An old address that is also a page, that has two targets, or that leads back to itself is refused. Chains are shortened to
// their end.
import { problem, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import { NEW_ADDRESS, OLD_ADDRESS } from "../strings/example-addresses.ts";
import { inEach } from "../strings/translated.ts";
import { lazyPlace } from "./yaml/locate.ts";
import { addressKey, oldAddress, siteAddress } from "./permalinks.ts";
import { shortenChains } from "./redirect-chains.ts";
import { yamlOf } from "./settings/lines.ts";
import { MOST_VALUES } from "./tag-values.ts";
import { excerpt } from "../excerpt.ts";
import { byCodeUnit } from "./text.ts";
import type { Entry, ListedRedirect, Redirect } from "./types.ts";

interface Written extends ListedRedirect {
  /** The key of front matter that contains it, and all values of that key; absent for `redirects.yaml`. */
  key?: () => string;
  list?: readonly string[];
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
  const all: readonly Written[] = [...listed, ...fromEntries(entries, problems)];
  for (const written of all) {
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
  return shortenChains(found, homes, problems).sort((a, b) => byCodeUnit(a.from, b.from));
}

/** Another title of the text, which Obsidian keeps under `aliases`: words, with nothing of an address. */
const OTHER_NAME = /^(?=[^\s\p{Lu}]*[\s\p{Lu}])[^/.]*$/u;

function fromEntries(entries: readonly Entry[], problems: Problem[]): Written[] {
  return entries.flatMap((entry) => {
    if (entry.redirectFrom.length === 0) return [];
    // Line 2 is also the place of an absent key.
    const key = (): string => (entry.placeOf("redirect_from").line > 2 ? "redirect_from" : "aliases");
    const place = lazyPlace(entry.file, () => entry.placeOf(key()));
    const names = entry.redirectFrom.filter((from) => OTHER_NAME.test(from));
    const areNames = names.length > 0 && key() === "aliases";
    const list = areNames ? entry.redirectFrom.filter((from) => !names.includes(from)) : entry.redirectFrom;
    if (areNames) {
      const fix = list.length === 0 ? undefined : `aliases: ${yamlOf(list)}`;
      problems.push(
        problem("no-effect/other-names", place, { names: names.map((name) => excerpt(name)), fix }),
      );
    }
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
        : `${field}: ${yamlOf(written.list.flatMap(apart).map(mended))}`;
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

/** Addresses that one text holds without being a list: `/a/, /b/`. An old address may have spaces. */
function apart(written: string): string[] {
  const parts = written.split(/[\s,;]+/).filter((part) => part !== "");
  const isList = parts.every((part) => part.startsWith("/") && mendedSource(part) !== undefined);
  return isList ? parts : [written];
}

/** Removes the quotes of a word processor, and a bracket that nothing opens. */
const unquoted = (address: string): string =>
  address
    .trim()
    .replace(/^["'“”‘’«]/, "")
    .replace(/["'“”‘’»\]]$/, "")
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
