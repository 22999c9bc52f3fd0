// Sets how Node runs a build: a short run of much code gains little from optimisation, and the work needs both cores.
// No setting changes the output; docs/performance.md has the figures.
import os from "node:os";
import { setFlagsFromString } from "node:v8";

/** Call before the modules of a command are loaded. */
export function settleEngine(
  node: Pick<NodeJS.Process, "versions" | "env">,
  setFlag: (flag: string) => void = setFlagsFromString,
): void {
  const [engine] = node.versions.v8.split(".");
  // Amount of bytecode that a function runs before it is optimised, on another thread: twelve times V8's default, with which a
  // quarter of a build's processor time goes there. Later engines have another compiler in between and no longer know the flag.
  if (engine === "11") setFlag("--interrupt-budget=800000");
  // The engines of Node 24 to 26: one that did not know the flags would report it at each run.
  if (engine === "13" || engine === "14") for (const flag of HELD_YOUNG) setFlag(flag);
  // Eleventy starts a thread to reload changed configuration files: `carnet` reads them itself.
  node.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";
  // Pictures are encoded on Node's thread pool, in a process that inherits this: at least four threads on any machine.
  node.env["UV_THREADPOOL_SIZE"] ??= String(Math.max(4, os.availableParallelism()));
}

/**
 * Recent V8 lets the young generation of each thread grow to 128 MB before it collects, four times as much as before: a large
 * build used half as much memory again, and took no less time. The sizes, in megabytes for each of two halves, apply to threads
 * started later, which begin at full size. This thread's heap exists already: its young generation keeps its current size.
 */
const HELD_YOUNG = ["--min-semi-space-size=8", "--max-semi-space-size=8", "--semi-space-growth-factor=1"];
