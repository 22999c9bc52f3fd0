// What Markdown becomes: HTML, and the facts about it that pages and checks need.
import type { PictureFinding, PictureProblem } from "../images/facts.ts";
import type { Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";

export type { PictureFinding, PictureProblem };

export interface Heading {
  /** 2 to 6, after levels are closed up. */
  level: number;
  id: string;
  /** Text without markup. */
  text: string;
}

/** The first picture of a text, where it is also the cover. */
export interface CoverCopy {
  /** True where the text shows it and its page does without a cover: with a caption or a link, it says more there. */
  kept: boolean;
  /** True where its caption in the text says who made it. */
  credited?: true;
  /** Alternative text of the copy that was left out. */
  alt?: string;
}

/** A link, a picture or a video as the author wrote it, with its place in the file, for later checks. */
export interface Reference {
  /** `media`: a video or audio file, its subtitles or its poster, as raw HTML names them. */
  kind: "link" | "image" | "embed" | "media";
  /** Address as written. */
  href: string;
  /** Link text or alternative text, without markup. */
  text: string;
  line: number;
  column: number;
  /** Site path of the file beside the text that a link or a player names. */
  beside?: string;
  /** True for an `<a>` of raw HTML. */
  raw?: true;
  /** Address on the site of the text that a link names by its file, with what follows. */
  to?: string;
}

export interface Rendered {
  html: string;
  headings: readonly Heading[];
  references: readonly Reference[];
  /** Ids that fragments may point to, headings' among them. */
  ids: readonly string[];
  /** Words of running text, for the reading time. */
  words: number;
  /** Sources of the pictures that the text names, relative to the site root, in order; those that are broken are not shown. */
  pictures: readonly string[];
  /** Addresses of the pictures of this site that the HTML shows, in order; with the base path. */
  shown: readonly string[];
  cover?: CoverCopy | undefined;
  /** Hosts of the players in this text, for `frame-src`. */
  frameHosts: readonly string[];
  problems: readonly Problem[];
  /** What lint reports, if the text was rendered with it. */
  lint?: readonly Problem[];
}

/** One text to render. */
export interface MarkdownSource {
  /** Path of the source relative to the site root, for problems. */
  file: string;
  body: string;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
  lang: string;
  /** URL of the page on the site, for relative links and pictures. */
  url: string;
  title: string;
  /** Source, relative to the site root, of the picture that the page shows above the text. */
  cover?: string;
  /** True where it is set by the rules of its language; without it, it is left as written. */
  typography?: boolean;
}

/** What rendering needs to know of the site around the text. */
export interface MarkdownSite {
  site: Site;
  /** Looks a picture up, beside the post or under `public/`; reports what is wrong with it. */
  picture(
    src: string,
    from: Pick<MarkdownSource, "file" | "url">,
  ): PictureFinding & { problem?: PictureProblem };
  /** Site path, encoded, of a file beside the text that a relative link names, such as a PDF. */
  file?(href: string, from: MarkdownSource): string | undefined;
  /** Size in bytes of the file that this site publishes at an encoded path, without base path; undefined if there is none. */
  size?(path: string): number | undefined;
  /** Site path (without base) of the text whose file a relative link names: `2026-03-02-bilan.md`. */
  text?(path: string, from: MarkdownSource): string | undefined;
  /** Site path (without base) → true where this site answers it; used to turn own-host addresses into site links. */
  has(path: string): boolean;
}
