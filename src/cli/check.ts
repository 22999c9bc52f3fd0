// `carnet check`: reports every problem of every file, and writes nothing.
import { recover } from "../build/output/publish.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./arguments.ts";
import { openSession } from "./session.ts";
import { printProblems } from "./output.ts";
import type { Terminal } from "./terminal.ts";

export async function check(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const recovered = await recover(options.output);
  const session = await openSession(options, terminal, { lint: true });
  if (recovered) terminal.err(`${machineWords(options.lang).recovered[recovered]}\n`);
  printProblems(session.shown, options, terminal);
  if (session.refused) return 1;
  const posts = session.prepared?.plan.content.posts.length ?? 0;
  if (options.format === "text" && !options.quiet && session.shown.length === 0)
    terminal.out(`${cliWords(options.lang).clean(posts)}\n`);
  return 0;
}
