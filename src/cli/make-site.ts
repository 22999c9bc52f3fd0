// The whole of a build: checks the content, renders the site into a staging folder, and publishes it once it is complete.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { keepAddresses } from "../build/address-book.ts";
import { lookEarly } from "../build/kept/early-look.ts";
import { LastPut } from "../build/last-put.ts";
import { isLostText } from "../build/texts/kept-text.ts";
import { keepReplacedLayouts, replacedLayouts } from "../build/theme/replaced-layouts.ts";
import { ADDRESS_BOOK } from "../content/address-book.ts";
import { sameUntil } from "../content/next-change.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { Plan } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { cliWords } from "../strings/cli.ts";
import { said } from "../strings/said.ts";
import { uiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Interruption } from "./interrupt.ts";
import { leaveSite, resumePut, type LeftToBuild } from "./left-site.ts";
import type { ExitStatus } from "./main.ts";
import { nextChangeWords, printProblems, printSummary, type Told } from "./output.ts";
import { effectOf, openSession, publishSession, type Publication, type Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

interface MadeSite {
  status: ExitStatus;
  /** For a site whose next build can tell that nothing changed. */
  made?: {
    left: NonNullable<ReturnType<typeof leaveSite>>;
    /** Until when the same sources give the same site and messages, in ms since the epoch. */
    until: number;
    /** How the files of the output that the build did not touch looked. */
    looks?: ReadonlyMap<string, string> | undefined;
    /** Whether the output still contains it. */
    stands: () => boolean;
    /** Files read from outside the source folders. */
    also: readonly string[];
  };
}

interface Making {
  /** A time of the process's own clock, in milliseconds. */
  started: number;
  interruption: Interruption;
  /** What an earlier build stored of the site. */
  taken?: LeftToBuild | undefined;
}

export async function makeSite(
  options: Options,
  terminal: Terminal,
  { started, interruption, taken }: Making,
): Promise<MadeSite> {
  // On a first build, this code loads while the content is checked; a failure is reported when the code is needed.
  if (!existsSync(options.output)) void import("../eleventy/render.ts").catch(() => undefined);
  const last = new LastPut();
  const { session, publication } = await readAndPublish(options, terminal, { interruption, taken, last });
  if (session.refused || !session.prepared || !publication) return refuse(session, options, terminal);
  const { session: built, put, owner } = publication;
  if (built.refused || !put) return refuse(built, options, terminal);
  const { plan } = session.prepared;
  const told: Told = {
    shown: built.shown,
    next: options.drafts || options.future ? undefined : nextChangeWords(plan.content, options.lang),
    pages: plan.pages.filter((page) => page.output.endsWith(".html")).length,
    posts: plan.content.posts.length,
  };
  printProblems(told.shown, options, terminal, true);
  const isNoted = noteAfterwards(plan, built.problems, options, terminal);
  printSummary(told, { changes: put.changes, started }, options, terminal);
  const left = leaveSite(last, built, told);
  // Code of the site that may read more than its page runs at each build.
  const isKnown = options.cache && effectOf(options.site, owner)?.isLocal !== false;
  if (!left || !isNoted || !isKnown) return { status: 0 };
  const until = sameUntil(plan.content, options.now()).getTime();
  const stands = (): boolean => last.stands(options.output);
  return { status: 0, made: { left, until, also: owner?.files ?? [], looks: put.looks, stands } };
}

/** Minimum number of pages for which a thread that inspects them is worth starting. */
const MANY = 4000;

/** Until the site is published, a signal undoes everything. */
async function readAndPublish(
  options: Options,
  terminal: Terminal,
  {
    interruption: { underWay, end },
    taken,
    last,
  }: { interruption: Interruption; taken: LeftToBuild | undefined; last: LastPut },
): Promise<{ session: Session; publication?: Publication }> {
  const { site, output } = options;
  const publish = async (left: LeftToBuild | undefined): ReturnType<typeof readAndPublish> => {
    const looking = left && left.pages >= MANY ? lookEarly({ root: site, output }) : undefined;
    const session = await openSession(options, terminal, { left });
    if (session.refused) return { session };
    resumePut(last, session, left, await looking);
    const publication = await publishSession(session, options, terminal, { preview: false, last, underWay });
    return { session, publication };
  };
  try {
    return await publish(taken);
  } catch (error) {
    // A part of the stored site is damaged, which is found only when it is needed.
    if (!taken || !isLostText(error)) throw error;
    return await publish(undefined);
  } finally {
    end();
  }
}

/**
 * What a build notes for the next one: the versions of the layouts that the site replaces, and, only if it publishes, the site's
 * addresses: one that was only tried on an editor's machine must not count as lost. A preview, or a build to another folder than the site's own `_site`, publishes nothing, and notes nothing. Returns false if it
 * failed, or if what was reported about the address book is out of date: the next build must then read everything again.
 */
function noteAfterwards(
  plan: Plan,
  problems: readonly Problem[],
  options: Options,
  terminal: Terminal,
): boolean {
  const { site, output, lang, format, quiet } = options;
  if (options.drafts || options.future || output !== join(site, "_site")) return true;
  const words = cliWords(lang);
  const tell = (text: string): void => {
    if (format === "text" && !quiet) terminal.out(`${text}\n`);
  };
  const replaced = replacedLayouts(site, builtinLayouts().folder);
  const noted = keepReplacedLayouts(site, replaced, uiLang(plan.content.site.lang));
  if (noted > 0) tell(words.layoutsKept(noted));
  if (!options.publishes || plan.content.site.origin === "") return true;
  const book = keepAddresses(plan);
  if (!book) terminal.err(said(lang, words.bookNotKept));
  else if (book.added > 0) tell(words.bookKept(book.added));
  if (!book?.isAsRead) return false;
  return !book.isWritten || problems.every(({ file }) => file !== ADDRESS_BOOK);
}

function refuse({ shown }: Session, options: Options, terminal: Terminal): MadeSite {
  printProblems(shown, options, terminal, true);
  const { refused, refusedFirst } = cliWords(options.lang);
  if (options.format === "text") terminal.err(`${existsSync(options.output) ? refused : refusedFirst}\n`);
  return { status: 1 };
}
