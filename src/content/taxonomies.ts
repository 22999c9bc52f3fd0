// The taxonomies of a site (tags and those that `site.yaml` declares), and the problems in what posts and people write in them.
// Every taxonomy is treated like tags: same spelling rules, same messages.
import { nearest, ofSameNumbers } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import type { Addressed } from "./addresses.ts";
import { quote, yamlList } from "./yaml/quoting.ts";
import { termsOf } from "../site/term-schema.ts";
import { yamlOf } from "./settings/lines.ts";
import type { Settings } from "./settings/settings.ts";
import type { Writer } from "./spellings.ts";
import { MOST_VALUES, type BadTag, type WrittenTag } from "./tag-values.ts";
import { taxonomy, type Taxonomy } from "./tags.ts";
import { excerpt } from "../excerpt.ts";
import { slugOf } from "./text.ts";

export function taxonomiesOf(settings: Settings, site: Site): Taxonomy[] {
  // A refused term is missing from its list, although its author sees it there. Its refusal is reported, which is enough.
  const isWhole = (file: string): boolean => !settings.refused.has(file);
  const inSite = isWhole("content/site.yaml");
  const own = Object.entries(site.taxonomies).map(([name, { terms, closed }]) => {
    const known = termsOf(terms);
    return taxonomy(name, { terms: known, listed: known.size > 0 && inSite, closed }, site);
  });
  const { tags } = settings;
  const listed = tags.listed && isWhole("content/tags.yaml");
  return [taxonomy("tags", { ...tags, listed }, site), ...own];
}

/** A post, or a person of `people.yaml`, with what they write in each taxonomy. */
export interface Tagged extends Writer, Pick<Addressed, "placeOf" | "lineIn" | "taxonomies"> {
  data: Pick<Addressed["data"], "tags">;
}

