// Runs Carnet in the process of the test: a command as someone types it, or a build with what the command has no option for.
import { Store } from "../../src/build/store.ts";
import { readCommandLine, type Options } from "../../src/cli/arguments.ts";
import { publishSite, type Publication } from "../../src/cli/make-site.ts";
import type { Interruption, Terminal } from "../../src/cli/terminal.ts";
import { EntryMemory } from "../../src/content/entry.ts";
import { OwnerCode } from "../../src/eleventy/owner-config.ts";
import type { ShardSizes } from "../../src/pages/search.ts";

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
  const status = await (await asked.command.run())(asked.options, terminal, NOBODY);
  return { status, ...said };
}

/** Runs with a site as the working directory. */
async function inside<T>(site: string, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(site);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

/** What a process that builds a site again and again holds of it, as `carnet dev` does. */
export interface Held {
  store: Store;
  memory: EntryMemory;
  code: OwnerCode;
}

export function heldOf(site: string): Held {
  const store = new Store(site, { trust: true, keep: true });
  return { store, memory: new EntryMemory(), code: new OwnerCode() };
}

export interface Building {
  now: string;
  held?: Held;
  preview?: boolean;
  search?: boolean;
  shards?: ShardSizes;
  basePath?: string;
}

/** Builds a site into its `_site`. */
export async function buildHere(site: string, building: Building): Promise<Publication> {
  const { now, held, preview = false, search = false, shards, basePath } = building;
  const argv = ["build", "--quiet", "--format", "json", ...(search ? [] : ["--no-search"])];
  if (basePath !== undefined) argv.push("--base-path", basePath);
  const { store, memory, code } = held ?? heldOf(site);
  const how = { indexed: !preview, store, memory, preview, code, ...(shards && { shards }) };
  const done = await inside(site, () => publishSite(optionsFor(site, argv, now), SILENT, how));
  if (!held) store.save();
  return done;
}
