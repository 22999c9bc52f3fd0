// Links translations of the same text, by `translationOf` (names a text) or `lang-ref` (names a group).
// Groups contain every text, withheld ones too, so that a draft's key is not reported as unknown; only published texts are
// linked.
import { addTo } from "../iterate.ts";
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import type { Made } from "./load.ts";
import { nameKey, namesOf, namesOfFile } from "./related.ts";
import { byCodeUnit } from "./text.ts";
import type { Entry } from "./types.ts";

interface Translatable {
  entry: Entry;
  langRef: string | undefined;
  translationOf: string | undefined;
  /** Names by which other texts may refer to this one. */
  names: readonly string[];
}

export interface Among {
  published: ReadonlySet<Entry>;
  /** Texts that an error keeps out. */
  unread: readonly { file: string }[];
}

/** Sets `translations` of every text. */
export function linkTranslations(made: Made, among: Among, problems: Problem[]): void {
  const { published } = among;
  for (const group of translationGroups(made, among, problems)) {
    const byLang = new Map<string, Entry>();
    for (const { entry, langRef, translationOf = "" } of group) {
      if (!byLang.has(entry.lang)) byLang.set(entry.lang, entry);
      else {
        const field = langRef === undefined ? "translationOf" : "lang-ref";
        problems.push(problem("translation", entry.placeOf(field), { found: langRef ?? translationOf }));
      }
    }
    const shown = [...byLang.values()]
      .filter((entry) => published.has(entry))
      .sort((a, b) => byCodeUnit(a.lang, b.lang));
    for (const entry of byLang.values())
      entry.translations = shown
        .filter((other) => other !== entry)
        .map(({ lang, url, title }) => ({ lang, url, title }));
  }
}

/** The texts that name each other or a common group, one group after another; a text that names nothing may be alone. */
export function translationGroups(
  made: Made,
  { published, unread }: Among,
  problems: Problem[],
): Translatable[][] {
  const all = [...made].map(([{ name, data }, entry]): Translatable => ({
    entry,
    langRef: data["lang-ref"],
    translationOf: data.translationOf,
    names: namesOf(name.stem, entry),
  }));
  // Most sites have one language, and nothing to link.
  if (all.every((one) => one.langRef === undefined && one.translationOf === undefined)) return [];
  const byName = new Map<string, Translatable[]>();
  for (const one of all) for (const name of one.names) addTo(byName, name, one);
  const unreadNames = new Set(unread.flatMap(namesOfFile));
  const groups = new Map<string, Translatable[]>();
  // If a group has two texts in one language, the one that readers see is linked.
  const isShown = ({ entry }: Translatable): boolean => published.has(entry);
  for (const one of [...all.filter(isShown), ...all.filter((other) => !isShown(other))]) {
    const key = groupOf(one, byName);
    if (key !== undefined) addTo(groups, key, one);
    else if (!unreadNames.has(nameKey(one.translationOf ?? ""))) problems.push(unknownOriginal(one, byName));
  }
  return [...groups.values()];
}

/**
 * The group of a text: its `lang-ref`, the group of the text that it translates, or one that its translations will name. Texts that
 * name each other are one group, whichever comes first. Undefined if the text that it names does not exist, or is itself.
 */
function groupOf(
  one: Translatable,
  byName: ReadonlyMap<string, readonly Translatable[]>,
): string | undefined {
  const way: Translatable[] = [];
  for (let at = one; ;) {
    if (at.langRef !== undefined) return `ref:${at.langRef}`;
    const ring = way.indexOf(at);
    if (ring >= 0)
      return `file:${
        way
          .slice(ring)
          .map(({ entry }) => entry.file)
          .sort(byCodeUnit)[0] ?? ""
      }`;
    if (at.translationOf === undefined) return `file:${at.entry.file}`;
    way.push(at);
    const { entry } = at;
    const named = (byName.get(nameKey(at.translationOf)) ?? []).filter((other) => other.entry !== entry);
    const next = named.find((other) => other.entry.lang !== entry.lang) ?? named[0];
    // A text whose own original names none is still the original of this one.
    if (next === undefined) return at === one ? undefined : `file:${entry.file}`;
    at = next;
  }
}

/** A text's own names are never suggested. */
function unknownOriginal(
  { entry, names, translationOf = "" }: Translatable,
  byName: ReadonlyMap<string, readonly Translatable[]>,
): Problem {
  const meant = nearest(
    nameKey(translationOf),
    [...byName.keys()].filter((name) => !names.includes(name)),
  );
  const fix = meant && `translationOf: ${meant}`;
  return problem("translation", entry.placeOf("translationOf"), { found: translationOf }, fix);
}
