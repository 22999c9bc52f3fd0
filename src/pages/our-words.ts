// The language of labels, titles and descriptions in Carnet's own words, on pages in a language that Carnet does not speak: an
// English label on a page in Breton has to say so (WCAG 3.1.2). Nothing is added on pages in French or English.
import { wordsLang, type Site } from "../site/site.ts";
import { ownLang, type UiLang } from "../ui-lang.ts";

interface Where {
  site: Site;
  /** Language of the page. */
  lang: string;
}

/** To be spread into a link whose label is Carnet's. */
export function ourLabel(where: Where): { lang?: string } {
  const lang = foreignWords(where);
  return lang === undefined ? {} : { lang };
}

/** To be spread into a draft whose title is Carnet's. */
export function ourTitle(where: Where): { titleLang?: string } {
  const titleLang = foreignWords(where);
  return titleLang === undefined ? {} : { titleLang };
}

/** To be spread into a draft whose description is Carnet's. */
export function ourDescription(where: Where): { descriptionLang?: string } {
  const descriptionLang = foreignWords(where);
  return descriptionLang === undefined ? {} : { descriptionLang };
}

/** The language of Carnet's words on pages in `lang`, if Carnet does not speak that one. */
function foreignWords({ site, lang }: Where): UiLang | undefined {
  return ownLang(lang) === undefined ? wordsLang(site, lang) : undefined;
}
