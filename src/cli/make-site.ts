// The whole of a build: checks the content, renders the site into a staging folder, and publishes it once it is complete.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { keepAddresses } from "../build/address-book.ts";
import { BrokenPictures } from "../build/pictures/publish.ts";
import type { PrepareOptions } from "../build/prepare.ts";
import { storeSite } from "../build/saved-texts.ts";
import type { Store } from "../build/store.ts";
import { isLostText } from "../build/texts/store.ts";
import { keepReplacedLayouts, replacedLayouts } from "../build/theme/replaced-layouts.ts";
import { sameUntil } from "../content/next-change.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import type { Plan } from "../pages/types.ts";
import { cliWords, said } from "../strings/cli.ts";
import { uiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Interruption } from "./interrupt.ts";
import type { ExitStatus } from "./main.ts";
import { nextChangeWords, printProblems, printSummary, type Told } from "./output.ts";
import { openSession, publishSession, type Publication, type Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

interface MadeSite {
  status: ExitStatus;
  /** For a site whose next build can tell that nothing changed. */
  made?: {
    /** What was reported. */
    told: Told;
    /** Until when the same sources give the same site and messages, in ms since the epoch. */
    until: number;
    /** Files read from outside the source folders. */
    also: readonly string[];
    /** State of the manifest that was published. */
    manifest: string;
  };
}

interface Making {
  /** A time of the process's own clock, in milliseconds. */
  started: number;
  interruption: Interruption;
  store: Store;
  /** What an earlier build stored of the site, if only texts were saved since. */
  resume: PrepareOptions["resume"];
}

export async function makeSite(
  options: Options,
  terminal: Terminal,
  { started, interruption, store, resume }: Making,
): Promise<MadeSite> {
  // On a first build, this code loads while the content is checked; a failure is reported when the code is needed.
  if (!existsSync(options.output)) void import("../eleventy/render.ts").catch(() => undefined);
  const { session, publication } = await readAndPublish(options, terminal, { interruption, store, resume });
  if (session.refused || !session.prepared || !publication) return refuse(session, options, terminal);
  const { session: built, put, owner, isLasting } = publication;
  if (built.refused || !put) return refuse(built, options, terminal);
  const { plan } = session.prepared;
  const told: Told = {
    shown: built.shown,
    next: options.drafts || options.future ? undefined : nextChangeWords(plan.content, options.lang),
    pages: plan.pages.filter((page) => page.output.endsWith(".html")).length,
    posts: plan.content.posts.length,
  };
  printProblems(told.shown, options, terminal, true);
  const isNoted = noteAfterwards(plan, options, terminal);
  printSummary(told, { changes: put.changes, started, explanation: put.explanation }, options, terminal);
  if (!isNoted || !isLasting || !options.cache || !session.workings) return { status: 0 };
  storeSite(store, session.workings, options.output, session.saved ?? []);
  const until = sameUntil(plan.content, options.now()).getTime();
  return { status: 0, made: { told, until, also: owner?.files ?? [], manifest: put.manifest } };
}

/** Until the site is published, a signal undoes everything. */
async function readAndPublish(
  options: Options,
  terminal: Terminal,
  { interruption: { underWay, end }, store, resume }: Omit<Making, "started">,
): Promise<{ session: Session; publication?: Publication }> {
  let taken = resume;
  try {
    for (;;) {
      try {
        const session = await openSession(options, terminal, { store, resume: taken });
        if (session.refused) return { session };
        const publication = await publishSession(session, options, terminal, { preview: false, underWay });
        return { session, publication };
      } catch (error) {
        // The pictures that were found broken are known now; or a part of the stored site is damaged, and is not used again.
        if (!(error instanceof BrokenPictures) && !(taken && isLostText(error))) throw error;
        taken = undefined;
      }
    }
  } finally {
    end();
  }
}

/**
 * What a build notes for the next one: the versions of the layouts that the site replaces, and, only if it publishes, the site's
 * addresses: one that was only tried on an editor's machine must not count as lost. A preview, or a build to another folder than
 * the site's own `_site`, notes nothing. Returns false if it failed, or if someone has edited the address book meanwhile: the
 * next build must then read everything again.
 */
function noteAfterwards(plan: Plan, options: Options, terminal: Terminal): boolean {
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
  return book?.isAsRead === true;
}

function refuse({ shown }: Session, options: Options, terminal: Terminal): MadeSite {
  printProblems(shown, options, terminal, true);
  const { refused, refusedFirst } = cliWords(options.lang);
  if (options.format === "text") terminal.err(`${existsSync(options.output) ? refused : refusedFirst}\n`);
  return { status: 1 };
}
