import { describe, expect, it } from "vitest";
import { untilFree, untilSaved } from "../../../../src/build/machine/busy.ts";
import { MachineError } from "../../../../src/build/machine/machine-error.ts";

/** Fails with the codes one after the other, then returns `"done"`; `calls` counts. */
function failing(...codes: readonly string[]): { act: () => string; calls: () => number } {
  let calls = 0;
  const act = (): string => {
    const code = codes[calls];
    calls += 1;
    if (code !== undefined) throw Object.assign(new Error(code), { code, syscall: "rename" });
    return "done";
  };
  return { act, calls: () => calls };
}

describe("a file that another program has open", () => {
  it("is tried again until it is free", () => {
    const { act, calls } = failing("EBUSY", "EPERM", "EACCES");
    expect([untilFree(act, 10_000), calls()]).toEqual(["done", 4]);
  });
  it("is an error if it stays in use", () => {
    const { act, calls } = failing(...Array<string>(1000).fill("EBUSY"));
    expect(() => untilFree(act, 100)).toThrow("EBUSY");
    expect(calls()).toBeGreaterThan(1);
  });
  it("is an error at once where the system does not refuse files in use", () => {
    const { act, calls } = failing("EPERM");
    expect(() => untilFree(act, 0)).toThrow("EPERM");
    expect(calls()).toBe(1);
  });
  it("is not waited for when the failure is another one", () => {
    const { act, calls } = failing("ENOSPC", "EBUSY");
    expect(() => untilFree(act, 10_000)).toThrow("ENOSPC");
    expect(calls()).toBe(1);
  });
});

describe("a source that the program saving it still holds", () => {
  const { signal } = new AbortController();
  it("is read again", async () => {
    const { act, calls } = failing("EBUSY");
    await untilSaved(() => Promise.resolve().then(act).then(nothing), signal);
    expect(calls()).toBe(2);
  });
  it("is an error if it is never free", async () => {
    const { act, calls } = failing("EBUSY", "EBUSY", "EBUSY");
    await expect(untilSaved(() => Promise.resolve().then(act).then(nothing), signal, 2)).rejects.toThrow(
      "EBUSY",
    );
    expect(calls()).toBe(2);
  });
  it("is found inside the error of a library", async () => {
    let calls = 0;
    const act = (): Promise<void> => {
      calls += 1;
      return calls > 1 ? Promise.resolve() : Promise.reject(new MachineError("EBUSY", "a.md"));
    };
    await untilSaved(act, signal);
    expect(calls).toBe(2);
  });
  it("does not keep a command that is told to end", async () => {
    const { act, calls } = failing("EBUSY");
    const ending = new AbortController();
    const ended = untilSaved(() => Promise.resolve().then(act).then(nothing), ending.signal);
    ending.abort();
    await expect(ended).rejects.toThrow("EBUSY");
    expect(calls()).toBe(1);
  });
  it("is not waited for when the failure is another one", async () => {
    const { act, calls } = failing("ENOSPC");
    await expect(untilSaved(() => Promise.resolve().then(act).then(nothing), signal)).rejects.toThrow(
      "ENOSPC",
    );
    expect(calls()).toBe(1);
  });
});

function nothing(): void {
  // The result of a call does not matter here.
}
