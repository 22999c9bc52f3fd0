import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { isDecodable } from "../../../src/images/derive.ts";
import { errorOf, failedOf } from "../../../src/build/machine/failed.ts";
import { describeMachineError } from "../../../src/cli/machine.ts";
import { siteRoot } from "../content/site-root.ts";

vi.mock("sharp", () => {
  throw new Error('Could not load the "sharp" module using the linux-x64 runtime');
});

it("a machine without its own program of sharp is told what to install, and no picture is taken for broken", async () => {
  const file = join(siteRoot({}), "a.png");
  writeFileSync(file, "x");
  const error: unknown = await isDecodable(file, false).catch((thrown: unknown) => thrown);
  // As it comes from the process that makes pictures.
  const told = errorOf(failedOf(error));
  expect(describeMachineError(told, "en")).toMatch(/\(sharp\) is not installed .* npm ci/);
  expect(describeMachineError(told, "fr")).toMatch(/\(sharp\) n’est pas installé .* npm ci/);
});
