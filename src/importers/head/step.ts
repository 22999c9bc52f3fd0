// The input of a step that rewrites front matter. The steps, in order, are in `new-front-matter.ts`.
import type { Day } from "../../content/types.ts";
import type { HeadEditor } from "./editor.ts";
import type { ManualKind, SourceEntry } from "../model.ts";

export interface HeadRules {
  /** Time zone of the new site. */
  zone: string;
  lang: string;
  languages: ReadonlySet<string>;
  /** Day of the file itself, for a draft without a date. */
  fileDay: (source: string) => Day;
  /** True for a file that the old site served at this path. */
  isServed: (path: string) => boolean;
  /** True if the old site showed codes such as `:tada:` as emoji in titles too. */
  emojiInTitles: boolean;
  /** Keys that contain terms of the site's own taxonomies. */
  taxonomies: readonly string[];
}

/** Reports a value for a person to look at. */
export type Ask = (kind: ManualKind, found: string) => void;

export interface HeadContext {
  entry: SourceEntry;
  rules: HeadRules;
  ask: Ask;
}

export type HeadStep = (head: HeadEditor, context: HeadContext) => void;
