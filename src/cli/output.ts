// What a finished build, check or save prints: the problems, when to build again, and three lines on what was made.
// A light module, since a build that has nothing to do loads little else.
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Built, Changes } from "../build/build.ts";
import { longMoment } from "../content/dates.ts";
import type { Content } from "../content/types.ts";
import type { Problem } from "../problems.ts";
import { formatProblems, show, type ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import { shellWord } from "../strings/starting.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
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
  { format, quiet, site, lang }: Options,
  terminal: Terminal,
  counted = false,
): void {
  // Forges identify files by their path in the repository.
  const prefix = relative(repositoryAround(site) ?? site, site).replaceAll("\\", "/");
  const isForge = format === "github" || format === "gitlab";
  const how = { format, lang, quiet, color: terminal.color, counted, ...(isForge && { prefix }) };
  terminal.out(formatProblems(shown, how));
}

/** Says why a folder is no site, beside the results that a program reads. */
export function refuseSite(problems: readonly Problem[], { lang }: Options, terminal: Terminal): 1 {
  const how = { format: "text", lang, quiet: true, color: terminal.color } as const;
  terminal.err(formatProblems(show(problems, { lang }), how));
  return 1;
}

/** The nearest folder, from this one upwards, that is the root of a Git repository; found on disk, since it may have no name yet. */
function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

interface Work {
  changes: Changes;
  explanation?: Built["explanation"];
  /** A time of the process's own clock, in milliseconds. */
  started: number;
}

/** The end of what a build prints. */
export function printSummary(
  { next, pages, posts }: Told,
  { changes, started, explanation }: Work,
  options: Options,
  terminal: Terminal,
): void {
  const { format, quiet, lang } = options;
  if (format === "github" && next !== undefined) terminal.out(`::notice title=carnet::${next}\n`);
  if (format !== "text" || quiet) return;
  const words = cliWords(lang);
  const path = shownPath(options);
  const lines = [
    ...(next === undefined ? [] : [next]),
    words.made(pages, posts, changes),
    ...(options.explain !== undefined && explanation ? [words.explained(options.explain, explanation)] : []),
    words.took(((performance.now() - started) / 1000).toFixed(2)),
    // `carnet dev` serves what the same options build; a custom output folder is opened in place.
    words.where(path, options.usualOutput ? devCommand(options) : join(path, "index.html")),
  ];
  terminal.out(`${lines.join("\n")}\n`);
}

/** What to type to see a site, in the folder where someone typed this command. */
export function devCommand({ typedSite, drafts, future }: Options): string {
  const site = typedSite === undefined ? "" : ` --site ${shellWord(typedSite)}`;
  return `npx carnet dev${site}${drafts ? " --drafts" : ""}${future ? " --future" : ""}`;
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
  const exactly = `${site.timeZone}, ${at.toISOString().slice(0, 19)}Z`;
  return cliWords(lang).nextChange(what, longMoment(at, site.timeZone, lang), exactly, file);
}
