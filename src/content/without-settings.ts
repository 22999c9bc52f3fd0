// The problems of texts while `site.yaml`, or some of its settings, cannot be used → those that hold whatever it says.
// The texts are then read with default settings, whose languages, addresses and fields are not those that they were written
// for: corrections made to suit these would spoil them. The error in `site.yaml` stops the build, so nothing is lost: once it is
// corrected, the next run reports the others.
import { codeOf, type Problem } from "../problems.ts";

const ADDRESSES = ["dead-anchor", "dead-link", "duplicate-url", "redirect", "redirected-link"];
const LANGUAGES = [...ADDRESSES, "interface-language", "language", "translation"];

/** The codes of what a refused setting may cause, by its key. */
const CAUSED: Readonly<Record<string, readonly string[]>> = {
  addresses: ADDRESSES,
  alsoServed: ADDRESSES,
  fields: ["unknown-key"],
  lang: LANGUAGES,
  permalink: ADDRESSES,
  taxonomies: [...ADDRESSES, "unknown-key"],
  translations: LANGUAGES,
};

/** Those of a file that cannot be read at all. */
const OF_SETTINGS: ReadonlySet<string> = new Set([
  ...Object.values(CAUSED).flat(),
  ...["early-update", "late-update", "related", "two-dates"],
]);

export function withoutSettings(problems: readonly Problem[]): Problem[] {
  return withoutCaused(problems, OF_SETTINGS);
}

/** What may be caused by the refusal of these keys of `site.yaml`. */
export function causedBy(keys: Iterable<string>): ReadonlySet<string> {
  return new Set([...keys].flatMap((key) => CAUSED[key] ?? []));
}

export function withoutCaused(problems: readonly Problem[], caused: ReadonlySet<string>): Problem[] {
  return problems.filter(({ key, file }) => {
    const code = codeOf(key);
    return !caused.has(code) || (code === "unknown-key" && !hasKeysOfSite(file));
  });
}

/** Its keys may be taxonomies of the site, or fields. */
function hasKeysOfSite(file: string): boolean {
  return /^content\/(?:(?:posts|pages)\/|people\.yaml$)/.test(file);
}
