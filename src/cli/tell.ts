// What a finished build prints: the problems, when to build again, and three lines on what was made.
// A light module, since a build that has nothing to do loads little else.
import { join, relative } from "node:path";
import type { Changes } from "../build/site-job.ts";
import { formatProblems, type FormatOptions } from "../problem-formats.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./options.ts";
import { pathInRepository } from "./repository.ts";
import type { Terminal } from "./terminal.ts";

/** Everything a build reports, except how long it took. */
export interface Told {
  shown: readonly ShownProblem[];
  /** Language of messages. */
  lang: UiLang;
  /** When the same sources will next give a different site, in words. */
  next?: string | undefined;
  pages: number;
  posts: number;
}

/** Prints the problems in the requested format, as a single list, which programs need. */
export function printProblems(
  { shown, lang }: Pick<Told, "shown" | "lang">,
  options: Options,
  terminal: Terminal,
): void {
  terminal.out(formatProblems(shown, formatOf(options, lang, terminal)));
}

/** How problems are printed: forges identify files by their path in the repository. */
export function formatOf({ format, quiet, site }: Options, lang: UiLang, { color }: Terminal): FormatOptions {
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

/** `started` is a time of the process's own clock, in milliseconds. */
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

/** `carnet dev` serves what the same options build; a custom output folder is opened in place. */
function whereToLook(options: Options, words: CliWords): string {
  const path = shownPath(options);
  if (!options.usualOutput) return words.elsewhere(path, join(path, "index.html"));
  const { typedSite, drafts, future } = options;
  const site =
    typedSite === undefined ? "" : ` --site ${/\s/.test(typedSite) ? `"${typedSite}"` : typedSite}`;
  const command = `npx carnet dev${site}${drafts ? " --drafts" : ""}${future ? " --future" : ""}`;
  return words.where(path, command);
}

/** The output's path relative to the site root; absolute if it is elsewhere. */
export function shownPath({ site, output }: Options): string {
  const path = relative(site, output) || ".";
  return path.startsWith("..") ? output : path;
}
