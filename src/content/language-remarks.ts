// Languages of a site in which Carnet has no interface, and folders named like a language that the site does not declare.
// Each is reported once, at the place that determines it.
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { wordsLang, type Site } from "../site/site.ts";
import { languageName } from "../strings/language-names.ts";
import type { Loose } from "./entries/loose-entry.ts";
import type { Settings } from "./settings/settings.ts";
import { yamlOf } from "./settings/lines.ts";
import type { Entry } from "./types.ts";

/** A warning for each language whose pages have their interface in another one. */
export function interfaceRemarks(
  languages: readonly string[],
  entries: readonly Entry[],
  site: Site,
  { placeOf }: Pick<Settings, "placeOf">,
): Problem[] {
  const told = new Set(["fr", "en"]);
  return languages.flatMap((lang) => {
    const primary = lang.split("-")[0] ?? "";
    if (told.has(primary)) return [];
    told.add(primary);
    const place = (): Place => {
      if (lang === site.lang) return placeOf(["lang"]);
      if (Object.hasOwn(site.translations, lang)) return placeOf(["translations", lang], "key");
      const first = entries.find((entry) => entry.lang === lang);
      return first?.placeOf("lang") ?? placeOf(["lang"]);
    };
    const params = { lang, name: languageName(lang) ?? lang, words: wordsLang(site, lang) };
    return [problem("interface-language", place(), params)];
  });
}

/** A warning for each folder, at the first of its texts that does not set its own language. */
export function folderRemarks(
  entries: readonly Loose[],
  site: Site,
  { lineOf }: Pick<Settings, "lineOf">,
): Problem[] {
  const told = new Set<string>();
  return entries.flatMap(({ name, data, source, lang }) => {
    const [folder = ""] = name.folders;
    const meant = name.langFolder === undefined && data.lang === undefined ? folder.toLowerCase() : "";
    const language = /^[a-z]{2,3}(?:-[a-z]{2})?$/.test(meant) ? languageName(meant) : undefined;
    if (language === undefined || told.has(meant)) return [];
    told.add(meant);
    const own = `{ title: ${yamlOf(site.title)} }`;
    const isFirst = Object.keys(site.translations).length === 0;
    const fix = isFirst
      ? lineOf(["translations"], `{ ${meant}: ${own} }`)
      : lineOf(["translations", meant], own);
    const place = topOf(source.file);
    return [problem("language/folder", place, { folder, name: language, lang, fix })];
  });
}
