import { appendFileSync } from "node:fs";
import type { TestContext } from "vitest";

/** Skips a test that this machine cannot run, and says so in its result and in the file that CARNET_NOT_RUN names. */
export function notRun(context: TestContext, reason: string): never {
  const file = process.env["CARNET_NOT_RUN"];
  if (file !== undefined && file !== "") appendFileSync(file, `${context.task.name}: ${reason}\n`);
  context.skip(`not run: ${reason}`);
}
