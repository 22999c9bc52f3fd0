// How long work takes where other tests run beside it: on a shared machine, a clock on the wall counts their time too; and
// on a slow one, or beside a busy neighbour, all work takes longer, with nothing in it that grows too fast.

/** What the measure below takes on a machine of two cores at 2.5 GHz that has no neighbour, ms. */
const USUAL = 33;

/** Work that took less is not put in proportion, ms. */
const SHORT = 500;

/**
 * Milliseconds, as they would be on a usual machine: the lesser of the time that passed and the processor time of this
 * process, its collector's threads among it. Never more than were counted.
 */
export function busy(work: () => void): number {
  return inProportion(counted(work));
}

/** The same of work that is waited for. */
export async function busyUntil(work: () => Promise<unknown>): Promise<number> {
  const taken = clock();
  await work();
  return inProportion(taken());
}

function inProportion(taken: number): number {
  return taken < SHORT ? taken : taken / Math.max(1, middle([1, 2, 3].map(() => counted(measure))) / USUAL);
}

function counted(work: () => void): number {
  const taken = clock();
  work();
  return taken();
}

function clock(): () => number {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(performance.now() - wall, (user + system) / 1000);
  };
}

/** A million numbers, always the same, counted in a map. */
function measure(): void {
  const seen = new Map<number, number>();
  for (let i = 0, number = 1; i < 1_000_000; i++) {
    number = (number * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    seen.set(number % 5000, (seen.get(number % 5000) ?? 0) + 1);
  }
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
