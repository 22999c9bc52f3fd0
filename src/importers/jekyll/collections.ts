// The collections of a Jekyll blog: what the path of a text says, and which of them are people or posts. A site without `_posts`
// may have its blog in `_actualites`, whose texts each have a date: Jekyll makes pages of them, and a template lists them by date.
import { readFileName } from "../../content/file-names.ts";
import type { Day } from "../../content/types.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { nameIn } from "../../paths.ts";
import { dayWritten } from "../dates.ts";
import type { SourceFiles } from "../source-files.ts";
import { readText } from "../source-text.ts";
import { isUsualSection } from "../usual-sections.ts";
import type { JekyllConfig } from "./config.ts";

const PEOPLE = /^(authors?|auteurs?|people|team|members|membres|equipe)$/i;

export const isOfPeople = (collection: string): boolean => PEOPLE.test(collection);

/** One text with a date says little of a collection. */
const LEAST = 2;

/** The collection that is the blog; `texts`: paths of all texts, without `collections_dir` → paths in the folder. */
export function postCollection(
  texts: ReadonlyMap<string, string>,
  config: JekyllConfig,
  { read }: SourceFiles,
): string | undefined {
  if ([...texts.keys()].some((place) => /(?:^|\/)_posts\//.test(place))) return undefined;
  const counts = new Map<string, { all: number; dated: number }>();
  for (const [place, file] of texts) {
    const name = collectionOf(place);
    if (config.collections.get(name)?.output !== true || isOfPeople(name)) continue;
    const found = readText(read(file) ?? "");
    const count = counts.get(name) ?? { all: 0, dated: 0 };
    count.all++;
    if ("text" in found && collectionDay(place, found.text.data, config) !== undefined) count.dated++;
    counts.set(name, count);
  }
  const dated = [...counts].filter(([, { all, dated }]) => dated >= LEAST && dated * 2 > all);
  const usual = dated.find(([name]) => isUsualSection(name));
  return (usual ?? dated.sort(([, a], [, b]) => b.dated - a.dated)[0])?.[0];
}

/** The collection that a file is in, by its folder: `_recettes/soupe.md`; empty for a file in none. */
export const collectionOf = (place: string): string => /^_([^/]+)\//.exec(place)?.[1] ?? "";

/** The day of a text of a collection, by its front matter or its file name. */
export function collectionDay(place: string, data: YamlMap, { zone }: JekyllConfig): Day | undefined {
  const named = collectionName(place).day;
  return dayWritten(data["date"], zone, named) ?? named;
}

/** `_actualites/2016-03-22-titre.md`: Jekyll takes the day from the file name, and leaves it out of `:title`. */
export function collectionName(place: string): { slug: string; day?: Day } {
  const base = nameIn(place).replace(/\.\w+$/, "");
  const [, slug] = /^\d{2,4}-\d{1,2}-\d{1,2}-(.+)$/.exec(base) ?? [];
  const { day } = readFileName(`content/posts/${base}.md`, new Set());
  return slug === undefined || day === undefined ? { slug: base } : { slug, day };
}
