// What a published build leaves for the next one: its addresses in the book, and the versions of the layouts that the site
// replaces; and the moment at which to build again.
// A preview leaves nothing, nor does a build to another folder than the site's own `_site`: neither has been published.
import { join } from "node:path";
import { keepAddresses } from "../build/address-book.ts";
import { keepReplacedLayouts, replacedLayouts } from "../build/replaced-layouts.ts";
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { Plan } from "../pages/types.ts";
import { uiLang } from "../site.ts";
import { cliWords } from "../strings/cli.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Says what it did, in lines that come before the summary of the build; false where it could not do it. */
export function afterBuild(plan: Plan, options: Options, lang: "fr" | "en", terminal: Terminal): boolean {
  if (options.drafts || options.future || options.output !== join(options.site, "_site")) return true;
  const words = cliWords(lang);
  const told = options.format === "text" && !options.quiet;
  const added = keepAddresses(plan);
  if (added === undefined) terminal.err(`carnet : ${words.bookNotKept}\n`);
  else if (added > 0 && told) terminal.out(`${words.bookKept(added)}\n`);
  const replaced = replacedLayouts(options.site, builtinLayouts().folder);
  const noted = keepReplacedLayouts(options.site, replaced, uiLang(plan.content.site.lang));
  if (noted > 0 && told) terminal.out(`${words.layoutsKept(noted)}\n`);
  return added !== undefined;
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
