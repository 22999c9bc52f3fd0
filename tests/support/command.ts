// Runs one command in this process, on a folder, with a fixed clock, and returns its output and exit status.
import { readCommandLine } from "../../src/cli/arguments.ts";
import type { Interruption } from "../../src/cli/interrupt.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

const NOON = new Date("2026-06-01T12:00:00Z");

/** Discards all output. */
export const SILENT: Terminal = {
  out: () => undefined,
  err: () => undefined,
  color: false,
  progress: () => undefined,
};

/** No signal is listened for. */
const NOBODY: Interruption = {
  underWay: () => () => undefined,
  abandon: () => undefined,
  end: () => undefined,
};

export interface Said {
  status: number;
  out: string;
  err: string;
}

/** A French machine types `carnet NAME …` in the folder `cwd`. */
export async function say(name: string, cwd: string, ...argv: string[]): Promise<Said> {
  const typed = { cwd, clock: () => NOON, env: { LANG: "fr_FR.UTF-8", CI: "true" }, version: "1.2.3" };
  const asked = readCommandLine([name, ...argv], typed);
  if ("answer" in asked) return { status: 0, out: asked.answer, err: "" };
  if ("refusal" in asked) return { status: 2, out: "", err: asked.refusal };
  const said = { out: "", err: "" };
  const command = await asked.command.run();
  const terminal: Terminal = {
    ...SILENT,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  };
  const status = await command(asked.options, terminal, NOBODY);
  return { status, ...said };
}
