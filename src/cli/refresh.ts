// One save → the site rebuilt, or the errors that prevent it; and what the terminal prints.
// The clock is read at each save: a post dated tomorrow appears after midnight, however long the server has run.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BuildMemory } from "../build/build-memory.ts";
import { MARKDOWN } from "../content/file-names.ts";
import { KeptModel } from "../eleventy/kept-model.ts";
import { formatProblems } from "../problem-formats.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import type { UnderWay } from "./interrupt.ts";
import type { Options } from "./options.ts";
import { publishSession, type Publication } from "./publication.ts";
import { createRemarks } from "./remarks.ts";
import { openSession, type Session } from "./session.ts";
import { sayTo, type Terminal } from "./terminal.ts";
import { formatOf } from "./tell.ts";
import { createWithheld } from "./withheld.ts";

/** The outcome of the last save. */
export interface Shown {
  /** Errors because of which the last good pages stay; empty if the new ones are published. */
  errors: readonly ShownProblem[];
  lang: UiLang;
  basePath: string;
  /** True if the pages are certainly the same as after the previous call. */
  isSame: boolean;
  /** True if files that pages load under a fixed name were written since pages were last shown. */
  loadsOthers: boolean;
}

export interface Refresh {
  /**
   * Builds the site once. It rejects on a system failure, never because of the content or a layout. `changed`: paths of all
   * sources written since the last call, if known.
   */
  build(how?: { changed?: readonly string[] | undefined; underWay?: UnderWay }): Promise<Shown>;
  /** What the site's own code asked to watch at the last build, as written there. */
  watched(): readonly string[];
  /** Stores what this process knows for the next one. */
  end(): void;
}

/** Any change to these files, layouts included, shows in pages: other files made from them are named after their bytes. */
const SAID = /^(?:content\/.*\.(?:md|markdown|ya?ml)|layouts\/.*)$/i;

export function createRefresh(options: Options, terminal: Terminal): Refresh {
  const kept = new KeptModel();
  const memory = new BuildMemory(() => {
    kept.release();
  });
  const staying = { last: memory.lastPut, kept };
  const remarks = createRemarks();
  const withheld = createWithheld();
  const { format, quiet } = options;
  let spoken = options.spoken;
  let basePath: string | undefined;
  // False during a call: what a rejected call has left is unknown.
  let isShown = false;
  let loadsOthers = false;
  const build: Refresh["build"] = async ({ changed, underWay } = {}) => {
    const started = performance.now();
    const wasShown = isShown;
    isShown = false;
    // The site's own code hardly ever reads texts, which are saved all day.
    if (changed?.some((file) => !MARKDOWN.test(file))) kept.runAgain();
    // A call that shows nothing leaves this for the next one.
    loadsOthers = (loadsOthers && !wasShown) || (changed ?? []).some((file) => !SAID.test(file));
    // The index would be the slowest part of a save, for a page that is seldom viewed while writing.
    const session = await openSession({ ...options, spoken }, terminal, { indexed: false, memory, changed });
    const { lang, shown } = session;
    // If the settings cannot be read, the last language stays.
    spoken = lang;
    const words = cliWords(lang);
    const formats = formatOf(options, lang, terminal);
    terminal.out(remarks(shown, formats));
    const put: Publication = session.refused
      ? { session }
      : await publishSession(session, options, terminal, { preview: true, ...staying, underWay });
    const errors = put.session.refused ? put.session.shown.filter(isError) : [];
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    if (errors.length > 0) {
      // A layout fails during rendering, after the rest was printed. Programs need a single list.
      if (!session.refused)
        terminal.out(
          format === "text" ? formatProblems(errors, formats) : remarks(put.session.shown, formats),
        );
      terminal.err(`${existsSync(join(options.output, "index.html")) ? words.kept : words.nothingKept}\n`);
    } else if (!quiet) {
      const content = session.prepared?.plan.content;
      if (content !== undefined && format === "text") terminal.out(withheld(content, lang));
      sayTo(terminal, format, `${words.rebuilt(seconds)}\n`);
    }
    // The last good pages keep their base path, whatever a refused site sets.
    if (errors.length === 0 || basePath === undefined) basePath = basePathOf(session, options);
    isShown = errors.length === 0;
    return { errors, lang, basePath, isSame: wasShown && isShown && isUntouched(put), loadsOthers };
  };
  return {
    build,
    watched: () => kept.watched,
    end: () => {
      memory.save();
    },
  };
}

function isUntouched({ put }: Publication): boolean {
  if (!put || put.recovered) return false;
  const { pages, written, removed } = put.changes;
  return pages + written + removed === 0;
}

function basePathOf({ prepared }: Session, options: Options): string {
  return prepared?.plan.content.site.basePath ?? options.basePath ?? "/";
}
