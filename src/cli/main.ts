// The `carnet` command, once `start.ts` has accepted the version of Node: runs a command and sets the exit status.
// The only place that reads the clock, the environment and the terminal. A command is loaded only when it is used.
import module from "node:module";
import os from "node:os";
import { setFlagsFromString } from "node:v8";
import { inspect } from "node:util";
import { packageRoot } from "../files.ts";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import { readCommandLine, type Asked, type Options } from "./arguments.ts";
import { carnetPackage } from "./carnet-source.ts";
import { onInterrupt, type Interruption } from "./interrupt.ts";
import { machineLang } from "./locale.ts";
import { describeMachineError } from "./machine.ts";
import { createTerminal, type Terminal } from "./terminal.ts";

/** 0 success, 1 the content has errors (nothing published), 2 wrong usage, 3 system failure. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type Command = (
  options: Options,
  terminal: Terminal,
  /** For a command that makes a site. */
  interruption?: Interruption,
) => ExitStatus | Promise<ExitStatus>;

/** Output that cannot be printed must not end the work: `carnet check | head`, or a full disk behind a pipe. */
const output = { isLost: false };

async function main(): Promise<ExitStatus> {
  const asked = readCommandLine(process.argv.slice(2), {
    cwd: currentFolder(),
    clock: () => new Date(),
    env: process.env,
    version: carnetPackage(packageRoot).version,
  });
  if ("command" in asked) return run(asked);
  if ("answer" in asked) {
    process.stdout.write(asked.answer);
    return 0;
  }
  process.stderr.write(said(asked.lang, asked.refusal));
  return 2;
}

async function run({ command, options }: Extract<Asked, { command: unknown }>): Promise<ExitStatus> {
  const { lang, quiet, site } = options;
  const terminal = createTerminal(process.stdout, process.stderr, process.env, quiet);
  // The code that makes a site takes a while to load: signals are handled before that.
  const publishes = command.name === "build" || command.name === "dev";
  const interruption = publishes ? onInterrupt(lang, terminal) : undefined;
  const end = refuseEarlyEnd(lang, interruption);
  try {
    const load = await command.run();
    // Eleventy's paths are relative to the current folder of the process.
    if (command.kind !== "starts") process.chdir(site);
    return await load(options, terminal, interruption);
  } catch (error) {
    const does = command.kind === "starts" ? "starts" : "publishes";
    process.stderr.write(said(lang, describeMachineError(error, lang, does)));
    return 3;
  } finally {
    end();
    interruption?.end();
  }
}

/**
 * A site's own code may end the process (`process.exit` in `.eleventy.ts`), wait forever, or fail without a handler: a build that
 * made nothing would end like a successful one, and a host would publish whatever there is. Call the returned function once the
 * command has ended by itself.
 */
function refuseEarlyEnd(lang: UiLang, interruption: Interruption | undefined): () => void {
  const words = machineWords(lang);
  let isOver = false;
  let isStuck = false;
  const fail = (text: string): void => {
    isOver = true;
    process.stderr.write(said(lang, text));
    interruption?.abandon();
    process.exitCode = 3;
  };
  const onError = (error: unknown): void => {
    fail(`${words.unforeseen}\n${inspect(error)}`);
    process.exit();
  };
  process.on("uncaughtException", onError);
  process.on("beforeExit", () => (isStuck = true));
  process.on("exit", (code) => {
    // A higher status means that a signal ended it; 13 is Node's own for a promise that nothing settles.
    if (!isOver && (code <= 3 || code === 13)) fail(isStuck ? words.stuck : words.ended);
  });
  return () => {
    isOver = true;
    process.removeListener("uncaughtException", onError);
  };
}

function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") {
        // A preview whose output nobody reads any more ends; other work goes on, with its own status.
        if (process.argv.includes("dev")) process.kill(process.pid, "SIGTERM");
      } else if (!output.isLost) {
        output.isLost = true;
        process.exitCode = 3;
        const lang = machineLang(process.env);
        process.stderr.write(said(lang, machineWords(lang).outputLost(code)));
      }
    });
}

/** Sets how Node runs a build; no setting changes the output. docs/performance.md has the figures. */
function settleEngine(): void {
  const [engine = ""] = process.versions.v8.split(".");
  // How much a function runs before it is optimised: a short run of much code gains little from that.
  if (engine === "11") setFlagsFromString("--interrupt-budget=800000");
  // Later engines let the young generation of each thread grow to four times the memory, and take no less time.
  if (engine === "13" || engine === "14")
    for (const flag of ["--min-semi-space-size=8", "--max-semi-space-size=8", "--semi-space-growth-factor=1"])
      setFlagsFromString(flag);
  // Eleventy starts a thread to reload changed configuration files: `carnet` reads them itself.
  process.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";
  // Pictures are encoded on Node's thread pool, in a process that inherits this.
  process.env["UV_THREADPOOL_SIZE"] ??= String(Math.max(4, os.availableParallelism()));
  // From Node 22 on, commands load faster from the second run: Node caches their compiled code.
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
}

/** Undefined if the folder was deleted or replaced after the terminal entered it. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

settleEngine();
outliveOutput();
const status = await main();
process.exitCode = output.isLost ? 3 : status;
