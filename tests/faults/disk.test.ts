import { chmodSync, chownSync, mkdirSync, rmSync, statSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifest } from "../../src/build/output/manifest.ts";
import { recover } from "../../src/build/output/publish.ts";
import { notRun } from "../support/not-run.ts";
import { Bench } from "./harness.ts";
import { sampleSite, versionOf } from "./sample-site.ts";

const PAGES = 5;
const MANY = 500;
const NOBODY = 65534;
const ROOT = process.getuid?.() === 0;
let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => {
  bench.remove();
});

describe.each([
  { where: "in a folder of the disk", disk: "www" },
  { where: "that is the disk itself", disk: join("www", "_site") },
])("a disk that fills up, with an output $where", ({ disk }) => {
  it(
    "keeps the old site complete and reports a full disk, however little space is missing",
    { timeout: 120_000 },
    (context) => {
      const at = join(bench.folder, disk);
      bench.mount(context, ["-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs"], at);
      let version = 1;
      bench.run(["once", bench.output, version, PAGES]);
      const ended = { full: 0, published: 0 };
      for (let left = 4096; left <= 40 * 4096; left += 4 * 4096) {
        // A foreign file fills the disk but for a few pages.
        const ballast = join(at, "ballast");
        const { bavail, bsize } = statfsSync(at);
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
        const { status, stdout } = bench.run(["once", bench.output, version + 1, PAGES]);
        if (status === 3) expect(stdout).toMatch(/^disk-full ENOSPC /);
        expect(versionOf(bench.output, PAGES, ["ballast"])).toBe(status === 3 ? version : version + 1);
        ended[status === 3 ? "full" : "published"] += 1;
        if (status === 0) version += 1;
        rmSync(ballast);
      }
      expect(Math.min(ended.full, ended.published)).toBeGreaterThan(0);
    },
  );

  it("never publishes a site whose manifest is incomplete", { timeout: 120_000 }, (context) => {
    const at = join(bench.folder, disk);
    bench.mount(context, ["-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs"], at);
    const ballast = join(at, "ballast");
    const full: boolean[] = [];
    // The manifest is several blocks long, and written last.
    const files = sampleSite(1, MANY).size;
    for (let blocks = files; !full.includes(false); blocks += 1) {
      const { bavail, bsize } = statfsSync(at);
      writeFileSync(ballast, Buffer.alloc((bavail - blocks) * bsize));
      const { status } = bench.run(["once", bench.output, 1, MANY]);
      full.push(status === 3);
      if (status === 0) expect(readManifest(bench.output).size).toBe(files);
      rmSync(ballast);
    }
    expect(full).toContain(true);
  });

  it("lets a killed publication be repaired, even with no byte left", async (context) => {
    const at = join(bench.folder, disk);
    bench.mount(context, ["-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs"], at);
    bench.run(["once", bench.output, 1, PAGES]);
    for (let change = 3; ; change += 5) {
      if (bench.run(["once", bench.output, 2, PAGES], { killBefore: change }).signal === null) break;
      const { bavail, bsize } = statfsSync(at);
      writeFileSync(join(at, "ballast"), Buffer.alloc(bavail * bsize));
      await recover(bench.output);
      expect([1, 2]).toContain(versionOf(bench.output, PAGES, ["ballast"]));
      rmSync(join(at, "ballast"));
      bench.run(["once", bench.output, 1, PAGES]);
    }
  });
});

/** What stands in the way of one rename, made around a published site; each returns the output. */
const MOUNTED: Record<string, (mount: (args: readonly string[], at: string) => void) => string> = {
  "a separate disk": (mount) => {
    mount(["-t", "tmpfs", "tmpfs"], bench.output);
    return bench.output;
  },
  "a bind mount of another folder of the same disk": (mount) => {
    const real = join(bench.folder, "real");
    mkdirSync(real);
    mount(["--bind", real], bench.output);
    return bench.output;
  },
  "a folder with another disk mounted on one of its folders": (mount) => {
    bench.run(["once", bench.output, 1, PAGES]);
    mount(["-t", "tmpfs", "tmpfs"], join(bench.output, "blog"));
    return bench.output;
  },
  "in a container's overlay, where a folder cannot be renamed": (mount) => {
    const disk = join(bench.folder, "layers");
    mount(["-t", "tmpfs", "tmpfs"], disk);
    for (const name of ["lower", "upper", "work"]) mkdirSync(join(disk, name));
    bench.run(["once", join(disk, "lower", "_site"), 1, PAGES]);
    const layers = `lowerdir=${disk}/lower,upperdir=${disk}/upper,workdir=${disk}/work,redirect_dir=off`;
    mount(["-t", "overlay", "overlay", "-o", layers], join(bench.folder, "merged"));
    return join(bench.folder, "merged", "_site");
  },
};

