// Gives every text its new address: the old one wherever Carnet can publish there, by the simplest means.
// The pattern of the site is the one that most posts follow; the others get `slug`, or `permalink`.
import { readFileName } from "../content/file-names.ts";
import * as permalinks from "../content/permalinks.ts";
import { addressKey, defaultPattern, isSameAddress, siteAddress } from "../content/permalinks.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Day } from "../content/types.ts";
import { groupBy } from "../iterate.ts";
import { decodeAddress } from "../urls.ts";
import { languagesOf, type OldSite, type OldText } from "./model.ts";
import { PEOPLE } from "../site/site.ts";
import { countsOf, map, readDate, text, type Data } from "./values.ts";

export const decoded = (path: string): string => decodeAddress(path) ?? path;

export interface Placed {
  old: OldText;
  head: Data;
  /** Decoded; undefined if Carnet gives the text none. */
  url: string | undefined;
}

interface Rules {
  lang: string;
  permalink: string;
  /** Those that a folder may be named after. */
  languages: ReadonlySet<string>;
  /** The zone of the new site. */
  zone: string;
  /** Of the addresses of terms with files, by taxonomy. */
  termPatterns: Readonly<Record<string, string>>;
}

/** Adds `slug` and `permalink` to the new front matter, and `permalink` to the settings. */
export function placeTexts(site: OldSite, heads: ReadonlyMap<OldText, Data>, zone: string): Placed[] {
  const languages = languagesOf(site);
  const permalink = "/blog/:year/:month/:day/:slug/";
  const own = Object.entries(map(site.settings["taxonomies"])).flatMap(([name, settings]) => {
    const address = text(map(settings)["address"]);
    return address === undefined ? [] : [[name, address] as const];
  });
  const { person } = map(site.settings["addresses"]);
  const ofPeople = text(person);
  const termPatterns = Object.fromEntries([
    ...own,
    ...(ofPeople === undefined ? [] : [[PEOPLE, ofPeople] as const]),
  ]);
  const rules: Rules = { lang: site.lang, languages, zone, permalink, termPatterns };
  learnAddresses(site, heads, rules);
  const pattern = usualPattern(heads, rules);
  if (pattern !== undefined) site.settings["permalink"] = rules.permalink = pattern;
  const taken = new Map<string, OldText>();
  return [...heads].map(([old, head]) => {
    keepAddress(old, head, rules);
    const { source: file, oldUrl: from } = old;
    let url = predict(old, head, rules);
    const other = taken.get(addressKey(url ?? ""));
    if (!old.draft && other !== undefined) {
      head["draft"] = old.draft = true;
      site.todo.push({ kind: "shared-address", file, found: `${url ?? ""} (${other.source})` });
      url = undefined;
    } else if (!old.draft) {
      if (url !== undefined) taken.set(addressKey(url), old);
      if (from !== undefined && !isSameAddress(from, url ?? "")) {
        site.todo.push({ kind: "moved", file, found: `${from} → ${url ?? "?"}` });
        if (url !== undefined) site.redirects.push({ from, to: url });
      }
    }
    return { old, head, url };
  });
}

/** The pattern that gives most posts their old addresses. */
const usualPattern = (heads: ReadonlyMap<OldText, Data>, rules: Rules): string | undefined =>
  mostFrequent(
    [...heads].flatMap(([old, head]) =>
      old.kind === "post" ? (patternOf(old, head, old.oldUrl ?? "", rules) ?? []) : [],
    ),
  )?.[0];

/** The value that stands most often in a list, and how often. */
const mostFrequent = (all: readonly string[]): [string, number] | undefined =>
  [...countsOf(all)].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0];

