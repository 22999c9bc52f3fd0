// Runs one command in this process, on a folder, with a fixed clock, and returns its output and exit status.
import { parseOptions } from "../../src/cli/options.ts";
import type { Command } from "../../src/cli/main.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

const NOON = new Date("2026-06-01T12:00:00Z");

/** Discards all output. */
export const SILENT: Terminal = {
  out: () => undefined,
  err: () => undefined,
  color: false,
  progress: () => undefined,
};

export interface Said {
  status: number;
  out: string;
  err: string;
}

/** `argv` is what follows the command's name; its relative paths start from `cwd`. */
export async function say(command: Command, cwd: string, ...argv: string[]): Promise<Said> {
  const parsed = parseOptions(argv, { cwd, clock: () => NOON, preview: false, operands: Infinity });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const said = { out: "", err: "" };
  const status = await command(parsed.options, {
    ...SILENT,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { status, ...said };
}
