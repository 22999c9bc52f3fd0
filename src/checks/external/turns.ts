// Many requests → one at a time for each host, with a pause between them.
// A host gets requests no faster than a patient reader would send them; other hosts do not wait for it.

/** Returns a function that waits for the turn of a host and calls a request; the next one waits `pause` milliseconds more. */
export function createTurns(
  pause: number,
  sleep: (milliseconds: number) => Promise<void>,
): <T>(host: string, request: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (host, request) => {
    const before = last.get(host);
    const mine = (async () => {
      if (before !== undefined) {
        await before;
        await sleep(pause);
      }
      return request();
    })();
    const done = mine.catch(() => undefined);
    last.set(host, done);
    return mine;
  };
}

/** Calls `work` for every item, at most `limit` at once, in order. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
}
