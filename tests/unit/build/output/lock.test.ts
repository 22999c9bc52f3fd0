// The lock of an output when another run acts between two of its steps, and on a disk without symbolic links.
import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeLock } from "../../../../src/build/output/lock.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

/** What happens before a call, or instead of it. */
const disk = vi.hoisted(() => ({
  beforeRename: undefined as (() => void) | undefined,
  afterRename: undefined as (() => void) | undefined,
  /** Called before each read of a lock. */
  beforeRead: undefined as (() => void) | undefined,
  /** The error code with which the disk refuses a symbolic link. */
  refusesLinks: undefined as string | undefined,
  isFull: false,
  tellsStarts: true,
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
      const after = disk.afterRename;
      disk.afterRename = undefined;
      after?.();
    },
    readlinkSync(path: string): string {
      disk.beforeRead?.();
      return fs.readlinkSync(path);
    },
    symlinkSync(target: string, path: string): void {
      if (disk.refusesLinks !== undefined)
        throw Object.assign(new Error("No links."), { code: disk.refusesLinks });
      fs.symlinkSync(target, path);
    },
    readFileSync(path: string, coding: "utf8"): string {
      if (!disk.tellsStarts && path.startsWith("/proc/")) throw new Error("No such machine.");
      return fs.readFileSync(path, coding);
    },
    writeFileSync(file: string | number, text: string, options?: { flag: string }): void {
      fs.writeFileSync(file, disk.isFull ? "" : text, options);
      if (disk.isFull) throw Object.assign(new Error("No room."), { code: "ENOSPC" });
    },
  };
});

/** A process number that no process has. */
const GONE = "4194304";
/** A process that runs as long as this one. */
const OTHER = String(process.ppid);

let folder: string;
let lock: string;

beforeEach(() => {
  folder = scratchFolder();
  lock = join(folder, "lock");
});
afterEach(() => {
  Object.assign(disk, {
    ...{ beforeRename: undefined, afterRename: undefined, beforeRead: undefined },
    ...{ refusesLinks: undefined, isFull: false, tellsStarts: true },
  });
});

describe("a lock", () => {
  it("is not taken from a run that has just taken it from the same dead run", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = () => {
      rmSync(lock);
      symlinkSync(`${OTHER} `, lock);
    };
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
    expect(readlinkSync(lock)).toBe(`${OTHER} `);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("is left to a third run that takes it while it is set aside from the second", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = () => {
      rmSync(lock);
      symlinkSync(`${OTHER} `, lock);
    };
    disk.afterRename = () => {
      symlinkSync("1 ", lock);
    };
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: 1 });
    expect(readlinkSync(lock)).toBe("1 ");
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("is left in place on release when another run holds it by then", async () => {
    const release = await takeLock(lock);
    rmSync(lock);
    symlinkSync(`${OTHER} `, lock);
    release();
    expect(readlinkSync(lock)).toBe(`${OTHER} `);
  });

  it("removes what a run killed while setting a lock aside left, and nothing of a running one", async () => {
    for (const name of [`lock.${GONE}`, `lock.${OTHER}`, `other.${GONE}`])
      writeFileSync(join(folder, name), "");
    const release = await takeLock(lock);
    release();
    expect(readdirSync(folder).sort()).toEqual([`lock.${OTHER}`, `other.${GONE}`]);
  });

  it.each([
    ["another process", `${OTHER} `, true],
    ["a process with a start time, on a machine that tells none", `${OTHER} 12`, false],
  ])("is held by %s", async (_, holder, tellsStarts) => {
    disk.tellsStarts = tellsStarts;
    symlinkSync(holder, lock);
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
  });

  it.each([
    ["a process that has ended", `${GONE} 12`],
    ["an earlier process with the same number", `${String(process.pid)} 1`],
    ["a text that is none", "junk"],
  ])("is taken from %s", async (_, holder) => {
    symlinkSync(holder, lock);
    (await takeLock(lock))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("has no space at its end, which a system might drop from the target of a link", async () => {
    disk.tellsStarts = false;
    const release = await takeLock(lock);
    expect(readlinkSync(lock)).toBe(String(process.pid));
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is held by a process of another user", async () => {
    symlinkSync(`${OTHER} `, lock);
    const kill = vi.spyOn(process, "kill").mockImplementation(() => {
      throw Object.assign(new Error("Not yours."), { code: "EPERM" });
    });
    try {
      await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
    } finally {
      kill.mockRestore();
    }
  });

  it("is taken when the other run releases it between the attempt and the read", async () => {
    symlinkSync(`${OTHER} `, lock);
    disk.beforeRead = () => {
      rmSync(lock, { force: true });
    };
    const release = await takeLock(lock);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is held by an unknown process while it is being made", async () => {
    writeFileSync(lock, "");
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: 0 });
  });

  it("reports the disk's error when refused, and is not made in another way", async () => {
    disk.refusesLinks = "EROFS";
    await expect(takeLock(lock)).rejects.toMatchObject({ code: "EROFS" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves nothing that would block others when a disk without links is full", async () => {
    Object.assign(disk, { refusesLinks: "EPERM", isFull: true });
    await expect(takeLock(lock)).rejects.toMatchObject({ code: "ENOSPC" });
    disk.isFull = false;
    expect(readdirSync(folder)).toEqual([]);
    (await takeLock(lock))();
  });

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"])(
    "is a file when the disk has no links (%s), held and released in the same way",
    async (code) => {
      disk.refusesLinks = code;
      const release = await takeLock(lock);
      expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${String(process.pid)} `));
      await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.pid });
      release();
      expect(readdirSync(folder)).toEqual([]);
      writeFileSync(lock, `${GONE} 12`);
      (await takeLock(lock))();
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it("is waited for by the caller's clock, and announced once", async () => {
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
