// Settles how Node runs a build: short runs of much code gain little from optimising it, and both cores are wanted for the work.
// No setting changes what is written; docs/performance.md has the figures.
import os from "node:os";
import { setFlagsFromString } from "node:v8";

/** Call before the modules of a command are loaded. */
export function settleEngine(
  node: Pick<NodeJS.Process, "versions" | "env">,
  setFlag: (flag: string) => void = setFlagsFromString,
): void {
  const [engine] = node.versions.v8.split(".");
  // Bytecode a function runs before it is optimised, on another thread: twelve times V8's own measure, by which a quarter
  // of a build's processor time goes there. Later engines have another compiler in between and no longer know the flag.
  if (engine === "11") setFlag("--interrupt-budget=800000");
  // Those of Node 24 to 26: one that no longer knew the flags would say so on each run.
  if (engine === "13" || engine === "14") for (const flag of HELD_YOUNG) setFlag(flag);
  // Eleventy starts a thread to load changed configuration files afresh: `carnet` reads them itself.
  node.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";
  // Pictures are encoded on Node's own threads, by a process that is given this: four, whatever the machine has.
  node.env["UV_THREADPOOL_SIZE"] ??= String(Math.max(4, os.availableParallelism()));
}

/**
 * V8 came to let what is young take 128 MB in each thread before it collects, four times what it did: a large build took
 * half as much memory again, in no less time. Sizes, in megabytes of each of two halves, hold for threads that are yet to
 * start, which begin with all they are given; of this one, whose heap stands, what is young stays as large as it is.
 */
const HELD_YOUNG = ["--min-semi-space-size=8", "--max-semi-space-size=8", "--semi-space-growth-factor=1"];
