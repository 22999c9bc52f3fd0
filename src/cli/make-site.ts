// A site read and checked, then rendered into a staging folder, and published once it is complete: for `build`, and the first two
// steps of it for `check` and each save under `dev`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { keepAddresses } from "../build/address-book.ts";
import { buildSite, type Built } from "../build/build.ts";
import { outputState, type MadeRun } from "../build/last-run.ts";
import { asMachineError } from "../build/machine-error.ts";
import { prepare, type PreparedSite, type PrepareOptions } from "../build/prepare.ts";
import { Store } from "../build/store.ts";
import { layoutFolders, ownCodeProblems } from "../build/theme/own-layouts.ts";
import { sameUntil } from "../content/collections.ts";
import { traceOf } from "../content/theme.ts";
import { builtinLayouts } from "../files.ts";
import type { OwnerCode, OwnerConfig } from "../eleventy/owner-config.ts";
import type { Plan } from "../pages/types.ts";
import { isError, type Problem } from "../problems.ts";
import { show, type ShownProblem } from "../shown-problems.ts";
import { cliWords, said } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { Options } from "./arguments.ts";
import type { ExitStatus } from "./commands.ts";
import { isOwnersFault, layoutProblem } from "./errors.ts";
import { nextChangeWords, printProblems, printSummary, shownPath, type Told } from "./output.ts";
import type { Interruption, Terminal } from "./terminal.ts";

export { recover } from "../build/output/publish.ts";

/** A site as it was read, with what was found in it. */
export interface Session extends PreparedSite {
  shown: readonly ShownProblem[];
  /** True if the content has errors. */
  refused: boolean;
}

interface Making extends Pick<PrepareOptions, "shards" | "store" | "since" | "lint"> {
  /** A preview is not verified, and has no search index. */
  preview?: boolean | undefined;
  /** In a long-running process, what it last rendered from. */
  code?: OwnerCode | undefined;
  underWay?: Interruption["underWay"] | undefined;
  /** True if some pictures have just turned out to be none: this time, pages show their descriptions. */
  isAgain?: boolean;
}

/** Reads and checks the whole site. Without `store`, nothing is stored. Only tests set `shards`. */
export async function openSession(
  options: Options,
  terminal: Terminal,
  { preview = false, store, since, shards, lint }: Making = {},
): Promise<Session> {
  const { site: root, lang, drafts, future, url, basePath } = options;
  const builtin = builtinLayouts();
  const read = await prepare({
    ...{ root, now: options.now(), pretended: options.pretended, builtin, drafts, future },
    ...{ since, shards, lint },
    store: store ?? new Store(root, { trust: options.cache, keep: false }),
    ...(options.search && { search: preview ? "unindexed" : "indexed" }),
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
    onProgress: (done, total) => {
      terminal.progress(cliWords(lang).texts, done, total);
    },
  });
  const session = { ...read, problems: [], shown: [], refused: !read.prepared };
  const layouts = read.prepared?.layouts ?? layoutFolders(root, builtin.folder);
  return withProblems(session, [...read.problems, ...ownCodeProblems(root, layouts)], options);
}

/** The same session with problems found later. */
function withProblems(session: Session, more: readonly Problem[], { lang, strict }: Options): Session {
  // The usual case: the messages of all the others exist already.
  if (more.length === 0) return session;
  const problems = [...session.problems, ...more];
  const shown = show(problems, { lang, checks: session.content?.site.checks ?? {}, strict });
  return { ...session, problems, shown, refused: session.refused || shown.some(isError) };
}

/** What became of the build, if it began, and the site with what was found meanwhile. */
export interface Publication extends Partial<Omit<Built, "problems">> {
  session: Session;
  owner?: OwnerConfig | undefined;
}

/**
 * Reads the site, and renders it into the output; twice, if only making its pictures shows that some are broken. A layout that fails is a fault of the content, and the site is refused.
 * @throws system failures, such as a failing disk.
 */
