// The lock of an output, where another run moves between two of its steps, and on a disk that has no symbolic links.
import { once } from "node:events";
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
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeLock } from "../../../../src/build/output/lock.ts";

/** What happens in the place of a call, or before it. */
const disk = vi.hoisted(() => ({
  beforeRename: undefined as (() => void) | undefined,
  /** Before each look at what a lock says. */
  beforeRead: undefined as (() => void) | undefined,
  /** What the disk answers to who asks for a symbolic link. */
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
  Object.assign(disk, {
    ...{ beforeRename: undefined, beforeRead: undefined, refusesLinks: undefined, isFull: false },
    tellsStarts: true,
  });
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

  it("that tells when a process began is its process's where the machine does not", async () => {
    disk.tellsStarts = false;
    symlinkSync(`${OTHER} 12`, lock);
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: process.ppid });
  });

  it("tells when its process began, whatever that has done since", async () => {
    const words: string[] = [];
    const take = async (): Promise<void> => {
      const release = await takeLock(lock);
      words.push(readlinkSync(lock));
      release();
    };
    await take();
    const thread = new Worker("setInterval(() => undefined, 1000)", { eval: true });
    await once(thread, "online");
    await take();
    await thread.terminate();
    expect(words[0]).toMatch(/^\d+ \d+$/);
    expect(words[1]).toBe(words[0]);
  });

  it("of another user's process is held", async () => {
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

  it("is taken where the other run leaves it between the attempt and the look", async () => {
    symlinkSync(`${OTHER} `, lock);
    disk.beforeRead = () => {
      rmSync(lock, { force: true });
    };
    const release = await takeLock(lock);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken where the same dead run's is set aside by another one first", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = () => {
      rmSync(lock);
    };
    const release = await takeLock(lock);
    expect(readlinkSync(lock)).toMatch(new RegExp(`^${String(process.pid)} `));
    release();
  });

  it("is held by nobody that is known while it is made", async () => {
    writeFileSync(lock, "");
    await expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid: 0 });
  });

  it("that the disk refuses is told as the disk says it, and not tried in another way", async () => {
    disk.refusesLinks = "EROFS";
    await expect(takeLock(lock)).rejects.toMatchObject({ code: "EROFS" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that finds no room on a disk without links leaves nothing that would hold others up", async () => {
    Object.assign(disk, { refusesLinks: "EPERM", isFull: true });
    await expect(takeLock(lock)).rejects.toMatchObject({ code: "ENOSPC" });
    disk.isFull = false;
    expect(readdirSync(folder)).toEqual([]);
    (await takeLock(lock))();
  });

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"])(
    "is a file where the disk has no links (%s), held and left all the same",
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
