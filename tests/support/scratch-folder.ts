// A folder for one test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeFiles, type Files } from "./files.ts";

/** A folder with these files, which is removed when the test ends. */
export function scratchFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "carnet-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFiles(folder, files);
  return folder;
}
