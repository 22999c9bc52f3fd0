import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createTerminal,
  machineLang,
  onInterrupt,
  sayTo,
  stopSignal,
  type Interruption,
} from "../../../src/cli/terminal.ts";

function stream(isTTY = false) {
  return {
    isTTY,
    hasColors: (env: object) => isTTY && !("NO_COLOR" in env),
    text: "",
    write(chunk: unknown): boolean {
      this.text += String(chunk);
      return true;
    },
  };
}

describe("the terminal", () => {
  it("writes results and remarks to different streams, and remarks beside results that a program reads", () => {
    const [out, err] = [stream(), stream()];
    const terminal = createTerminal(out, err, {});
    terminal.out("résultat\n");
    terminal.err("remarque\n");
    sayTo(terminal, "text", "un\n");
    sayTo(terminal, "json", "deux\n");
    expect([out.text, err.text]).toEqual(["résultat\nun\n", "remarque\ndeux\n"]);
  });

  it("has colours where Node finds that it shows them", () => {
    expect(createTerminal(stream(true), stream(), {}).color).toBe(true);
    expect(createTerminal(stream(true), stream(), { NO_COLOR: "1" }).color).toBe(false);
    expect(createTerminal(stream(), stream(), {}).color).toBe(false);
  });

  it.each([
    ["in a pipe", false, {}, false],
    ["in a terminal without cursor movement", true, { TERM: "dumb" }, false],
    ["for someone who asked for quiet", true, {}, true],
  ])("draws no bar %s", (_, isTTY, env, quiet) => {
    const err = stream(isTTY);
    createTerminal(stream(), err, env, quiet).progress("Pages", 500, 1000);
    expect(err.text).toBe("");
  });

  it.each(["out", "err"] as const)("removes a bar before a message to %s", (to) => {
    const screen = stream(true);
    const terminal = createTerminal(screen, screen, {});
    terminal.progress("Pages", 500, 1000);
    expect(screen.text).toContain("50 %");
    terminal[to]("carnet : arrêté.\n");
    expect(screen.text).toMatch(/\u001B\[2Kcarnet : arrêté\.\n$/);
  });

  it.each([
    [{ LANG: "fr_CA" }, "fr"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "fr_FR.UTF-8" }, "fr"],
    [{ LANG: "fr_FR.UTF-8", LC_ALL: "C.UTF-8" }, "fr"],
    [{ LANG: "POSIX" }, "en"],
  ] as const)("with %j speaks %s: C and POSIX are no language", (env, lang) => {
    expect(machineLang(env, "en-US-u-va-posix")).toBe(lang);
  });

  it("speaks the system's language where no variable names one", () => {
    expect(machineLang({ LANG: "C" }, "fr-FR")).toBe("fr");
  });
});

describe("a command that a signal stops", () => {
  const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let told: string;
  let interruption: Interruption;
  let others: Map<NodeJS.Signals, NodeJS.SignalsListener[]>;
  /** What the process did to itself, in order. */
  let done: string[];

  beforeEach(() => {
    told = "";
    done = [];
    // The listeners of the process that runs the tests would end it.
    others = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
    for (const signal of SIGNALS) process.removeAllListeners(signal);
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

  const listening = (): number[] => SIGNALS.map((signal) => process.listenerCount(signal));

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("undoes its work on %s, says so, and ends with its status", (signal, status) => {
    interruption.underWay(() => done.push("undo"));
    process.emit(signal, signal);
    expect(done).toEqual(["undo", `kill ${signal}`, `exit ${String(status)}`]);
    expect(told).toBe(
      "carnet: stopped before the end. Nothing was published, and what was in place has not changed.\n",
    );
    // A second signal has its default effect.
    expect(listening()).toEqual([0, 0, 0]);
  });

  it("has nothing to undo or to say once the work is over, published or not: signals have their default effect", () => {
    interruption.underWay(() => done.push("undo"))();
    expect(listening()).toEqual([0, 0, 0]);
    interruption.abandon();
    expect([done, told]).toEqual([[], ""]);
  });

  it("ends even if its work cannot be undone", () => {
    interruption.underWay(() => {
      throw new Error("EIO");
    });
    process.emit("SIGTERM", "SIGTERM");
    expect(done).toEqual(["kill SIGTERM", "exit 143"]);
  });

  it("no longer handles signals once it has ended; a preview waits for the next", async () => {
    expect(listening()).toEqual([1, 1, 1]);
    interruption.end();
    expect(listening()).toEqual([0, 0, 0]);
    const next = stopSignal();
    process.emit("SIGHUP", "SIGHUP");
    expect(await next).toBe("SIGHUP");
  });
});
