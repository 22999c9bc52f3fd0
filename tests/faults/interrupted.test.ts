// What a kill leaves on the disk at every moment between two changes (the publication runs once, and keeps what it would leave before
// each), and what processes do at once. command.test.ts really kills a build at random moments, disk.test.ts one on a full disk.
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recover } from "../../src/build/output/publish.ts";
import { writeFiles, type Files } from "../support/files.ts";
import { createRandom } from "../support/random-site.ts";
import { Bench, leftovers } from "./harness.ts";
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
      const random = createRandom(version);
      const again = outputs
        .filter(() => random.number(2) === 0)
        .map((one): [string, number] => [one, 1 + random.number(12)]);
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
