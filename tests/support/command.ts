// Types one command in this process, in a folder, with a fixed clock, and returns its output and exit status.
import { readCommandLine, type Options } from "../../src/cli/arguments.ts";
import type { Interruption, Terminal } from "../../src/cli/terminal.ts";

/** Discards all output. */
export const SILENT: Terminal = {
  out: () => undefined,
  err: () => undefined,
  color: false,
  progress: () => undefined,
};

/** No signal is listened for. */
export const NOBODY: Interruption = {
  underWay: () => () => undefined,
  abandon: () => undefined,
  end: () => undefined,
};

/** What a French machine makes of `carnet …` typed in the folder `cwd`. */
export function typed(cwd: string, argv: readonly string[], now: string): ReturnType<typeof readCommandLine> {
  const env = { LANG: "fr_FR.UTF-8", CI: "true" };
  return readCommandLine(argv, { cwd, clock: () => new Date(now), env, version: "1.2.3" });
}

/** The options of a command that is not refused. */
export function optionsFor(cwd: string, argv: readonly string[], now = "2026-06-01T12:00:00Z"): Options {
  const asked = typed(cwd, argv, now);
  if (!("command" in asked)) throw new Error(JSON.stringify(asked));
  return asked.options;
}

/** Runs `act` with a folder as the working directory, on which Eleventy's paths depend. */
export async function within<T>(folder: string, act: () => T | Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}

export interface Said {
  status: number;
  out: string;
  err: string;
}

/** Types `carnet NAME …` at noon of 1 June 2026, and returns its output and exit status. */
export async function say(name: string, cwd: string, ...argv: string[]): Promise<Said> {
  const asked = typed(cwd, [name, ...argv], "2026-06-01T12:00:00Z");
  if ("answer" in asked) return { status: 0, out: asked.answer, err: "" };
  if ("refusal" in asked) return { status: 2, out: "", err: asked.refusal };
  const said = { out: "", err: "" };
  const terminal: Terminal = {
    ...SILENT,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  };
  const run = await asked.command.run();
  const status = await within(cwd, () => run(asked.options, terminal, NOBODY));
  return { status, ...said };
}
