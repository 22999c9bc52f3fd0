// The lists that Hugo made of a blog's texts → their addresses, and where each redirects now.
// Sections, terms and the home page each have further pages, an alias for the first of them, and a feed. A list that Carnet
// does not have redirects to the nearest one.
// https://gohugo.io/templates/pagination/ https://gohugo.io/content-management/taxonomies/
import { byCodeUnit, slugOf } from "../../content/text.ts";
import { ended, fileSlug, sectionPath } from "./addresses.ts";
import { peopleTaxonomy, type HugoConfig, type HugoLanguage } from "./config.ts";
import { termFolder, termSlug } from "./terms.ts";
import type { OldAddress, OldSite, SourceEntry } from "../model.ts";
import type { ListAddresses } from "../old-addresses.ts";
import { count, map, rooted, text, texts } from "../values.ts";

/** A folder with `_index`, below that of its language: a list of its own. */
export interface Section {
  lang: string;
  folders: readonly string[];
  /** The address in its own front matter. */
  url: string | undefined;
}

export interface Places {
  /** Folders of a text below that of its language. */
  foldersOf: (entry: SourceEntry) => readonly string[];
  sections: readonly Section[];
}

export function hugoLists(
  site: OldSite,
  config: HugoConfig,
  published: readonly SourceEntry[],
  places: Places,
): ListAddresses {
  const found: ListAddresses = { old: [], redirects: [] };
  for (const language of config.languages) {
    const own = published.filter((entry) => (entry.lang ?? site.lang) === language.code);
    if (own.length > 0) new Lists({ site, config, language, own, places }, found).add();
  }
  return found;
}

interface Shelf {
  site: OldSite;
  config: HugoConfig;
  language: HugoLanguage;
  own: readonly SourceEntry[];
  places: Places;
}

/** A list of Hugo and the closest list of Carnet. */
interface List {
  /** Its path below the language, without slashes at its ends; empty for the home page. */
  path: string;
  /** Number of texts that Hugo listed there. */
  listed: number;
  to: string;
  /** Number of pages of the new list. */
  pages: number;
  feed: string;
  what: OldAddress["what"];
}

class Lists {
  readonly #shelf: Shelf;
  readonly #found: ListAddresses;
  readonly #seen = new Set<string>();
  /** Prefix of the language in the old blog and in the new one. */
  readonly #old: string;
  readonly #new: string;
  readonly #each: number;
  readonly #blog: string;

  constructor(shelf: Shelf, found: ListAddresses) {
    const { site, config, language } = shelf;
    this.#shelf = shelf;
    this.#found = found;
    this.#old = language.prefix;
    this.#new = language.code === config.main.code ? "" : `/${language.code}`;
    this.#each = count(site.settings["postsPerPage"]) ?? 10;
    this.#blog = this.#new + (text(map(site.settings["addresses"])["blog"]) ?? "/blog/");
  }

