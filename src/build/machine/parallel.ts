// Many asynchronous tasks → a few at a time; the first failure stops the rest, and nothing is left running.
import { availableParallelism } from "node:os";

/** Decoded pictures are large; a few at a time keep all threads busy. */
const MOST_AT_ONCE = 3;

/** Calls `work` for each item, and resolves when all calls have ended. Once `signal` is aborted, no further call begins. */
export async function inParallel<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  let stopped = false;
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true && !stopped; next = queue.next()) {
      if (signal?.aborted === true) return;
      try {
        await work(next.value);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const count = Math.max(1, Math.min(MOST_AT_ONCE, availableParallelism()));
  const ends = await Promise.allSettled(Array.from({ length: count }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
