import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findConflicts, outputFile, writeOutput, type OutputFile } from "../../../src/importers/write.ts";

const file = (text: string): OutputFile => outputFile(() => Buffer.from(text));

it("leaves nothing of an import that fails, and can be run again", async () => {
  const dest = mkdtempSync(join(tmpdir(), "carnet-write-"));
  onTestFinished(() => {
    rmSync(dest, { recursive: true });
  });
  const failing: OutputFile = {
    digest: "",
    read: () => {
      throw new Error("ENOSPC");
    },
  };
  const output = new Map([["content/posts/a.md", file("a")]]);
  const torn = new Map([...output, ["content/pages/b.md", failing]]);
  await expect(writeOutput(dest, torn, () => undefined)).rejects.toThrow("ENOSPC");
  expect(readdirSync(dest)).toEqual([]);
  expect(findConflicts(dest, output)).toEqual({ edited: [], foreign: [] });
  await writeOutput(dest, output, () => undefined);
  await expect(writeOutput(dest, torn, () => undefined)).rejects.toThrow("ENOSPC");
  expect(existsSync(join(dest, "content/posts/a.md"))).toBe(true);
});
