// After any edits, a build that reuses what an earlier one left must give the same files, bytes and messages as a clean build.
// A few sequences run here, from fixed seeds; `node tests/edits.mjs` runs many.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { built, write } from "../support/built-site.ts";
import { memoryOf } from "../support/in-process.ts";
import { expectSameFiles, scratchFolder, SEEDS, writeCold } from "../support/edit-sequences.ts";
import { FIRST_MOMENT, laterMoment } from "../support/random-clock.ts";
import {
  bareSite,
  createRandom,
  EDITS,
  firstSite,
  type Random,
  type SiteFiles,
} from "../support/random-site.ts";

/** Number of edits in a sequence, each followed by a build. */
const LENGTH = 8;

const scratch = scratchFolder("edits");

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
  it.each(SEEDS)(
    "is the same as a clean build (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      // Not for all, since indexing takes longer than all the rest.
      const search = seed % 2 === 1;
      const warm = join(scratch, `warm-${String(seed)}`);
      const memory = memoryOf(warm);
      let files: SiteFiles = new Map();
      const isBare = seed % 2 === 0;
      const past = [await (isBare ? bareSite() : firstSite())];
      const done: string[] = [];
      let next: SiteFiles = past[0] ?? files;
      let now = FIRST_MOMENT;
      for (let turn = 0; turn <= LENGTH; turn++) {
        write(warm, next, files);
        files = next;
        // Built from the sources alone.
        const cold = join(scratch, `cold-${String(seed)}-${String(turn)}`);
        writeCold(cold, files, turn > 0 ? warm : undefined);
        // Rendered by Eleventy, which the other build avoids for as long as it can.
        if (isBare) write(cold, new Map([...OWNER, ...files]), files);
        const clean = await built(cold, { now, search });
        // A preview of the same folder verifies no page: what it leaves must not count as verified.
        if (random.number(4) === 0) await built(warm, { now, memory, search, preview: true });
        const after = await built(warm, { now, memory, search });
        const where = `seed ${String(seed)}: ${done.join(", ")}`;
        expect(after.told, where).toBe(clean.told);
        expectSameFiles(after.files, clean.files, where);
        rmSync(cold, { recursive: true, force: true });
        past.push(files);
        const [name, changed] = await edited(files, past, random, turn);
        next = changed;
        now = laterMoment(random, now);
        done.push(`${name} (${now})`);
      }
    },
    // A sequence that ran on during the next would break both, since a process has one working directory.
    600_000,
  );
});
