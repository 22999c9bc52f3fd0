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
