// A listed text → what its line says besides its title, the most pressing first, and the words by which it can be asked for.
import { STATES, type ListedText, type Listing, type State } from "../content/listing.ts";
import { fold } from "../content/text.ts";
import type { ListWords } from "../strings/list.ts";

/** `2027-01-15T17:00:00+01:00` → `2027-01-15 17:00`; midnight stands for the day. */
export function momentOf(instant: string): string {
  const hour = hourOf(instant);
  return hour === undefined ? instant.slice(0, 10) : `${instant.slice(0, 10)} ${hour}`;
}

/** Undefined for midnight, and for a day. */
function hourOf(instant: string): string | undefined {
  const hour = instant.slice(11, 16);
  return hour === "" || hour === "00:00" ? undefined : hour;
}

/** Dates that matter, then who signed, then what is missing. */
export function remarksOn(text: ListedText, { site, languages }: Listing, words: ListWords): string[] {
  const { state, lang, authors } = text;
  return [
    ...datesOf(text, words),
    ...(authors.length > 0 ? [authors.join(", ")] : []),
    ...(lang !== null && lang !== site.lang ? [lang] : []),
    ...(state === "unreadable" ? [] : lacks(text, languages, words)),
  ];
}

function datesOf({ state, publishAt, expires, deadline, closed }: ListedText, words: ListWords): string[] {
  const hour = publishAt === null ? undefined : hourOf(publishAt);
  return [
    ...(state === "scheduled" && hour !== undefined ? [words.at(hour)] : []),
    ...(deadline !== null && closed === false ? [words.openUntil(momentOf(deadline))] : []),
    ...(expires === null ? [] : [leaving(state === "expired", momentOf(expires), words)]),
  ];
}

function leaving(isGone: boolean, moment: string, words: ListWords): string {
  return isGone ? words.goneSince(moment) : words.goesOn(moment);
}

function lacks(text: ListedText, languages: readonly string[], words: ListWords): string[] {
  const there = new Set([text.lang, ...text.translations.map(({ lang }) => lang)]);
  const missing = languages.filter((lang) => !there.has(lang));
  return [
    ...(text.description === null ? [words.noDescription] : []),
    ...(missing.length > 0 ? [words.noTranslation(missing)] : []),
  ];
}

/**
 * Returns a function that is true for texts to which every word applies, ignoring case and accents. A state is taken for the
 * state, and the code of a language of the site for the language, which is also in remarks on missing translations. Another
 * word, or several between quotation marks, is the beginning of words of the title, the file, the address, an author, a tag or
 * another term, a remark, or the end of a call.
 */
export function asked(
  typed: readonly string[],
  listing: Listing,
  words: ListWords,
): (text: ListedText) => boolean {
  // A sign alone (`+`) has no letters to compare.
  const keys = typed.map(fold).filter((key) => key !== "");
  const states = keys.flatMap((key) => stateMeant(key, words) ?? []);
  const codes = new Set(listing.languages.map(fold));
  const langs = keys.filter((key) => codes.has(key));
  const others = keys.filter((key) => stateMeant(key, words) === undefined && !codes.has(key));
  return (text) => {
    if (states.some((state) => state !== text.state)) return false;
    if (langs.some((lang) => lang !== fold(text.lang ?? ""))) return false;
    const { file, kind, state, title, address, tags, terms, authors } = text;
    const own = [file, title, address, words.kinds[kind], words.states[state], ...tags, ...terms, ...authors];
    const all = [...own, ...closing(text, words), ...remarksOn(text, listing, words)]
      .map((one) => ` ${fold(one ?? "")}`)
      .join("\n");
    return others.every((key) => all.includes(` ${key}`));
  };
}

/** The list does not say which calls are closed: most are, after some years. */
function closing({ deadline, closed }: ListedText, words: ListWords): string[] {
  return deadline !== null && closed === true ? [words.closedSince(momentOf(deadline))] : [];
}

/** By its name in JSON, or as the list says it, in the singular or plural. */
function stateMeant(key: string, { state, states }: ListWords): State | undefined {
  return STATES.find((one) => [one, state[one], states[one]].some((name) => fold(name) === key));
}
