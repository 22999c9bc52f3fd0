import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createProgressBar, LEAVING, type ProgressBar } from "../../../src/cli/progress-bar.ts";

// Escape sequences for terminals, as ECMA-48 and xterm define them.
const [HIDE_CURSOR, SHOW_CURSOR] = ["\u001B[?25l", "\u001B[?25h"];
const [NO_WRAP, WRAP] = ["\u001B[?7l", "\u001B[?7h"];
const CLEAR_LINE = "\u001B[2K";

let written: string;
let bar: ProgressBar;

beforeEach(() => {
  // The test's own clock counts only this bar's timers: those of other files in this process come and go meanwhile.
  vi.useFakeTimers();
  written = "";
  const screen = { isTTY: true, columns: 80, write: (text: string) => (written += text) !== "" };
  bar = createProgressBar(screen);
});

afterEach(() => {
  bar.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What the bar showed, in order: `Textes 100/300`. */
const shown = (): string[] =>
  [...written.matchAll(/[A-Z][a-z]+ [█░]+ \d+\/\d+/gu)].map(([line]) => line.replace(/ [█░]+/u, ""));

describe("the progress bar", () => {
  it("shows the progress, and clears the line at the end", async () => {
    await bar.show("Textes", 100, 300);
    expect(shown().at(-1)).toBe("Textes 100/300");
    expect(written).toContain(HIDE_CURSOR);
    expect(vi.getTimerCount()).toBe(1);
    await bar.show("Textes", 300, 300);
    expect(written.endsWith(CLEAR_LINE)).toBe(true);
    expect(written.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(written.lastIndexOf(HIDE_CURSOR));
    expect(written.lastIndexOf(WRAP)).toBeGreaterThan(written.lastIndexOf(NO_WRAP));
    // A remaining timer would keep the process alive.
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is drawn once for simultaneous calls, and leaves no timer", async () => {
    await Promise.all([50, 100, 150, 300].map(async (done) => bar.show("Textes", done, 300)));
    expect(written.split(HIDE_CURSOR)).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["199 steps, by default", 199, undefined],
    ["9 steps, with a minimum of 10", 9, 10],
  ])("is not drawn for %s", async (_, total, worth) => {
    await bar.show("Textes", 1, total, worth);
    expect(written).toBe("");
  });

  it.each([
    ["200 steps, by default", 200, undefined],
    ["10 steps, with a minimum of 10", 10, 10],
  ])("is drawn for %s", async (_, total, worth) => {
    await bar.show("Textes", 1, total, worth);
    expect(shown().at(-1)).toBe(`Textes 1/${String(total)}`);
  });

  it("is drawn again when work goes on after a message", async () => {
    await bar.show("Textes", 100, 300);
    bar.end();
    expect(vi.getTimerCount()).toBe(0);
    await bar.show("Textes", 200, 300);
    expect(shown().at(-1)).toBe("Textes 200/300");
  });

  it("is not drawn after a message that came while its library was loading, as that may be the last output", async () => {
    const step = bar.show("Textes", 100, 300);
    bar.end();
    await step;
    expect([written, vi.getTimerCount()]).toEqual(["", 0]);
  });
});

it("lets a signal be handled during work that awaits only its steps", async () => {
  vi.useRealTimers();
  const told = { isHeard: false };
  const heard = (): void => void (told.isHeard = true);
  process.once("SIGWINCH", heard);
  onTestFinished(() => void process.removeListener("SIGWINCH", heard));
  await bar.show("Textes", 1, 1000);
  process.kill(process.pid, "SIGWINCH");
  const until = performance.now() + 5000;
  while (!told.isHeard && performance.now() < until) await bar.show("Textes", 2, 1000);
  expect(told.isHeard).toBe(true);
});

it("takes a turn of the event loop at a step that comes long after the last one", async () => {
  vi.useRealTimers();
  await bar.show("Textes", 1, 1000);
  let hasTurned = false;
  setImmediate(() => (hasTurned = true));
  const until = performance.now() + 60;
  while (performance.now() < until);
  await bar.show("Textes", 2, 1000);
  expect(hasTurned).toBe(true);
});

describe.each(LEAVING)("%s while a bar is drawn", (signal) => {
  it("clears the line and shows the cursor, then ends or suspends the command", async () => {
    const others = process.listeners(signal);
    for (const other of others) process.removeListener(signal, other);
    try {
      const kill = vi.spyOn(process, "kill").mockImplementation(() => {
        expect(written.endsWith(CLEAR_LINE)).toBe(true);
        expect(written.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(written.lastIndexOf(HIDE_CURSOR));
        return true;
      });
      await bar.show("Textes", 100, 300);
      process.emit(signal, signal);
      expect(kill.mock.calls).toEqual([[process.pid, signal]]);
      expect(LEAVING.map((one) => process.listenerCount(one))).toEqual(LEAVING.map(() => 0));
      expect(vi.getTimerCount()).toBe(0);
      await bar.show("Textes", 200, 300);
      expect(shown().at(-1)).toBe("Textes 200/300");
    } finally {
      for (const other of others) process.on(signal, other);
    }
  });

  it("lets a command that handles the signal end by itself, on a cleared line", async () => {
    const kill = vi.spyOn(process, "kill").mockReturnValue(true);
    let found: string | undefined;
    process.once(signal, () => (found = written));
    await bar.show("Textes", 100, 300);
    process.emit(signal, signal);
    expect(found?.endsWith(CLEAR_LINE)).toBe(true);
    expect(kill).not.toHaveBeenCalled();
  });
});
