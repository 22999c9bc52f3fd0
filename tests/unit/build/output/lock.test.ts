// The lock of an output when another run acts between two of its steps, and on a disk without symbolic links.
import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeLock } from "../../../../src/build/output/lock.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

/** What happens once around a rename or before each read of a lock, and what the disk refuses. */
const disk = vi.hoisted(() => ({
  beforeRename: undefined as (() => void) | undefined,
  afterRename: undefined as (() => void) | undefined,
  beforeRead: undefined as (() => void) | undefined,
  refusesLinks: undefined as string | undefined,
  isFull: false,
  tellsStarts: true,
}));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const once = (name: "beforeRename" | "afterRename"): void => {
    const act = disk[name];
    disk[name] = undefined;
    act?.();
  };
  return {
    ...fs,
    renameSync(from: string, to: string): void {
      once("beforeRename");
      fs.renameSync(from, to);
      once("afterRename");
    },
    readlinkSync(path: string): string {
      disk.beforeRead?.();
      return fs.readlinkSync(path);
    },
    symlinkSync(target: string, path: string): void {
      const code = disk.refusesLinks;
      if (code !== undefined) throw Object.assign(new Error("No links."), { code });
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

/** A process number that no process has; a process that runs as long as this one. */
const GONE = "4194304";
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

/** Another run replaces the lock. */
const replace = (holder: string) => (): void => {
  rmSync(lock, { force: true });
  symlinkSync(holder, lock);
};

const expectHeld = (pid: number): Promise<void> =>
  expect(takeLock(lock)).rejects.toMatchObject({ kind: "locked", pid });

describe("a lock", () => {
  it("names its process and when that began, and is left in place on release if another run holds it by then", async () => {
    const release = await takeLock(lock);
    expect(readlinkSync(lock)).toMatch(new RegExp(`^${String(process.pid)} \\d+$`));
    replace(`${OTHER} `)();
    release();
    expect(readlinkSync(lock)).toBe(`${OTHER} `);
  });

  it.each([
    ["another process", `${OTHER} `, true],
    ["a process with a start time, on a machine that tells none", `${OTHER} 12`, false],
  ])("is held by %s", async (_, holder, tellsStarts) => {
    disk.tellsStarts = tellsStarts;
    symlinkSync(holder, lock);
    await expectHeld(process.ppid);
  });

  it("is held by a process of another user", async () => {
    symlinkSync(`${OTHER} `, lock);
    const kill = vi.spyOn(process, "kill").mockImplementation(() => {
      throw Object.assign(new Error("Not yours."), { code: "EPERM" });
    });
    await expectHeld(process.ppid).finally(() => {
      kill.mockRestore();
    });
  });

  it("is held by an unknown process while it is being made", async () => {
    writeFileSync(lock, "");
    await expectHeld(0);
  });

  it.each([
    ["a process that has ended", `${GONE} 12`],
    ["an earlier process with the same number", `${String(process.pid)} 1`],
    ["a text that is none", "junk"],
  ])("is taken from %s, and nothing is left", async (_, holder) => {
    symlinkSync(holder, lock);
    (await takeLock(lock))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not taken from a run that has just taken it from the same dead run", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = replace(`${OTHER} `);
    await expectHeld(process.ppid);
    expect([readlinkSync(lock), readdirSync(folder)]).toEqual([`${OTHER} `, ["lock"]]);
  });

  it("is left to a third run that takes it while it is set aside from the second", async () => {
    symlinkSync(`${GONE} 12`, lock);
    disk.beforeRename = replace(`${OTHER} `);
    disk.afterRename = replace("1 ");
    await expectHeld(1);
    expect([readlinkSync(lock), readdirSync(folder)]).toEqual(["1 ", ["lock"]]);
  });

  it("is taken when the other run releases it between the attempt and the read", async () => {
    symlinkSync(`${OTHER} `, lock);
    disk.beforeRead = () => {
      rmSync(lock, { force: true });
    };
    (await takeLock(lock))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("removes what a run killed while setting a lock aside left, and nothing of a running one", async () => {
    for (const name of [`lock.${GONE}`, `lock.${OTHER}`, `other.${GONE}`])
      writeFileSync(join(folder, name), "");
    (await takeLock(lock))();
    expect(readdirSync(folder).sort()).toEqual([`lock.${OTHER}`, `other.${GONE}`]);
  });

  it.each([
    ["EROFS", false],
    ["EPERM", true],
  ])(
    "that the disk refuses is its error, and nothing that would block others is left (%s, full: %s)",
    async (code, isFull) => {
      Object.assign(disk, { refusesLinks: code, isFull });
      await expect(takeLock(lock)).rejects.toMatchObject({ code: isFull ? "ENOSPC" : code });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"])(
    "is a file when the disk has no links (%s), held and released in the same way",
    async (code) => {
      disk.refusesLinks = code;
      const release = await takeLock(lock);
      expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${String(process.pid)} `));
      await expectHeld(process.pid);
      release();
      writeFileSync(lock, `${GONE} 12`);
      (await takeLock(lock))();
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it("is waited for by the caller's clock, and announced once", async () => {
    symlinkSync(`${OTHER} `, lock);
    const said: number[] = [];
    let slept = 0;
    const sleep = (ms: number): Promise<void> => Promise.resolve(void (slept += ms));
    const announce = ({ pid }: { pid: number }): void => void said.push(pid);
    await expect(takeLock(lock, { limit: 1000, sleep, announce })).rejects.toMatchObject({ kind: "locked" });
    expect([slept, said]).toEqual([1000, [process.ppid]]);
  });
});
