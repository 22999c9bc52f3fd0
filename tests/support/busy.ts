/**
 * Milliseconds that work takes, on the clock or of this process's own processor time, whichever is less: other tests run meanwhile.
 * Limits are ten times what a slow machine needs: only work that grows too fast with its input exceeds them.
 */
export function busy(work: () => void): number {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(performance.now() - wall, (user + system) / 1000);
}
