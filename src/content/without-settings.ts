// What is said of texts while `site.yaml` cannot be read → what holds whatever it says.
// Texts are then read by the settings of a site that says nothing: its languages, its addresses and its fields are not those
// that texts were written for, and who mends them by what follows spoils them.
import { codeOf, type Problem } from "../problems.ts";

const OF_SETTINGS: ReadonlySet<string> = new Set([
  "duplicate-url",
  "early-update",
  "interface-language",
  "language",
  "late-update",
  "redirect",
  "related",
  "translation",
  "two-dates",
]);

export function withoutSettings(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ key, file }) => {
    const code = codeOf(key);
    return !OF_SETTINGS.has(code) && !(code === "unknown-key" && isEntry(file));
  });
}

/** Its keys may be fields and taxonomies of the site. */
function isEntry(file: string): boolean {
  return /^content\/(?:posts|pages)\//.test(file);
}
