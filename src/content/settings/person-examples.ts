// Example values for keys of `people.yaml` that are refused and cannot be corrected.
import type { KeyPath } from "../yaml/locate.ts";

/** By what follows the id in a path; `translations.*` are the words of a language. */
const PERSON_EXAMPLES: Readonly<Record<string, string>> = {
  "": "{ name: Coline Malivel, role: EIG Link }",
  name: "Coline Malivel",
  handles: '{ mastodon: "@equipe@social.example.org" }',
  translations: "{ en: { role: EIG Link } }",
  "translations.*": "{ role: EIG Link }",
};

export function personExample([, ...path]: KeyPath): string | undefined {
  return PERSON_EXAMPLES[path.map((key, index) => (index === 1 ? "*" : String(key))).join(".")];
}
