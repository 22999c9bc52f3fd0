// Measures how long work takes while other tests run. Wall time would include theirs, and on a slow or busy machine all work
// takes longer, even if nothing in it grows too fast.

/** Time of `measure` on an idle machine of two cores at 2.5 GHz, ms. */
const USUAL = 33;

/** Work that took less is not scaled, ms. */
const SHORT = 500;

/**
 * Milliseconds, scaled to that machine: the lesser of wall time and processor time of this process, which includes its
 * garbage collector's threads. Scaling never increases it.
 */
export function busy(work: () => void): number {
  const taken = counted(work);
  if (taken < SHORT) return taken;
  const [, middle = 0] = [1, 2, 3].map(() => counted(measure)).sort((a, b) => a - b);
  return taken / Math.max(1, middle / USUAL);
}

function counted(work: () => void): number {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(performance.now() - wall, (user + system) / 1000);
}

/** Counts a million numbers, always the same, in a map. */
function measure(): void {
  const seen = new Map<number, number>();
  for (let i = 0, number = 1; i < 1_000_000; i++) {
    number = (number * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    seen.set(number % 5000, (seen.get(number % 5000) ?? 0) + 1);
  }
}
