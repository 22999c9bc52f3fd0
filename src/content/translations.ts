// Links translations of the same text, by `translationOf` (names a text) or `lang-ref` (names a group).
// Groups contain every text, withheld ones too, so that a draft's key is not reported as unknown; only published texts are
// linked.
import { addTo } from "../group.ts";
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import { nameKey } from "./related.ts";
import { byCodeUnit } from "./text.ts";
import type { Entry } from "./types.ts";

export interface Translatable {
  entry: Entry;
  langRef: string | undefined;
  translationOf: string | undefined;
  /** Names by which other texts may refer to this one. */
  names: readonly string[];
}

export interface Among {
  published: ReadonlySet<Entry>;
  /** Names of texts that an error keeps out. */
  unread: ReadonlySet<string>;
}

/** Sets `translations` of every text. Most sites have one language, and nothing to link. */
export function linkTranslations(
  all: readonly Translatable[],
  { published, unread }: Among,
  problems: Problem[],
): void {
  for (const group of translationGroups(all, { published, unread }, problems))
    linkGroup(group, published, problems);
}

/** The texts that name each other or a common group, one group after another; a text that names nothing may be alone. */
export function translationGroups(
  all: readonly Translatable[],
  { published, unread }: Among,
  problems: Problem[],
): Translatable[][] {
  if (all.every((one) => one.langRef === undefined && one.translationOf === undefined)) return [];
  const byName = new Map<string, Translatable[]>();
  for (const one of all) for (const name of one.names) addTo(byName, name, one);
  const groups = new Map<string, Translatable[]>();
  // If a group has two texts in one language, the one that readers see is linked.
  const isShown = ({ entry }: Translatable): boolean => published.has(entry);
  for (const one of [...all.filter(isShown), ...all.filter((other) => !isShown(other))]) {
    const key = groupOf(one, { byName, unread }, problems, new Set());
    if (key === undefined) continue;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [one]);
    else if (!held.includes(one)) held.push(one);
  }
  return [...groups.values()];
}

/** The group of a text: its `lang-ref`, the group of the text that it translates, or one that its translations will name. */
function groupOf(
  one: Translatable,
  names: Pick<Among, "unread"> & { byName: ReadonlyMap<string, readonly Translatable[]> },
  problems: Problem[],
  seen: Set<Translatable>,
): string | undefined {
  if (one.langRef !== undefined) return `ref:${one.langRef}`;
  if (seen.has(one)) return `file:${firstOfRing(one, seen)}`;
  if (one.translationOf === undefined) return `file:${one.entry.file}`;
  seen.add(one);
  const candidates = (names.byName.get(nameKey(one.translationOf)) ?? []).filter((other) => other !== one);
  const target = candidates.find((other) => other.entry.lang !== one.entry.lang) ?? candidates[0];
  if (target !== undefined) return groupOf(target, names, problems, seen);
  if (seen.size === 1 && !names.unread.has(nameKey(one.translationOf)))
    problems.push(unknownOriginal(one, one.translationOf, names.byName));
  return undefined;
}

/** Reports an original that does not exist, or that is the text itself. A text's own names are never suggested. */
function unknownOriginal(
  { entry, names }: Translatable,
  found: string,
  byName: ReadonlyMap<string, readonly Translatable[]>,
): Problem {
  const place = entry.placeOf("translationOf");
  if (names.includes(nameKey(found))) return problem("translation/itself", place, { found });
  const suggestion = nearest(nameKey(found), without(names, byName.keys())) ?? "";
  return problem("translation/unknown", place, { found, suggestion });
}

/** A generator, since the search for the nearest name stops early. */
function* without(own: readonly string[], names: Iterable<string>): Generator<string> {
  for (const name of names) if (!own.includes(name)) yield name;
}

/** Texts that name each other are one group, whichever comes first. */
function firstOfRing(one: Translatable, seen: ReadonlySet<Translatable>): string {
  const way = [...seen];
  const [first = one.entry.file] = way
    .slice(way.indexOf(one))
    .map(({ entry }) => entry.file)
    .sort(byCodeUnit);
  return first;
}

function linkGroup(group: readonly Translatable[], published: ReadonlySet<Entry>, problems: Problem[]): void {
  const [first] = group;
  if (group.length === 1 && first?.langRef !== undefined)
    problems.push(problem("translation/alone", first.entry.placeOf("lang-ref"), { found: first.langRef }));
  if (group.length < 2) return;
  const byLang = new Map<string, Entry>();
  for (const { entry, langRef } of group) {
    const other = byLang.get(entry.lang);
    if (other === undefined) byLang.set(entry.lang, entry);
    else
      problems.push(
        problem(
          "translation/same-language",
          entry.placeOf(langRef === undefined ? "translationOf" : "lang-ref"),
          { other: other.file, lang: entry.lang },
        ),
      );
  }
  problems.push(...withoutDeadline([...byLang.values()]));
  const shown = [...byLang.values()]
    .filter((entry) => published.has(entry))
    .sort((a, b) => byCodeUnit(a.lang, b.lang));
  for (const entry of byLang.values()) {
    entry.translations = shown
      .filter((other) => other !== entry)
      .map(({ lang, url, title }) => ({ lang, url, title }));
  }
}

/** Reports posts without a deadline, if the same post in another language has one. The two days may differ on purpose. */
function withoutDeadline(entries: readonly Entry[]): Problem[] {
  const posts = entries.filter((entry) => entry.kind === "post");
  const [call] = posts.flatMap(({ file, deadline }) => (deadline ? { file, ...deadline } : []));
  if (call === undefined) return [];
  const { file: other, day, hour } = call;
  const fix = `deadline: ${hour === undefined ? day : `${day} ${hour}`}`;
  return posts
    .filter(({ deadline }) => deadline === undefined)
    .map((post) => problem("translation/deadline", post.placeOf("title"), { other, fix }));
}
