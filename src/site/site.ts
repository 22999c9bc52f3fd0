// The site's settings as the rest of the code uses them: those of `schema.ts`, values derived from them (base path,
// origin), and the addresses that follow.
import { uiLang, type UiLang } from "../ui-lang.ts";
import { ADDRESSES, OFF, type AddressName } from "./default-addresses.ts";
import type { Audience, SiteSettings } from "./schema.ts";

/** The site's complete settings, with what this run changes (address, base path). */
export interface Site extends SiteSettings {
  /** Scheme and host, without a final slash: `https://blog.example.org`. Empty if the site has no `url`. */
  origin: string;
  /** Path under which the host serves the site, with a slash at both ends: `/`, `/blog/`. */
  basePath: string;
  /**
   * Addresses of the site: this run's, then the one in `site.yaml`, which authors link to even in a preview elsewhere. Empty if
   * the site has no address.
   */
  homes: readonly Home[];
  /** Absolute path of the site root. */
  root: string;
  /** What the pages of this run measure; absent if they measure nothing. */
  measure?: Measure;
}

/** What pages need in order to count their views. */
interface Measure extends Pick<Audience, "siteId"> {
  /** Address to which each view is sent: `https://stats.example.org/matomo.php`. */
  endpoint: string;
  /** The only host, with its port, on which pages count views: a copy elsewhere must not change the figures. */
  host: string;
}

/** A host, with its port, and the path of the site on it: `/`, `/blog/`. */
export interface Home {
  host: string;
  path: string;
}

/**
 * Adds what the run decides. `url` and `basePath` override the settings; the path of `url` is a base path. A preview counts no
 * views, and neither does a copy at an address other than the one in the settings.
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
  const measure = run.preview === true ? undefined : measureOf(settings.audience, settings.url ?? address);
  const site = { ...settings, origin: parsed?.origin ?? "", basePath, homes, root: run.root };
  return measure === undefined ? site : { ...site, measure };
}

function measureOf(audience: Audience | undefined, url: string | undefined): Measure | undefined {
  if (audience === undefined || url === undefined) return undefined;
  const { siteId, matomo } = audience;
  const endpoint = `${matomoFolder(matomo)}matomo.php`;
  return { siteId, endpoint, host: new URL(url).host };
}

/**
 * The folder of a Matomo server, always in https, with a final slash and without query or fragment: people copy the path of a
 * program from Matomo's code snippet.
 */
export function matomoFolder(matomo: string): string {
  const { host, pathname } = new URL(matomo);
  const folder = pathname.replace(/\/(?:(?:matomo|piwik)\.(?:php|js)|index\.php)$/, "/");
  return `https://${host}${folder.replace(/\/*$/, "/")}`;
}

/** The host that receives page views, as shown to people. */
export function matomoHost({ matomo }: Audience): string {
  return new URL(matomo).host;
}

function withSlashes(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  return trimmed === "" ? "/" : `/${trimmed}/`;
}

/**
 * Splits an absolute address on a host of this site: its path there, the site paths (without base path) that it may mean, and
 * the rest (`?…`, `#…`). Undefined for other hosts. `http` or `https` and the case of the host do not matter.
 */
export function ownAddress(
  homes: readonly Home[],
  href: string,
): { path: string; inside: string[]; end: string } | undefined {
  const [, named, written = "", end = ""] = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(href) ?? [];
  const own = homes.filter(({ host }) => host === named?.toLowerCase());
  if (own.length === 0) return undefined;
  // `https://host//img/x`: a slash too many after the host.
  const path = written === "" ? "/" : written.replace(/^\/{2,}/, "/");
  const inside = own.flatMap((home) =>
    path.startsWith(home.path) ? path.slice(home.path.length - 1) : `${path}/` === home.path ? "/" : [],
  );
  return { path, inside, end };
}

/** A file's address on a host of this site becomes its site path, with the rest (`?…`, `#…`); any other address stays as it is. */
export function ownPath(homes: readonly Home[], address: string): string {
  const own = ownAddress(homes, address);
  const [path] = own?.inside ?? [];
  return own === undefined || path === undefined ? address : path + own.end;
}

/** Language of the interface on pages in a language: the site's own, if Carnet does not speak that one. */
export function wordsLang(site: Pick<SiteSettings, "lang">, lang: string): UiLang {
  return uiLang(lang, uiLang(site.lang));
}

