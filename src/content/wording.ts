// Words that settings files give by language → those of one language.
import { descriptionIn } from "../site/site.ts";
import type { Person } from "./types.ts";

/** The words of that language, or else of the one that it is a form of: `en-GB`, then `en`. */
export function wordingIn<T>(
  written: Iterable<readonly [lang: string, words: T]>,
  lang: string,
): T | undefined {
  const byLang = new Map([...written].map(([code, words]) => [code.toLowerCase(), words]));
  const own = lang.toLowerCase();
  return byLang.get(own) ?? byLang.get(own.replace(/-.*/, ""));
}

/** A person, with what `people.yaml` says of them to readers of a language. */
export function personIn(person: Person, lang: string, site: { lang: string }): Person {
  const { description: written, ...named } = person;
  const own = wordingIn(Object.entries(person.translations ?? {}), lang);
  const description = descriptionIn(site, lang, { own: own?.description, written });
  return { ...named, ...own, ...(description !== undefined && { description }) };
}
