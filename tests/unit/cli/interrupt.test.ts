import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ENDINGS, onInterrupt, type Interruption } from "../../../src/cli/interrupt.ts";

let told: string;
let interruption: Interruption;
let others: Map<NodeJS.Signals, NodeJS.SignalsListener[]>;
/** What the process did to itself, in order. */
let done: string[];

beforeEach(() => {
  told = "";
  done = [];
  // The listeners of the process that runs the tests would end it.
  others = new Map(ENDINGS.map((signal) => [signal, process.listeners(signal)]));
  for (const signal of ENDINGS) process.removeAllListeners(signal);
  vi.spyOn(process, "kill").mockImplementation((_, signal) => {
    done.push(`kill ${String(signal)}`);
    return true;
  });
  vi.spyOn(process, "exit").mockImplementation(((status: number) => {
    done.push(`exit ${String(status)}`);
  }) as typeof process.exit);
  interruption = onInterrupt("en", { err: (text) => void (told += text) });
});

afterEach(() => {
  interruption.end();
  vi.restoreAllMocks();
  for (const [signal, listeners] of others) for (const one of listeners) process.on(signal, one);
});

/** Sends a signal to the command, and waits until it has been handled. */
async function receive(signal: NodeJS.Signals): Promise<void> {
  process.emit(signal, signal);
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
}

describe("a command that a signal stops", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)(
    "undoes its work on %s, says so, and ends with the status of the signal",
    async (signal, status) => {
      interruption.underWay(() => done.push("undo"));
      await receive(signal);
      expect(done).toEqual(["undo", `kill ${signal}`, `exit ${String(status)}`]);
      expect(told).toBe(
        "carnet: stopped before the end. Nothing was published, and what was in place has not changed.\n",
      );
    },
  );

  it("says the same before there is anything to undo", async () => {
    await receive("SIGINT");
    expect(done).toEqual(["kill SIGINT", "exit 130"]);
    expect(told).toContain("stopped before the end");
  });

  it("undoes nothing, and says nothing, once the work is done", async () => {
    const over = interruption.underWay(() => done.push("undo"));
    over();
    await receive("SIGINT");
    expect(done).toEqual(["kill SIGINT", "exit 130"]);
    expect(told).toBe("");
  });

  it("ends even if its work cannot be undone", async () => {
    interruption.underWay(() => {
      throw new Error("EIO");
    });
    await receive("SIGTERM");
    expect(done).toEqual(["kill SIGTERM", "exit 143"]);
  });

  it("gives a second signal its default effect", async () => {
    await receive("SIGINT");
    expect(ENDINGS.map((signal) => process.listenerCount(signal))).toEqual([0, 0, 0]);
  });
});

it("gives signals their default effect once the command has ended", () => {
  expect(ENDINGS.map((signal) => process.listenerCount(signal))).toEqual([1, 1, 1]);
  interruption.end();
  expect(ENDINGS.map((signal) => process.listenerCount(signal))).toEqual([0, 0, 0]);
});

it("undoes the work of a command that cannot go on", () => {
  interruption.underWay(() => done.push("undo"));
  interruption.abandon();
  expect(done).toEqual(["undo"]);
});
