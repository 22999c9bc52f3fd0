// Many items: grouped by a key that they share, or worked on a few at a time.
import { availableParallelism } from "node:os";

/** Groups are in the order of their first item. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** Adds one item to one group; for items that have several keys, or none. */
export function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** Decoded pictures are large; a few at a time keep all threads busy. */
const MOST_PICTURES = Math.max(1, Math.min(3, availableParallelism()));

/**
 * Calls `work` for each item, in order, `most` at a time, and resolves when all calls have ended. After the first failure, or once
 * `signal` is aborted, no further call begins.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  { most = MOST_PICTURES, signal }: { most?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const queue = [...items].values();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (hasFailed || signal?.aborted === true) return;
      try {
        await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: most }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
