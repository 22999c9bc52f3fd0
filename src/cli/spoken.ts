// The language in which a command speaks of a site. Apart from `locale.ts`, which is asked before anything of a site is loaded.
import type { Settings } from "../content/settings/settings.ts";
import { uiLang } from "../site.ts";
import type { Options } from "./options.ts";

/** The one asked for, else that of the site, else the environment's where there is no site to read. */
export function spokenOf(
  { lang, spoken }: Pick<Options, "lang" | "spoken">,
  { site }: Pick<Settings, "site">,
): "fr" | "en" {
  return lang ?? (site === undefined ? spoken : uiLang(site.lang));
}
