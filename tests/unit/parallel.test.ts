import { expect, it } from "vitest";
import { inParallel } from "../../src/parallel.ts";

it("does every piece of work, at most three at a time", async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await inParallel(
    Array.from({ length: 20 }, (_, i) => i),
    async (i) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      done.push(i);
    },
  );
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect(most).toBeLessThanOrEqual(3);
});

it("starts nothing more after a failure, and throws the first error", async () => {
  const begun: number[] = [];
  const work = async (i: number): Promise<void> => {
    begun.push(i);
    await Promise.resolve();
    throw new Error(`no ${String(i)}`);
  };
  await expect(inParallel([1, 2, 3, 4, 5, 6, 7, 8], work)).rejects.toThrow("no 1");
  expect(begun.length).toBeLessThanOrEqual(3);
});

it("works on at most the given number of items at once", async () => {
  let [now, most] = [0, 0];
  const done: number[] = [];
  await inParallel(
    [1, 2, 3, 4, 5, 6, 7],
    async (item) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      done.push(item);
    },
    { most: 4 },
  );
  expect(most).toBe(4);
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
