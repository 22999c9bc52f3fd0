// The machine's language → the language of messages where there is no site to tell another.
// It imports nothing of Node's, so that a version too old for Carnet can run it.
import { uiLang, type UiLang } from "../ui-lang.ts";

/** The first variable that names a language, `C` and `POSIX` being none; else the system's language. */
export function machineLang(
  env: Readonly<Record<string, string | undefined>>,
  system = new Intl.DateTimeFormat().resolvedOptions().locale,
): UiLang {
  // https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
  const named = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (one) => one !== undefined && !/^(?:(?:c|posix)(?:[.@].*)?)?$/i.test(one),
  );
  return uiLang((named ?? system).replace("_", "-"));
}