export async function publishSite(options: Options, terminal: Terminal, how: Making): Promise<Publication> {
  const { preview = false, code, underWay } = how;
  const { site, output, lang } = options;
  const session = await openSession(options, terminal, how);
  const { prepared } = session;
  if (!prepared || session.refused) return { session };
  const [words, machine] = [cliWords(lang), machineWords(lang)];
  const progress = (label: string) => (done: number, total: number) => {
    terminal.progress(label, done, total);
  };
  const verify = {
    shownAs: shownPath(options),
    told: session.problems,
    refuses: (found: readonly Problem[]) => withProblems(session, found, options).refused,
  };
  try {
    // The code that renders is loaded only now.
    const { chooseRenderer } = await import("../eleventy/render.ts");
    const renderer = await chooseRenderer({ root: site, prepared, code, onProgress: progress(words.pages) });
    const { problems, ...built } = await buildSite({
      ...{ prepared, output, renderer, underWay, explain: options.explain },
      ...(!preview && { verify }),
      onPictures: progress(words.pictures),
      onIndex: progress(words.index),
      wait: {
        limit: 60_000,
        sleep: (ms) => setTimeout(ms),
        announce: ({ pid }) => {
          terminal.err(`${machine.waiting(pid)}\n`);
        },
      },
    });
    const { recovered, published } = built;
    if (how.isAgain !== true && problems.some(({ key }) => key === "broken-image/now"))
      return await publishSite(options, terminal, { ...how, since: undefined, isAgain: true });
    if (recovered) terminal.err(`${machine.recovered[recovered]}\n`);
    if (published?.leftover !== undefined) terminal.err(`${machine.leftover(published.leftover)}\n`);
    return { ...built, session: withProblems(session, problems, options), owner: renderer.owner };
  } catch (error) {
    if (asMachineError(error) && !isOwnersFault(error, site)) throw error;
    return { session: { ...session, shown: [...session.shown, layoutProblem(error, site)], refused: true } };
  }
}

interface BuildRun {
  /** A time of the process's own clock, in milliseconds. */
  started: number;
  interruption: Interruption;
  store: Store;
  /** Records what the build made, if the next one can tell from that that nothing changed. */
  note(made: MadeRun): void;
}

/** The whole of a build. Until the site is published, a signal undoes everything. */
export async function makeSite(options: Options, terminal: Terminal, run: BuildRun): Promise<ExitStatus> {
  const { started, interruption, store } = run;
  const { drafts, future, output, lang, cache, format } = options;
  // On a first build, this code loads while the content is checked; a failure is reported when the code is needed.
  if (!existsSync(output)) void import("../eleventy/render.ts").catch(() => undefined);
  const how = { store, underWay: interruption.underWay };
  const publication = await publishSite(options, terminal, how).finally(interruption.end);
  const { session, published, explanation, owner } = publication;
  store.save();
  printProblems(session.shown, options, terminal, true);
  if (session.refused || !session.prepared || !published) {
    const { refused, refusedFirst, explained } = cliWords(lang);
    if (format !== "text") return 1;
    terminal.err(`${existsSync(output) ? refused : refusedFirst}\n`);
    if (options.explain !== undefined) terminal.err(`${explained(options.explain, { why: "refused" })}\n`);
    return 1;
  }
  const { plan } = session.prepared;
  const told: Told = {
    shown: session.shown,
    next: drafts || future ? undefined : nextChangeWords(plan.content, lang),
    pages: plan.pages.filter((page) => page.output.endsWith(".html")).length,
    posts: plan.content.posts.length,
  };
  const isNoted = noteAddresses(plan, options, terminal);
  const { changes, isPure } = published;
  printSummary(told, { changes, started, explanation }, options, terminal);
  if (!isNoted || !isPure || !cache) return 0;
  const until = sameUntil(plan.content, options.now()).getTime();
  const { theme, site } = plan.content;
  const also = [...(owner?.files ?? []), ...(theme ? traceOf(theme, site.root) : [])];
  run.note({ told, until, also, state: outputState(output) });
  return 0;
}

/**
 * Notes the site's addresses for the next builds, if this one publishes them: one that was only tried on an editor's machine must
 * not count as lost. A preview, or a build to another folder than the site's own `_site`, notes nothing. Returns false if it failed,
 * or if someone has edited the address book meanwhile: the next build must then read everything again.
 */
function noteAddresses(plan: Plan, options: Options, terminal: Terminal): boolean {
  const { site, output, lang, format, quiet } = options;
  if (options.drafts || options.future || output !== join(site, "_site")) return true;
  if (!options.publishes || plan.content.site.origin === "") return true;
  const words = cliWords(lang);
  const book = keepAddresses(plan);
  if (!book) terminal.err(said(lang, words.bookNotKept));
  else if (book.added > 0 && format === "text" && !quiet) terminal.out(`${words.bookKept(book.added)}\n`);
  return book?.isAsRead === true;
}
