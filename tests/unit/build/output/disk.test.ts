// Publication on a disk that refuses renames or links, or that ignores case and the form of accents, like a USB stick.
import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recover } from "../../../../src/build/output/publish.ts";
import { writeFiles, type Files } from "../../../support/files.ts";
import { output, parent, put, read, usesOutputFolder } from "./output-folder.ts";

const disk = vi.hoisted(() => ({
  /** Error codes of refused renames, by the names of the source and the target, or by that of the target. */
  renames: new Map<string, string>(),
  /** The error codes of a rename between two names of one file, of links, and of removing a folder. */
  stale: "",
  links: "",
  folders: "",
  ignoresCase: false,
}));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const path = await import("node:path");
  const { diskKey } = await import("../../../../src/paths.ts");
  const refuse = (code: string | undefined, syscall: string, file: string): void => {
    if (code) throw Object.assign(new Error(code), { code, syscall, path: file });
  };
  /** The path of a file or folder as the disk has it. */
  const found = (wanted: string): string => {
    if (!disk.ignoresCase || wanted === path.dirname(wanted)) return wanted;
    const above = found(path.dirname(wanted));
    const names = fs.existsSync(above) ? fs.readdirSync(above) : [];
    const name = names.find((one) => diskKey(one) === diskKey(path.basename(wanted)));
    return path.join(above, name ?? path.basename(wanted));
  };
  const anyCase =
    (act: (file: string, ...rest: unknown[]) => unknown) =>
    (file: unknown, ...rest: unknown[]): unknown =>
      act(typeof file === "string" ? found(file) : (file as string), ...rest);
  const acts = ["accessSync", "mkdirSync", "openSync", "readdirSync", "readFileSync", "rmSync"] as const;
  const all = [...acts, "statSync", "lstatSync", "unlinkSync", "writeFileSync"] as (keyof typeof fs)[];
  return {
    ...fs,
    ...Object.fromEntries(all.map((name) => [name, anyCase(fs[name] as (path: string) => unknown)])),
    rmdirSync(folder: string): void {
      refuse(disk.folders, "rmdir", folder);
      fs.rmdirSync(found(folder));
    },
    linkSync(from: string, to: string): void {
      refuse(disk.links, "link", from);
      fs.linkSync(from, to);
    },
    renameSync(from: string, to: string): void {
      const isOne = fs.statSync(found(from)).ino === fs.statSync(found(to), { throwIfNoEntry: false })?.ino;
      if (isOne && !disk.ignoresCase) refuse(disk.stale, "rename", from);
      const target = path.basename(to);
      refuse(
        disk.renames.get(`${path.basename(from)} ${target}`) ?? disk.renames.get(target),
        "rename",
        from,
      );
      fs.renameSync(found(from), found(to));
    },
  };
});

usesOutputFolder();
afterEach(() => {
  disk.renames.clear();
  Object.assign(disk, { stale: "", links: "", folders: "", ignoresCase: false });
});

const [READY, OLD] = ["._site.carnet-ready", "._site.carnet-old"];
const AWAY = `_site ${OLD}`;
const IN_PLACE = `${READY} _site`;

