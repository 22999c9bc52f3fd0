// Many asynchronous tasks → a few at a time; the first failure stops the rest, and nothing is left running.
import { availableParallelism } from "node:os";

/** Decoded pictures are large; a few at a time keep all threads busy. */
const MOST_PICTURES = Math.max(1, Math.min(3, availableParallelism()));

interface Limits {
  /** Calls at a time. */
  most?: number;
  /** Once it is aborted, no further call begins. */
  signal?: AbortSignal | undefined;
}

/** Calls `work` for each item, in order, and resolves when all calls have ended. */
export async function inParallel<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  { most = MOST_PICTURES, signal }: Limits = {},
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
  const ends = await Promise.allSettled(Array.from({ length: most }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
