// What a finished build, check or save prints: the problems, when to build again, and three lines on what was made.
// A light module, since a build that has nothing to do loads little else.
import { join, relative } from "node:path";
import type { Explanation } from "../build/explain.ts";
import type { Changes } from "../build/put-site.ts";
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import { countsOf, formatProblems, type FormatOptions } from "../problem-formats.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import { problemWords } from "../strings/problem-words.ts";
import { shellWord } from "../strings/shell-word.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import { pathInRepository } from "./repository.ts";
import type { Terminal } from "./terminal.ts";

/** Everything a build reports, except how long it took. */
export interface Told {
  shown: readonly ShownProblem[];
  /** When the same sources will next give a different site, in words. */
  next?: string | undefined;
  pages: number;
  posts: number;
}

/** Prints the problems as a single list, which programs need. `counted`: as text, warnings are only counted. */
export function printProblems(
  shown: readonly ShownProblem[],
  options: Options,
  terminal: Terminal,
  counted = false,
): void {
  terminal.out(formatProblems(shown, { ...formatOf(options, terminal), counted }));
}

/** How problems are printed: forges identify files by their path in the repository. */
function formatOf({ format, quiet, site, lang }: Options, { color }: Terminal): FormatOptions {
  const forForge = format === "github" || format === "gitlab";
  return { format, lang, quiet, color, ...(forForge && { prefix: pathInRepository(site) }) };
}

/** The end of what a build prints. `started` is a time of the process's own clock, in milliseconds. */
export function printSummary(
  { next, pages, posts }: Told,
  {
    changes,
    started,
    explanation,
  }: { changes: Changes; started: number; explanation?: Explanation | undefined },
  options: Options,
  terminal: Terminal,
): void {
  if (options.format === "github" && next !== undefined) terminal.out(`::notice title=carnet::${next}\n`);
  if (options.format !== "text" || options.quiet) return;
  const words = cliWords(options.lang);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const lines = [
    ...(next === undefined ? [] : [next]),
    words.made(pages, posts, changes),
    words.took(seconds),
    ...(options.explain !== undefined && explanation ? [words.explained(options.explain, explanation)] : []),
    whereToSee(options),
  ];
  terminal.out(`${lines.join("\n")}\n`);
}

/** `carnet dev` serves what the same options build; a custom output folder is opened in place. */
function whereToSee(options: Options): string {
  const { usualOutput, typedSite, drafts, future, lang } = options;
  const path = shownPath(options);
  if (!usualOutput) return cliWords(lang).elsewhere(path, join(path, "index.html"));
  const site = typedSite === undefined ? "" : ` --site ${shellWord(typedSite)}`;
  const command = `npx carnet dev${site}${drafts ? " --drafts" : ""}${future ? " --future" : ""}`;
  return cliWords(lang).where(path, command);
}

/** The output's path relative to the site root; absolute if it is elsewhere. */
export function shownPath({ site, output }: Options): string {
  const path = relative(site, output) || ".";
  return path.startsWith("..") ? output : path;
}

/** When to build again: in the site's time zone, and in UTC for programs that schedule builds. */
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

/**
 * The problems of consecutive saves → what `dev` prints for each: errors until they are fixed, of the others the new ones, since
 * the same warnings at every save would hide what a save changed. The returned function remembers what it was given.
 */
export function createSavePrinter(
  options: Options,
  terminal: Terminal,
): (shown: readonly ShownProblem[]) => void {
  let known: ReadonlySet<string> = new Set();
  let count = 0;
  // Without its line, which moves when text is added above.
  const keyOf = ({ file, code, message }: ShownProblem): string => [file, code, message].join("\0");
  return (shown) => {
    const keys = new Set(shown.map(keyOf));
    const news = shown.filter((one) => isError(one) || !known.has(keyOf(one)));
    const isChanged = news.length > 0 || shown.length !== count;
    // An error may hide other problems: they are not new when they come back.
    known = shown.some(isError) ? new Set([...known, ...keys]) : keys;
    count = shown.length;
    if (options.format !== "text") {
      if (isChanged) printProblems(shown, options, terminal);
      return;
    }
    printProblems(news, options, terminal);
    const others = shown.filter((one) => !news.includes(one));
    if (options.quiet || !isChanged) return;
    const words = problemWords[options.lang];
    if (shown.length === 0) terminal.out(`${words.noneLeft}\n`);
    else if (others.length > 0) terminal.out(`${words.stillThere(countsOf(others, options.lang))}\n`);
  };
}
