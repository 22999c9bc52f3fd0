// The lock of an output, where another run moves between two of its steps, and on a disk that has no symbolic links.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeLock } from "../../../../src/build/output/lock.ts";

/** What happens in the place of a call, or before it. */
const disk = vi.hoisted(() => ({
  beforeRename: undefined as (() => void) | undefined,
  hasLinks: true,
}));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    renameSync(from: string, to: string): void {
      const before = disk.beforeRename;
      disk.beforeRename = undefined;
      before?.();
      fs.renameSync(from, to);
    },
    symlinkSync(target: string, path: string): void {
      if (!disk.hasLinks) throw Object.assign(new Error("No links."), { code: "EPERM" });
      fs.symlinkSync(target, path);
    },
  };
});

/** A number that no process has. */
const GONE = "4194304";
/** A process that is at work for as long as this one. */
const OTHER = String(process.ppid);

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carnet-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => {
  Object.assign(disk, { beforeRename: undefined, hasLinks: true });
  rmSync(folder, { recursive: true });
});

describe("a lock", () => {
  it("is not taken from another run that has just taken it from the same dead one", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = () => {
      rmSync(lock);
      symlinkSync(`${OTHER} `, lock);
    };
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
    expect(readlinkSync(lock)).toBe(`${OTHER} `);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("is left to another run that holds it by then", async () => {
    const release = await takeLock(lock);
    rmSync(lock);
    symlinkSync(`${OTHER} `, lock);
    release();
    expect(readlinkSync(lock)).toBe(`${OTHER} `);
  });

  it("clears what a run left that was killed while it set one aside, and nothing of a run at work", async () => {
    for (const name of [`lock.${GONE}`, `lock.${OTHER}`, `other.${GONE}`])
      writeFileSync(join(folder, name), "");
    const release = await takeLock(lock);
    release();
    expect(readdirSync(folder).sort()).toEqual([`lock.${OTHER}`, `other.${GONE}`]);
  });

  it("of a machine that does not tell when a process began is its process's", async () => {
    symlinkSync(`${OTHER} `, lock);
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
  });

  it("is a file where the disk has no links, held and left all the same", async () => {
    disk.hasLinks = false;
    const release = await takeLock(lock);
    expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${String(process.pid)} `));
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.pid });
    release();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(lock, `${GONE} 12`);
    (await takeLock(lock))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is waited for by the clock of whoever asks, and said once", async () => {
    symlinkSync(`${OTHER} `, lock);
    const said: number[] = [];
    let slept = 0;
    const wait = {
      limit: 1000,
      sleep: (ms: number) => {
        slept += ms;
        return Promise.resolve();
      },
      announce: ({ pid }: { pid: number }) => said.push(pid),
    };
    await expect(takeLock(lock, wait)).rejects.toMatchObject({ kind: "locked" });
    expect([slept, said]).toEqual([1000, [process.ppid]]);
  });
});