  add(): void {
    const { own, config, language } = this.#shelf;
    const posts = own.filter(({ kind }) => kind === "post").length;
    const list = { pages: this.#pagesOf(posts), feed: `${this.#new}/${config.feed}`, what: "list" } as const;
    const blog = posts > 0 ? this.#blog : `${this.#new}/`;
    this.#list({ ...list, path: "", listed: own.length, to: blog });
    for (const { path, folders, listed } of this.#sections()) {
      const isBlog = config.sections.has((folders[0] ?? "").toLowerCase()) && posts > 0;
      const pages = isBlog && folders.length === 1 ? list.pages : 1;
      this.#list({ ...list, path, listed, to: isBlog ? blog : `${this.#new}/`, pages });
    }
    for (const name of config.taxonomies) this.#taxonomy(name, blog);
    if (config.languages.length > 1) {
      this.#move(`/${language.code}/sitemap.xml`, "/sitemap.xml", "feed");
      // The name of the main language redirects to the home page, even if its texts are at the root.
      if (this.#new === "") this.#move(`/${language.code}/`, "/", "list");
    }
  }

  /** Top-level folders are sections unless they describe terms; those below, only with an `_index`. */
  #sections(): { path: string; folders: readonly string[]; listed: number }[] {
    const { own, config, language, places } = this.#shelf;
    const all = own.map(places.foldersOf);
    const named = places.sections.filter(({ lang }) => lang === language.code);
    const top = [...new Set(all.flatMap(([first]) => first ?? []))].filter(
      (one) => !config.taxonomies.includes(one),
    );
    return [...top.map((one) => ({ folders: [one], url: undefined })), ...named].map(({ folders, url }) => ({
      folders,
      path:
        url === undefined
          ? (sectionPath(folders, config) ?? folders.map((one) => fileSlug(one, config)).join("/"))
          : this.#below(url),
      listed: all.filter((above) => folders.every((one, i) => above[i] === one)).length,
    }));
  }

  /** The path below the language, for an address set in a list's own front matter. */
  #below(url: string): string {
    const path = url.startsWith(`${this.#old}/`) ? url.slice(this.#old.length) : url;
    return path.replace(/^\/+|\/+$/g, "");
  }

  #taxonomy(name: string, blog: string): void {
    const { own, config, site } = this.#shelf;
    const path = fileSlug(name, config);
    const folder = termFolder(name, config);
    const terms = new Map<string, { listed: number; posts: number }>();
    for (const entry of own)
      for (const term of new Set(termsOf(entry, name))) {
        const known = terms.get(term) ?? { listed: 0, posts: 0 };
        terms.set(term, { listed: known.listed + 1, posts: known.posts + (entry.kind === "post" ? 1 : 0) });
      }
    const feed = `${this.#new}/${config.feed}`;
    const hasPosts = [...terms.values()].some(({ posts }) => posts > 0);
    // Only tags and people have the address of their index apart from that of each.
    const at = name === "tags" || name === peopleTaxonomy(config) ? path : folder;
    const index = hasPosts ? `${this.#new}/${at}/` : blog;
    this.#list({ path, listed: 0, to: index, pages: 1, feed, what: "list" });
    for (const [term, { listed, posts }] of [...terms].sort(([a], [b]) => byCodeUnit(a, b))) {
      const to = posts > 0 ? `${this.#new}/${folder}/${this.#slug(name, term)}/` : index;
      this.#list({
        path: `${folder}/${termSlug(name, term, config, site)}`,
        listed,
        to,
        pages: this.#pagesOf(posts),
        feed: posts > 0 ? `${to}feed.xml` : feed,
        what: name === "categories" ? "category" : "tag",
      });
    }
  }

  /** Carnet's name for a term in an address: for someone who signs, the id in `people.yaml`. */
  #slug(taxonomy: string, term: string): string {
    const { site, config } = this.#shelf;
    if (taxonomy !== peopleTaxonomy(config)) return slugOf(term);
    const known = Object.entries(site.people).find(([, one]) => map(one)["name"] === term);
    return slugOf(known?.[0] ?? term);
  }

  #list({ path, listed, to, pages, feed, what }: List): void {
    const { config } = this.#shelf;
    const at = (more: string): string => this.#address([path, more].filter((part) => part !== "").join("/"));
    if (path !== "") this.#move(at(""), to, what);
    else if (this.#old !== this.#new) this.#move(`${this.#old}/`, `${this.#new}/`, what);
    this.#move(encodeURI(rooted(`${this.#old}/${path}/${config.feed}`)), feed, "feed");
    for (let n = 1; n === 1 || (n - 1) * this.#each < listed; n++) {
      const page = `${config.pager}/${String(n)}`;
      this.#move(at(page), n > 1 && n <= pages ? `${to}${page}/` : to, what);
    }
  }

  /** As Hugo writes it: encoded, and "ugly" if configured. */
  #address(path: string): string {
    return encodeURI(ended(rooted(`${this.#old}/${path}`), this.#shelf.config.ugly)).replaceAll("#", "%23");
  }

  #pagesOf(posts: number): number {
    return Math.max(1, Math.ceil(posts / this.#each));
  }

  #move(from: string, to: string, what: OldAddress["what"]): void {
    if (this.#seen.has(from)) return;
    this.#seen.add(from);
    this.#found.old.push({ url: from, what });
    if (from !== to) this.#found.redirects.push({ from, to, file: "", line: 0 });
  }
}

function termsOf(entry: SourceEntry, taxonomy: string): readonly string[] {
  if (taxonomy === "tags") return entry.tags ?? [];
  if (taxonomy === "categories") return entry.categories;
  return texts({ ...entry.inherited, ...entry.text.data }[taxonomy]);
}
