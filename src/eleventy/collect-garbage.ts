// Asks V8 to collect what rendering left: it waits until the heap has grown fourfold, by which time a site of ten
// thousand posts takes twice the memory that its build needs. docs/performance.md has the figures.
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of what is old from which collecting is worth its time, a tenth of a second. */
const MUCH = 200 * 1024 * 1024;
/** A collection takes as long as what lives is large: nothing is asked for until that has grown by this share. */
const GROWN = 1.2;

/** What lived after the last collection that was asked for, in bytes. */
let lived = 0;

/** To be called now and then while pages are rendered: most calls do nothing. */
export function collectGarbage(): void {
  if (oldBytes() < Math.max(MUCH, lived * GROWN)) return;
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  setFlagsFromString("--no-expose-gc");
  lived = oldBytes();
}

/** What is young V8 collects by itself; it may grow by more than the share in between. */
const oldBytes = (): number =>
  getHeapSpaceStatistics()
    .filter((space) => !space.space_name.startsWith("new_"))
    .reduce((sum, space) => sum + space.space_used_size, 0);
