// What a finished build says: the problems, the next moment to build at, and three lines on what was made.
// Light, since a build that has nothing to do loads little else.
import { join, relative } from "node:path";
import type { Changes } from "../build/site-job.ts";
import { formatProblems, type FormatOptions } from "../problem-formats.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import type { Options } from "./options.ts";
import { pathInRepository } from "./repository.ts";
import type { Terminal } from "./terminal.ts";

/** All that a build tells, but how long it took. */
export interface Told {
  shown: readonly ShownProblem[];
  /** Language of messages. */
  lang: "fr" | "en";
  /** The next moment at which the same sources give another site, in words. */
  next?: string | undefined;
  pages: number;
  posts: number;
}

/** Prints the problems in the format asked for, as one list: programs read it too. */
export function printProblems(
  { shown, lang }: Pick<Told, "shown" | "lang">,
  options: Options,
  terminal: Terminal,
): void {
  terminal.out(formatProblems(shown, formatOf(options, lang, terminal)));
}

/** How problems are printed: forges know files by their place in the repository. */
export function formatOf(
  { format, quiet, site }: Options,
  lang: "fr" | "en",
  { color }: Terminal,
): FormatOptions {
  const forForge = format === "github" || format === "gitlab";
  return { format, lang, quiet, color, ...(forForge && { prefix: pathInRepository(site) }) };
}

export function printNext(
  { next }: Pick<Told, "next">,
  { format, quiet }: Options,
  terminal: Terminal,
): void {
  if (next === undefined) return;
  if (format === "text" && !quiet) terminal.out(`${next}\n`);
  else if (format === "github") terminal.out(`::notice title=carnet::${next}\n`);
}

/** `started` is of the process's own clock, in milliseconds. */
export function printSummary(
  { pages, posts, lang }: Told,
  { changes, started }: { changes: Changes; started: number },
  options: Options,
  terminal: Terminal,
): void {
  if (options.format !== "text" || options.quiet) return;
  const words = cliWords(lang);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const lines = [words.made(pages, posts, changes), words.took(seconds), whereToLook(options, words)];
  terminal.out(`${lines.join("\n")}\n`);
}

/** `carnet dev` shows what the same options build; a folder of one's own is looked at in place. */
function whereToLook(options: Options, words: CliWords): string {
  const path = shownPath(options);
  if (!options.usualOutput) return words.elsewhere(path, join(path, "index.html"));
  const { typedSite, drafts, future } = options;
  const site =
    typedSite === undefined ? "" : ` --site ${/\s/.test(typedSite) ? `"${typedSite}"` : typedSite}`;
  const command = `npx carnet dev${site}${drafts ? " --drafts" : ""}${future ? " --future" : ""}`;
  return words.where(path, command);
}

/** The output from the site root; whole where it is elsewhere. */
export function shownPath({ site, output }: Options): string {
  const path = relative(site, output) || ".";
  return path.startsWith("..") ? output : path;
}
