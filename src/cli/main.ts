// The `carnet` command, once `start.ts` has accepted the version of Node: runs a command and sets the exit status.
// The only place that reads the clock, the environment and the terminal. A command is loaded only when it is used.
import module from "node:module";
import os from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { parsedJson, readText, packageRoot } from "../files.ts";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import { readCommandLine, type Options } from "./arguments.ts";
import type { CommandRow, ExitStatus } from "./commands.ts";
import { describeMachineError } from "./errors.ts";
import { createTerminal, machineLang, onInterrupt, type Interruption } from "./terminal.ts";

async function main(): Promise<ExitStatus> {
  let lang = machineLang(process.env);
  try {
    const { version } = parsedJson(readText(join(packageRoot, "package.json")) ?? "") as { version: string };
    const typed = { cwd: process.cwd(), clock: () => new Date(), env: process.env, version };
    const asked = readCommandLine(process.argv.slice(2), typed);
    if ("command" in asked) {
      ({ lang } = asked.options);
      return await run(asked.command, asked.options);
    }
    if ("answer" in asked) process.stdout.write(asked.answer);
    else process.stderr.write(said(asked.lang, asked.refusal));
    return "answer" in asked ? 0 : 2;
  } catch (error) {
    process.stderr.write(said(lang, describeMachineError(error, lang)));
    return 3;
  }
}

async function run(command: CommandRow, options: Options): Promise<ExitStatus> {
  const { lang, quiet, site } = options;
  const terminal = createTerminal(process.stdout, process.stderr, process.env, quiet);
  // The code that makes a site takes a while to load: signals are handled before that.
  const interruption = onInterrupt(lang, terminal);
  if (command.name !== "build" && command.name !== "dev") interruption.end();
  const end = refuseEarlyEnd(lang, interruption);
  try {
    const load = await command.run();
    // Eleventy's paths are relative to the current folder of the process.
    if (command.kind !== "starts") process.chdir(site);
    return await load(options, terminal, interruption);
  } finally {
    end();
    interruption.end();
  }
}

/**
 * A site's own code may end the process (`process.exit` in `.eleventy.ts`), wait forever, or fail without a handler: a build that
 * made nothing would end like a successful one, and a host would publish whatever there is. Call the returned function once the
 * command has ended by itself.
 */
function refuseEarlyEnd(lang: UiLang, interruption: Interruption): () => void {
  const words = machineWords(lang);
  let isOver = false;
  const fail = (text: string): void => {
    isOver = true;
    process.stderr.write(said(lang, text));
    interruption.abandon();
    process.exitCode = 3;
  };
  const onError = (error: unknown): void => {
    fail(`${words.unforeseen}\n${inspect(error)}`);
    process.exit();
  };
  process.on("uncaughtException", onError);
  process.on("exit", (code) => {
    // A higher status means that a signal ended it; 13 is Node's own for a promise that nothing settles.
    if (!isOver && (code <= 3 || code === 13)) fail(words.ended);
  });
  return () => {
    isOver = true;
    process.removeListener("uncaughtException", onError);
  };
}

// Output that cannot be printed must not end the work: `carnet check | head`, or a full disk behind a pipe.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") {
      // A preview whose output nobody reads any more ends; other work goes on, with its own status.
      if (process.argv.includes("dev")) process.kill(process.pid, "SIGTERM");
    } else process.exitCode = 3;
  });
// Eleventy starts a thread to reload changed configuration files: `carnet` reads them itself.
process.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";
// Pictures are encoded on Node's thread pool, in a process that inherits this.
process.env["UV_THREADPOOL_SIZE"] ??= String(Math.max(4, os.availableParallelism()));
// From Node 22 on, commands load faster from the second run: Node caches their compiled code.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const status = await main();
process.exitCode = process.exitCode === 3 ? 3 : status;
