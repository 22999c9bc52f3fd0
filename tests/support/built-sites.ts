// Built sites for tests that only read them: identical sites are built once in a run of tests, then copied.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { textOf } from "../../src/build/digest.ts";
import { digestOf } from "../../src/files.ts";
import { makeSite, type Files, type TestSite } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Absolute path of the folder of built sites. */
    builtSites: string;
  }
}

/** Runs before the first test of each project; the function that it returns runs after the last one of all. */
export default function setup({ provide }: TestProject): () => void {
  // The projects of a run share a process, and so what was built.
  const folder = join(tmpdir(), `carnet-built-${String(process.pid)}`);
  mkdirSync(folder, { recursive: true });
  provide("builtSites", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Makes a built site, which a test may change. If the build fails, throws what the command printed. */
export function makeBuiltSite(files: Files, args: readonly string[] = []): TestSite {
  const site = makeSite(files);
  const folder = join(inject("builtSites"), digestOf(textOf([files, args])));
  const outcome = join(folder, "outcome");
  if (isFirst(folder)) {
    let said = "The site could not be built.";
    try {
      const { status, stdout, stderr } = site.carnet(["build", ...args]);
      cpSync(site.root, join(folder, "site"), { recursive: true, preserveTimestamps: true });
      said = status === 0 ? "built" : `The site is not built: ${stderr}${stdout}`;
    } finally {
      // Whatever happens, since others wait for it.
      writeFileSync(outcome, said);
    }
  } else {
    // Two builds of it at once would take twice as long.
    while (!existsSync(outcome)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    cpSync(join(folder, "site"), site.root, { recursive: true, preserveTimestamps: true });
  }
  const said = readFileSync(outcome, "utf8");
  if (said !== "built") throw new Error(said);
  return site;
}

/** True for the only test that makes the folder of a site, and has to build it. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