/** Prefix of a language's pages: empty for the site's own language, `/en` for another. */
export function langPrefix(site: Pick<SiteSettings, "lang">, lang: string): string {
  return lang === site.lang ? "" : `/${lang.toLowerCase()}`;
}

/**
 * The address pattern of a kind of page in a language: the owner's or else the default, after the language's prefix. `page` has
 * no prefix, since it is appended to another address.
 */
export function addressPattern(site: SiteSettings, name: AddressName, lang: string): string {
  const usual = ADDRESSES[wordsLang(site, lang)][name];
  const own = isOff(site, name) ? usual : (site.addresses[name] ?? usual);
  return name === "page" ? own : langPrefix(site, lang) + own;
}

/** True if the owner wants no pages of that kind: `addresses: { person: off }`. */
export function isOff(site: Pick<SiteSettings, "addresses">, name: AddressName): boolean {
  return site.addresses[name] === OFF;
}

/** What settings say by language in one of them, or else in the one that it is a form of: `en-GB`, then `en`. */
export function wordingIn<T>(written: Iterable<readonly [lang: string, T]>, lang: string): T | undefined {
  const byLang = new Map([...written].map(([code, said]) => [code.toLowerCase(), said]));
  const own = lang.toLowerCase();
  return byLang.get(own) ?? byLang.get(own.replace(/-.*/, ""));
}

/**
 * A description of the settings on pages in a language: its translation (`own`), or else the one in the site's language. Undefined
 * for readers of another language without a translation: a name says something to them, a sentence does not, and Carnet has one
 * in their language for most pages. `fr-CA` is a form of `fr`.
 */
export function descriptionIn(
  site: Pick<SiteSettings, "lang">,
  lang: string,
  { own, written }: Record<"own" | "written", string | undefined>,
): string | undefined {
  const base = (tag: string): string => tag.replace(/-.*/, "").toLowerCase();
  return own ?? (base(lang) === base(site.lang) ? written : undefined);
}

/** Title of the site in a language: its translation, or else the one in the site's language. */
export function siteTitle(site: Pick<SiteSettings, "title" | "translations">, lang: string): string {
  const own = site.translations[lang]?.title ?? "";
  return own === "" ? site.title : own;
}

/** Title and description of the site in a language. */
export function siteWords(
  site: Pick<SiteSettings, "lang" | "title" | "description" | "translations">,
  lang: string,
): { title: string; description: string } {
  const described = { own: site.translations[lang]?.description, written: site.description };
  return { title: siteTitle(site, lang), description: descriptionIn(site, lang, described) ?? "" };
}

/** Label of one term, label of all, and description of a taxonomy of `site.yaml`, or of people, in a language. */
export function taxonomyWords(
  site: Pick<SiteSettings, "lang" | "taxonomies" | "people" | "translations">,
  name: string,
  lang: string,
): { label: string; plural: string; description: string } {
  const settings: {
    label?: string | undefined;
    plural?: string | undefined;
    description?: string | undefined;
  } = name === PEOPLE ? site.people : (site.taxonomies[name] ?? {});
  const { label = name, plural, description: written } = settings;
  const own = site.translations[lang]?.taxonomies[name];
  const description = descriptionIn(site, lang, { own: own?.description, written }) ?? "";
  return {
    label: own?.label ?? label,
    plural: own?.plural ?? own?.label ?? plural ?? label,
    description,
  };
}

/** The taxonomy of those who sign, whose terms have files in `content/people/`. */
export const PEOPLE = "people";

type TermSettings = Pick<SiteSettings["taxonomies"][string], "fields" | "index"> & {
  folder?: string | undefined;
};

/** The taxonomies whose terms may have files: those of `site.yaml` with a folder, then people. */
export function foldersOf(site: Pick<SiteSettings, "taxonomies" | "people">): Map<string, TermSettings> {
  const own = Object.entries(site.taxonomies).filter(([, { folder }]) => folder !== undefined);
  return new Map<string, TermSettings>([...own, [PEOPLE, { ...site.people, folder: PEOPLE }]]);
}

/** A site path as an absolute address; the path alone if the site has no `url`. */
export function absoluteUrl(site: Site, path: string): string {
  return site.origin + withBase(site, path);
}

/** A site path after the base path: `/img/x.png` → `/blog/img/x.png`. */
export function withBase(site: Pick<Site, "basePath">, path: string): string {
  return site.basePath.slice(0, -1) + path;
}
