// All entries, read and with their addresses → posts and pages. All of them together settle who signs and how tags are spelt.
import { problem, type Place, type Problem } from "../problems.ts";
import type { Addressed } from "./addresses.ts";
import { makeMembers, readMembers } from "./members.ts";
import { directory, type Directory, type SignedBy } from "./people.ts";
import { isKeptOut, makePage, makePost, type Making, type Reading } from "./posts.ts";
import type { Settings } from "./settings/settings.ts";
import { isDoubtful } from "./signatures/signatures.ts";
import { MOST_VALUES } from "./tag-values.ts";
import { readAllTags, reportVariants, taxonomiesOf } from "./taxonomies.ts";
import type { Entry, Member } from "./types.ts";

/** The post or page made from each entry. */
export type Made = Map<Addressed, Entry>;

export function makeEntries(
  entries: readonly Addressed[],
  settings: Settings,
  base: Omit<Making, "people" | "taxonomies">,
): {
  made: Made;
  /** What an error keeps out, as far as it can be read. */
  unsound: Made;
  membersIn: (languages: readonly string[]) => Member[];
} {
  const who = directory(settings.people);
  const taxonomies = taxonomiesOf(settings, base.site);
  const readings = new Map<Addressed, Reading>();
  const read = (post: Addressed): void => {
    const signed = signedBy(post, who, base.problems);
    readings.set(post, { signed, tags: readAllTags(post, taxonomies, base.problems) });
  };
  const posts = entries.filter(({ kind }) => kind === "post");
  // The site is published without these: no name and no term on its pages may depend on them.
  const isApart = (post: Addressed): boolean => post.draft && isKeptOut(post, base);
  for (const post of posts) if (!isApart(post)) read(post);
  const members = readMembers(settings.memberships, taxonomies, base.problems);
  const making: Making = { ...base, people: who.people(), taxonomies };
  for (const one of taxonomies) one.settle();
  for (const post of posts) if (isApart(post)) read(post);
  reportVariants(taxonomies, base.problems);
  const made: Made = new Map();
  const unsound: Made = new Map();
  for (const entry of entries) {
    const reading = readings.get(entry);
    const one = reading === undefined ? makePage(entry, making) : makePost(entry, reading, making);
    if (one !== undefined) (making.refused.has(entry) ? unsound : made).set(entry, one);
  }
  return { made, unsound, membersIn: (languages) => makeMembers(members, making, languages) };
}

/** All authors as two lists, whatever their language: one where a role is a person of its own, one where it is a role. */
function inLists(
  doubtful: SignedBy & { role: string },
  signed: readonly SignedBy[],
): { name: string; role: string; both: string; one: string } {
  const { name, role } = doubtful;
  const list = (split: boolean): string => {
    const items = signed.flatMap((each) =>
      split && each === doubtful
        ? [name, role]
        : [each.role === undefined ? each.name : `${each.name}, ${each.role}`],
    );
    return `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
  };
  return { name, role, both: list(true), one: list(false) };
}

function signedBy(entry: Addressed, who: Directory, problems: Problem[]): SignedBy[] {
  const signed = who.read(entry.data, entry.lang);
  const field = entry.data.authors === undefined ? "author" : "authors";
  if (signed.length > MOST_VALUES) {
    const params = { field, count: signed.length, limit: MOST_VALUES };
    problems.push(problem("front-matter/too-many", entry.placeOf(field), params));
    return [];
  }
  for (const one of signed) {
    const meant = who.meant(one);
    const place = (): Place => placeOfAuthor(entry, field, one.name);
    if (meant !== undefined) problems.push(problem("near-author", place(), { name: one.name, meant }));
    else if (one.isUnknownId) problems.push(problem("near-author/unknown-id", place(), { id: one.name }));
    // In a list, each item is one person.
    if (typeof entry.data[field] === "string" && isDoubtful(one))
      problems.push(problem("author-or-role", entry.placeOf(field), inLists(one, signed)));
  }
  return signed;
}

/** In a list, where the item that names the author begins. */
function placeOfAuthor({ data, placeIn }: Addressed, field: "author" | "authors", author: string): Place {
  const written = data[field];
  if (typeof written === "string" || written === undefined) return placeIn([field]);
  const items = written.map((item) => (typeof item === "string" ? item : (item.name ?? item.id ?? "")));
  // A longer name may contain it.
  const whole = items.findIndex((item) => item === author || item.startsWith(`${author},`));
  const index = whole < 0 ? items.findIndex((item) => item.includes(author)) : whole;
  return placeIn(index < 0 ? [field] : [field, index]);
}
