// A disk that ignores case and the form of accents, and has no links: a USB stick (exFAT).
import { rmSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { publish, recover } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { output, put, read, usesOutputFolder, writes } from "./output-folder.ts";

/**
 * How the disk numbers its files: a driver outside the kernel gives each spelling of a name another number. `broken`: the end of
 * a path that cannot be renamed to.
 */
const disk = vi.hoisted(() => ({ numbers: "files", broken: "" }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const path = await import("node:path");
  const { diskKey } = await import("../../../../src/paths.ts");
  /** The path of a file or folder as the disk has it. */
  const found = (wanted: string): string => {
    if (wanted === path.dirname(wanted)) return wanted;
    const above = found(path.dirname(wanted));
    const key = diskKey(path.basename(wanted));
    const names = fs.existsSync(above) ? fs.readdirSync(above) : [];
    return path.join(above, names.find((name) => diskKey(name) === key) ?? path.basename(wanted));
  };
  const anyCase =
    (act: (path: string, ...rest: unknown[]) => unknown) =>
    (path: unknown, ...rest: unknown[]): unknown =>
      act(typeof path === "string" ? found(path) : (path as string), ...rest);
  const acts = ["accessSync", "mkdirSync", "openSync", "readdirSync", "readFileSync", "rmdirSync", "rmSync"];
  const all = [...acts, "statSync", "unlinkSync", "writeFileSync"] as (keyof typeof fs)[];
  const refused = (code: string): Error => Object.assign(new Error(code), { code, syscall: "rename" });
  const spellings: string[] = [];
  return {
    ...fs,
    ...Object.fromEntries(all.map((name) => [name, anyCase(fs[name] as (path: string) => unknown)])),
    lstatSync(path: string, options: { throwIfNoEntry: false }): unknown {
      const there = fs.lstatSync(found(path), options);
      if (there === undefined || disk.numbers === "files") return there;
      if (!spellings.includes(path)) spellings.push(path);
      return Object.assign(there, { ino: spellings.indexOf(path) });
    },
    renameSync(from: string, to: string): void {
      if (disk.broken !== "" && to.endsWith(disk.broken)) throw refused("EIO");
      fs.renameSync(found(from), found(to));
    },
    linkSync(): void {
      throw refused("EPERM");
    },
  };
});

usesOutputFolder();
beforeEach(() => {
  disk.broken = "";
});

describe.each(["files", "spellings"] as const)("a disk that ignores case and numbers %s", (numbers) => {
  beforeEach(() => {
    disk.numbers = numbers;
  });

  it.each([
    ["a file", "Eau.html", "eau.html"],
    ["a folder", "Eau/index.html", "eau/index.html"],
    ["a folder whose file has another name too", "Eau/a.html", "eau/b.html"],
    ["a folder in a folder that stays", "2026/Eau/index.html", "2026/eau/index.html"],
    ["accents", "\u00e9.html", "e\u0301.html"],
  ])("has the new name after %s is renamed", async (_, before, after) => {
    await put({ "index.html": "1", "2026/index.html": "2", [before]: "old" });
    const render = writes({ [after]: "new" }, ["index.html", "2026/index.html"]);
    await publish({ output, render });
    expect(read(output)).toEqual({ "index.html": "1", "2026/index.html": "2", [after]: "new" });
  });

  it("keeps a person's file in a folder that is renamed", async () => {
    await put({ "index.html": "1", "Eau/index.html": "old" });
    writeFiles(output, { "Eau/mine.txt": "mine" });
    await publish({ output, render: writes({ "eau/index.html": "new" }, ["index.html"]) });
    const now = { "index.html": "1", "Eau/index.html": "new", "Eau/mine.txt": "mine" };
    expect(read(output)).toEqual(now);
  });

  it("has all that was renamed after a publication that was interrupted before or behind it", async () => {
    for (const broken of ["eau.html", "z.html"]) {
      rmSync(output, { recursive: true, force: true });
      await put({ "index.html": "1", "Eau.html": "old", "z.html": "old" });
      disk.broken = `_site/${broken}`;
      const render = writes({ "eau.html": "new", "z.html": "new" }, ["index.html"]);
      await expect(publish({ output, render })).rejects.toMatchObject({ code: "EIO" });
      disk.broken = "";
      expect(await recover(output)).toBe("new");
      expect(read(output)).toEqual({ "index.html": "1", "eau.html": "new", "z.html": "new" });
    }
  });
});
