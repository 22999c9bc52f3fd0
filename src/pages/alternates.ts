// A page → the same page in each language of the site, for the language switcher and for search engines.
import type { Content, Entry } from "../content/types.ts";
import { languageLabels } from "../strings/language-names.ts";
import { addressOf } from "./addresses.ts";
import { isEmptyList, type Draft } from "./draft.ts";
import type { Alternate } from "./views.ts";

/** Made once for all pages of a site. Empty for a site with one language, and for files that are not pages. */
export function createAlternates(
  { site, languages }: Content,
  drafts: readonly Draft[],
): (draft: Draft) => Alternate[] {
  if (languages.length < 2) return () => [];
  const byKey = urlsByKey(drafts);
  const keptOut = new Set(drafts.flatMap(({ noindex, url }) => (noindex ? url : [])));
  const labels = languageLabels(languages);
  return (draft) => {
    if (draft.layout === null) return [];
    const urls = new Map([
      ...(byKey.get(draft.key) ?? []),
      [draft.lang, draft.url],
      ...(draft.entry === undefined ? [] : entryUrls(draft.entry)),
    ]);
    // The other page does not link back to an empty list: the switcher leads there, but search engines are told of neither.
    const isAlone = isEmptyList(draft);
    return languages.map((lang) => {
      const url = urls.get(lang);
      const label = labels.get(lang) ?? lang;
      const translated = url !== undefined && (lang === draft.lang || !isAlone);
      return {
        lang,
        label,
        url: url ?? addressOf(site, "home", lang),
        current: lang === draft.lang,
        translated,
        indexed: translated && draft.noindex !== true && !keptOut.has(url),
      };
    });
  };
}

/** The addresses, by language, of pages that share a key. */
function urlsByKey(drafts: readonly Draft[]): Map<string, Map<string, string>> {
  const byKey = new Map<string, Map<string, string>>();
  for (const draft of drafts) {
    if (isEmptyList(draft)) continue;
    const { key, lang, url } = draft;
    const urls = byKey.get(key) ?? new Map<string, string>();
    byKey.set(key, urls.set(lang, url));
  }
  return byKey;
}

function entryUrls(entry: Entry): Map<string, string> {
  return new Map([
    [entry.lang, entry.url],
    ...entry.translations.map((t): [string, string] => [t.lang, t.url]),
  ]);
}
