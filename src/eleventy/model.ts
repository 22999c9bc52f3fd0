// What pages are rendered from, with or without Eleventy: the site's posts and static pages in the shape of Eleventy's collection
// items (`post.url`, `post.date`, `post.data.title`, `post.content`), and its collections.
import { basename, dirname } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import { MARKDOWN } from "../content/file-names.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Entry, Post, TermEntry } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import type { Page } from "../pages/types.ts";
import type { CollectionItem, PageValues } from "./types.ts";

export class Model {
  readonly prepared: Prepared;
  /** Policies that pages carry themselves, for hosts that send no headers. */
  readonly policies: { page: string; search: string };
  /** The page that is being rendered, and those that were found to read more of the site than their own data. */
  page: Page | undefined;
  readonly readingSite = new Set<Page>();
  readonly #items = new Map<string, Item>();
  #collections: Record<string, Item[]> | undefined;

  constructor(prepared: Prepared) {
    const { content } = prepared.plan;
    const hosts = frameHostsOf(content, ({ file }) => prepared.rendered.get(file) ?? { frameHosts: [] });
    this.prepared = prepared;
    this.policies = {
      page: contentSecurityPolicy(content.site, hosts, { inPage: true }),
      search: contentSecurityPolicy(content.site, hosts, { inPage: true, searches: true }),
    };
  }

  /** The item of a text. Made on demand: a build that renders a few pages of a large site needs few. */
  readonly item = (entry: Entry): Item => {
    const rendered = this.prepared.rendered.get(entry.file);
    if (!rendered) throw new Error(`${entry.file} was to be shown before it was rendered.`);
    const item = this.#items.get(entry.file) ?? new Item(entry, rendered, this);
    this.#items.set(entry.file, item);
    return item;
  };

