// Shared by the tests of random edits: seeds, a folder for sites, saves of texts, and the comparison of two sites.
// A site built from what an earlier build left must be byte for byte the same as a clean build.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { write } from "./built-site.ts";
import { EDITS, SAVES, type Random, type SiteFiles } from "./random-site.ts";

const FIRST = Number(process.env["CARNET_SEED"] ?? "1");

/** The same in every run; `node tests/edits.mjs` asks for more. */
export const SEEDS: readonly number[] = Array.from(
  { length: Number(process.env["CARNET_SEQUENCES"] ?? "3") },
  (_, i) => FIRST + i,
);

/** A folder that is removed after the last test of the file. */
export function scratchFolder(name: string): string {
  const scratch = mkdtempSync(join(tmpdir(), `carnet-${name}-`));
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });
  return scratch;
}

/** Returns what one or two random edits did, and the files after them: mostly changes to bodies, sometimes any edit. */
export async function saved(files: SiteFiles, random: Random, turn: number): Promise<[string, SiteFiles]> {
  const next = new Map(files);
  const kinds = random.number(6) === 0 ? EDITS : SAVES;
  const names = Array.from({ length: 1 + random.number(2) }, () => random.pick(Object.keys(kinds)));
  for (const name of names) await kinds[name]?.(next, random, turn);
  return [names.join(" and "), next];
}

/** Writes a site with no cache but the pictures of another one, which take longest. */
export function writeCold(cold: string, files: SiteFiles, warm?: string): void {
  write(cold, files, new Map());
  if (warm !== undefined)
    cpSync(join(warm, ".cache/pictures"), join(cold, ".cache/pictures"), { recursive: true });
}

/** Expects the same files with the same content; a site with errors has none. */
export function expectSameFiles(
  is: ReadonlyMap<string, string> = new Map(),
  should: ReadonlyMap<string, string> = new Map(),
  where: string,
): void {
  expect([...is.keys()], where).toEqual([...should.keys()]);
  // Compared as a boolean: a diff of whole pages would not help.
  for (const [file, text] of should) expect(is.get(file) === text, `${file}, ${where}`).toBe(true);
}
