import { expect, it } from "vitest";
import { inParallel } from "../../src/iterate.ts";

it.each([
  ["three", {}, 3],
  ["the given number", { most: 4 }, 4],
])("does all the work, on at most %s of items at a time", async (_, options, limit) => {
  let [now, most] = [0, 0];
  const done: number[] = [];
  const items = Array.from({ length: 20 }, (_item, i) => i);
  await inParallel(
    items,
    async (item) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      done.push(item);
    },
    options,
  );
  expect(done.toSorted((a, b) => a - b)).toEqual(items);
  expect(most).toBeLessThanOrEqual(limit);
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
