import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchSite, type SiteWatcher } from "../../../src/eleventy/watch.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const FILE = "content/posts/été.md";

let root: string;
let watcher: SiteWatcher;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "watch-"));
  mkdirSync(join(root, "content/posts"), { recursive: true });
  save(FILE);
  watcher = await watchSite(root, () => undefined);
});
afterEach(async () => {
  await watcher.stop();
  rmSync(root, { recursive: true, force: true });
});

function save(file: string, text = "a"): void {
  writeFileSync(join(root, file), text);
}

/** The changes given to each call; a call lasts until `work` is done. */
function started(work: () => Promise<void> = () => Promise.resolve()): string[][] {
  const calls: string[][] = [];
  watcher.start((changed) => {
    calls.push([...changed].sort());
    return work();
  });
  return calls;
}

/** On a busy machine, one burst may cause two calls. */
const expectCalls = (calls: string[][], expected: string[]): Promise<void> =>
  vi.waitFor(
    () => {
      expect([...new Set(calls.flat())].sort()).toEqual(expected);
    },
    { timeout: 5000 },
  );

/** Long enough for what is not to be reported. */
const settled = (): Promise<void> => setTimeout(300);

describe("a save", () => {
  it("is reported under the paths that the site uses; of a file that is renamed, under both names", async () => {
    const calls = started();
    save(FILE, "b");
    save(FILE, "bc");
    save("content/site.yaml");
    await expectCalls(calls, [FILE, "content/site.yaml"]);
    calls.length = 0;
    renameSync(join(root, FILE), join(root, "content/posts/b.md"));
    await expectCalls(calls, ["content/posts/b.md", FILE]);
  });

  it.each([
    ...[
      "été.md~",
      ".été.md.swp",
      ".été.md.swo",
      "été.md.crswap",
      ".goutputstream-A1B2C3",
      "été.md___jb_tmp___",
    ],
  ])("by way of %s is reported for the text alone", async (name) => {
    const calls = started();
    save(`content/posts/${name}`, "b");
    await settled();
    renameSync(join(root, "content/posts", name), join(root, FILE));
    await expectCalls(calls, [FILE]);
  });

  it("of data or of the configuration is reported, but not of files that are no part of the site", async () => {
    for (const folder of ["_site", "content/.git", "_data"]) mkdirSync(join(root, folder));
    const calls = started();
    for (const file of ["README.md", "_site/index.html", "content/.git/HEAD"]) save(file);
    save("_data/a.json");
    save(".eleventy.ts");
    await expectCalls(calls, [".eleventy.ts", "_data", "_data/a.json"]);
  });

  it("before the start is reported at the start", async () => {
    save(FILE, "b");
    await settled();
    await expectCalls(started(), [FILE]);
  });

  it("during a call is reported to the next one, which begins only after the first ends", async () => {
    let end = (): void => undefined;
    const calls = started(() => new Promise((resolve) => (end = resolve)));
    save(FILE, "b");
    await expectCalls(calls, [FILE]);
    save("content/site.yaml");
    await settled();
    expect(calls).toEqual([[FILE]]);
    end();
    await expectCalls(calls, [FILE, "content/site.yaml"]);
    end();
  });
});

it("what an owner's code imports or asks for is watched, a pattern from its first plain folder, but not what is made", async () => {
  const beside = scratchFolder();
  for (const folder of ["data", "extra/css", "_site", "node_modules/x", "lib"])
    mkdirSync(join(root, folder), { recursive: true });
  save("lib/a.ts");
  watcher.follow(["./data/", "extra/**/*.css", "**/*.txt", "_site/", ".", "..", "node_modules/x", "content"]);
  watcher.follow(["lib/a.ts", join(root, "data"), `${beside}/*.txt`]);
  const calls = started();
  await settled();
  for (const file of ["_site/a.txt", "node_modules/x/a.txt", "lib/b.ts"]) save(file);
  for (const file of ["data/x.txt", "extra/css/y.css", "lib/a.ts"]) save(file, "b");
  writeFileSync(join(beside, "z.txt"), "");
  const expected = [`../${basename(beside)}/z.txt`, "data/x.txt", "extra/css/y.css", "lib/a.ts"];
  await expectCalls(calls, expected);
  await settled();
  await expectCalls(calls, expected);
});
