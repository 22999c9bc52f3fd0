// The site's settings as the whole house reads them: those of `site-schema.ts`, with what is derived (base path, origin),
// and the addresses that follow from them.
import { measureOf, type Measure } from "./audience.ts";
import { ADDRESSES, type AddressName } from "./default-addresses.ts";
import type { SiteSettings } from "./site-schema.ts";

/** The site's settings, whole, with what this run changes (address, base path). */
export interface Site extends SiteSettings {
  /** Scheme and host, no final slash: `https://blog.example.org`. Empty when the site has no `url`. */
  origin: string;
  /** Path under which the host serves the site, with both slashes: `/`, `/blog/`. */
  basePath: string;
  /**
   * Where the site is: at this run's address, then at the one in `site.yaml`, which authors link to even when a
   * preview stands elsewhere. Empty when the site has no `url`.
   */
  homes: readonly Home[];
  /** Absolute path of the site root. */
  root: string;
  /** What the pages of this run count; absent where they count nothing. */
  measure?: Measure;
}

/** A host, with its port, and the path on it under which the site stands: `/`, `/blog/`. */
export interface Home {
  host: string;
  path: string;
}

/** The language of the interface for a language tag: French for `fr*`, English for `en*`, else the fallback. */
export function uiLang(lang: string, fallback: "fr" | "en" = "en"): "fr" | "en" {
  return ownLang(lang) ?? fallback;
}

/** The same; undefined for a language that the interface does not have. */
export function ownLang(lang: string): "fr" | "en" | undefined {
  return /^fr\b/i.test(lang) ? "fr" : /^en\b/i.test(lang) ? "en" : undefined;
}

/**
 * Adds what the run decides. `url` and `basePath` override the settings'; the path of `url` is a base path. A preview
 * counts no visit, and neither does a copy at another address than the one in the settings.
 */
export function resolveSite(
  settings: SiteSettings,
  run: { root: string; url?: string; basePath?: string; preview?: boolean },
): Site {
  const address = run.url ?? settings.url;
  const parsed = address === undefined ? undefined : new URL(address);
  const basePath = withSlashes(run.basePath ?? parsed?.pathname ?? "/");
  const homes = parsed === undefined ? [] : [{ host: parsed.host, path: basePath }];
  if (settings.url !== undefined) {
    const { host, pathname } = new URL(settings.url);
    const path = withSlashes(pathname);
    if (!homes.some((home) => home.host === host && home.path === path)) homes.push({ host, path });
  }
  const measure =
    settings.audience && run.preview !== true
      ? measureOf(settings.audience, settings.url ?? address ?? "")
      : undefined;
  const site = { ...settings, origin: parsed?.origin ?? "", basePath, homes, root: run.root };
  return measure === undefined ? site : { ...site, measure };
}

function withSlashes(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  return trimmed === "" ? "/" : `/${trimmed}/`;
}

/**
 * What an absolute address on a host of this site says: its path there, the site paths (without base path) that it may
 * mean, and what follows them (`?…`, `#…`). Undefined for other hosts. The scheme of the web and the case of the host
 * do not count.
 */
export function ownAddress(
  homes: readonly Home[],
  href: string,
): { path: string; inside: string[]; end: string } | undefined {
  // Most addresses are another site's, or paths: they need not be taken apart.
  const start = href.indexOf("//") + 2;
  if (start < 2 || start > 8 || !homes.some(({ host }) => isNamed(host, href, start))) return undefined;
  const found = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(href);
  if (found === null) return undefined;
  const [, host = "", written = "", end = ""] = found;
  const path = written === "" ? "/" : written;
  const name = host.toLowerCase();
  const inside: string[] = [];
  let isOwn = false;
  for (const home of homes) {
    if (home.host !== name) continue;
    isOwn = true;
    if (path.startsWith(home.path)) inside.push(path.slice(home.path.length - 1));
    else if (`${path}/` === home.path) inside.push("/");
  }
  return isOwn ? { path, inside, end } : undefined;
}

/** True where an address names a host, which is in small letters, at an index. */
function isNamed(host: string, href: string, start: number): boolean {
  return href.startsWith(host, start) || href.slice(start, start + host.length).toLowerCase() === host;
}

/** Prefix of a language's pages: none for the site's own, `/en` for another. */
export function langPrefix(site: Pick<SiteSettings, "lang">, lang: string): string {
  return lang === site.lang ? "" : `/${lang.toLowerCase()}`;
}

/**
 * The address pattern of a kind of page in a language: the owner's under the language's prefix,
 * else the default in that language. `page` has no prefix, since it is appended to another address.
 */
export function addressPattern(site: SiteSettings, name: AddressName, lang: string): string {
  const own = site.addresses[name] ?? ADDRESSES[uiLang(lang, uiLang(site.lang))][name];
  return name === "page" ? own : langPrefix(site, lang) + own;
}

/** What a taxonomy of `site.yaml` is called in a language, and what it is. */
export function taxonomyWords(
  site: Pick<SiteSettings, "taxonomies" | "translations">,
  name: string,
  lang: string,
): { label: string; description: string } {
  const { label = name, description = "" } = site.taxonomies[name] ?? {};
  const own = site.translations[lang]?.taxonomies[name];
  return { label: own?.label ?? label, description: own?.description ?? description };
}

/** A site path as an absolute address; the path alone when the site has no `url`. */
export function absoluteUrl(site: Site, path: string): string {
  return site.origin + withBase(site, path);
}

/** A site path with the base path in front: `/img/x.png` → `/blog/img/x.png`. */
export function withBase(site: Pick<Site, "basePath">, path: string): string {
  return site.basePath.slice(0, -1) + path;
}
