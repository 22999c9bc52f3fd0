// An output folder for tests of publication: what they write to it, and what they read from it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach } from "vitest";
import { asMachineError, type MachineError } from "../../../../src/build/machine-error.ts";
import { writeFiles, type Files } from "../../../support/files.ts";
import { publish, type Publishing } from "../../../support/publish.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

/** The folder that holds the output, and nothing else unless a test writes it. */
export let parent = "";
export let output = "";

/** Each test of the file that calls this gets a folder of its own, without output. */
export function usesOutputFolder(): void {
  beforeEach(() => {
    parent = scratchFolder();
    output = join(parent, "_site");
  });
}

/** Every file of a folder and its text, without Carnet's own list. */
export function read(folder = output): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isDirectory() && path !== ".carnet") files[path] = readFileSync(join(folder, path), "utf8");
  }
  return files;
}

/** Publishes these files, and those of `kept` as they are. */
export const put = (
  files: Files,
  kept: readonly string[] = [],
  how: Publishing = {},
): ReturnType<typeof publish> => publish(output, (folder) => (writeFiles(folder, files), kept), how);

/** The error of a publication that must fail on the machine. */
export async function failure(work: Promise<unknown>): Promise<MachineError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const machine = asMachineError(error);
  if (!machine) throw new Error(`expected a failure of the machine, got ${String(error)}`);
  return machine;
}
