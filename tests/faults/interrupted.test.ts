// What a kill leaves on the disk, at every moment between two of its changes. The publication runs once, and keeps what it would
// leave before each change; kill.test.ts really kills it.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recover } from "../../src/build/output/publish.ts";
import { Bench, leftovers, seeded } from "./harness.ts";
import { publishSample, type Keep } from "./publication.ts";
import { versionOf } from "./sample-site.ts";

const PAGES = 5;
let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => {
  bench.remove();
});

interface Where {
  where: string;
  keep: Keep;
  /** Files that are not Carnet's: they must be unchanged after each repair. */
  foreign?: Record<string, string>;
  /** Number of versions from one site to the next: by default, files come and go, and a file becomes a folder. */
  step?: number;
}

const PLACES: Where[] = [
  // Does all that a publication does of which no file stays, and makes links.
  { where: "a folder of which some files stay", keep: "keep" },
  // A step that adds and removes no file.
  { where: "a folder into which few files are moved", keep: "few of many", step: 10 },
  // A step that adds and removes files, but replaces no file with a folder.
  {
    where: "a folder into which few files are moved, while others come and go",
    keep: "few of many",
    step: 2,
  },
  {
    where: "a folder of which some files stay, with other people's",
    keep: "keep",
    foreign: { CNAME: "x", "blog/own.txt": "y" },
  },
];

/** Publishes the next version over `version`, and returns the outputs that a kill would leave, before each change. */
async function interrupted(version: number, { foreign = {}, keep, step = 1 }: Where): Promise<string[]> {
  const output = join(bench.folder, `from-${String(version)}`, "_site");
  const kept = join(bench.folder, `kept-${String(version)}`);
  mkdirSync(kept);
  await publishSample({ output, version, pages: PAGES });
  for (const [name, text] of Object.entries(foreign)) writeFileSync(join(output, name), text);
  const folder = statSync(output).ino;
  bench.run(["once", output, version + step, PAGES, 0, keep], { keepIn: kept });
  // The folder is replaced, unless files are moved in.
  const isMovedIn = keep === "few of many" || Object.keys(foreign).length > 0;
  expect(statSync(output).ino === folder).toBe(isMovedIn);
  expect(versionOf(output, PAGES, Object.keys(foreign))).toBe(version + step);
  expect(leftovers(output)).toEqual([]);
  return readdirSync(kept).map((change) => join(kept, change, "_site"));
}

describe.each(PLACES)("a publication killed before each change to the disk, in $where", (place) => {
  const { foreign = {}, keep, step = 1 } = place;
  const names = Object.keys(foreign);

  // From odd to even versions, and back.
  it.each(step % 2 === 0 ? [1] : [1, 2])(
    "leaves the old or the new site, or the next command restores one and says which (from version %i)",
    async (version) => {
      const random = seeded(version);
      const outputs = await interrupted(version, place);
      // Half of the time, the repair is killed too.
      const again = outputs
        .filter(() => random() < 0.5)
        .map((output): [string, number] => [output, 1 + Math.floor(random() * 12)]);
      bench.run(["recover-each", JSON.stringify(again)]);
      const seen = { untouched: 0, old: 0, new: 0 };
      for (const first of outputs) {
        const killedTwice = again.some(([output]) => output === first);
        const second = join(`${dirname(first)}-again`, "_site");
        const output = killedTwice && existsSync(dirname(second)) ? second : first;
        const said = await recover(output);
        const now = versionOf(output, PAGES, names);
        expect([version, version + step], output).toContain(now);
        if (said !== undefined && !killedTwice) expect(now).toBe(said === "new" ? version + step : version);
        expect(textsOf(output, names)).toEqual(foreign);
        seen[said ?? "untouched"] += 1;
        // What is still left does not disturb the next build, which removes it.
        const next = Number(now) + step;
        await publishSample({ output, version: next, pages: PAGES, keep });
        expect(versionOf(output, PAGES, names), output).toBe(next);
        expect(leftovers(output)).toEqual([]);
      }
      // All three outcomes must occur, or this test proves less than it claims.
      expect(Math.min(seen.untouched, seen.old, seen.new)).toBeGreaterThan(0);
    },
  );
});

function textsOf(output: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(output, name), "utf8")]));
}
