// Built sites for tests that only read them: identical sites are built once in a run of tests, then copied.
import { createHash, randomUUID } from "node:crypto";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
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
  const kept = join(inject("builtSites"), keyOf(files, args));
  if (!isKept(kept)) {
    const { status, stdout, stderr } = site.carnet(["build", ...args]);
    if (status === 0) keep(site.root, kept);
    rmSync(beingBuilt(kept), { force: true });
    if (status !== 0) throw new Error(`The site is not built: ${stderr}${stdout}`);
  } else cpSync(kept, site.root, { recursive: true, preserveTimestamps: true });
  return site;
}

const beingBuilt = (kept: string): string => `${kept}.building`;

/** As long as a test waits for another that builds the same site: if that one was stopped, it builds the site itself. */
const PATIENCE_MS = 45_000;

/** False if the caller must build the site: others wait meanwhile, since two builds of it at once would take twice as long. */
function isKept(kept: string): boolean {
  const began = Date.now();
  while (!existsSync(kept)) {
    try {
      closeSync(openSync(beingBuilt(kept), "wx"));
      return false;
    } catch {
      if (Date.now() - began > PATIENCE_MS) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  return true;
}

function keyOf(files: Files, args: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(args));
  for (const [path, content] of Object.entries(files))
    hash.update(JSON.stringify([path, Buffer.from(content).toString("base64")]));
  return hash.digest("hex");
}

/** If two test files build the same site at once, only one stores it. */
function keep(root: string, kept: string): void {
  const aside = `${kept}.${randomUUID()}`;
  cpSync(root, aside, { recursive: true, preserveTimestamps: true });
  try {
    renameSync(aside, kept);
  } catch {
    rmSync(aside, { recursive: true });
  }
}
