// `carnet build`: checks the content, renders the site aside, and puts it in place when it is whole.
import { existsSync } from "node:fs";
import { checkOutput } from "../build/publish.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { afterBuild } from "./after-build.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { publishSession, shownPath } from "./publication.ts";
import { openSession, printProblems, type Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export async function build(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const started = performance.now();
  const refusal = checkOutput(options.output, options.site);
  if (refusal !== undefined) {
    terminal.err(`carnet : ${machineWords(options.lang ?? "fr").refusedOutput(refusal, options.output)}\n`);
    return 2;
  }
  // On a first build, its files come in while the content is checked.
  if (!existsSync(options.output)) void import("../eleventy/render.ts");
  const session = await openSession(options, terminal);
  if (session.refused || !session.prepared) return refuse(session, options, terminal);
  const { session: built, put } = await publishSession(session, options, terminal, { preview: false });
  if (built.refused || !put) return refuse(built, options, terminal);
  printProblems(built, options, terminal);
  afterBuild(session.prepared.plan, options, session.lang, terminal);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (options.format === "text" && !options.quiet)
    terminal.out(summary(session, options, cliWords(session.lang), seconds));
  return 0;
}

/** All problems are printed at once, as one list: programs read it too. */
function refuse(session: Session, options: Options, terminal: Terminal): ExitStatus {
  printProblems(session, options, terminal);
  if (options.format === "text") terminal.err(`${cliWords(session.lang).refused}\n`);
  return 1;
}

function summary({ prepared }: Session, options: Options, words: CliWords, seconds: string): string {
  const pages = prepared?.plan.pages.filter((page) => page.output.endsWith(".html")).length ?? 0;
  const posts = prepared?.plan.content.posts.length ?? 0;
  return [words.made(pages, posts), words.took(seconds), words.where(shownPath(options)), ""].join("\n");
}
