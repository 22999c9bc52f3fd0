import { expect, it } from "vitest";
import { errorOf, failedOf } from "../../../../src/build/machine/failed.ts";
import { asMachineError, MachineError } from "../../../../src/build/machine/machine-error.ts";

/** The error as another thread receives it. */
const there = (error: unknown): Error => errorOf(structuredClone(failedOf(error)));

it("keeps the kind, the path and the cause of a machine failure", () => {
  const error = there(new MachineError("ESEARCH", "", { cause: new Error("no program for this platform") }));
  expect(error).toBeInstanceOf(MachineError);
  expect(error).toMatchObject({ code: "ESEARCH", cause: { message: "no program for this platform" } });
  expect(there(new MachineError("ECONFLICT", "/a/b"))).toMatchObject({ kind: "conflict", path: "/a/b" });
});

it("keeps what the disk reported, and the message of any other error", () => {
  const full = Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC", path: "/x", syscall: "write" });
  expect(asMachineError(there(full))).toMatchObject({ kind: "disk-full", path: "/x" });
  expect(there(new TypeError("not a function"))).toMatchObject({ message: "not a function" });
  expect(there("a text").message).toBe("a text");
});
