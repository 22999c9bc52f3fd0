// Gives every text its new address: the old one wherever Carnet can publish there, by the simplest means.
// The pattern of the site is the one that most posts follow; the others get `slug`, or `permalink`.
import { defaultPattern } from "../content/addresses.ts";
import { languageFolders, readFileName } from "../content/file-names.ts";
import {
  addressKey,
  fillPattern,
  isSameAddress,
  oldAddress,
  patternProblem,
  siteAddress,
  slugFor,
} from "../content/permalinks.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Day } from "../content/types.ts";
import { jekyllId } from "../feeds/ids.ts";
import { decodeAddress } from "../percent-codes.ts";
import { readDate } from "./dates.ts";
import type { OldSite, OldText } from "./model.ts";
import { at, map, text, type Data } from "./values.ts";

export const decoded = (path: string): string => decodeAddress(path) ?? path;

export interface Placed {
  old: OldText;
  head: Data;
  /** Encoded, as Carnet will write it; undefined if it gives the text none. */
  url: string | undefined;
}

interface Rules {
  lang: string;
  permalink: string;
  languages: ReadonlySet<string>;
  /** The zone of the new site. */
  zone: string;
}

/** Adds `slug`, `permalink`, `feedId` to the new front matter, and `permalink` to the settings. */
export function placeTexts(site: OldSite, heads: ReadonlyMap<OldText, Data>, zone: string): Placed[] {
  const languages = languageFolders({
    lang: site.lang,
    translations: map(site.settings["translations"]) as never,
  });
  const rules: Rules = { lang: site.lang, languages, zone, permalink: "/blog/:year/:month/:day/:slug/" };
  const pattern = usualPattern(heads, rules);
  if (pattern !== undefined) site.settings["permalink"] = rules.permalink = pattern;
  const taken = new Map<string, OldText>();
  return [...heads].map(([old, head]) => {
    keepAddress(old, head, rules);
    const url = predict(old, head, rules);
    const key = addressKey(url ?? "");
    const other = taken.get(key);
    if (url === undefined || other === undefined) {
      taken.set(key, old);
      if (old.oldUrl !== undefined) noteMove(old, url, site);
      keepFeedId(old, head, url, site);
      return { old, head, url };
    }
    return separate(old, other, { head, url, taken }, site);
  });
}

/** The pattern that gives most posts their old addresses. */
function usualPattern(heads: ReadonlyMap<OldText, Data>, rules: Rules): string | undefined {
  const counts = new Map<string, number>();
  for (const [old, head] of heads) {
    const { kind, oldUrl, lang } = old;
    if (kind !== "post" || oldUrl === undefined || (lang !== undefined && lang !== rules.lang)) continue;
    const pattern = patternOf(decoded(oldUrl), slugOf(old, head, rules), newDay(old, head, rules));
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0]?.[0];
}

function patternOf(url: string, slug: string, day: Day | undefined): string | undefined {
  const [, before = "", last = "", end = ""] = /^(.*\/)([^/]+?)(\.html|\/)?$/.exec(url) ?? [];
  const [year = "", month = "", date = ""] = day?.split("-") ?? [];
  if (slug === "" || !last.endsWith(slug)) return undefined;
  const named = before + last.slice(0, -slug.length);
  const dated = [
    `/${year}/${month}/${date}/`,
    `/${year}-${month}-${date}-`,
    `/${year}/${month}/`,
    `/${year}/`,
  ];
  const found = day === undefined ? undefined : dated.find((part) => named.includes(part));
  const words = found?.replace(year, ":year").replace(month, ":month").replace(date, ":day");
  const pattern = `${found === undefined ? named : named.replace(found, words ?? "")}:slug${end === "" ? "/" : end}`;
  return patternProblem(pattern) === undefined ? pattern : undefined;
}

const nameOf = ({ target }: OldText, { languages }: Rules): ReturnType<typeof readFileName> =>
  readFileName(target, languages);

const slugOf = (old: OldText, head: Data, rules: Rules): string =>
  slugFor(text(head["slug"]) ?? nameOf(old, rules).slug);

