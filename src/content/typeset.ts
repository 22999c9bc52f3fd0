// Titles and descriptions of posts and of the site → the same with the typography of their language.
// It is applied after slugs and addresses are made and before anything is shown, so that every page, feed and card agrees.
import type { SiteSettings } from "../site/schema.ts";
import { typeset, typographerFor } from "../typography/typographer.ts";

export type Typesetter = (text: string) => string;

/** Sets the texts of an entry; leaves them as written if the author does not want typography. */
export function typesetterFor(lang: string, wanted: boolean): Typesetter {
  const rules = wanted ? typographerFor(lang) : undefined;
  return (text) => typeset(text, rules);
}

const KEYS = ["title", "label", "description"] as const;
type Words = Partial<Record<(typeof KEYS)[number], string | undefined>>;

/**
 * The settings with typography applied to the words that readers see on every page: titles, descriptions and labels.
 */
export function typesetSettings(settings: SiteSettings): SiteSettings {
  if (!settings.typography) return settings;
  const { lang, title, description, translations, taxonomies, nav, footer } = settings;
  const inLang = (tag: string | undefined): Typesetter => typesetterFor(tag ?? lang, true);
  /** Sets the words that an object has, in the language of a tag. */
  const worded = <T extends Words>(words: T, tag: string): T => {
    const set = inLang(tag);
    const written = KEYS.flatMap((key) =>
      words[key] === undefined ? [] : [[key, set(words[key])] as const],
    );
    return { ...words, ...Object.fromEntries(written) };
  };
  const labelled = <T extends { label: string; lang?: string | undefined }>(links: readonly T[]): T[] =>
    links.map((link) => ({ ...link, label: inLang(link.lang)(link.label) }));
  const below = <T extends { label: string }>(links: readonly T[], tag: string | undefined): T[] =>
    links.map((link) => ({ ...link, label: inLang(tag)(link.label) }));
  return {
    ...settings,
    title: inLang(lang)(title),
    description: inLang(lang)(description),
    taxonomies: mapValues(taxonomies, (own) => worded(own, lang)),
    translations: mapValues(translations, (own, tag) => ({
      ...worded(own, tag),
      taxonomies: mapValues(own.taxonomies, (words) => worded(words, tag)),
    })),
    ...(nav && {
      nav: labelled(nav).map((one) => (one.links ? { ...one, links: below(one.links, one.lang) } : one)),
    }),
    ...(footer && { footer: labelled(footer) }),
  };
}

function mapValues<T>(
  all: Readonly<Record<string, T>>,
  change: (one: T, key: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one, key)]));
}
