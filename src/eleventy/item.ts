// A post or static page in the shape of Eleventy's collection items, so that layouts read what its users expect:
// `post.url`, `post.date`, `post.data.title`, `post.content`. Instances of a class, which Eleventy never copies.
import { basename, dirname } from "node:path";
import { outputFile } from "../content/permalinks.ts";
import type { Post, StaticPage } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";
import { linkHeadings } from "../pages/heading-links.ts";
import type { Cover } from "../pages/types.ts";

/** Words a person reads in a minute, for the reading time. */
const WORDS_A_MINUTE = 220;

export type ItemOf = (entry: Post) => Item;

export class Item {
  readonly inputPath: string;
  readonly url: string;
  readonly outputPath: string;
  readonly date: Date;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly data: Record<string, unknown>;
  readonly page: Record<string, unknown>;
  #rendered: Rendered;

  constructor(entry: Post | StaticPage, rendered: Rendered, cover: Cover | undefined) {
    this.inputPath = `./${entry.file}`;
    this.url = entry.url;
    this.outputPath = `./${outputFile(entry.url)}`;
    this.date = entry.kind === "post" ? entry.date : UNDATED;
    const names = namesOf(entry.file);
    this.fileSlug = names.fileSlug;
    this.filePathStem = names.filePathStem;
    this.#rendered = rendered;
    this.page = {
      inputPath: this.inputPath,
      url: this.url,
      outputPath: this.outputPath,
      date: this.date,
      fileSlug: this.fileSlug,
      filePathStem: this.filePathStem,
    };
    this.data = entryData(entry, cover);
    Object.assign(this.data, textData(rendered), { page: this.page });
  }

  /** Gives a post its neighbours, once there is an item of each: values like any other, which all posts' layouts read fast. */
  join({ previous, next, related }: Post, itemOf: ItemOf): void {
    this.data["previous"] = previous && itemOf(previous);
    this.data["next"] = next && itemOf(next);
    this.data["related"] = related.map(itemOf);
  }

  /** The same entry with a text that was saved since, in every collection that holds it. */
  renew(rendered: Rendered): void {
    if (rendered === this.#rendered) return;
    this.#rendered = rendered;
    // Nothing else: a field of the site's own may be called as what stands there for good.
    Object.assign(this.data, textData(rendered));
  }

  /** The rendered Markdown, without its layout. */
  get content(): string {
    return linkHeadings(this.#rendered.html);
  }

  get templateContent(): string {
    return this.content;
  }
}

/** The date of pages that have none: fixed, since the clock or a file's age would change the output. */
export const UNDATED = new Date(0);

/** What layouts read of a post or page, beside what every page has, and what its text says. */
function entryData(entry: Post | StaticPage, cover: Cover | undefined): Record<string, unknown> {
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
    ...(post && { authors: post.authors, tags, terms: post.terms, day: post.day, date: post.date }),
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

/** As Eleventy makes them: without extension, and without what stands before the end of a four-digit date. */
function namesOf(file: string): { fileSlug: string; filePathStem: string } {
  const undated = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
  const folder = dirname(file);
  const name = undated(basename(file).replace(/\.(md|markdown)$/i, ""));
  return {
    fileSlug: name === "index" ? undated(basename(folder)) : name,
    filePathStem: `/${folder}/${name}`,
  };
}
