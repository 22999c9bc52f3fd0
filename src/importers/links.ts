// What links, pictures, menus and redirects of an old blog name → texts, lists and files of the new site.
import { posix } from "node:path";
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { byCodeUnit, slugOf } from "../content/text.ts";
import { groupBy } from "../iterate.ts";
import { nameIn } from "../paths.ts";
import type { SiteSettings } from "../site/schema.ts";
import { addressPattern, langPrefix } from "../site/site.ts";
import { decoded, type Placed } from "./addresses.ts";
import { languagesOf, type OldSite, type OldText } from "./model.ts";
import { isMedia, type SourceFiles } from "./source.ts";
import { rooted, text, texts, type Data } from "./values.ts";

/** What a name is read from; a menu or a portrait has neither text nor folder. */
export type From = Pick<OldText, "lang" | "source" | "target" | "oldUrl">;

export const ROOT: From = { lang: undefined, source: "", target: "content/pages/x.md", oldUrl: "/" };

export interface Links {
  /** Tells the new addresses, once they are known. */
  addAddresses: (placed: readonly Placed[]) => void;
  /** The address of a text, by a name that another gives it: a path, a file name, or an address; with its `#…`. */
  textNamed: (name: string, from: From) => string | undefined;
  /** The new address of a file or page of the old site; undefined for one that is right as it is. */
  target: (written: string, from: From) => string | undefined;
}

