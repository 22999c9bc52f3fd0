// Asks V8 to collect what rendering left. V8 itself waits until the heap has grown fourfold, when a site of ten thousand posts
// takes twice the memory that its build needs. docs/performance.md has the figures.
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes in the old generation from which a collection is worth its time, a tenth of a second. */
const MUCH = 200 * 1024 * 1024;
/** A collection takes longer the more objects are alive: none is requested until these have grown by this ratio. */
const GROWN = 1.2;

/** Bytes alive after the last collection that was requested. */
let lived = 0;

/** To be called from time to time while pages are rendered: most calls do nothing. */
export function collectGarbage(): void {
  if (oldBytes() < Math.max(MUCH, lived * GROWN)) return;
  setFlagsFromString("--expose-gc");
  // An engine that offers no collection uses more memory.
  runInNewContext("globalThis.gc?.()");
  setFlagsFromString("--no-expose-gc");
  lived = oldBytes();
}

/** Bytes in the old generation. V8 collects the young one by itself; its size may change by more than the ratio in between. */
const oldBytes = (): number =>
  getHeapSpaceStatistics()
    .filter((space) => !space.space_name.startsWith("new_"))
    .reduce((sum, space) => sum + space.space_used_size, 0);
