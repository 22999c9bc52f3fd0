// The whole of a build: checks the content, renders the site into a staging folder, and publishes it once it is complete.
import { existsSync } from "node:fs";
import { lookEarly } from "../build/kept/early-look.ts";
import { isLostText } from "../build/texts/kept-text.ts";
import { LastPut } from "../build/last-put.ts";
import { sameUntil } from "../content/next-change.ts";
import { cliWords } from "../strings/cli.ts";
import { afterBuild, nextChangeWords } from "./after-build.ts";
import type { Interruption } from "./interrupt.ts";
import { leaveSite, resumePut, type LeftToBuild } from "./left-site.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { effectOf, publishSession, type Publication } from "./publication.ts";
import { openSession, type Session } from "./session.ts";
import { printNext, printProblems, printSummary, type Told } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

export interface MadeSite {
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

/** `started` is a time of the process's own clock, in milliseconds. */
export async function makeSite(
  options: Options,
  terminal: Terminal,
  {
    started,
    interruption,
    taken,
  }: { started: number; interruption: Interruption; taken?: LeftToBuild | undefined },
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
    ...{ shown: built.shown, lang: session.lang },
    next: options.drafts || options.future ? undefined : nextChangeWords(plan.content, session.lang),
    pages: plan.pages.filter((page) => page.output.endsWith(".html")).length,
    posts: plan.content.posts.length,
  };
  printProblems(told, options, terminal);
  const kept = afterBuild({ plan, told: built.problems, lang: session.lang }, options, terminal);
  printNext(told, options, terminal);
  printSummary(told, { changes: put.changes, started }, options, terminal);
  const until = sameUntil(plan.content, options.now()).getTime();
  const left = leaveSite(last, built, told);
  const stands = (): boolean => last.stands(options.output);
  const made = { until, also: owner?.files ?? [], looks: put.looks, stands };
  return { status: 0, ...(left && kept && isSealed(owner, options) && { made: { ...made, left } }) };
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
 * Code of the site that may read more than its page runs at each build; without a cache, nothing is stored for the next one.
 */
function isSealed(owner: Publication["owner"], { cache, site }: Options): boolean {
  return cache && effectOf(site, owner)?.isLocal !== false;
}

function refuse(session: Session, options: Options, terminal: Terminal): MadeSite {
  printProblems(session, options, terminal);
  const { refused, refusedFirst } = cliWords(session.lang);
  if (options.format === "text") terminal.err(`${existsSync(options.output) ? refused : refusedFirst}\n`);
  return { status: 1 };
}
