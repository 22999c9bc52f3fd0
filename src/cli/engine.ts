// Settles how Node runs a build: short runs of much code gain little from optimising it, and both cores are wanted for the work.
// No setting changes what is written; docs/performance.md has the figures.
import os from "node:os";
import { setFlagsFromString } from "node:v8";

/** Call before the modules of a command are loaded. */
export function settleEngine(node: Pick<NodeJS.Process, "versions" | "env">): void {
  // Bytecode a function runs before it is optimised, on another thread: twelve times V8's own measure, by which a quarter
  // of a build's processor time goes there. Later engines have another compiler in between and no longer know the flag.
  if (node.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=800000");
  // Eleventy starts a thread to load changed configuration files afresh: `carnet` reads them itself.
  node.env["ELEVENTY_SKIP_ESM_RESOLVER"] ??= "1";
  // Pictures are encoded on Node's own threads, by a process that is given this: four, whatever the machine has.
  node.env["UV_THREADPOOL_SIZE"] ??= String(Math.max(4, os.availableParallelism()));
}
