// The environment's locale → the language of messages until a site sets its own.
// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html: the first of the three that is set and not empty.
import type { UiLang } from "../ui-lang.ts";

/** French for `fr*`, and if no language is named (`C`, `POSIX`); English for every other language. */
export function environmentLang(env: Readonly<Record<string, string | undefined>>): UiLang {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => (one ?? "") !== "") ?? "C";
  return /^(?:fr|(?:c|posix)(?:[.@]|$))/i.test(locale) ? "fr" : "en";
}
