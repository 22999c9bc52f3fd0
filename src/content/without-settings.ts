// The problems of texts while `site.yaml`, some of its settings or `people.yaml` cannot be used → those that hold whatever these say.
// The texts are then read with default settings, whose languages, addresses and fields are not those that they were written
// for: corrections made to suit these would spoil them. The error in `site.yaml` stops the build, so nothing is lost: once it is
// corrected, the next run reports the others.
import { codeOf, type Problem } from "../problems.ts";
import { catalogue } from "../strings/problems.ts";

const ADDRESSES = ["dead-anchor", "dead-link", "duplicate-url", "redirect", "moved-link"];
const LANGUAGES = [...ADDRESSES, "interface-language", "language", "translation"];

/** The codes of what a refused setting may cause, by its key. */
const CAUSED: Readonly<Record<string, readonly string[]>> = {
  accessibility: ADDRESSES,
  addresses: ADDRESSES,
  audience: ADDRESSES,
  alsoServed: ADDRESSES,
  fields: ["unknown-key"],
  lang: LANGUAGES,
  permalink: ADDRESSES,
  taxonomies: [...ADDRESSES, "unknown-key"],
  translations: LANGUAGES,
};

/** What an error in `people.yaml` may cause: its people are not all known. */
export const OF_PEOPLE: readonly string[] = ["near-author/unknown-id"];

/** Those of a `site.yaml` that cannot be read at all. */
const OF_SETTINGS: ReadonlySet<string> = new Set([
  ...Object.values(CAUSED).flat(),
  ...["early-update", "late-update", "related", "two-dates"],
]);

/** Without notes either: its `checks` may turn off each of them. */
export function withoutSettings(problems: readonly Problem[], caused: ReadonlySet<string>): Problem[] {
  return withoutCaused(withoutCaused(problems, OF_SETTINGS), caused).filter(
    ({ key }) => catalogue[key].severity !== "note",
  );
}

/** What may be caused by the refusal of these keys of `site.yaml`. */
export function causedBy(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => CAUSED[key] ?? []);
}

/** Without those whose code, or the key of whose message, is among the caused ones. */
export function withoutCaused(problems: readonly Problem[], caused: ReadonlySet<string>): Problem[] {
  return problems.filter(({ key, file }) => {
    const code = codeOf(key);
    return (!caused.has(code) && !caused.has(key)) || (code === "unknown-key" && !hasKeysOfSite(file));
  });
}

/** Its keys may be taxonomies of the site, or fields. */
function hasKeysOfSite(file: string): boolean {
  return /^content\/(?:(?:posts|pages)\/|people\.yaml$)/.test(file);
}
