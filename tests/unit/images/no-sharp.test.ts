import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { isDecodable } from "../../../src/images/derive.ts";
import { MachineError } from "../../../src/build/machine/machine-error.ts";
import { errorCode } from "../../../src/files.ts";
import { describeMachineError } from "../../../src/cli/errors.ts";
import { siteRoot } from "../content/site-root.ts";

vi.mock("sharp", () => {
  throw new Error('Could not load the "sharp" module using the linux-x64 runtime');
});

it("a machine without its own program of sharp is told what to install, and no picture is taken for broken", async () => {
  const file = join(siteRoot({}), "a.png");
  writeFileSync(file, "x");
  const error: unknown = await isDecodable(file, false).catch((thrown: unknown) => thrown);
  const failure = new MachineError(errorCode(error), "", { cause: error });
  expect(describeMachineError(failure, "en")).toMatch(/: sharp \[ESHARP\].* npm ci/);
  expect(describeMachineError(failure, "fr")).toMatch(/: sharp \[ESHARP\].* npm ci/);
});
