// Built sites for tests that only read them: identical sites are built once in a run of tests, then copied.
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
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

/** Runs before the first test; the function that it returns runs after the last one. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "carnet-built-"));
  provide("builtSites", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Makes a built site, which a test may change. If the build fails, throws what the command printed. */
export function makeBuiltSite(files: Files, args: readonly string[] = []): TestSite {
  const site = makeSite(files);
  const kept = join(inject("builtSites"), keyOf(files, args));
  if (existsSync(kept)) cpSync(kept, site.root, { recursive: true, preserveTimestamps: true });
  else {
    const { status, stdout, stderr } = site.carnet(["build", ...args]);
    if (status !== 0) throw new Error(`The site is not built: ${stderr}${stdout}`);
    keep(site.root, kept);
  }
  return site;
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
