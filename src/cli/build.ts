// `carnet build`: checks the content, renders the site aside, and puts it in place when it is whole.
import { relative } from "node:path";
import { checkOutput, publish } from "../build/publish.ts";
import { renderSearched } from "../build/search.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import { formatProblems } from "../problem-formats.ts";
import { machineWords } from "../strings/machine.ts";
import { afterBuild } from "./after-build.ts";
import { layoutProblem } from "./layout-error.ts";
import { isMachineError, waitFor } from "./machine.ts";
import type { renderSite } from "../eleventy/render.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { openSession, printProblems, type Session } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export async function build(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const started = performance.now();
  const refusal = checkOutput(options.output, options.site);
  if (refusal !== undefined) {
    terminal.err(`carnet : ${machineWords(options.lang ?? "fr").refusedOutput(refusal, options.output)}\n`);
    return 2;
  }
  // Eleventy takes longer to load than a small site to read: its files come in while the content is checked.
  const renderer = import("../eleventy/render.ts");
  const session = await openSession(options, terminal);
  const words = cliWords(session.lang);
  printProblems(session, options, terminal);
  if (session.refused || !session.prepared) {
    if (options.format === "text") terminal.err(`${words.refused}\n`);
    return 1;
  }
  const failure = await put(session, options, terminal, (await renderer).renderSite);
  if (failure !== undefined) return failure;
  afterBuild(session.prepared.plan, options, session.lang, terminal);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (options.format === "text" && !options.quiet) terminal.out(summary(session, options, words, seconds));
  return 0;
}

type Render = typeof renderSite;

/** Renders and publishes; a layout that fails is the content's fault (1), a disk that fails the machine's (3). */
async function put(
  { prepared, lang }: Session,
  options: Options,
  terminal: Terminal,
  render: Render,
): Promise<ExitStatus | undefined> {
  if (!prepared) return 1;
  const words = cliWords(lang);
  const progress = (label: string) => (done: number, total: number) => {
    if (!options.quiet) void terminal.progress(label, done, total);
  };
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
      wait: waitFor(lang, terminal),
    });
    if (recovered) terminal.err(`${machineWords(lang).recovered[recovered]}\n`);
    return undefined;
  } catch (error) {
    if (isMachineError(error)) throw error;
    const { format, quiet } = options;
    const problem = layoutProblem(error, options.site, lang);
    terminal.out(formatProblems([problem], { format, lang, quiet, color: terminal.color }));
    if (format === "text") terminal.err(`${words.refused}\n`);
    return 1;
  }
}

function summary({ prepared }: Session, options: Options, words: CliWords, seconds: string): string {
  const pages = prepared?.plan.pages.filter((page) => page.output.endsWith(".html")).length ?? 0;
  const posts = prepared?.plan.content.posts.length ?? 0;
  const path = relative(options.site, options.output) || ".";
  return [
    words.made(pages, posts),
    words.took(seconds),
    words.where(path.startsWith("..") ? options.output : path),
    "",
  ].join("\n");
}
