// The property that random edits show: a build that reuses what an earlier one stored gives the same files, bytes and messages as a
// clean build, in a process of its own like `carnet build`, or in one that goes on like `carnet dev`.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { writeFiles } from "./files.ts";
import { built, heldOf, type Built } from "./in-process.ts";
import {
  bareSite,
  createRandom,
  EDITS,
  FIRST_MOMENT,
  firstSite,
  laterMoment,
  SAVES,
  type Random,
  type SiteFiles,
} from "./random-site.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** A sequence that ran on during the next would break both, since a process has one working directory: ms. */
export const LONGEST = 600_000;

/** A configuration that changes no page, but could. */
const OWNER: SiteFiles = new Map([
  [
    ".eleventy.ts",
    'import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("unused", (text) => text);\n}\n',
  ],
]);

/** Makes a sequence of as many edits, and compares the site after each with a clean build. */
export async function expectSameAsClean(seed: number, edits = 10): Promise<void> {
  const random = createRandom(seed);
  const scratch = scratchFolder();
  const [warm, cold] = [join(scratch, "warm"), join(scratch, "cold")];
  // Not for all, since indexing takes longer than all the rest.
  const search = seed % 2 === 1;
  const isBare = seed % 2 === 0;
  let held = heldOf(warm);
  let files: SiteFiles = new Map();
  const past = [await (isBare ? bareSite() : firstSite())];
  const done: string[] = [];
  let now = FIRST_MOMENT;
  for (let turn = 0; turn <= edits; turn++) {
    const next = past.at(-1) ?? files;
    const written = [...new Set([...next.keys(), ...files.keys()])].filter(
      (file) => next.get(file) !== files.get(file),
    );
    replaceFiles(warm, next, files);
    files = next;
    replaceFiles(cold, files);
    // Pictures take longest, and change with their sources alone.
    if (turn > 0) cpSync(join(warm, ".cache/pictures"), join(cold, ".cache/pictures"), { recursive: true });
    // Rendered by Eleventy, which the other build avoids for as long as it can.
    if (isBare) replaceFiles(cold, new Map([...OWNER, ...files]), files);
    const clean = await built(cold, { now, search });
    if (random.number(2) === 0) {
      held.store.save();
      held = heldOf(warm);
    }
    // A preview of the same folder verifies no page: what it publishes must not count as verified.
    if (random.number(3) === 0) await built(warm, { now, held, search, preview: true });
    const after = await built(warm, { now, held, search, changed: written });
    expectSame(after, clean, `seed ${String(seed)}: ${done.join(", ")}`);
    rmSync(cold, { recursive: true, force: true });
    const [name, changed] = await edited(past, random, turn);
    past.push(changed);
    now = laterMoment(random, now);
    done.push(`${name} (${now})`);
  }
}

/** Replaces the files `old` of a folder with `files`, and touches no other. */
export function replaceFiles(root: string, files: SiteFiles, old: SiteFiles = new Map()): void {
  for (const file of old.keys()) if (!files.has(file)) rmSync(join(root, file));
  writeFiles(root, Object.fromEntries([...files].filter(([file, text]) => old.get(file) !== text)));
}

/** One edit of any kind, or one or two changes to bodies as while someone writes, or an earlier state. */
async function edited(
  past: readonly SiteFiles[],
  random: Random,
  turn: number,
): Promise<[string, SiteFiles]> {
  if (random.number(10) === 0) return ["go back", new Map(random.pick(past))];
  const next = new Map(past.at(-1));
  const isWriting = random.number(3) === 0;
  const names = Array.from({ length: isWriting ? 1 + random.number(2) : 1 }, () =>
    random.pick(Object.keys(isWriting ? SAVES : EDITS)),
  );
  for (const name of names) await { ...SAVES, ...EDITS }[name]?.(next, random, turn);
  return [names.join(" and "), next];
}

/** The same messages, and the same files with the same bytes; a site with errors has none. */
function expectSame(is: Built, should: Built, where: string): void {
  expect(is.told, where).toBe(should.told);
  expect([...(is.files?.keys() ?? [])], where).toEqual([...(should.files?.keys() ?? [])]);
  // Compared as a boolean: a diff of whole pages would not help.
  for (const [file, text] of should.files ?? [])
    expect(is.files?.get(file) === text, `${file}, ${where}`).toBe(true);
}
