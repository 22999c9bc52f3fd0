// What a kill leaves on the disk: at every moment between two changes (the publication runs once, and keeps what it would leave before
// each), and at random moments of a process that is really killed; and what two processes do at once.
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recover } from "../../src/build/output/publish.ts";
import { writeFiles, type Files } from "../support/files.ts";
import { Bench, leftovers, seeded } from "./harness.ts";
import { publishSample, versionOf } from "./sample-site.ts";

const PAGES = 5;
let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => {
  bench.remove();
});

const textsOf = (output: string, names: readonly string[]): Files =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(output, name), "utf8")]));

const FOREIGN: Files = { CNAME: "x", "blog/own.txt": "y" };

describe.each<[string, Files]>([
  ["a folder", {}],
  ["a folder with other people's files", FOREIGN],
])("a publication killed before each change to the disk, in %s", (_, foreign) => {
  const names = Object.keys(foreign);

  // From odd to even versions, and back: files come and go, some stay, a file becomes a folder and a folder a file.
  it.each([1, 2])(
    "leaves the old or the new site, or the next command restores one and says which (from version %i)",
    async (version) => {
      const output = join(bench.folder, "from", "_site");
      const kept = join(bench.folder, "kept");
      mkdirSync(kept);
      await publishSample(output, version, PAGES);
      writeFiles(output, foreign);
      const folder = statSync(output).ino;
      bench.run(["once", output, version + 1, PAGES, "keep"], { keepIn: kept });
      // The folder is replaced, unless it holds files of others.
      expect(statSync(output).ino === folder).toBe(names.length > 0);
      expect(versionOf(output, PAGES, names)).toBe(version + 1);
      expect(leftovers(output)).toEqual([]);
      const outputs = readdirSync(kept).map((change) => join(kept, change, "_site"));

      // Half of the time, the repair is killed too.
      const random = seeded(version);
      const again = outputs
        .filter(() => random() < 0.5)
        .map((one): [string, number] => [one, 1 + Math.floor(random() * 12)]);
      bench.run(["recover-each", JSON.stringify(again)]);
      const seen = { untouched: 0, old: 0, new: 0 };
      for (const first of outputs) {
        const isTwice = again.some(([one]) => one === first);
        const second = join(`${dirname(first)}-again`, "_site");
        const left = isTwice && existsSync(dirname(second)) ? second : first;
        const said = await recover(left);
        const now = versionOf(left, PAGES, names);
        expect([version, version + 1], left).toContain(now);
        if (said !== undefined && !isTwice) expect(now).toBe(said === "new" ? version + 1 : version);
        expect(textsOf(left, names)).toEqual(foreign);
        seen[said ?? "untouched"] += 1;
        // What is still left does not disturb the next build, which removes it.
        const next = Number(now) + 1;
        await publishSample(left, next, PAGES, { keeps: true });
        expect(versionOf(left, PAGES, names), left).toBe(next);
        expect(leftovers(left)).toEqual([]);
      }
      // All three outcomes must occur, or this test proves less than it claims.
      expect(Math.min(seen.untouched, seen.old, seen.new)).toBeGreaterThan(0);
    },
  );
});

it(
  "a publication killed before each change to a mounted disk is restored",
  { timeout: 180_000 },
  async (context) => {
    bench.mount(context, ["-t", "tmpfs", "tmpfs"], bench.output);
    const random = seeded(1);
    let version = 1;
    bench.run(["once", bench.output, version, PAGES]);
    for (let change = 1; ; change += 1) {
      const { signal } = bench.run(["once", bench.output, version + 1, PAGES, "keep"], {
        killBefore: change,
      });
      if (signal === null) break;
      if (random() < 0.5) bench.run(["recover", bench.output], { killBefore: 1 + Math.floor(random() * 12) });
      await recover(bench.output);
      const now = versionOf(bench.output, PAGES);
      expect([version, version + 1], `killed before change ${String(change)}`).toContain(now);
      version = Number(now);
    }
    expect(versionOf(bench.output, PAGES)).toBe(version + 1);
    expect(leftovers(bench.output)).toEqual([]);
  },
);

/** Few of each kind: the moments between two changes are all above, these are within one. */
const KILLS = 12;

describe.each<[string, Files]>([
  ["a folder", {}],
  ["a folder with other people's files", { CNAME: "x" }],
])(`a publication killed ${String(KILLS)} times at random moments, in %s`, (_, foreign) => {
  it("leaves the old or the new site, or the next command restores one", { timeout: 120_000 }, async () => {
    const names = Object.keys(foreign);
    const random = seeded(names.length + 7);
    const pages = 300;
    let version = 1;
    bench.run(["once", bench.output, version, pages]);
    writeFiles(bench.output, foreign);
    for (let round = 0; round < KILLS; round += 1) {
      const child = bench.start(["loop", bench.output, version + 1, pages, "keep"]);
      let last = version;
      child.stdout?.on("data", (data: Buffer) => {
        for (const line of data.toString().split("\n"))
          last = Number(/^published (\d+)/.exec(line)?.[1] ?? last);
      });
      await sleep(60 + random() * 200);
      child.kill("SIGKILL");
      await once(child, "close");
      await recover(bench.output);
      const now = versionOf(bench.output, pages, names);
      expect([last, last + 1], `round ${String(round)}`).toContain(now);
      expect(textsOf(bench.output, names)).toEqual(foreign);
      version = Number(now);
    }
    bench.run(["once", bench.output, version + 1, pages]);
    expect(leftovers(bench.output)).toEqual([]);
  });
});

it.each(["without", "with"])(
  "four builds started at once publish one after the other, %s the lock of a dead process",
  async (lock) => {
    const www = join(bench.folder, "www");
    if (lock === "with") symlinkSync("4194304 1", join(www, "._site.carnet-lock"));
    const children = [1, 2, 3, 4].map((version) => bench.start(["together", bench.output, version, 50]));
    await Promise.all(children.map((child) => once(child, "close")));
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect([1, 2, 3, 4]).toContain(versionOf(bench.output, 50));
    expect(readdirSync(www)).toEqual(["_site"]);
  },
);
