// What a published build leaves for the next one: the site's addresses in the address book, the versions of the layouts that
// the site replaces, and when to build again.
// A preview, or a build to a folder other than the site's own `_site`, leaves nothing: neither has been published.
import { join } from "node:path";
import { keepAddresses } from "../build/address-book.ts";
import { keepReplacedLayouts, replacedLayouts } from "../build/theme/replaced-layouts.ts";
import { ADDRESS_BOOK } from "../content/address-book.ts";
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { Plan } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { cliWords } from "../strings/cli.ts";
import { said } from "../strings/said.ts";
import { uiLang, type UiLang } from "../ui-lang.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Prints what it did, before the summary of the build. False if it failed, or if what was reported about the address book is
 * out of date: the next build must then read everything again.
 */
export function afterBuild(
  { plan, told, lang }: { plan: Plan; told: readonly Problem[]; lang: UiLang },
  options: Options,
  terminal: Terminal,
): boolean {
  if (options.drafts || options.future || options.output !== join(options.site, "_site")) return true;
  const words = cliWords(lang);
  const isTelling = options.format === "text" && !options.quiet;
  const book = keepAddresses(plan);
  if (!book) terminal.err(said(lang, words.bookNotKept));
  else if (book.added > 0 && isTelling) terminal.out(`${words.bookKept(book.added)}\n`);
  const replaced = replacedLayouts(options.site, builtinLayouts().folder);
  const noted = keepReplacedLayouts(options.site, replaced, uiLang(plan.content.site.lang));
  if (noted > 0 && isTelling) terminal.out(`${words.layoutsKept(noted)}\n`);
  if (!book?.isAsRead) return false;
  return !book.isWritten || told.every(({ file }) => file !== ADDRESS_BOOK);
}

/** The moment in the site's time zone, and in UTC for programs that schedule builds. */
export function nextChangeWords({ nextChange, site }: Content, lang: UiLang): string | undefined {
  if (nextChange === undefined) return undefined;
  const { at, file, what } = nextChange;
  const iso = `${at.toISOString().slice(0, 19)}Z`;
  return cliWords(lang).nextChange[what](
    longMoment(at, site.timeZone, lang),
    `${site.timeZone}, ${iso}`,
    file,
  );
}