  /** Posts, pages, and posts by slug and by label of every term, latest first. Carnet's own layouts never read them. */
  get collections(): Readonly<Record<string, Item[]>> {
    if (this.#collections) return this.#collections;
    const { content, pages: planned } = this.prepared.plan;
    const shown = new Set(planned.map(({ entry }) => entry?.file));
    const posts = content.posts.map(this.item);
    const pages = content.pages.filter(({ file }) => shown.has(file)).map(this.item);
    const collections = Object.create(null) as Record<string, Item[]>;
    for (const item of posts) for (const name of item.terms) (collections[name] ??= []).push(item);
    return (this.#collections = Object.assign(collections, { posts, pages, all: [...posts, ...pages] }));
  }

  /** Notes that the page being rendered reads the collections; or what only the page of `own` has among its data. */
  noteReading(own?: Entry): void {
    if (this.page && (own === undefined || this.page.entry !== own)) this.readingSite.add(this.page);
  }
}

/** The date of pages that have none: fixed, because the clock or a file's age would change the output. */
export const UNDATED = new Date(0);

/** A post or static page. An instance of a class, which Eleventy never copies. */
export class Item implements CollectionItem {
  declare readonly inputPath: string;
  declare readonly url: string;
  declare readonly outputPath: string;
  declare readonly date: Date;
  declare readonly fileSlug: string;
  declare readonly filePathStem: string;
  readonly page: PageValues<string>;
  /** Made when it is read: it contains a post's neighbours, and each item would otherwise make the whole site. */
  declare readonly data: Record<string, unknown>;
  /** Slugs and labels of its terms. */
  readonly terms: ReadonlySet<string>;
  readonly #html: string;

  constructor(entry: Entry, rendered: Rendered, model: Model) {
    const { kind, url, file } = entry;
    const date = kind === "post" ? entry.date : UNDATED;
    this.page = { inputPath: `./${file}`, url, outputPath: `./${outputFile(url)}`, date, ...namesOf(file) };
    Object.assign(this, this.page);
    const terms = kind === "post" ? Object.values(entry.terms).flat() : [];
    this.terms = new Set(terms.flatMap(({ slug, label }) => [slug, label]));
    this.#html = rendered.html;
    let data: Record<string, unknown> | undefined;
    // An own property, as users who copy items expect.
    getter(this, "data", () => (data ??= dataOf(entry, rendered, model, this.page)));
  }

  /** The rendered Markdown, without its layout. */
  get content(): string {
    return linkHeadings(this.#html);
  }

  get templateContent(): string {
    return this.content;
  }
}

/** Words a person reads in a minute, for the reading time. */
const WORDS_A_MINUTE = 220;

/**
 * Values of an entry that layouts do not receive, or in another form, or with the page. They receive all others: a new key of front
 * matter too.
 */
const BESIDE: ReadonlySet<string> = new Set<keyof Post | keyof TermEntry>([
  ...(["kind", "file", "url", "addressKey", "layout", "body", "bodyLine", "placeOf", "typography"] as const),
  ...(["fields", "redirectFrom", "noindex", "corrections", "license", "feedId", "image"] as const),
  ...(["previous", "next", "related"] as const),
  // A page shows a person with their portrait.
  ...(["person", "taxonomy", "key"] as const),
]);

/** What layouts read of a post or page, besides what every page has. */
function dataOf(entry: Entry, rendered: Rendered, model: Model, page: object): Record<string, unknown> {
  const { headings, words, frameHosts, html } = rendered;
  const { tags = [], ...others } = entry.kind === "page" ? {} : entry.terms;
  const cover = model.prepared.covers.get(entry.file);
  const isTerm = entry.kind === "term";
  const data: Record<string, unknown> = {
    // The names of a term's fields and taxonomies are chosen for its facts: one may be `site`.
    ...(isTerm ? { fields: entry.fields } : { ...entry.fields, ...others }),
    ...Object.fromEntries(Object.entries(entry).filter(([name]) => !BESIDE.has(name))),
    ...(entry.kind === "post" && { tags }),
    ...{ image: cover && { ...cover }, headings, page },
    readingMinutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
    // A page whose frames load by themselves needs no script.
    hasPlayer: frameHosts.length > 0 && html.includes(" data-player>"),
  };
  if (entry.kind !== "post") return data;
  const { previous, next, related } = entry;
  const neighbours = {
    previous: () => previous && model.item(previous),
    next: () => next && model.item(next),
    related: () => related.map(model.item),
  };
  for (const [name, find] of Object.entries(neighbours))
    getter(data, name, () => {
      model.noteReading(entry);
      return find();
    });
  return data;
}

/** Gives an object a value that is made each time it is read. */
export function getter(object: object, name: string, get: () => unknown): void {
  Object.defineProperty(object, name, { enumerable: true, configurable: true, get });
}

/** As Eleventy computes them: without extension, and without all that comes before the end of a date (`2026-03-02-`). */
function namesOf(file: string): { fileSlug: string; filePathStem: string } {
  const undated = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
  const folder = dirname(file);
  const name = undated(basename(file).replace(MARKDOWN, ""));
  return {
    fileSlug: name === "index" ? undated(basename(folder)) : name,
    filePathStem: `/${folder}/${name}`,
  };
}

/** A heading with an id, in the HTML of a text. */
const HEADING = /<h([2-6])((?: [^>]*)?) id="([^"]*)"([^>]*)>([^]*?)<\/h\1>/g;

/**
 * The reading views of browsers judge a heading by the words of its class and id: Firefox takes `comment-participer` for
 * readers' comments and drops it, as it does with `promotion`, `extrait` or `social`. The word `content` outweighs these.
 */
const READ = "content-heading";

/**
 * Makes each heading a link to itself, so that readers can link to a passage. Only pages get these links: feeds and search keep
 * the plain text. A heading that contains a link gets no other.
 */
export function linkHeadings(html: string): string {
  return html.replace(
    HEADING,
    (whole, level: string, before: string, id: string, after: string, text: string) => {
      const rest = before + after;
      if (rest.includes("visually-hidden")) return whole;
      const named = rest.includes(' class="')
        ? rest.replace(' class="', ` class="${READ} `)
        : ` class="${READ}"${rest}`;
      const linked = /<a[\s>]/.test(text) ? text : `<a class="heading-link" href="#${id}">${text}</a>`;
      return `<h${level} id="${id}"${named}>${linked}</h${level}>`;
    },
  );
}
