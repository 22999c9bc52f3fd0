import type { HeapSpaceInfo } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const engine = vi.hoisted(() => ({ used: 0, exposes: true }));

vi.mock("node:v8", async (original) => {
  const v8 = await original<typeof import("node:v8")>();
  return {
    ...v8,
    getHeapSpaceStatistics: (): HeapSpaceInfo[] =>
      v8.getHeapSpaceStatistics().map((space) => ({
        ...space,
        space_used_size: space.space_name === "old_space" ? engine.used : 0,
      })),
    setFlagsFromString(flag: string): void {
      if (engine.exposes) v8.setFlagsFromString(flag);
    },
  };
});

const MEGABYTE = 1024 * 1024;

/** A new copy of the module, which has collected nothing yet. */
let collectGarbage: () => void;

beforeEach(async () => {
  vi.resetModules();
  ({ collectGarbage } = await import("../../../src/eleventy/collect-garbage.ts"));
});
afterEach(() => {
  Object.assign(engine, { used: 0, exposes: true });
});

/** Whether an object that nothing refers to is gone after the call. */
async function collects(): Promise<boolean> {
  const left = new WeakRef({});
  // What was made in this turn stays until its end.
  await new Promise(setImmediate);
  collectGarbage();
  return left.deref() === undefined;
}

it("collects what is left once much of it has grown old", async () => {
  engine.used = 150 * MEGABYTE;
  expect(await collects()).toBe(false);
  engine.used = 250 * MEGABYTE;
  expect(await collects()).toBe(true);
});

it("collects again only after the living have grown by a fifth", async () => {
  engine.used = 250 * MEGABYTE;
  expect(await collects()).toBe(true);
  engine.used = 290 * MEGABYTE;
  expect(await collects()).toBe(false);
  engine.used = 310 * MEGABYTE;
  expect(await collects()).toBe(true);
});

it("leaves no trace for code that runs later", () => {
  engine.used = 250 * MEGABYTE;
  collectGarbage();
  expect(runInNewContext("typeof gc")).toBe("undefined");
});

it("does without where the engine offers no collection", () => {
  Object.assign(engine, { used: 250 * MEGABYTE, exposes: false });
  expect(collectGarbage).not.toThrow();
});
