// One save → the site built anew, or the errors that stand in its way; what the terminal says of it.
// The clock is asked at each save: a post dated tomorrow comes out after midnight, however long the server has run.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BuildMemory } from "../build/build-memory.ts";
import { MARKDOWN } from "../content/file-names.ts";
import { KeptModel } from "../eleventy/kept-model.ts";
import { formatProblems } from "../problem-formats.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords } from "../strings/cli.ts";
import type { UnderWay } from "./interrupt.ts";
import type { Options } from "./options.ts";
import { publishSession, type Publication } from "./publication.ts";
import { createRemarks } from "./remarks.ts";
import { openSession, type Session } from "./session.ts";
import { sayTo, type Terminal } from "./terminal.ts";
import { formatOf } from "./tell.ts";
import { createWithheld } from "./withheld.ts";

/** What the last save came to. */
export interface Shown {
  /** What keeps the last good pages in place; empty when the new ones are there. */
  errors: readonly ShownProblem[];
  lang: "fr" | "en";
  basePath: string;
  /** True where the pages are surely those that stood after the call before. */
  isSame: boolean;
  /** True where files were written, since pages were last shown, that these load by a name that stays. */
  loadsOthers: boolean;
}

export interface Refresh {
  /**
   * Builds the site once. It rejects where the machine fails, never for the content or a layout. `changed`: paths of all
   * sources that were written since the last call, where they are known.
   */
  build(how?: { changed?: readonly string[] | undefined; underWay?: UnderWay }): Promise<Shown>;
  /** What the site's own code asked to have watched at the last build, as it is written there. */
  watched(): readonly string[];
  /** Keeps for the next process what this one knows. */
  end(): void;
}

/** Pages say all that comes of these, and of layouts: what is made of others has a name that its bytes give it. */
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
  // Of a call that rejects it is not known what it has left.
  let isShown = false;
  let loadsOthers = false;
  const build: Refresh["build"] = async ({ changed, underWay } = {}) => {
    const started = performance.now();
    const wasShown = isShown;
    isShown = false;
    // Texts are hardly anything that code of the owner's reads, and saved all day.
    if (changed?.some((file) => !MARKDOWN.test(file))) kept.runAgain();
    // A call that shows nothing leaves it to the next.
    loadsOthers = (loadsOthers && !wasShown) || (changed ?? []).some((file) => !SAID.test(file));
    // The index would be the slowest part of a save, for a page that is seldom looked at while one writes.
    const session = await openSession({ ...options, spoken }, terminal, { indexed: false, memory, changed });
    const { lang, shown } = session;
    // Of settings that cannot be read, the language stays that of the last ones that could.
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
      // A layout fails while the site is rendered, after the rest was said. Programs read one list.
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
    // The last good pages stand where they stood, whatever is refused says of that.
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
