// The direction in which a language is written, and the attributes of a text in another language than what surrounds it.
import { escapeHtml } from "../html.ts";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** `rtl` for languages in Arabic, Hebrew or Thaana script, `ltr` for all others. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(lang.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * ` lang="fr"` for an element with a text in `lang` inside one in the language `around`, and ` dir="ltr"` where their directions
 * differ: without it, a full stop would be at the wrong end. Empty if there is nothing to say.
 */
export function langAttributes(lang: string | undefined, around: string): string {
  if (lang === undefined || lang === around) return "";
  const dir = directionOf(lang);
  return ` lang="${escapeHtml(lang)}"${dir === directionOf(around) ? "" : ` dir="${dir}"`}`;
}
