// Runs Carnet in the process of the test: a command as someone types it, or a build with what the command has no option for.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Memory } from "../../src/build/prepare.ts";
import { Store } from "../../src/build/store.ts";
import { readCommandLine, type Options } from "../../src/cli/arguments.ts";
import { build } from "../../src/cli/build.ts";
import { publishSite, type Publication } from "../../src/cli/make-site.ts";
import type { Interruption, Terminal } from "../../src/cli/terminal.ts";
import type { OwnerCode } from "../../src/eleventy/owner-config.ts";
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

export interface Building {
  now: string;
  memory?: Memory;
  code?: OwnerCode;
  changed?: readonly string[];
  preview?: boolean;
  search?: boolean;
  shards?: ShardSizes;
  basePath?: string;
  explain?: string;
}

/** What a process that builds this site again and again holds of it. */
export function memoryOf(site: string): Memory {
  return new Memory(new Store(site, { trust: true, keep: true }));
}

/** Builds a site into its `_site`. */
export async function buildHere(site: string, building: Building): Promise<Publication> {
  const { now, memory, changed, preview = false, search = false, shards, basePath, explain, code } = building;
  const argv = ["build", "--quiet", "--format", "json", ...(search ? [] : ["--no-search"])];
  if (basePath !== undefined) argv.push("--base-path", basePath);
  if (explain !== undefined) argv.push("--explain", explain);
  const store = memory?.store ?? new Store(site, { trust: true, keep: true });
  return inside(site, () =>
    publishSite(optionsFor(site, argv, now), SILENT, {
      ...{ indexed: !preview, store, changed, memory, preview, code },
      ...(shards && { shards }),
    }),
  );
}

export interface Ran {
  status: number;
  told: string;
  /** True if the site that an earlier build stored was reused or is still current. */
  resumed: boolean;
}

/**
 * Runs `carnet build` on a site, after a pause that sets modification times apart, and tells whether it reused what an earlier
 * build stored. `meanwhile` is called when the command prints, which it does once its site is published.
 */
export async function command(
  site: string,
  { now, search = false }: { now: string; search?: boolean },
  meanwhile = (): void => undefined,
): Promise<Ran> {
  await setTimeout(30);
  const before = storedAt(site);
  let told = "";
  const terminal = {
    ...SILENT,
    out(text: string): void {
      told += text;
      meanwhile();
    },
  };
  const argv = ["build", "--format", "json", ...(search ? [] : ["--no-search"])];
  const status = await inside(site, async () => build(optionsFor(site, argv, now), terminal, NOBODY));
  return { status, told, resumed: before !== undefined && before === storedAt(site) };
}

/** Modification time of the stored entries, which only a build that reads all texts writes. */
function storedAt(site: string): number | undefined {
  const folder = join(site, ".cache/outputs");
  try {
    const file = readdirSync(folder).find((name) => name.endsWith(".entries"));
    return file === undefined ? undefined : statSync(join(folder, file)).mtimeMs;
  } catch {
    return undefined;
  }
}
