// What pages are rendered from, with or without Eleventy: the site's posts and static pages in the shape of Eleventy's collection
// items (`post.url`, `post.date`, `post.data.title`, `post.content`), and its collections.
import { basename, dirname } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import { MARKDOWN } from "../content/file-names.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Entry, Post } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import type { Cover, Page } from "../pages/types.ts";

export class Model {
  readonly prepared: Prepared;
  /** Policies that pages carry themselves, for hosts that send no headers. */
  readonly policies: { page: string; search: string };
  /** The page that is being rendered, and those that were found to read more of the site than their own data. */
  page: Page | undefined;
  readonly readingSite = new Set<Page>();
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #items = new Map<string, Item>();
  #collections: Record<string, Item[]> | undefined;

  constructor(prepared: Prepared) {
    const { plan, rendered } = prepared;
    const { content, pages } = plan;
    const hosts = frameHostsOf(content, ({ file }) => rendered.get(file) ?? { frameHosts: [] });
    this.prepared = prepared;
    this.#entries = new Map(pages.flatMap(({ entry }) => (entry ? [[entry.file, entry]] : [])));
    this.policies = {
      page: contentSecurityPolicy(content.site, hosts, { inPage: true }),
      search: contentSecurityPolicy(content.site, hosts, { inPage: true, searches: true }),
    };
  }

  /** The item of a source file that has a page. Made on demand: a build that renders a few pages of a large site needs few. */
  item(file: string): Item | undefined {
    const made = this.#items.get(file);
    if (made) return made;
    const entry = this.#entries.get(file);
    const rendered = this.prepared.rendered.get(file);
    if (!entry || !rendered) return undefined;
    const item = new Item(entry, rendered, this);
    this.#items.set(file, item);
    return item;
  }

  readonly itemOf = ({ file }: Post): Item => {
    const item = this.item(file);
    if (!item) throw new Error(`No item for ${file}: it is not among the planned pages.`);
    return item;
  };

  /** Posts, pages, and posts by slug and by label of every term, latest first. Carnet's own layouts never read them. */
  get collections(): Readonly<Record<string, Item[]>> {
    if (this.#collections) return this.#collections;
    const { content } = this.prepared.plan;
    const posts = content.posts.map(this.itemOf);
    const pages = content.pages.flatMap(({ file }) => this.item(file) ?? []);
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
export class Item {
  declare readonly inputPath: string;
  declare readonly url: string;
  declare readonly outputPath: string;
  declare readonly date: Date;
  declare readonly fileSlug: string;
  declare readonly filePathStem: string;
  readonly page: Record<string, unknown>;
  /** Computed when it is read. It contains a post's neighbours: computed at once, each item would make the whole site. */
  declare readonly data: Record<string, unknown>;
  readonly #entry: Entry;
  readonly #rendered: Rendered;
  readonly #model: Model;
  #data: Record<string, unknown> | undefined;

  constructor(entry: Entry, rendered: Rendered, model: Model) {
    const { url, file } = entry;
    const own = {
      ...{ inputPath: `./${file}`, url, outputPath: `./${outputFile(url)}` },
      date: entry.kind === "post" ? entry.date : UNDATED,
      ...namesOf(file),
    };
    Object.assign(this, own);
    this.page = own;
    this.#entry = entry;
    this.#rendered = rendered;
    this.#model = model;
    // An own property, as users who copy items expect; one getter for all items, which V8 reads fast.
    Object.defineProperty(this, "data", Item.#DATA);
  }

  static readonly #DATA: PropertyDescriptor = {
    enumerable: true,
    get(this: Item) {
      return (this.#data ??= this.#makeData());
    },
  };

  #makeData(): Record<string, unknown> {
    const [entry, model] = [this.#entry, this.#model];
    const data = entryData(entry, this.#rendered, model.prepared.covers.get(entry.file));
    data["page"] = this.page;
    if (entry.kind === "post") {
      const { previous, next, related } = entry;
      const neighbours = {
        previous: () => previous && model.itemOf(previous),
        next: () => next && model.itemOf(next),
        related: () => related.map(model.itemOf),
      };
      for (const [name, find] of Object.entries(neighbours)) {
        const get = (): unknown => {
          model.noteReading(entry);
          return find();
        };
        Object.defineProperty(data, name, { enumerable: true, configurable: true, get });
      }
    }
    return data;
  }

  /** Slugs and labels of its terms. */
  get terms(): ReadonlySet<string> {
    const terms = this.#entry.kind === "post" ? Object.values(this.#entry.terms).flat() : [];
    return new Set(terms.flatMap(({ slug, label }) => [slug, label]));
  }

  /** The rendered Markdown, without its layout. */
  get content(): string {
    return linkHeadings(this.#rendered.html);
  }

  get templateContent(): string {
    return this.content;
  }
}

/** Words a person reads in a minute, for the reading time. */
const WORDS_A_MINUTE = 220;

/** What layouts read of a post or page, besides what every page has. */
function entryData(
  entry: Entry,
  { headings, words, frameHosts, html }: Rendered,
  cover: Cover | undefined,
): Record<string, unknown> {
  const post = entry.kind === "post" ? entry : undefined;
  const { tags = [], ...others } = post?.terms ?? {};
  return {
    ...entry.fields,
    ...others,
    title: entry.title,
    description: entry.description,
    lang: entry.lang,
    slug: entry.slug,
    image: cover && { ...cover },
    twitter: entry.twitter,
    translations: entry.translations,
    unpublished: entry.unpublished,
    updated: entry.updated,
    ...(post && {
      ...{ authors: post.authors, tags, terms: post.terms, day: post.day, date: post.date },
      deadline: post.deadline,
    }),
    headings,
    readingMinutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
    // A page whose frames load by themselves needs no script.
    hasPlayer: frameHosts.length > 0 && html.includes(" data-player>"),
  };
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
