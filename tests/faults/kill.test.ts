import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { recover } from "../../src/build/output/publish.ts";
import { Bench, seeded } from "./harness.ts";
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

interface Where {
  where: string;
  foreign: Record<string, string>;
  arrange: (context: TestContext) => void;
  /** How files that do not change are kept; by default, they are written again. */
  keep?: "keep" | "by a thread" | "few of many";
  /** Number of versions from one site to the next. */
  step?: number;
}

/** A step that adds and removes no file. */
const SAME_FILES = 10;
/** A step that adds and removes files, but replaces no file with a folder. */
const NO_EXCHANGE = 2;

const PLACES: Where[] = [
  // Does all that a publication does of which no file stays, and makes links.
  { where: "a folder of which some files stay", foreign: {}, arrange: () => undefined, keep: "keep" },
  {
    where: "a folder of which some files stay, by a thread",
    foreign: {},
    arrange: () => undefined,
    keep: "by a thread",
  },
  {
    where: "a folder into which few files are moved",
    foreign: {},
    arrange: () => undefined,
    keep: "few of many",
    step: SAME_FILES,
  },
  {
    where: "a folder into which few files are moved, while others come and go",
    foreign: {},
    arrange: () => undefined,
    keep: "few of many",
    step: NO_EXCHANGE,
  },
  {
    where: "a folder of which some files stay, with other people's",
    foreign: { CNAME: "x", "blog/own.txt": "y" },
    arrange: () => undefined,
    keep: "keep",
  },
  {
    where: "a mounted disk",
    foreign: {},
    arrange: (context) => {
      bench.mount(context, ["-t", "tmpfs", "tmpfs"], bench.output);
    },
  },
];

describe.each(PLACES)(
  "a publication killed before each change to the disk, in $where",
  ({ where, foreign, arrange, keep = "", step = 1 }) => {
    it(
      "leaves the old or the new site, or the next command restores one and says which",
      { timeout: 180_000 },
      async (context) => {
        arrange(context);
        const random = seeded(1);
        const names = Object.keys(foreign);
        let version = 1;
        bench.run(["once", bench.output, version, PAGES]);
        for (const name of names) writeFileSync(join(bench.output, name), foreign[name] ?? "");
        const seen = { untouched: 0, old: 0, new: 0 };
        for (let change = 1; ; change += 1) {
          const folder = statSync(bench.output).ino;
          const { signal } = bench.run(["once", bench.output, version + step, PAGES, 0, keep], {
            killBefore: change,
          });
          if (signal === null) {
            // The folder is replaced, unless files are moved in.
            const isMovedIn = keep === "few of many" || names.length > 0 || where === "a mounted disk";
            expect(statSync(bench.output).ino === folder).toBe(isMovedIn);
            break;
          }
          // Half of the time, the repair is killed too.
          const killedTwice = random() < 0.5;
          if (killedTwice)
            bench.run(["recover", bench.output], { killBefore: 1 + Math.floor(random() * 12) });
          const said = await recover(bench.output);
          const now = versionOf(bench.output, PAGES, names);
          expect([version, version + step], `killed before change ${String(change)}`).toContain(now);
          if (said !== undefined && !killedTwice) expect(now).toBe(said === "new" ? version + step : version);
          expect(foreignOf(names)).toEqual(foreign);
          seen[said ?? "untouched"] += 1;
          if (typeof now === "number") version = now;
        }
        expect(versionOf(bench.output, PAGES, names)).toBe(version + step);
        expect(leftovers()).toEqual([]);
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
  { foreign: [], keep: "by a thread" },
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
      expect(leftovers()).toEqual([]);
    });
  },
);

/** Temporary files that Carnet left beside or in the output. */
function leftovers(): string[] {
  const own = (name: string): boolean => name.includes(".carnet");
  return [
    ...readdirSync(dirname(bench.output)).filter(own),
    ...readdirSync(bench.output).filter((name) => own(name) && name !== ".carnet"),
  ];
}