const LINKED = /(?:\]\(|(?:href|src)=["'])(?:https?:\/\/[^/\s"'()]+)?(\/[^\s"'()#?]+)/g;

/** As many posts as must be linked to by one pattern, before it is that of others that nothing places. */
const ENOUGH_LINKS = 3;

/** Addresses that only a program knew: those of the posts that nothing places are as the site's own links show them. */
function learnAddresses(site: OldSite, heads: ReadonlyMap<OldText, Data>, rules: Rules): void {
  const unplaced = [...heads].filter(([old]) => old.kind === "post" && !old.draft && old.isUsual === true);
  if (unplaced.length === 0) return;
  const linked = site.texts.flatMap(({ body }) => [...body.matchAll(LINKED)].map(([, path = ""]) => path));
  const paths = new Set([...linked, ...site.redirects.map(({ to }) => to)].map(decoded));
  const byName = groupBy([...paths], (path) => /([^/]+?)(?:\.html|\/)?$/.exec(path)?.[1] ?? "");
  const shown = unplaced.flatMap(([old, head]) => {
    const there = byName.get(slugOf(old, head, rules)) ?? [];
    return [...new Set(there.flatMap((path) => patternOf(old, head, path, rules) ?? []))];
  });
  const [pattern = "", times = 0] = mostFrequent(shown) ?? [];
  if (times < ENOUGH_LINKS) return;
  for (const [old, head] of unplaced) {
    // As Eleventy names a page: its file name without the day, with its capitals and signs.
    const slug = (old.names[2] ?? "").replace(/^\d{4}-\d\d-\d\d-/, "");
    const day = newDay(old, head, rules);
    const filled = permalinks.fillPattern(pattern, { slug, ...(day !== undefined && { day }) });
    if (typeof filled === "string") old.oldUrl = filled;
  }
}

const FORMS = ["/:year/:month/:day/", "/:year-:month-:day-", "/:year/:month/", "/:year/"];

/** `/2021/04/01/titre.html` → `/:year/:month/:day/:slug.html`, for a text of the main language. */
function patternOf(old: OldText, head: Data, address: string, rules: Rules): string | undefined {
  const slug = slugOf(old, head, rules);
  const [, before = "", end = ""] = /^(.*?)(\.html|\/)?$/.exec(address) ?? [];
  if (slug === "" || !before.endsWith(slug) || (old.lang ?? rules.lang) !== rules.lang) return undefined;
  const day = newDay(old, head, rules);
  const named = before.slice(0, -slug.length);
  const filled = (form: string): string => {
    const [year = "", month = "", date = ""] = day?.split("-") ?? [];
    return form.replace(":year", year).replace(":month", month).replace(":day", date);
  };
  const form = FORMS.find((item) => day !== undefined && named.includes(filled(item)));
  const dated = form === undefined ? named : named.replace(filled(form), form);
  const pattern = `${dated}:slug${end || "/"}`;
  return "url" in permalinks.patternAddress(pattern) ? pattern : undefined;
}

const slugOf = ({ target }: OldText, head: Data, { languages }: Rules): string =>
  permalinks.slugFor(text(head["slug"]) ?? readFileName(target, languages).slug);

/** The day that Carnet will read. */
function newDay({ target }: OldText, head: Data, { languages, zone }: Rules): Day | undefined {
  const written = head["publishAt"] ?? head["date"];
  return written === undefined ? readFileName(target, languages).day : readDate(written, zone)?.day;
}

/** The address that Carnet will give a text with this front matter. */
function predict(old: OldText, head: Data, rules: Rules): string | undefined {
  const name = readFileName(old.target, rules.languages);
  const slug = slugOf(old, head, rules) || permalinks.slugFor(text(head["title"]) ?? "");
  const lang = old.lang ?? rules.lang;
  const usual =
    rules.termPatterns[old.taxonomy ?? ""] ?? defaultPattern({ kind: old.kind, lang, name }, rules);
  const day = newDay(old, head, rules);
  const values = { slug, ...(day !== undefined && { day }) };
  const filled = permalinks.fillPattern(text(head["permalink"]) ?? usual, values);
  const address = typeof filled === "string" ? siteAddress(filled) : undefined;
  return address !== undefined && "url" in address ? decoded(address.url) : undefined;
}

function keepAddress(old: OldText, head: Data, rules: Rules): void {
  const wanted = siteAddress(old.oldUrl ?? "");
  if ("bad" in wanted) return;
  const gives = (more: Data): boolean =>
    isSameAddress(predict(old, { ...head, ...more }, rules) ?? "", wanted.url);
  const [slug = ""] = /[^/]+?(?=(\.html|\/)?$)/.exec(decoded(wanted.url)) ?? [];
  if (gives({})) return;
  if (slug !== "" && gives({ slug })) head["slug"] = slug;
  else head["permalink"] = decoded(wanted.url);
}
