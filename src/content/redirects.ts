// Old addresses → the current addresses of their pages, from `redirects.yaml` and from the entries themselves.
// An old address that is also a page, that has two targets, or that leads back to itself is refused. Chains are shortened to
// their end.
import { excerpt } from "../text.ts";
import { decodeAddress } from "../urls.ts";
import { problem, type Problem } from "../problems.ts";
import { ADDRESS_NAMES } from "../site/default-addresses.ts";
import { addressPattern, langPrefix, ownAddress, type Site } from "../site/site.ts";
import { addressKey, oldAddress, siteAddress } from "./permalinks.ts";
import { exampleOf } from "./schema.ts";
import { termPattern } from "./terms.ts";
import { byCodeUnit } from "./text.ts";
import type { Entry, ListedRedirect, Redirect } from "./types.ts";
import { lazyPlace } from "./yaml.ts";

/** All redirects, sorted by old address. `roots` are Carnet's own, from addresses where there is nothing else. */
export function makeRedirects(
  listed: readonly ListedRedirect[],
  entries: readonly Entry[],
  { homes, roots }: Pick<Site, "homes"> & { roots: readonly Redirect[] },
  problems: Problem[],
): Redirect[] {
  const pages = new Map(entries.map((entry) => [addressKey(entry.url), entry.file]));
  const found = new Map<string, Redirect>();
  for (const written of [...listed, ...entries.flatMap(fromEntry)]) {
    const redirect = readRedirect(written, problems);
    if (redirect === undefined) continue;
    const { from, to, place } = redirect;
    const key = addressKey(from);
    const first = found.get(key);
    const other = pages.get(key) ?? (first !== undefined && first.to !== to ? first.place.file : undefined);
    if (other !== undefined) problems.push(problem("redirect/taken", place, { from, other }));
    else found.set(key, first ?? redirect);
  }
  for (const root of roots) {
    const key = addressKey(root.from);
    if (!pages.has(key) && !found.has(key)) found.set(key, root);
  }
  return shortened(found, homes, problems).sort((a, b) => byCodeUnit(a.from, b.from));
}

function fromEntry({ redirectFrom, url, file, placeOf }: Entry): ListedRedirect[] {
  if (redirectFrom.length === 0) return [];
  const place = lazyPlace(file, () => {
    const here = placeOf("redirect_from");
    // Line 2 is also the place of an absent key.
    return here.line > 2 ? here : placeOf("aliases");
  });
  // Its own address is one that it left and came back to.
  const others = redirectFrom.filter((from) => addressKey(from) !== addressKey(url));
  return others.map((from) => ({ from, to: url, place, targetPlace: place }));
}

function readRedirect(
  { from, to, place, targetPlace }: ListedRedirect,
  problems: Problem[],
): Redirect | undefined {
  const source = oldAddress(from);
  const target = readTarget(to);
  if ("url" in source && target !== undefined) return { from: source.url, to: target, place };
  const isSource = "bad" in source;
  const fix = place.file.endsWith(".yaml")
    ? { fr: "/ancienne-adresse/: /nouvelle-adresse/", en: "/old-address/: /new-address/" }
    : exampleOf("redirect_from");
  const found = excerpt(isSource ? from : to);
  problems.push(problem("redirect/bad", isSource ? place : targetPlace, { found }, fix));
  return undefined;
}

/** A target is a path of this site, with its fragment, or a whole address. */
function readTarget(to: string): string | undefined {
  if (/^https?:\/\/[^\s/]+\S*$/i.test(to)) return URL.canParse(to) ? new URL(to).href : undefined;
  const [path = "", fragment] = to.split("#", 2);
  // A page, or a file such as a PDF in `public/`, or one of those whose place no page may take.
  const [address] = [siteAddress(path), oldAddress(path)].flatMap((one) => ("url" in one ? one.url : []));
  const url = path === "/sitemap.xml" || path === "/robots.txt" ? path : address;
  if (url === undefined || fragment === undefined) return url;
  const decoded = decodeAddress(fragment);
  // Half of a surrogate pair cannot be encoded.
  const isText = decoded !== undefined && !/\p{Surrogate}/u.test(decoded);
  return isText ? `${url}#${encodeURI(decoded)}` : undefined;
}

/** The redirects, each with the end of its chain as its target. Those in a loop are reported once and left out. */
function shortened(
  found: ReadonlyMap<string, Redirect>,
  homes: Site["homes"],
  problems: Problem[],
): Redirect[] {
  const nextOf = ({ to }: Redirect): Redirect | undefined => {
    // A path, or an address on the site's own hosts.
    const [address = ""] = to.split(/[?#]/, 1);
    const paths = address.startsWith("/") ? [address] : (ownAddress(homes, address)?.inside ?? []);
    return paths.flatMap((path) => found.get(addressKey(path)) ?? [])[0];
  };
  const looping = new Set<Redirect>();
  return [...found.values()].flatMap((redirect) => {
    const way = [redirect];
    let end = redirect;
    for (let next = nextOf(end); next !== undefined; next = nextOf(end)) {
      if (way.includes(next)) {
        const shown = way.slice(0, 6).map(({ from }) => from);
        const chain = [...shown, way.length > 6 ? "…" : end.to].join(" → ");
        if (!way.some((one) => looping.has(one)))
          problems.push(problem("redirect/loop", redirect.place, { chain }));
        for (const one of way) looping.add(one);
        return [];
      }
      way.push(next);
      end = next;
    }
    // The fragment of the last redirect, or else that of the first.
    const [fragment = ""] = /#.*$/.exec(redirect.to) ?? [];
    return { ...redirect, to: end.to.includes("#") ? end.to : end.to + fragment };
  });
}

/**
 * A home page that is not at the root of its language → a redirect to it from that root, which hosts and readers request first,
 * unless another list, a file of `public/` or another site answers there.
 */
export function homeRedirects(
  site: Site,
  languages: readonly string[],
  files: readonly { file: string }[],
  place: () => Redirect["place"],
): Redirect[] {
  if (site.addresses.home === undefined) return [];
  return languages.flatMap((lang): Redirect[] => {
    const from = `${langPrefix(site, lang)}/`;
    const lists = [...ADDRESS_NAMES.map((name) => addressPattern(site, name, lang)), ...site.alsoServed];
    const isAnswered =
      lists.some((url) => addressKey(url) === addressKey(from)) ||
      Object.keys(site.taxonomies).some((name) => termPattern(site, name, lang).startsWith(`${from}:slug`)) ||
      files.some(({ file }) => file.toLowerCase() === `public${from}index.html`);
    return isAnswered ? [] : [{ from, to: addressPattern(site, "home", lang), place: place() }];
  });
}
