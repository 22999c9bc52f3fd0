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

/** Each burst, with the paths of its changes; each is handled until `work` is done. */
function bursts(work: () => Promise<void> = () => Promise.resolve()): string[][] {
  const seen: string[][] = [];
  void (async () => {
    for await (const changed of watcher.bursts()) {
      seen.push([...changed].sort());
      await work();
    }
  })();
  return seen;
}

/** On a busy machine, one burst may be seen as two. */
const expectBursts = (seen: string[][], expected: string[]): Promise<void> =>
  vi.waitFor(
    () => {
      expect([...new Set(seen.flat())].sort()).toEqual(expected);
    },
    { timeout: 15_000 },
  );

/** Long enough for what is not to be reported. */
const settled = (): Promise<void> => setTimeout(300);

describe("a save", () => {
  it("is reported under the paths that the site uses; of a file that is renamed, under both names", async () => {
    const seen = bursts();
    save(FILE, "b");
    save(FILE, "bc");
    save("content/site.yaml");
    await expectBursts(seen, [FILE, "content/site.yaml"]);
    seen.length = 0;
    renameSync(join(root, FILE), join(root, "content/posts/b.md"));
    await expectBursts(seen, ["content/posts/b.md", FILE]);
  });

  it.each(["été.md~", ".été.md.swp", "été.md.crswap", ".goutputstream-A1B2C3", "été.md___jb_tmp___"])(
    "by way of %s is reported for the text alone",
    async (name) => {
      const seen = bursts();
      save(`content/posts/${name}`, "b");
      await settled();
      renameSync(join(root, "content/posts", name), join(root, FILE));
      await expectBursts(seen, [FILE]);
    },
  );

  it("of data or of the configuration is reported, but not of files that are no part of the site", async () => {
    for (const folder of ["_site", "content/.git", "_data"]) mkdirSync(join(root, folder));
    const seen = bursts();
    for (const file of ["README.md", "_site/index.html", "content/.git/HEAD"]) save(file);
    save("_data/a.json");
    save(".eleventy.ts");
    await expectBursts(seen, [".eleventy.ts", "_data", "_data/a.json"]);
  });

  it("before bursts are asked for is in the first", async () => {
    save(FILE, "b");
    await settled();
    await expectBursts(bursts(), [FILE]);
  });

  it("while one is handled is in the next burst, which comes only after that", async () => {
    let end = (): void => undefined;
    const seen = bursts(() => new Promise((resolve) => (end = resolve)));
    save(FILE, "b");
    await expectBursts(seen, [FILE]);
    save("content/site.yaml");
    await settled();
    expect(seen).toEqual([[FILE]]);
    end();
    await expectBursts(seen, [FILE, "content/site.yaml"]);
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
  const seen = bursts();
  for (const file of ["_site/a.txt", "node_modules/x/a.txt", "lib/b.ts"]) save(file);
  const expected = [`../${basename(beside)}/z.txt`, "data/x.txt", "extra/css/y.css", "lib/a.ts"];
  // The folders are looked through first: a save before the end of that is not noticed.
  for (let tries = 0; new Set(seen.flat()).size < expected.length && tries < 30; tries++) {
    for (const file of expected) save(file, String(tries));
    await settled();
  }
  await expectBursts(seen, expected);
  await settled();
  await expectBursts(seen, expected);
});
