// How long work takes where other tests run beside it: on a shared machine, a clock on the wall counts their time too.

/** Milliseconds: the lesser of the time that passed and the processor time of this process, its collector's threads among it. */
export function busy(work: () => void): number {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(performance.now() - wall, (user + system) / 1000);
}
