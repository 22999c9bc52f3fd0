// A post or static page in the shape of Eleventy's collection items, so that layouts read what its users expect:
// `post.url`, `post.date`, `post.data.title`, `post.content`. Instances of a class, which Eleventy never copies.
import { basename, dirname } from "node:path";
import { MARKDOWN } from "../content/file-names.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Entry, Post } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";
import type { Cover } from "../pages/types.ts";

/** Words a person reads in a minute, for the reading time. */
const WORDS_A_MINUTE = 220;

export type ItemOf = (entry: Post) => Item;

/** What an item is made of, besides its entry. */
export interface ItemParts {
  rendered: Rendered;
  cover: Cover | undefined;
  itemOf: ItemOf;
  /** Called when a page reads the neighbours of a post, which its own data contain for its own post alone. */
  onNeighbours?: ((of: Entry) => void) | undefined;
}

export class Item {
  readonly inputPath: string;
  readonly url: string;
  readonly outputPath: string;
  readonly date: Date;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly page: Record<string, unknown>;
  /** Computed when it is read. It contains a post's neighbours: computed at once, each item would make the whole site. */
  declare readonly data: Record<string, unknown>;
  readonly #entry: Entry;
  readonly #cover: Cover | undefined;
  readonly #itemOf: ItemOf;
  readonly #onNeighbours: ItemParts["onNeighbours"];
  #rendered: Rendered;
  #data: Record<string, unknown> | undefined;

  constructor(entry: Entry, { rendered, cover, itemOf, onNeighbours }: ItemParts) {
    this.inputPath = `./${entry.file}`;
    this.url = entry.url;
    this.outputPath = `./${outputFile(entry.url)}`;
    this.date = entry.kind === "post" ? entry.date : UNDATED;
    const names = namesOf(entry.file);
    this.fileSlug = names.fileSlug;
    this.filePathStem = names.filePathStem;
    this.page = {
      inputPath: this.inputPath,
      url: this.url,
      outputPath: this.outputPath,
      date: this.date,
      fileSlug: this.fileSlug,
      filePathStem: this.filePathStem,
    };
    this.#entry = entry;
    this.#cover = cover;
    this.#itemOf = itemOf;
    this.#onNeighbours = onNeighbours;
    this.#rendered = rendered;
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
    const data = entryData(this.#entry, this.#cover);
    Object.assign(data, textData(this.#rendered), { page: this.page });
    if (this.#entry.kind === "post") {
      const { previous, next, related } = this.#entry;
      this.#addNeighbour(data, "previous", () => previous && this.#itemOf(previous));
      this.#addNeighbour(data, "next", () => next && this.#itemOf(next));
      this.#addNeighbour(data, "related", () => related.map(this.#itemOf));
    }
    return data;
  }

  #addNeighbour(data: Record<string, unknown>, name: string, find: () => unknown): void {
    const get = (): unknown => {
      this.#onNeighbours?.(this.#entry);
      return find();
    };
    Object.defineProperty(data, name, { enumerable: true, configurable: true, get });
  }

  /** Gives the item a text that was saved since, in every collection that contains it. */
  renew(rendered: Rendered): void {
    if (rendered === this.#rendered) return;
    this.#rendered = rendered;
    // Only what depends on the text: a field of the site's own may have the name of another value.
    if (this.#data) Object.assign(this.#data, textData(rendered));
  }

  /** The rendered Markdown, without its layout. */
  get content(): string {
    return linkHeadings(this.#rendered.html);
  }

  get templateContent(): string {
    return this.content;
  }
}

/** The date of pages that have none: fixed, because the clock or a file's age would change the output. */
export const UNDATED = new Date(0);

/** What layouts read of a post or page, besides what every page has and what depends on its text. */
function entryData(entry: Entry, cover: Cover | undefined): Record<string, unknown> {
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
  };
}

function textData(rendered: Rendered): Record<string, unknown> {
  return {
    headings: rendered.headings,
    readingMinutes: Math.max(1, Math.round(rendered.words / WORDS_A_MINUTE)),
    // A page whose frames load by themselves needs no script.
    hasPlayer: rendered.frameHosts.length > 0 && rendered.html.includes(" data-player>"),
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
