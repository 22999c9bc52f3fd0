import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
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
  watcher = await watchSite(root, () => undefined, Date.now);
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
const told = async (calls: string[][], expected: string[]): Promise<void> =>
  vi.waitFor(
    () => {
      expect([...new Set(calls.flat())].sort()).toEqual(expected);
    },
    { timeout: 5000 },
  );

const toldAmong = async (calls: string[][], file: string): Promise<void> =>
  vi.waitFor(
    () => {
      expect(calls.flat()).toContain(file);
    },
    { timeout: 5000 },
  );

describe("a save", () => {
  it("of a file that .eleventy.ts imports anew is reported if it comes before that file is watched", async () => {
    mkdirSync(join(root, "lib"));
    save("lib/plus.ts", "export const plus = 1;\n");
    save(".eleventy.ts", 'import { plus } from "./lib/plus.ts";\nexport default () => plus;\n');
    let isBuilt = false;
    const calls = started(async () => {
      if (!isBuilt) save("lib/plus.ts", "export const plus = 2;\n");
      isBuilt = true;
      await watcher.follow([]);
    });
    save(FILE, "b");
    await toldAmong(calls, "lib/plus.ts");
  });
  it("is reported under the paths that the site uses", async () => {
    const calls = started();
    save(FILE, "b");
    save(FILE, "bc");
    save("content/site.yaml");
    await told(calls, [FILE, "content/site.yaml"]);
  });

  it.each([
    "été.md~",
    ".été.md.swp",
    ".été.md.swo",
    "été.md.crswap",
    ".goutputstream-A1B2C3",
    "été.md___jb_tmp___",
  ])("by way of %s is reported for the text alone", async (name) => {
    const calls = started();
    save(`content/posts/${name}`, "b");
    await new Promise((resolve) => setTimeout(resolve, 200));
    renameSync(join(root, "content/posts", name), join(root, FILE));
    await told(calls, [FILE]);
  });

  it("of data or of the configuration is reported, but not of files that are no part of the site", async () => {
    mkdirSync(join(root, "_site"));
    mkdirSync(join(root, "content/.git"));
    const calls = started();
    for (const file of ["README.md", "_site/index.html", "content/.git/HEAD"]) save(file);
    mkdirSync(join(root, "_data"));
    save("_data/a.json");
    save(".eleventy.ts");
    await told(calls, [".eleventy.ts", "_data", "_data/a.json"]);
  });

  it("that renames a file is reported under both names", async () => {
    const calls = started();
    renameSync(join(root, FILE), join(root, "content/posts/b.md"));
    await told(calls, ["content/posts/b.md", FILE]);
  });

  it("before the start is reported at the start", async () => {
    save(FILE, "b");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await told(started(), [FILE]);
  });

  it("during a call is reported to the next one, which begins only after the first ends", async () => {
    let end = (): void => undefined;
    const calls = started(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    save(FILE, "b");
    await told(calls, [FILE]);
    save("content/site.yaml");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls).toEqual([[FILE]]);
    end();
    await told(calls, [FILE, "content/site.yaml"]);
    end();
  });
});

describe("a folder that another one replaces at once", () => {
  const POSTS = "content/posts";

  it("is still watched", async () => {
    const calls = started();
    rmSync(join(root, POSTS), { recursive: true });
    mkdirSync(join(root, POSTS));
    save(FILE, "b");
    await vi.waitFor(
      () => {
        expect(calls.flat()).toContain(FILE);
      },
      { timeout: 5000 },
    );
    calls.length = 0;
    save(FILE, "bc");
    await told(calls, [FILE]);
    calls.length = 0;
    save(`${POSTS}/b.md`);
    await told(calls, [`${POSTS}/b.md`]);
  });
});

describe("a file that the configuration imports", () => {
  it("is watched, also while the configuration has an error, until it is no longer imported", async () => {
    mkdirSync(join(root, "lib"));
    save("lib/a.ts", "export const a = 1;");
    save(".eleventy.ts", 'import { a } from "./lib/a.ts";\nexport default () => a;');
    await watcher.follow([]);
    save(".eleventy.ts", "let x = ;");
    await watcher.follow([]);
    const calls = started();
    save("lib/a.ts", "export const a = 2;");
    await toldAmong(calls, "lib/a.ts");
    save(".eleventy.ts", "export default () => undefined;");
    await watcher.follow([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    calls.length = 0;
    save("lib/a.ts", "export const a = 3;");
    await new Promise((resolve) => setTimeout(resolve, 300));
    save(FILE, "b");
    await toldAmong(calls, FILE);
    expect(calls.flat()).not.toContain("lib/a.ts");
  });
});

describe("a file that a configuration with an error imports", () => {
  it.each([
    ["does not compile", "export const a = ;", "lib/a.ts"],
    ["fails", "throw new Error('x');", "lib/a.ts"],
  ])("is watched when it %s, even if it never was before", async (_, text, file) => {
    mkdirSync(join(root, "lib"));
    save(file, text);
    save(
      ".eleventy.ts",
      `import { a } from "./${file.replace(/^lib\/a\.ts$/, "lib/a")}";\nexport default () => a;`,
    );
    await watcher.follow([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const calls = started();
    mkdirSync(join(root, file, ".."), { recursive: true });
    save(file, "export const a = 1;");
    await toldAmong(calls, file);
    await watcher.follow([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    calls.length = 0;
    save(file, "export const a = 2;");
    await toldAmong(calls, file);
  });
});

describe("what an owner's code asks to watch", () => {
  it("is watched, a pattern from its first plain folder, except output and installed packages", async () => {
    for (const folder of ["data", "extra/css", "_site", "node_modules/x", "lib"])
      mkdirSync(join(root, folder), { recursive: true });
    await watcher.follow([
      "./data/",
      "extra/**/*.css",
      "**/*.txt",
      "_site/",
      ".",
      "..",
      "node_modules/x",
      "content",
    ]);
    const calls = started();
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const file of ["_site/a.txt", "node_modules/x/a.txt", "lib/a.txt", "data/x.txt", "extra/css/y.css"])
      save(file);
    await told(calls, ["data/x.txt", "extra/css/y.css"]);
    expect(new Set(calls.flat())).toEqual(new Set(["data/x.txt", "extra/css/y.css"]));
  });

  it("is also watched by its absolute path, inside the site and beside it", async () => {
    const beside = scratchFolder();
    mkdirSync(join(root, "data"));
    await watcher.follow([join(root, "data"), `${beside}/*.txt`]);
    const calls = started();
    await new Promise((resolve) => setTimeout(resolve, 300));
    save("data/x.txt");
    writeFileSync(join(beside, "y.txt"), "");
    await told(calls, [`../${basename(beside)}/y.txt`, "data/x.txt"]);
  });
});
