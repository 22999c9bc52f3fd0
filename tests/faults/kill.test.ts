import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { recover } from "../../src/build/output/publish.ts";
import { Bench, leftovers, seeded } from "./harness.ts";
import type { Keep } from "./publication.ts";
import { versionOf } from "./sample-site.ts";

const PAGES = 5;
let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => {
  bench.remove();
});

/** Files that are not Carnet's: they must be unchanged after each repair. */
function foreignOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(bench.output, name), "utf8")]));
}

/** Places where interrupted.test.ts cannot look: a thread changes the disk too, or a copy is not the same place. */
const PLACES: { where: string; keep?: Keep; arrange?: (context: TestContext) => void }[] = [
  {
    where: "a mounted disk",
    arrange: (context) => {
      bench.mount(context, ["-t", "tmpfs", "tmpfs"], bench.output);
    },
  },
];

describe.each(PLACES)(
  "a publication killed before each change to the disk, in $where",
  ({ where, arrange, keep = "" }) => {
    it(
      "leaves the old or the new site, or the next command restores one and says which",
      { timeout: 180_000 },
      async (context) => {
        arrange?.(context);
        const random = seeded(1);
        let version = 1;
        bench.run(["once", bench.output, version, PAGES]);
        const seen = { untouched: 0, old: 0, new: 0 };
        for (let change = 1; ; change += 1) {
          const folder = statSync(bench.output).ino;
          const { signal } = bench.run(["once", bench.output, version + 1, PAGES, 0, keep], {
            killBefore: change,
          });
          if (signal === null) {
            // The folder is replaced, unless files are moved in.
            expect(statSync(bench.output).ino === folder).toBe(where === "a mounted disk");
            break;
          }
          // Half of the time, the repair is killed too.
          const killedTwice = random() < 0.5;
          if (killedTwice)
            bench.run(["recover", bench.output], { killBefore: 1 + Math.floor(random() * 12) });
          const said = await recover(bench.output);
          const now = versionOf(bench.output, PAGES);
          expect([version, version + 1], `killed before change ${String(change)}`).toContain(now);
          if (said !== undefined && !killedTwice) expect(now).toBe(said === "new" ? version + 1 : version);
          seen[said ?? "untouched"] += 1;
          if (typeof now === "number") version = now;
        }
        expect(versionOf(bench.output, PAGES)).toBe(version + 1);
        expect(leftovers(bench.output)).toEqual([]);
        // All three outcomes must occur, or this test proves less than it claims.
        expect(Math.min(seen.untouched, seen.old, seen.new)).toBeGreaterThan(0);
      },
    );
  },
);

/** Few of each kind: the moments between two changes are all above, these are within one and between threads. */
const KILLS = 12;

describe.each([
  { foreign: [], keep: "" },
  { foreign: ["CNAME"], keep: "" },
  { foreign: [], keep: "few of many" },
])(
  `a publication killed ${String(KILLS)} times at random moments (foreign files: $foreign, files that stay: $keep)`,
  ({ foreign, keep }) => {
    it("leaves the old or the new site, or the next command restores one", { timeout: 120_000 }, async () => {
      const random = seeded(foreign.length + 7);
      const pages = 300;
      let version = 1;
      bench.run(["once", bench.output, version, pages]);
      for (const name of foreign) writeFileSync(join(bench.output, name), "x");
      for (let round = 0; round < KILLS; round += 1) {
        const child = bench.start(["loop", bench.output, version + 1, pages, 0, keep]);
        let last = version;
        child.stdout?.on("data", (data: Buffer) => {
          for (const line of data.toString().split("\n"))
            last = Number(/^published (\d+)/.exec(line)?.[1] ?? last);
        });
        await sleep(60 + random() * 200);
        child.kill("SIGKILL");
        await once(child, "close");
        await recover(bench.output);
        const now = versionOf(bench.output, pages, foreign);
        expect([last, last + 1], `round ${String(round)}`).toContain(now);
        expect(foreignOf(foreign)).toEqual(Object.fromEntries(foreign.map((name) => [name, "x"])));
        version = Number(now);
      }
      bench.run(["once", bench.output, version + 1, pages]);
      expect(leftovers(bench.output)).toEqual([]);
    });
  },
);
