// The language of a command's messages about a site. Separate from `locale.ts`, which runs before any code about sites is
// loaded.
import type { Settings } from "../content/settings/settings.ts";
import { uiLang, type UiLang } from "../ui-lang.ts";
import type { Options } from "./options.ts";

/** The language requested, else the site's, else the environment's if there is no site to read. */
export function spokenOf(
  { lang, spoken }: Pick<Options, "lang" | "spoken">,
  { site }: Pick<Settings, "site">,
): UiLang {
  return lang ?? (site === undefined ? spoken : uiLang(site.lang));
}
