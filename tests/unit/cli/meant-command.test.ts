import { expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/main.ts";
import { meantCommand } from "../../../src/cli/meant-command.ts";

it.each([
  ["buid", "build"],
  ["serve", "dev"],
  ["deploy", "build"],
  ["validate", "check"],
  ["create", "init"],
  ["post", "new"],
  ["diff", "report"],
  ["ls", "list"],
  ["version", "--version"],
  ["frobnicate", undefined],
  ["constructor", undefined],
])("understands carnet %s as %s", (name, meant) => {
  expect(meantCommand(name, Object.keys(COMMANDS))).toBe(meant);
});
