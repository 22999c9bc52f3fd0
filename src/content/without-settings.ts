// The problems of texts while `site.yaml` cannot be read → those that hold whatever it says.
// The texts are then read with default settings, whose languages, addresses and fields are not those that they were written
// for: corrections made to suit these would spoil them.
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
