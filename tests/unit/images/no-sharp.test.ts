import { expect, it, vi } from "vitest";
import { MachineError } from "../../../src/build/machine-error.ts";
import { describeMachineError } from "../../../src/cli/errors.ts";
import { errorCode } from "../../../src/files.ts";
import { drawingPng } from "../../../src/images/derive.ts";

vi.mock("sharp", () => {
  throw new Error('Could not load the "sharp" module using the linux-x64 runtime');
});

it("a machine without its own program of sharp is told what to install", async () => {
  const error: unknown = await drawingPng("<svg/>").catch((thrown: unknown) => thrown);
  const failure = new MachineError(errorCode(error), "", { cause: error });
  expect(describeMachineError(failure, "en")).toMatch(/: sharp \[ESHARP\].* npm ci/);
  expect(describeMachineError(failure, "fr")).toMatch(/: sharp \[ESHARP\].* npm ci/);
});