describe("a disk that refuses", () => {
  /** The sites have a file of the same name, and one of their own. */
  const site = (text: string): Files => ({ "index.html": text, [`${text}/index.html`]: text });

  beforeEach(async () => {
    await put(site("old"));
  });

  it.each(["EBUSY", "EXDEV", "EACCES", "EPERM", "EINVAL"])(
    "to rename the output at all has a new site moved in file by file (%s)",
    async (code) => {
      disk.renames.set(AWAY, code);
      await put(site("new"));
      expect([read(), readdirSync(parent)]).toEqual([site("new"), ["_site"]]);
    },
  );

  it.each([
    ["to take the old site away", { [AWAY]: "EIO" }, ""],
    ["to put the new one in place", { [IN_PLACE]: "EIO" }, ""],
    ["to put it inside", { [AWAY]: "EXDEV", [`${READY} .carnet-ready`]: "EIO" }, ""],
    ["links, with an error of its own", {}, "EIO"],
  ])("%s keeps the old site, and nothing of the new one", async (_, renames, links) => {
    for (const [names, code] of Object.entries(renames)) disk.renames.set(names, code);
    disk.links = links;
    await expect(put({ "index.html": "new" }, ["old/index.html"])).rejects.toMatchObject({ code: "EIO" });
    disk.renames.clear();
    expect([read(), readdirSync(parent)]).toEqual([site("old"), ["_site"]]);
    expect(await recover(output)).toBeUndefined();
  });

  it("to complete a swap that a kill interrupted leaves that to the next run", async () => {
    writeFiles(join(parent, READY), { ...site("new"), ".carnet": "index.html\nnew/index.html\n" });
    renameSync(output, join(parent, OLD));
    disk.renames.set(IN_PLACE, "EIO");
    await expect(recover(output)).rejects.toMatchObject({ code: "EIO" });
    disk.renames.clear();
    expect(await recover(output)).toBe("new");
    expect([read(), readdirSync(parent)]).toEqual([site("new"), ["_site"]]);
  });

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"])(
    "links leaves files that stay in place (%s)",
    async (code) => {
      const before = statSync(join(output, "old/index.html")).ino;
      disk.links = code;
      await put({ "index.html": "new" }, ["old/index.html"]);
      expect(read()).toEqual({ "index.html": "new", "old/index.html": "old" });
      expect(statSync(join(output, "old/index.html")).ino).toBe(before);
      expect(readdirSync(parent)).toEqual(["_site"]);
    },
  );

  it("to rename between two links of one file has it copied, as in an overlay of two disks", async () => {
    disk.renames.set(AWAY, "EXDEV");
    disk.stale = "ESTALE";
    await put({ "index.html": "new" }, ["old/index.html"]);
    expect(read()).toEqual({ "index.html": "new", "old/index.html": "old" });
    expect(statSync(join(output, "old/index.html")).nlink).toBe(1);
  });

  it("a page's successor keeps that page", async () => {
    disk.renames.set(AWAY, "EXDEV").set("index.html", "ESTALE");
    await expect(put({ "index.html": "new" }, ["old/index.html"])).rejects.toMatchObject({ code: "ESTALE" });
    expect(read()["index.html"]).toBe("old");
  });

  it("to remove the old site publishes the new one, reports it, and a later build removes it", async () => {
    disk.folders = "EACCES";
    expect(await put(site("two"))).toEqual({ leftover: join(parent, OLD) });
    disk.folders = "";
    expect(await put(site("three"))).toEqual({});
    expect([read(), readdirSync(parent)]).toEqual([site("three"), ["_site"]]);
  });
});

describe.each(["", "EPERM"])("a disk that ignores case (links: %s)", (links) => {
  beforeEach(() => {
    Object.assign(disk, { ignoresCase: true, links });
  });

  it.each([
    ["a file", "Eau.html", "eau.html"],
    ["a folder", "Eau/index.html", "eau/index.html"],
    ["a folder in a folder that stays", "2026/Eau/index.html", "2026/eau/index.html"],
    ["accents", "\u00e9.html", "e\u0301.html"],
  ])("has the new name after %s is renamed", async (_, before, after) => {
    const stay = { "index.html": "1", "2026/index.html": "2" };
    await put({ ...stay, [before]: "old" });
    await put({ [after]: "new" }, Object.keys(stay));
    expect(read()).toEqual({ ...stay, [after]: "new" });
  });

  it("keeps a person's file in a folder that is renamed", async () => {
    await put({ "index.html": "1", "Eau/index.html": "old" });
    writeFiles(output, { "Eau/mine.txt": "mine" });
    await put({ "eau/index.html": "new" }, ["index.html"]);
    expect(read()).toEqual({ "index.html": "1", "Eau/index.html": "new", "Eau/mine.txt": "mine" });
  });

  it("has all that was renamed after a publication that was interrupted before or behind it", async () => {
    disk.links = "EPERM";
    for (const broken of ["eau.html", "z.html"]) {
      rmSync(output, { recursive: true, force: true });
      await put({ "index.html": "1", "Eau.html": "old", "z.html": "old" });
      disk.renames.set(broken, "EIO");
      await expect(put({ "eau.html": "new", "z.html": "new" }, ["index.html"])).rejects.toThrow("EIO");
      disk.renames.clear();
      expect(await recover(output)).toBe("new");
      expect(read()).toEqual({ "index.html": "1", "eau.html": "new", "z.html": "new" });
    }
  });
});
