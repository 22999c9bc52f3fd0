// `carnet check`: reports every problem of every file, and writes nothing except what `--external` learns.
import { recover } from "../build/output/publish.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { openSession, withProblems, type Session } from "./session.ts";
import { printProblems } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

export async function check(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const recovered = await recover(options.output);
  const opened = await openSession(options, terminal, { keep: false });
  const words = cliWords(opened.lang);
  if (recovered) terminal.err(`${machineWords(opened.lang).recovered[recovered]}\n`);
  const { session, offline } = await withOtherHosts(opened, options, terminal);
  printProblems(session, options, terminal);
  if (offline) terminal.err(said(opened.lang, words.offline));
  if (session.refused) return 1;
  if (offline) return 3;
  const posts = session.prepared?.plan.content.posts.length ?? 0;
  if (options.format === "text" && !options.quiet && session.shown.length === 0)
    terminal.out(`${words.clean(posts)}\n`);
  return 0;
}

/** Without a network, no link is reported: hundreds would appear dead. */
async function withOtherHosts(
  session: Session,
  options: Options,
  terminal: Terminal,
): Promise<{ session: Session; offline: boolean }> {
  if (!options.external || !session.prepared) return { session, offline: false };
  const { askOtherHosts } = await import("./external.ts");
  const { problems, offline } = await askOtherHosts(session.prepared, options, session.lang, terminal);
  return { session: offline ? session : withProblems(session, problems, options), offline };
}