it.for(Object.keys(MOUNTED))("an output that is %s is replaced file by file", (what, context) => {
  const output = MOUNTED[what]?.((args, at) => {
    bench.mount(context, args, at);
  });
  if (output === undefined) throw new Error(what);
  for (const version of [2, 3]) {
    bench.run(["once", output, version, PAGES]);
    expect(versionOf(output, PAGES)).toBe(version);
  }
});

describe("an output that cannot be written", () => {
  it("is refused if its disk is read-only, and the old site is kept", (context) => {
    bench.run(["once", bench.output, 1, PAGES]);
    bench.mount(context, ["--bind", bench.output], bench.output);
    bench.mount(context, ["-o", "remount,ro,bind"], bench.output);
    const { status, stdout } = bench.run(["once", bench.output, 2, PAGES]);
    expect([status, stdout]).toEqual([3, `permission EROFS ${bench.output}\n`]);
    expect(versionOf(bench.output, PAGES)).toBe(1);
  });

  it("is refused if it is not writable, and the old site is kept", () => {
    bench.run(["once", bench.output, 1, PAGES]);
    chmodSync(bench.output, 0o555);
    const { status, stdout } = bench.run(["once", bench.output, 2, PAGES], person());
    expect([status, stdout]).toEqual([3, `permission EACCES ${bench.output}\n`]);
    expect(versionOf(bench.output, PAGES)).toBe(1);
    chmodSync(bench.output, 0o755);
  });

  it("is refused if a single one of its folders is not writable, and the old site is kept", () => {
    give(join(bench.folder, "www"));
    bench.run(["once", bench.output, 1, PAGES], person());
    const closed = join(bench.output, "blog");
    chmodSync(closed, 0o555);
    const { status, stdout } = bench.run(["once", bench.output, 2, PAGES], person());
    expect([status, stdout]).toEqual([3, `permission EACCES ${closed}\n`]);
    expect(versionOf(bench.output, PAGES)).toBe(1);
    chmodSync(closed, 0o755);
  });

  it("is refused if it does not exist and its parent is not writable", () => {
    chmodSync(join(bench.folder, "www"), 0o555);
    const { status, stdout } = bench.run(["once", bench.output, 1, PAGES], person());
    expect([status, stdout.split(" ")[0]]).toEqual([3, "permission"]);
  });
});

describe("an output whose parent cannot be written", () => {
  it("is replaced file by file", () => {
    mkdirSync(bench.output);
    give(bench.output);
    chmodSync(join(bench.folder, "www"), 0o555);
    for (const version of [1, 2]) {
      bench.run(["once", bench.output, version, PAGES], person());
      expect(versionOf(bench.output, PAGES)).toBe(version);
    }
    chmodSync(join(bench.folder, "www"), 0o755);
  });

  it("keeps its owner when root builds", (context) => {
    if (!ROOT) notRun(context, "needs root, to build in another user's folder");
    mkdirSync(bench.output);
    give(bench.output);
    for (const version of [1, 2]) bench.run(["once", bench.output, version, PAGES]);
    expect([statSync(bench.output).uid, versionOf(bench.output, PAGES)]).toEqual([NOBODY, 2]);
  });
});

/** Another user than root, for whom every folder is writable. */
function person(): { uid?: number } {
  return ROOT ? { uid: NOBODY } : {};
}

function give(folder: string): void {
  if (ROOT) chownSync(folder, NOBODY, NOBODY);
}
