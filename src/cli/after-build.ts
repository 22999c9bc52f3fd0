// What a published build leaves for the next one: its addresses in the book, and the versions of the layouts that the site
// replaces; and the moment at which to build again.
// A preview leaves nothing, nor does a build to another folder than the site's own `_site`: neither has been published.
import { join } from "node:path";
import { keepAddresses } from "../build/address-book.ts";
import { keepReplacedLayouts, replacedLayouts } from "../build/theme/replaced-layouts.ts";
import { ADDRESS_BOOK } from "../content/address-book.ts";
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { Plan } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { uiLang } from "../site.ts";
import { cliWords } from "../strings/cli.ts";
import { said } from "../strings/said.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Says what it did, in lines that come before the summary of the build; false where it could not do it, or where what was
 * told of the book is no longer so: the next build is then to read all again.
 */
export function afterBuild(
  { plan, told, lang }: { plan: Plan; told: readonly Problem[]; lang: "fr" | "en" },
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

/** The moment in the words of the site's zone, and in UTC for whoever schedules builds by program. */
export function nextChangeWords({ nextChange, site }: Content, lang: "fr" | "en"): string | undefined {
  if (nextChange === undefined) return undefined;
  const { at, file, what } = nextChange;
  const iso = `${at.toISOString().slice(0, 19)}Z`;
  return cliWords(lang).nextChange[what](
    longMoment(at, site.timeZone, lang),
    `${site.timeZone}, ${iso}`,
    file,
  );
}