/** Tags of a post or person by taxonomy; a value that cannot be a tag is reported and left out. */
export function readAllTags(
  entry: Tagged,
  taxonomies: readonly Taxonomy[],
  problems: Problem[],
): Map<string, readonly WrittenTag[]> {
  const found = new Map<string, readonly WrittenTag[]>();
  for (const one of taxonomies) {
    const value = one.name === "tags" ? entry.data.tags : ownValue(entry.taxonomies, one.name);
    const { tags, bad } = one.read(value, entry);
    for (const each of bad) problems.push(badTag(each, one.name, entry));
    const joined = tags.filter(({ text }) => text.includes(";"));
    // A list that has the sign in a name means it.
    const signed = one.known.closed
      ? []
      : tags.filter(({ key, text }) => /^#\p{L}/u.test(text) && !one.isKnown(key));
    for (const tag of signed) problems.push(withSign(tag, value, one.name, entry));
    const [first] = joined;
    const spaced = typeof value === "string" && tags.length === 1 ? wordsApart(value) : undefined;
    if (spaced !== undefined) {
      const params = {
        field: one.name,
        found: excerpt(value as string),
        fix: entry.lineIn([one.name], yamlList(spaced)),
      };
      problems.push(problem("joined-tags/spaces", entry.placeIn([one.name]), params));
    } else if (first !== undefined) {
      const isList = Array.isArray(value);
      const place = entry.placeIn(isList ? [one.name, first.index] : [one.name]);
      const fix = (isList ? asItems(first, one.name, entry) : undefined) ?? asList(tags, one.name, entry);
      problems.push(problem("joined-tags", place, { field: one.name, found: excerpt(first.text), fix }));
    }
    if (one.known.listed)
      for (const tag of tags)
        if (!one.isKnown(tag.key) && !joined.includes(tag) && !signed.includes(tag))
          problems.push(unknownTag(tag, one, entry));
    found.set(one.name, tags);
  }
  return found;
}

/** The tags of other generators, which spaces separate: at least three, in lower case, whose own words are joined by hyphens. */
function wordsApart(text: string): string[] | undefined {
  const words = text.trim().split(/ +/);
  const isApart =
    words.length > 2 && words.every((word) => /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u.test(word));
  const joined = words.filter((word) => word.includes("-"));
  return isApart && (joined.length > 1 || (joined.length > 0 && words.length > 3)) ? words : undefined;
}

/** A taxonomy may have the name of a property that all objects have: `toString`. */
function ownValue(values: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Warns once for each spelling that another one of the same meaning replaces. */
export function reportVariants(taxonomies: readonly Taxonomy[], problems: Problem[]): void {
  for (const { name, variants } of taxonomies)
    for (const { kept, other, by, index } of variants())
      problems.push(problem("near-duplicate-tag", by.placeIn([name, index]), { name: kept, other }));
}

function badTag({ kind, found, index }: BadTag, field: string, entry: Tagged): Problem {
  if (kind === "too-many")
    return problem("front-matter/too-many", entry.placeOf(field), {
      field,
      count: Number(found),
      limit: MOST_VALUES,
    });
  const place = entry.placeIn([field, index]);
  if (kind === "empty") return hashtag(field, index, entry) ?? problem("empty-tag", place, { field, found });
  if (kind === "too-long") return problem("front-matter/tag-long", place, { field, found });
  if (kind === "no-letter") return problem("front-matter/tag-slug", place, { field, found: excerpt(found) });
  return problem("front-matter/tag-map", place, {
    field,
    found,
    fix:
      kind === "not-list"
        ? entry.lineIn([field], `[${quote(found)}]`)
        : entry.lineIn([field, index], quote(found)),
  });
}

/** An item such as `- #design`, which YAML reads as a comment. */
function hashtag(field: string, index: number, entry: Tagged): Problem | undefined {
  const [, dash = "", found = ""] = /^(\s*- +)x(#[^\s#].*)$/.exec(entry.lineIn([field, index], "x")) ?? [];
  if (found === "") return undefined;
  const fix = dash + yamlOf(found.slice(1).trim());
  return problem("empty-tag/hashtag", entry.placeIn([field, index]), { field, found: excerpt(found), fix });
}

/** A word between quotes that begins with the sign of social networks and of Obsidian, which readers would see. */
function withSign({ text, index }: WrittenTag, value: unknown, field: string, entry: Tagged): Problem {
  const path = Array.isArray(value) ? [field, index] : [field];
  const found = entry.lineIn(path, "x");
  const fix = found === "x" ? text.slice(1) : entry.lineIn(path, yamlOf(text.slice(1)));
  return problem("empty-tag/sign", entry.placeIn(path), { field, found: excerpt(text), fix });
}

const LONGEST_LINE = 300;

/** Splits tags at semicolons, which separate nothing when tags are read: what they join is one tag. */
function asList(all: readonly WrittenTag[], field: string, entry: Tagged): string {
  const parts = all.flatMap(({ text }) => text.split(";")).flatMap((one) => one.trim() || []);
  const line = entry.lineIn([field], yamlList(parts));
  return line.length > LONGEST_LINE ? excerpt(line, LONGEST_LINE) : line;
}

/** The same in a list with one item per line: the parts of one item, one below the other. */
function asItems({ text, index }: WrittenTag, field: string, entry: Tagged): string | undefined {
  const [, dash] = /^( *- +)x$/.exec(entry.lineIn([field, index], "x")) ?? [];
  if (dash === undefined) return undefined;
  const parts = text.split(";").flatMap((one) => one.trim() || []);
  return parts.map((one) => dash + yamlOf(one)).join("\n");
}

const fileOf = (taxonomy: string): string =>
  taxonomy === "tags" ? "content/tags.yaml" : "content/site.yaml";

function unknownTag(tag: WrittenTag, { name, known, labels }: Taxonomy, entry: Tagged): Problem {
  const place = entry.placeIn([name, tag.index]);
  const suggestion = nearest(tag.text, ofSameNumbers(tag.text, labels)) ?? "";
  if (known.closed)
    return problem(
      "unknown-tag/closed",
      place,
      { tag: tag.text, file: fileOf(name) },
      suggestion || undefined,
    );
  return problem("unknown-tag/open", place, {
    tag: tag.text,
    suggestion,
    line: `${slugOf(tag.text)}: ${yamlOf(tag.text)}`,
    ...(name === "tags"
      ? { file: "content/tags.yaml" }
      : { file: "content/site.yaml", map: `taxonomies.${name}.terms` }),
  });
}
