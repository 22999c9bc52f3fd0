// Sites that tests look at without a question to the build: of those alike, one is built for a whole run of tests, and copied.
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { makeSite, type Files, type TestSite } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Absolute path of the folder of those that are built. */
    builtSites: string;
  }
}

/** Before the first test; what it gives back is called after the last one. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "carnet-built-"));
  provide("builtSites", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Makes a site root and builds it; a test may change it as it likes. Fails with what the command says where it is refused. */
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

/** Of two files of tests that build the same site at once, one keeps it. */
function keep(root: string, kept: string): void {
  const aside = `${kept}.${randomUUID()}`;
  cpSync(root, aside, { recursive: true, preserveTimestamps: true });
  try {
    renameSync(aside, kept);
  } catch {
    rmSync(aside, { recursive: true });
  }
}
