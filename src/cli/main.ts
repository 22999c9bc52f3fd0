// The `carnet` command, once `start.ts` has accepted the version of Node: parses the command line, runs a command, sets the
// exit status.
// The only place that reads the clock, the environment and the terminal. A command is loaded only when it is used.
import { existsSync, statSync } from "node:fs";
import module from "node:module";
import { packageRoot } from "../package-root.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import { usageWords, type UsageWords } from "../strings/usage.ts";
import type { UiLang } from "../ui-lang.ts";
import { splitCommand, type Typed, type UsageError } from "./arguments.ts";
import { carnetPackage } from "./carnet-source.ts";
import { watchForEarlyEnd } from "./early-end.ts";
import { settleEngine } from "./engine.ts";
import { extraArgument } from "./extra-argument.ts";
import { onInterrupt, type Interruption } from "./interrupt.ts";
import { environmentLang } from "./locale.ts";
import { outliveOutput } from "./lost-output.ts";
import { describeMachineError } from "./machine.ts";
import { meantCommand } from "./meant-command.ts";
import { parseOptions, type Options } from "./options.ts";
import { createTerminal, type Terminal } from "./terminal.ts";

/** 0 success, 1 the content has errors (nothing published), 2 wrong usage, 3 system failure. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type Command = (
  options: Options,
  terminal: Terminal,
  /** For a command that makes a site. */
  interruption?: Interruption,
) => ExitStatus | Promise<ExitStatus>;

export const COMMANDS: Record<string, () => Promise<Command>> = {
  build: async () => (await import("./build.ts")).build,
  check: async () => (await import("./check.ts")).check,
  dev: async () => (await import("./dev.ts")).dev,
  init: async () => (await import("./init.ts")).init,
  list: async () => (await import("./list.ts")).list,
  new: async () => (await import("./new.ts")).newPost,
  report: async () => (await import("./report.ts")).report,
  import: async () => (await import("./import.ts")).importBlog,
};

/** Number of words that a command takes besides options. The title of `new` may be typed without quotation marks. */
const OPERANDS: Readonly<Record<string, number>> = {
  ...{ init: 1, new: Infinity, import: 3, list: Infinity, help: Infinity },
};

/** Options and formats of a command that does not take all of them. */
const TAKEN: Readonly<Record<string, Pick<Typed, "options" | "formats">>> = {
  list: {
    options: ["site", "url", "base-path", "now", "format", "lang", "no-cache", "help", "version"],
    formats: ["text", "json"],
  },
};

/** Commands that write the files their user asked for, and publish nothing. */
const STARTS: ReadonlySet<string> = new Set(["init", "new", "import"]);

/** What a command line asks for: a command, an answer to print, or, if it is wrong, to be told so. */
type Asked =
  | { name: string; load: () => Promise<Command>; options: Options }
  | { answer: string }
  | { refusal: string; lang: UiLang };

async function main(argv: readonly string[]): Promise<ExitStatus> {
  const asked = readCommandLine(argv);
  if ("load" in asked) return run(asked);
  if ("answer" in asked) {
    process.stdout.write(asked.answer);
    return 0;
  }
  process.stderr.write(said(asked.lang, asked.refusal));
  return 2;
}

function readCommandLine(argv: readonly string[]): Asked {
  const { name, rest } = splitCommand(argv);
  const cwd = currentFolder();
  const parsed = parseOptions(rest, {
    cwd: cwd ?? "/",
    clock: () => new Date(),
    preview: name === "dev",
    spoken: environmentLang(process.env),
    operands: OPERANDS[name] ?? 0,
    ...(Object.hasOwn(TAKEN, name) && TAKEN[name]),
  });
  const lang = parsed.ok ? parsed.options.spoken : parsed.lang;
  const words = usageWords(lang);
  const refuse = (refusal: string): Asked => ({ refusal, lang });
  if (cwd === undefined) return refuse(words.noFolder);
  if (!parsed.ok) return refuse(usageText(parsed.error, { words, command: name, cwd }));
  if (parsed.help || name === "help") return { answer: cliWords(lang).usage };
  if (parsed.version) return { answer: `${carnetPackage(packageRoot).version}\n` };
  if (name === "") return refuse(words.noCommand);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return refuse(words.unknownCommand(name, meantCommand(name, Object.keys(COMMANDS))));
  const { options } = parsed;
  if (options.base !== undefined && name !== "report") return refuse(words.onlyFor("--base", "report"));
  if (!existsSync(options.site) || !statSync(options.site).isDirectory())
    return refuse(words.noSite(options.site));
  return { name, load, options };
}

async function run({ name, load, options }: Extract<Asked, { name: string }>): Promise<ExitStatus> {
  const { spoken: lang, quiet } = options;
  const terminal = createTerminal(process.stdout, process.stderr, process.env, quiet);
  // The code that makes a site takes a while to load: signals are handled before that.
  const interruption = name === "build" || name === "dev" ? onInterrupt(lang, terminal) : undefined;
  const over = watchForEarlyEnd(lang, interruption);
  try {
    const command = await load();
    // Eleventy's paths are relative to the current folder of the process.
    process.chdir(options.site);
    return await command(options, terminal, interruption);
  } catch (error) {
    const failure = describeMachineError(error, lang, STARTS.has(name) ? "starts" : "publishes");
    process.stderr.write(said(lang, failure));
    return 3;
  } finally {
    over();
    interruption?.end();
  }
}

/** From Node 22 on, commands load faster from the second run: Node caches their compiled code. */
function keepCompiledCode(): void {
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

function usageText(error: UsageError, typed: { words: UsageWords; command: string; cwd: string }): string {
  const { words } = typed;
  switch (error.key) {
    case "unknownOption":
      return words.unknownOption(error.option, error.suggestion);
    case "missingValue":
      return words.missingValue(error.option);
    case "badValue":
      return words.badValue(error.option, error.value);
    case "badFormat":
      return words.badFormat(error.value, error.formats);
    case "notTaken":
      return words.notTaken(error.option, typed.command);
    case "unwantedValue":
      return words.unwantedValue(error.option);
    case "extraArgument":
      return extraArgument(error.value, typed);
  }
}

/** If output cannot be printed, the rest of the work is still done; `dev` ends if nobody reads its output. */
function keepWorking(argv: readonly string[]): { lost: boolean } {
  const output = { lost: false };
  outliveOutput([process.stdout, process.stderr], {
    gone: () => {
      if (splitCommand(argv).name === "dev") process.kill(process.pid, "SIGTERM");
    },
    failed: (code) => {
      output.lost = true;
      // The stream may report this while the command works, or after it has ended.
      process.exitCode = 3;
      const lang = environmentLang(process.env);
      process.stderr.write(said(lang, machineWords(lang).outputLost(code)));
    },
  });
  return output;
}

settleEngine(process);
keepCompiledCode();
const output = keepWorking(process.argv.slice(2));
const status = await main(process.argv.slice(2));
process.exitCode = output.lost ? 3 : status;
