// Shared by the fault tests: the publisher as a bundled script, and mounts.
// Mounts need root; if one fails, the test says so in its result and in the file that CARNET_NOT_RUN names.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { TestContext } from "vitest";
import { notRun } from "../support/not-run.ts";

export interface Run {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
}

interface Running {
  /** The change before which it kills itself. */
  killBefore?: number;
  /** A folder for what it would leave if it were killed, by the number of the change. */
  keepIn?: string;
  uid?: number;
}

/** The publisher as one script, once it has been needed. */
let bundled: string | undefined;

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("publisher.ts", import.meta.url))],
    ...{ bundle: true, platform: "node", format: "esm", write: false },
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** A temporary folder, readable by other users, in which the bundled publisher runs. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), "carnet-faults-"));
  readonly output = join(this.folder, "www", "_site");
  readonly #script = join(this.folder, "publisher.mjs");
  readonly #mounts: string[] = [];

  constructor() {
    chmodSync(this.folder, 0o755);
    mkdirSync(join(this.folder, "www"));
    // The script is placed like the package, whose compiled threads it starts.
    writeFileSync(join(this.folder, "package.json"), "{}");
    symlinkSync(fileURLToPath(new URL("../../dist", import.meta.url)), join(this.folder, "dist"));
    writeFileSync(this.#script, (bundled ??= bundle()));
  }

  run(args: readonly (string | number)[], options: Running = {}): Run {
    const { killBefore = 0, keepIn, uid } = options;
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, this.#argv(args), {
      encoding: "utf8",
      env: {
        KILL_BEFORE: String(killBefore),
        ...(keepIn !== undefined && { KEEP_IN: keepIn }),
      },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    if (status !== 0 && status !== 3 && signal === null) throw new Error(stderr);
    return { status, signal, stdout };
  }

  start(args: readonly (string | number)[]): ChildProcess {
    return spawn(process.execPath, this.#argv(args), { env: {}, stdio: ["ignore", "pipe", "inherit"] });
  }

  /** Mounts with the `mount` command; ends the test as "not run" if that is not allowed. */
  mount(context: TestContext, args: readonly string[], at: string): void {
    mkdirSync(at, { recursive: true });
    const { status, stderr, error } = spawnSync("mount", [...args, at], { encoding: "utf8" });
    if (status !== 0)
      notRun(context, `mount ${args.join(" ")}: ${error?.message ?? stderr.trim().split("\n")[0] ?? ""}`);
    this.#mounts.unshift(at);
  }

  remove(): void {
    for (const at of this.#mounts.splice(0)) spawnSync("umount", ["-l", at]);
    chmodSync(join(this.folder, "www"), 0o755);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #argv(args: readonly (string | number)[]): string[] {
    return [this.#script, ...args.map(String)];
  }
}

/** Temporary files that Carnet left beside or in an output. */
export function leftovers(output: string): string[] {
  const own = (name: string): boolean => name.includes(".carnet");
  return [
    ...readdirSync(dirname(output)).filter(own),
    ...readdirSync(output).filter((name) => own(name) && name !== ".carnet"),
  ];
}
