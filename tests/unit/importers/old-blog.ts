// An old blog in memory, for tests of importers.
import type { Comparison } from "../../../src/importers/comparison.ts";
import type { OldSite, SourceEntry } from "../../../src/importers/model.ts";
import { emptyLists } from "../../../src/importers/reading.ts";
import type { SourceFiles } from "../../../src/importers/source-files.ts";
import { readText, type SourceText } from "../../../src/importers/source-text.ts";

/** A folder with only these files. */
export const folder = (files: Record<string, string>): SourceFiles => ({
  root: "/nowhere",
  files: Object.keys(files).sort(),
  has: (file) => Object.hasOwn(files, file),
  read: (file) => files[file],
  manual: [],
});

export function read(written: string): SourceText {
  const found = readText(written);
  if ("broken" in found) throw new Error(JSON.stringify(found.broken));
  return found.text;
}

/** An old blog of which nothing is known yet. */
export const oldSite = (known: Partial<OldSite> = {}): OldSite => ({
  kind: "jekyll",
  settings: {},
  lang: "fr",
  base: "",
  listAtRoot: false,
  ...emptyLists(),
  people: {},
  redirects: [],
  manual: [],
  values: {},
  include: () => undefined,
  ...known,
});

const none = { before: 0, after: 0, lost: [], added: [] };

/** The comparison of a text without words, pictures or links. */
export const NOTHING: Comparison = { words: none, pictures: none, links: none };

/** A post of the old blog, as `read.ts` of any generator makes it. */
export const oldEntry = (known: Partial<SourceEntry> = {}): SourceEntry => ({
  kind: "post",
  source: "_posts/2021-04-01-titre.md",
  target: "content/posts/2021-04-01-titre.md",
  text: read("---\ntitle: Titre\n---\nTexte.\n"),
  langInPath: false,
  draft: false,
  draftInPath: false,
  title: "Titre",
  aliases: [],
  inherited: {},
  tags: undefined,
  categories: [],
  names: [],
  beside: [],
  ...known,
});