/** The day that Carnet will read. */
function newDay(old: OldText, head: Data, rules: Rules): Day | undefined {
  const written = head["publishAt"] ?? head["date"];
  return written === undefined ? nameOf(old, rules).day : readDate(written, rules.zone)?.day;
}

/** The address that Carnet will give a text with this front matter. */
function predict(old: OldText, head: Data, rules: Rules): string | undefined {
  const name = nameOf(old, rules);
  const slug = slugOf(old, head, rules) || slugFor(text(head["title"]) ?? "");
  const pattern =
    text(head["permalink"]) ?? defaultPattern({ kind: old.kind, lang: old.lang ?? rules.lang, name }, rules);
  const day = newDay(old, head, rules);
  const filled = fillPattern(pattern, { slug, ...(day !== undefined && { day }) });
  const address = typeof filled === "string" ? siteAddress(filled) : undefined;
  return address !== undefined && "url" in address ? address.url : undefined;
}

function keepAddress(old: OldText, head: Data, rules: Rules): void {
  if (old.oldUrl === undefined) return;
  const wanted = siteAddress(decoded(old.oldUrl));
  if ("bad" in wanted) return;
  const gives = (more: Data): boolean => {
    const url = predict(old, { ...head, ...more }, rules);
    return url !== undefined && isSameAddress(url, wanted.url);
  };
  const [slug = ""] = /[^/]+?(?=(\.html|\/)?$)/.exec(decoded(old.oldUrl)) ?? [];
  if (gives({})) return;
  if (slug !== "" && gives({ slug })) head["slug"] = slug;
  else head["permalink"] = decoded(wanted.url);
}

/** A text whose address changed redirects from the old one. */
function noteMove(old: OldText, url: string | undefined, site: OldSite): void {
  const from = decoded(old.oldUrl ?? "/");
  if (url !== undefined && isSameAddress(from, url)) return;
  site.todo.push({ kind: "moved", file: old.source, found: `${from} → ${decoded(url ?? "?")}` });
  if (url !== undefined && "url" in oldAddress(from)) site.redirects.push({ from, to: decoded(url) });
}

/** Of two texts at one address, the second becomes a draft; one of another host goes under its language. */
function separate(
  old: OldText,
  other: OldText,
  { head, url, taken }: { head: Data; url: string; taken: Map<string, OldText> },
  site: OldSite,
): Placed {
  const at = decoded(url);
  const isElsewhere = old.host !== other.host;
  const address = (n: number): string =>
    isElsewhere ? `/${(old.lang ?? "").toLowerCase()}${at}` : at.replace(/(\.html|\/)$/, `-${String(n)}$1`);
  let n = 2;
  while (taken.has(addressKey(address(n))) && n < 1000) n++;
  head["permalink"] = address(n);
  taken.set(addressKey(address(n)), old);
  if (isElsewhere)
    site.todo.push({ kind: "moved", file: old.source, found: `${old.host ?? ""}${at} → ${address(n)}` });
  else {
    head["draft"] = old.draft = true;
    site.todo.push({ kind: "shared-address", file: old.source, found: `${at} (${other.source})` });
  }
  return { old, head, url: encodeURI(address(n)) };
}

/** Subscribers have seen a post under its old id: if Carnet would give it another, the old one is written. */
function keepFeedId(
  { kind, oldUrl, source, target, data }: OldText,
  head: Data,
  url: string | undefined,
  site: OldSite,
): void {
  if (kind !== "post" || oldUrl === undefined || url === undefined) return;
  const isJekylls = at(site.settings, "feeds.ids") === "jekyll";
  const idOf = (address: string, path: string, slug: string | undefined): string => {
    const file = `content/posts/${path.replace(/^.*\/(?!index\.)|\.\w+$/g, "")}.md`;
    const named = slug === undefined ? { slug: "" } : { slug, addressKey: "slug" as const };
    return isJekylls ? jekyllId({ url: address, file, ...named }) : address;
  };
  const before = idOf(encodeURI(decoded(oldUrl)), source, text(data["slug"]));
  const after = idOf(url, target, text(head["slug"]));
  if (!isSameAddress(before, after)) head["feedId"] = before;
}
