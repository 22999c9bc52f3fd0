import { expect, it } from "vitest";
import { createTurns } from "../../../../src/checks/external/turns.ts";

it("sends one request at a time to a host, with a pause between, and requests to other hosts meanwhile", async () => {
  const log: string[] = [];
  const turn = createTurns(500, async (milliseconds) => {
    log.push(`pause ${String(milliseconds)}`);
    await Promise.resolve();
  });
  let release = (): void => undefined;
  const slow = turn("a", () => {
    log.push("a1");
    return new Promise<void>((resolve) => (release = resolve));
  });
  const second = turn("a", async () => {
    log.push("a2");
    await Promise.resolve();
  });
  await turn("b", async () => {
    log.push("b1");
    await Promise.resolve();
  });
  expect(log).toEqual(["a1", "b1"]);
  release();
  await Promise.all([slow, second]);
  expect(log).toEqual(["a1", "b1", "pause 500", "a2"]);
});

it("continues after a failed request", async () => {
  const turn = createTurns(0, () => Promise.resolve());
  await expect(turn("a", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
  await expect(turn("a", () => Promise.resolve(1))).resolves.toBe(1);
});
