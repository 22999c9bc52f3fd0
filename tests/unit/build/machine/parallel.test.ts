import { expect, it } from "vitest";
import { inParallel } from "../../../../src/build/machine/parallel.ts";

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
