// After any edits, a build that starts from what an earlier one left gives what a build from nothing gives: no byte, no file
// and no message more or less. `node tests/edits.mjs` runs many sequences; here a few, from seeds that are always the same.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BuildMemory } from "../../src/build/build-memory.ts";
import { built, write } from "../support/built-site.ts";
import {
  bareSite,
  createRandom,
  EDITS,
  firstSite,
  type Random,
  type SiteFiles,
} from "../support/random-site.ts";

const SEQUENCES = Number(process.env["CARNET_SEQUENCES"] ?? "6");
const FIRST = Number(process.env["CARNET_SEED"] ?? "1");
/** Edits of a sequence, each followed by a build. */
const LENGTH = 8;

const scratch = mkdtempSync(join(tmpdir(), "carnet-edits-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A configuration that changes no page, but could. */
const OWNER: SiteFiles = new Map([
  [
    ".eleventy.ts",
    'import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("unused", (text) => text);\n}\n',
  ],
]);

async function edited(
  files: SiteFiles,
  past: readonly SiteFiles[],
  random: Random,
  turn: number,
): Promise<[string, SiteFiles]> {
  if (random.number(10) === 0) return ["go back", new Map(random.pick(past))];
  const name = random.pick(Object.keys(EDITS));
  const next = new Map(files);
  await EDITS[name]?.(next, random, turn);
  return [name, next];
}

describe("a build after edits", () => {
  it.each(Array.from({ length: SEQUENCES }, (_, i) => FIRST + i))(
    "is the same as one from nothing (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      // As the development server has one: what it remembers must not differ either.
      const memory = new BuildMemory();
      // The program that indexes takes longer than all the rest.
      const search = seed % 2 === 1;
      const warm = join(scratch, `warm-${String(seed)}`);
      let files: SiteFiles = new Map();
      const isBare = seed % 2 === 0;
      const past = [await (isBare ? bareSite() : firstSite())];
      const done: string[] = [];
      let next: SiteFiles = past[0] ?? files;
      for (let turn = 0; turn <= LENGTH; turn++) {
        write(warm, next, files);
        files = next;
        // In a folder of its own, with no memory but of pictures, which take longest: what the sources alone give.
        const cold = join(scratch, `cold-${String(seed)}-${String(turn)}`);
        write(cold, files, new Map());
        if (turn > 0)
          cpSync(join(warm, ".cache/pictures"), join(cold, ".cache/pictures"), { recursive: true });
        // By Eleventy, where the other one does without it for as long as it can.
        if (isBare) write(cold, new Map([...OWNER, ...files]), files);
        const clean = await built(cold, { search });
        // A preview of the same folder looks at no page: what it leaves is not to be taken for looked at.
        if (random.number(4) === 0) await built(warm, { memory, search, preview: true });
        const after = await built(warm, { memory, search });
        const where = `seed ${String(seed)}: ${done.join(", ")}`;
        expect(after.told, where).toBe(clean.told);
        expect([...(after.files?.keys() ?? [])], where).toEqual([...(clean.files?.keys() ?? [])]);
        for (const [file, text] of clean.files ?? [])
          expect(after.files?.get(file) === text, `${file}, ${where}`).toBe(true);
        rmSync(cold, { recursive: true, force: true });
        past.push(files);
        const [name, changed] = await edited(files, past, random, turn);
        done.push(name);
        next = changed;
      }
    },
    // One that ran on behind the next would make both wrong: the folder that a process stands in is one.
    600_000,
  );
});
