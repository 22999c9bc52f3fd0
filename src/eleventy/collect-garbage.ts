// Asks V8 to collect what the last run of Eleventy left: it waits until the heap has grown fourfold, by which time a
// site of ten thousand posts takes twice the memory that its build needs. docs/performance.md has the figures.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of heap from which collecting is worth its time, a tenth of a second. */
const MUCH = 200 * 1024 * 1024;

export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < MUCH) return;
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  setFlagsFromString("--no-expose-gc");
}