/** Adds to the files of the site those that nothing copied yet, and that a text shows. */
export function createLinks(site: OldSite, files: SourceFiles): Links {
  /** Paths in the new site. */
  const copied = new Set(site.assets.map(({ target }) => target));
  const filesNamed = groupBy(files.files, nameIn);
  /** Name, in the language of a text or in any → the text. */
  const names = new Map<string, OldText>();
  for (const old of site.texts)
    for (const name of old.names.map(nameKey))
      for (const key of [`${old.lang ?? ""}:${name}`, name]) if (!names.has(key)) names.set(key, old);
  /** Source or old address of a text → its new address. */
  const urls = new Map<string, string>();

  const textNamed: Links["textNamed"] = (name, { lang = "", source }) => {
    const [, path = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(name.trim()) ?? [];
    if (path === "") return anchor || undefined;
    const keys = [posix.join(posix.dirname(source), path), path].map(nameKey);
    const [found] = keys.flatMap((key) => names.get(`${lang}:${key}`) ?? names.get(key) ?? []);
    const url = urls.get(found?.source ?? addressKey(belowBase(path, site)));
    return url === undefined ? undefined : url + anchor;
  };

  const copy = (source: string, target: string, path: string): string => {
    if (!copied.has(target)) site.assets.push({ source, target });
    copied.add(target);
    return target.startsWith("public/") ? target.slice("public".length) : path;
  };

  /** The file that an address names, as served or beside its text. */
  const fileAt = (path: string, from: From): string | undefined => {
    const below = belowBase(path, site);
    const isRelative = !path.startsWith("/");
    const beside = posix.join(posix.dirname(from.target), path);
    if (isRelative && copied.has(beside)) return path;
    const served = [shownAt(path, from), rooted(below)].map((item) => belowBase(item, site));
    const known = served.find((item) => copied.has(`public${item}`));
    if (known !== undefined || !isMedia(path)) return known;
    const near = posix.join(posix.dirname(from.source), path);
    if (isRelative && files.has(near)) {
      // Beside a text in a folder of its own; elsewhere, the folder of all texts is no place for it.
      const isBundle = from.target.endsWith("/index.md");
      return copy(near, isBundle ? beside : `public/${near.replace(/(^|\/)_/g, "$1")}`, path);
    }
    // Wherever the old generator took it from: `src/assets/img/a.png` for `/img/a.png`.
    const plain = below.replace(/^\/|^(\.\.?\/)+/g, "");
    const alike = filesNamed.get(nameIn(plain)) ?? [];
    const found = alike.find((file) => plain.includes("/") && `/${file}`.endsWith(`/${plain}`));
    return found === undefined ? undefined : copy(found, `public/${plain}`, path);
  };

  return {
    textNamed,
    addAddresses(placed) {
      for (const { old, url } of placed)
        for (const from of [old.source, addressKey(old.oldUrl ?? old.source)])
          if (url !== undefined && !urls.has(from)) urls.set(from, url);
    },
    target(written, from) {
      if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|\{|\?)/i.test(written)) return undefined;
      const [, given = "", end = ""] = /^([^?#]*)(.*)$/.exec(written) ?? [];
      const path = decoded(given);
      const file = fileAt(path, from);
      if (file !== undefined) return file === path ? undefined : file.replaceAll(" ", "%20") + end;
      if (/\.(md|markdown)$/i.test(path)) return textNamed(path + end, from);
      const below = belowBase(path, site);
      // A relative link to another page, as readers followed it.
      const isThere = path.startsWith("/") && urls.has(addressKey(below));
      // A language that had a host of its own is below its name now.
      const shown = path.startsWith("/") ? `/${from.lang ?? ""}${below}` : shownAt(path, from);
      const moved = isThere ? undefined : urls.get(addressKey(shown));
      return moved === undefined ? (below === path ? undefined : below + end) : moved + end;
    },
  };
}

/** Writes the menus into the settings; an entry that leads to no page of the new site is named. `known`: keys of addresses. */
export function settleMenus(
  site: OldSite,
  { textNamed }: Links,
  known: ReadonlySet<string>,
  redirects: Readonly<Record<string, string>>,
): void {
  // A list that Carnet has elsewhere; one that it has not leads home.
  const lists = new Map(Object.entries(redirects).map(([from, to]) => [addressKey(from), to]));
  const homes = new Set(["/", ...[...languagesOf(site)].map((lang) => `/${lang}/`)]);
  const home = text(site.settings["url"]);
  const targetOf = (to: string, lang: string | undefined): string | undefined => {
    const path = home !== undefined && to.startsWith(home) ? rooted(to.slice(home.length)) : to;
    if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return path;
    const below = rooted(belowBase(path, site));
    const listed = (at: string): string | undefined => {
      const key = addressKey(at.replace(/#.*/, ""));
      const to = lists.get(key);
      return known.has(key) ? at : homes.has(to ?? "/") ? undefined : to;
    };
    return textNamed(path, { ...ROOT, lang }) ?? listed(below) ?? listed(`/${lang ?? ""}${below}`);
  };
  for (const place of ["nav", "footer"] as const) {
    const entries = new Map<string, Data>();
    for (const { label, to, lang } of site[place]) {
      const url = targetOf(to, lang);
      const own = lang === undefined || lang === site.lang ? {} : { lang };
      if (url === undefined) site.todo.push({ kind: "menu", file: "", found: `${label} → ${to}` });
      else if (!entries.has(url)) entries.set(url, { label, url, ...own });
    }
    if (entries.size > 0) site.settings[place] = [...entries.values()];
  }
}

const nameKey = (name: string): string =>
  name.replace(/^\.?\/+|\/+$|\.(md|markdown|html?)$/gi, "").toLowerCase();

/** A relative address as readers followed it: `/a/b.html` and `/a/` are both in `/a/`. */
const shownAt = (path: string, { oldUrl = "/" }: From): string =>
  path.startsWith("/") ? path : posix.join(oldUrl.replace(/[^/]*$/, ""), path);

/** The path of an address below that of the old site on its host; the address itself if it is elsewhere. */
const belowBase = (path: string, { base }: OldSite): string =>
  base !== "" && (path === base || path.startsWith(`${base}/`)) ? rooted(path.slice(base.length)) : path;

/**
 * Rules of files in Netlify's form: those that Carnet can make, one old address each. Patterns, hosts and rewrites are named in the
 * report. https://docs.netlify.com/routing/redirects/
 */
export function readRedirects(site: OldSite, files: SourceFiles, names: readonly string[]): void {
  for (const file of new Set(names))
    for (const line of (files.read(file) ?? "").split(/\r?\n/)) {
      const rule = line.replace(/(^|\s)#.*$/, "").trim();
      const [from = "", to = "", status = "301"] = rule.split(/\s+/);
      // Status 200 serves another page at the same address, which a redirect does not.
      const isPlain = !/[*?]|\/:\w/.test(from + to) && from.startsWith("/") && /^30[1278]!?$/.test(status);
      if (isPlain && to !== "") site.redirects.push({ from: belowBase(from, site), to: belowBase(to, site) });
      else if (rule !== "") site.todo.push({ kind: "redirect", file, found: rule.replace(/\s+/g, " ") });
    }
}

/** Old path → new one, sorted: one for each old address that no page has; those that Carnet refuses are named in the report. */
export function settleRedirects(site: OldSite, known: ReadonlySet<string>): Record<string, string> {
  const taken = new Set(known);
  const found: [string, string][] = [];
  for (const { from, to } of site.redirects) {
    const key = addressKey(from);
    if ("bad" in oldAddress(from) || !/^(\/|https?:)/.test(to))
      site.todo.push({ kind: "redirect", file: "", found: `${from} ${to}` });
    else if (!taken.has(key) && key !== addressKey(to)) {
      taken.add(key);
      found.push([decoded(from), decoded(to)]);
    }
  }
  return Object.fromEntries(found.sort(([a], [b]) => byCodeUnit(a, b)));
}

/**
 * Adds redirects from the lists that the old generator made to those of the new site. Returns keys of the addresses of the lists
 * that the new site has.
 */
export function redirectLists(site: OldSite, settings: SiteSettings): Set<string> {
  const languages = new Set(site.texts.map(({ lang = site.lang }) => lang)).add(site.lang);
  const names = ["home", "blog", "tags", "people", "archives", "search", "feed", "jsonFeed"] as const;
  // Carnet makes lists of no other terms.
  const naming = site.texts.filter(({ kind, draft }) => kind !== "page" && !draft);
  const ofTerm = ({ data }: OldText): OldText["terms"] =>
    Object.fromEntries(Object.keys(settings.taxonomies).map((name) => [name, texts(data[name])]));
  const named = naming.flatMap(({ lang = site.lang, ...old }) =>
    Object.entries(old.kind === "post" ? old.terms : ofTerm({ ...old, lang })).flatMap(([taxonomy, all]) =>
      all.flatMap((name) => [`${lang}:${taxonomy}`, `${lang}:${taxonomy}:${name}`]),
    ),
  );
  const used = new Set(named);
  const found = [...languages].flatMap((lang) => [
    ...names.map((name) => addressPattern(settings, name, lang)),
    ...Object.entries(settings.taxonomies)
      .filter(([name, { folder }]) => folder !== undefined || used.has(`${lang}:${name}`))
      .map(([, { address = "/" }]) => langPrefix(settings, lang) + address.replace(/:slug.*$/, "")),
  ]);
  const known = new Set(["/sitemap.xml", ...found].map(addressKey));
  for (const { url, of, feed, ...old } of site.lists) {
    const lang = old.lang ?? site.lang;
    const isTerm = typeof of === "object" && used.has(`${lang}:${of.taxonomy}:${of.name}`);
    const usual = addressPattern(settings, typeof of === "object" ? "blog" : of, lang);
    const to = isTerm ? termAddress(of, lang, settings) : usual;
    if (isTerm) known.add(addressKey(to));
    site.redirects.push({ from: url, to });
    const newFeed = isTerm ? to.replace(/(\.html|\/)$/, "/feed.xml") : addressPattern(settings, "feed", lang);
    if (feed !== undefined) site.redirects.push({ from: feed, to: newFeed });
  }
  return known;
}

function termAddress(term: { taxonomy: string; name: string }, lang: string, settings: SiteSettings): string {
  const own = settings.taxonomies[term.taxonomy]?.address;
  const kind = /^authors?$/.test(term.taxonomy) ? "person" : "tag";
  const pattern = own === undefined ? addressPattern(settings, kind, lang) : langPrefix(settings, lang) + own;
  return pattern.replace(":slug", slugOf(term.name));
}
