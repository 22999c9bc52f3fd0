// `carnet build`: checks the content, renders the site aside, and puts it in place when it is whole.
import { relative } from "node:path";
import { checkOutput, publish } from "../build/publish.ts";
import { renderSearched } from "../build/search.ts";
import { verifySite } from "../build/verify.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { afterBuild } from "./after-build.ts";
import { writeArchive } from "./archive.ts";
import { layoutProblem } from "./layout-error.ts";
import { isMachineError, waitFor } from "./machine.ts";
import type { renderSite } from "../eleventy/render.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { openSession, printProblems, withProblems, withShown, type Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export async function build(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const started = performance.now();
  const refusal = checkOutput(options.output, options.site);
  if (refusal !== undefined) {
    terminal.err(`carnet : ${machineWords(options.spoken).refusedOutput(refusal, options.output)}\n`);
    return 2;
  }
  // Eleventy takes longer to load than a small site to read: its files come in while the content is checked.
  const renderer = import("../eleventy/render.ts");
  const session = await openSession(options, terminal);
  if (session.refused || !session.prepared) return refuse(session, options, terminal);
  const built = await put(session, options, terminal, (await renderer).renderSite);
  if (built.refused) return refuse(built, options, terminal);
  printProblems(built, options, terminal);
  afterBuild(session.prepared.plan, options, session.lang, terminal);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (options.format === "text" && !options.quiet)
    terminal.out(summary(session, options, cliWords(session.lang), seconds));
  const { zip } = options;
  return zip === undefined
    ? 0
    : writeArchive(session.prepared.plan, { ...options, zip }, session.lang, terminal);
}

/** All problems are printed at once, as one list: programs read it too. */
function refuse(session: Session, options: Options, terminal: Terminal): ExitStatus {
  printProblems(session, options, terminal);
  if (options.format === "text") terminal.err(`${cliWords(session.lang).refused}\n`);
  return 1;
}

type Render = typeof renderSite;

/**
 * Renders, looks at the result and publishes it; the session comes back with what was found meanwhile. A layout that
 * fails is the content's fault, and refuses the site; a disk that fails is the machine's, and is thrown.
 */
async function put(session: Session, options: Options, terminal: Terminal, render: Render): Promise<Session> {
  const { prepared, lang } = session;
  if (!prepared) return session;
  const words = cliWords(lang);
  const progress = (label: string) => (done: number, total: number) => {
    if (!options.quiet) void terminal.progress(label, done, total);
  };
  let looked = session;
  try {
    const { recovered } = await publish({
      output: options.output,
      render: (output) =>
        renderSearched(prepared, {
          output,
          render: () =>
            render({
              prepared,
              output,
              onProgress: progress(words.pages),
              onPictures: progress(words.pictures),
            }),
          onProgress: progress(words.index),
        }),
      verify: (folder) => {
        const { plan } = prepared;
        const shownAs = shownPath(options);
        looked = withProblems(
          session,
          verifySite(folder, { plan, told: session.problems, shownAs }),
          options,
        );
        return Promise.resolve(!looked.refused);
      },
      wait: waitFor(lang, terminal),
    });
    if (recovered) terminal.err(`${machineWords(lang).recovered[recovered]}\n`);
    return looked;
  } catch (error) {
    if (isMachineError(error)) throw error;
    return withShown(session, layoutProblem(error, options.site, lang));
  }
}

/** The output from the site root; whole where it is elsewhere. */
function shownPath({ site, output }: Options): string {
  const path = relative(site, output) || ".";
  return path.startsWith("..") ? output : path;
}

function summary({ prepared }: Session, options: Options, words: CliWords, seconds: string): string {
  const pages = prepared?.plan.pages.filter((page) => page.output.endsWith(".html")).length ?? 0;
  const posts = prepared?.plan.content.posts.length ?? 0;
  return [words.made(pages, posts), words.took(seconds), words.where(shownPath(options)), ""].join("\n");
}
