// An output folder for tests of publication: what they write to it, and what they read from it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach } from "vitest";
import { MachineError } from "../../../../src/build/machine/machine-error.ts";
import { publish } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

export type Files = Record<string, string>;

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
export function read(folder: string): Files {
  const files: Files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isDirectory() && path !== ".carnet") files[path] = readFileSync(join(folder, path), "utf8");
  }
  return files;
}

/** A renderer that writes these files, and leaves those of `kept` as they are. */
export function writes(
  files: Files,
  kept: readonly string[] = [],
): (folder: string) => Promise<readonly string[]> {
  return (folder) => {
    writeFiles(folder, files);
    return Promise.resolve(kept);
  };
}

export async function put(files: Files): Promise<Awaited<ReturnType<typeof publish>>> {
  return publish({ output, render: writes(files) });
}

/** The error of a publication that must fail on the machine. */
export async function failure(work: Promise<unknown>): Promise<MachineError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MachineError)) throw new Error(`expected a MachineError, got ${String(error)}`);
  return error;
}
