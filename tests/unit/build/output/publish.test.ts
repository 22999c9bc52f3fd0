import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recover } from "../../../../src/build/output/publish.ts";
import { writeFiles, type Files } from "../../../support/files.ts";
import { publish } from "../../../support/publish.ts";
import { failure, output, parent, put, read, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

const list = (): string => readFileSync(join(output, ".carnet"), "utf8");
const inode = (path = ""): number => statSync(join(output, path)).ino;

describe("a publication", () => {
  it("creates the output and its parents", async () => {
    const deep = join(parent, "a", "b", "_site");
    await publish(deep, (folder) => (writeFiles(folder, { "blog/index.html": "2" }), []));
    expect(read(deep)).toEqual({ "blog/index.html": "2" });
  });

  it("replaces the old site, keeps the files that stay, and leaves nothing else", async () => {
    await put({ "index.html": "old", "a/index.html": "a", "gone/index.html": "g" });
    const before = inode("a/index.html");
    expect(await put({ "index.html": "new", "c.html": "c" }, ["a/index.html"])).toEqual({});
    expect(read()).toEqual({ "index.html": "new", "a/index.html": "a", "c.html": "c" });
    expect(inode("a/index.html")).toBe(before);
    expect(list()).toBe("a/index.html\nc.html\nindex.html\n");
    expect(readdirSync(output).sort()).toEqual([".carnet", "a", "c.html", "index.html"]);
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("changes nothing when all files stay", async () => {
    await put({ "index.html": "old" });
    const look = (): number[] => [output, join(output, ".carnet")].map((path) => statSync(path).ctimeMs);
    const before = look();
    await put({}, ["index.html"]);
    expect(look()).toEqual(before);
  });

  it("lists the files it made, whatever their names, and puts no empty folder in place", async () => {
    const files = ["b.html", "a/z.html", "100 %.html", "two\nlines.html", "a/two\rlines.html", "doc/.carnet"];
    await publish(output, (folder) => {
      writeFiles(folder, Object.fromEntries(files.map((file) => [file, ""])));
      mkdirSync(join(folder, "empty/b"), { recursive: true });
      return [];
    });
    expect(list()).toBe(
      "100 %25.html\na/two%0Dlines.html\na/z.html\nb.html\ndoc/.carnet\ntwo%0Alines.html\n",
    );
    expect(readdirSync(output)).not.toContain("empty");
    await put({ "b.html": "" });
    expect(readdirSync(output).sort()).toEqual([".carnet", "b.html"]);
  });

  it("that fails while the site is written, or cannot read the list, changes nothing", async () => {
    await put({ "index.html": "old" });
    const broken = new Error("layout");
    await expect(publish(output, () => Promise.reject(broken))).rejects.toBe(broken);
    expect(read()).toEqual({ "index.html": "old" });
    rmSync(join(output, ".carnet"));
    writeFiles(output, { ".carnet/own.txt": "mine" });
    expect((await failure(put({ "index.html": "new" }))).kind).toBe("other");
    expect(read()).toEqual({ "index.html": "old", ".carnet/own.txt": "mine" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("of a process about to end is removed, and the old site stays", async () => {
    await put({ "a.html": "1" });
    const calls: string[] = [];
    let undo = (): void => undefined;
    const underWay = (one: () => void): (() => void) => {
      undo = one;
      return () => void calls.push("over");
    };
    const write = (folder: string): never => {
      writeFiles(folder, { "a.html": "2" });
      undo();
      expect(readdirSync(parent)).toEqual(["_site"]);
      throw new Error("ended");
    };
    await expect(publish(output, write, { underWay })).rejects.toThrow("ended");
    expect([calls, read()]).toEqual([["over"], { "a.html": "1" }]);
  });

  it.each([
    ["that exists", "www", "www"],
    ["that does not exist yet", "current", "releases/1"],
  ])("follows a symbolic link to a folder %s, and keeps the link", async (_, link, folder) => {
    symlinkSync(link, output);
    if (link === folder) mkdirSync(join(parent, folder));
    else symlinkSync(folder, join(parent, link));
    await put({ "index.html": "old" });
    await put({ "index.html": "new" });
    expect(read(join(parent, folder))).toEqual({ "index.html": "new" });
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("new");
  });

  it.each<[string, () => void, object]>([
    [
      "a file",
      () => {
        writeFileSync(output, "");
      },
      { kind: "other", code: "ENOTDIR" },
    ],
    [
      "a link that leads to itself",
      () => {
        symlinkSync("_site", output);
      },
      { code: "ELOOP" },
    ],
  ])("to %s fails on the machine", async (_, stand, expected) => {
    stand();
    expect(await failure(put({ "index.html": "" }))).toMatchObject(expected);
  });
});

describe.each<[string, Files]>([
  ["swapped whole", {}],
  ["merged beside other files", { CNAME: "x" }],
])("a site %s", (_, foreign) => {
  it.each<[string, Files, Files]>([
    [
      "a file becomes a folder and a folder a file",
      { blog: "1", "a/b/c.html": "1" },
      { "blog/index.html": "2", a: "2" },
    ],
    ["only the case of a name changes", { "Eau/index.html": "1" }, { "eau/index.html": "2" }],
    ["names have accents, spaces and a dot", { ".well-known/x": "1" }, { ".well-known/x": "2", "é à": "2" }],
  ])("is exactly the new one when %s, and back", async (_title, one, other) => {
    await put(one);
    writeFiles(output, foreign);
    for (const files of [other, one]) {
      await put(files);
      expect(read()).toEqual({ ...files, ...foreign });
    }
  });

  it("never writes into a hard-linked file, and keeps the output's own permissions", async () => {
    await put({ "index.html": "old" });
    writeFiles(output, foreign);
    chmodSync(output, 0o750);
    linkSync(join(output, "index.html"), join(parent, "copy.html"));
    await put({ "index.html": "new" });
    expect(readFileSync(join(parent, "copy.html"), "utf8")).toBe("old");
    expect(statSync(output).mode & 0o777).toBe(0o750);
  });
});

describe("files that Carnet did not make", () => {
  it("survive, also in a folder with Carnet's files and in one that is removed, and are never missing", async () => {
    await put({ "index.html": "old", "blog/a.html": "a", "gone/b.html": "b", "gone/c.html": "c" });
    const foreign = { CNAME: "x", ".git/HEAD": "ref", "blog/own.txt": "x", "gone/own.txt": "y" };
    writeFiles(output, foreign);
    mkdirSync(join(output, "uploads"));
    rmSync(join(output, "gone/b.html"));
    const folder = inode();
    await put({ "index.html": "new" }, ["blog/a.html"]);
    expect(inode()).toBe(folder);
    expect(read()).toEqual({ ...foreign, "index.html": "new", "blog/a.html": "a" });
    expect(readdirSync(output)).toContain("uploads");
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("survive in an output made by another tool, whose pages are replaced", async () => {
    writeFiles(output, { "index.html": "other", "about.html": "about" });
    await put({ "index.html": "ours" });
    await put({ "x.html": "x" });
    expect(read()).toEqual({ "x.html": "x", "about.html": "about" });
  });

  it.each<[string, Files, Files, string]>([
    ["a file where a folder is needed", { blog: "notes" }, { "blog/index.html": "" }, "blog"],
    ["a folder where a file is needed", { "note/a.txt": "" }, { note: "" }, "note"],
    ["a folder where a deeper file is needed", { "n/a.html/b.txt": "" }, { "n/a.html": "" }, "n/a.html"],
    ["a file in a listed folder that must become a file", { "old/a.txt": "" }, { old: "" }, "old/a.txt"],
    ["a folder in it", { "old/own/a.txt": "" }, { old: "" }, "old/own"],
  ])("are never overwritten: %s is refused before anything changes", async (_, foreign, next, path) => {
    await put({ "index.html": "old", "old/index.html": "old" });
    writeFiles(output, foreign);
    const before = read();
    for (const mixed of [false, true]) {
      const error = await failure(put({ "index.html": "new", ...next }, [], { mixed }));
      expect([error.kind, error.path]).toEqual(["conflict", join(output, path)]);
      expect(read()).toEqual(before);
    }
  });

  it("are never deleted outside the output, whatever the list says, nor behind a link in it", async () => {
    await put({ "index.html": "old", "img/a.png": "a" });
    writeFiles(parent, { "precious.txt": "1", "elsewhere/a.png": "2" });
    const lines = ["../precious.txt", join(parent, "precious.txt"), "img/../../precious.txt", "img/a\0.png"];
    writeFileSync(join(output, ".carnet"), [...lines, "img/a.png", "index.html", ""].join("\n"));
    rmSync(join(output, "img"), { recursive: true });
    symlinkSync(join(parent, "elsewhere"), join(output, "img"));
    await put({ "index.html": "new" });
    expect(read(join(parent, "elsewhere"))).toEqual({ "a.png": "2" });
    expect(readFileSync(join(parent, "precious.txt"), "utf8")).toBe("1");
  });

  it.each([false, true])(
    "are never overwritten through a folder that became a link, which is refused (mixed: %s)",
    async (mixed) => {
      await put({ "img/a.png": "a" });
      rmSync(join(output, "img"), { recursive: true });
      mkdirSync(join(parent, "elsewhere"));
      symlinkSync(join(parent, "elsewhere"), join(output, "img"));
      expect((await failure(put({ "img/a.png": "b" }, [], { mixed }))).kind).toBe("conflict");
      expect(read(join(parent, "elsewhere"))).toEqual({});
    },
  );
});

describe("a preview, which only its owner sees", () => {
  it("has changed files moved in, and lists what it holds when files come and go", async () => {
    await put({ "index.html": "old", "a/index.html": "a" });
    const folder = inode();
    await put({ "index.html": "new" }, ["a/index.html"], { mixed: true });
    expect(read()).toEqual({ "index.html": "new", "a/index.html": "a" });
    await put({ "b.html": "b" }, ["a/index.html"], { mixed: true });
    expect(read()).toEqual({ "a/index.html": "a", "b.html": "b" });
    expect(list()).toBe("a/index.html\nb.html\n");
    expect(inode()).toBe(folder);
  });

  it("gets back a folder that someone removed", async () => {
    await put({ "index.html": "i", "a/b/index.html": "old" });
    rmSync(join(output, "a"), { recursive: true });
    await put({ "a/b/index.html": "new" }, ["index.html"], { mixed: true });
    expect(read()).toEqual({ "index.html": "i", "a/b/index.html": "new" });
  });
});

describe("two runs at once", () => {
  async function held(): Promise<{ end: () => void; first: Promise<unknown> }> {
    let end = (): void => undefined;
    const open = new Promise<void>((resolve) => (end = resolve));
    let first: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      first = publish(output, async (folder) => {
        begun();
        await open;
        writeFiles(folder, { "index.html": "first" });
        return [];
      });
    });
    return { end, first };
  }

  it("publish one after the other, and the second says once that it waits", async () => {
    const { end, first } = await held();
    const said: number[] = [];
    const sleep = async (): Promise<void> => {
      end();
      await first;
    };
    const announce = ({ pid }: { pid: number }): void => void said.push(pid);
    await put({ "index.html": "second" }, [], { wait: { limit: 60_000, sleep, announce } });
    expect([said, read()]).toEqual([[process.pid], { "index.html": "second" }]);
  });

  it("let no command repair what is being built", async () => {
    const { end, first } = await held();
    expect(await recover(output)).toBeUndefined();
    end();
    await first;
    expect(read()).toEqual({ "index.html": "first" });
  });
});

describe("a command after a kill", () => {
  it("does nothing, and makes nothing, when all is well", async () => {
    expect(await recover(join(parent, "no", "where"))).toBeUndefined();
    expect(readdirSync(parent)).toEqual([]);
    await put({ "index.html": "1" });
    expect(await recover(output)).toBeUndefined();
  });

  const [NEW, READY, OLD] = ["._site.carnet-new", "._site.carnet-ready", "._site.carnet-old"] as const;
  const whole = (text: string): Files => ({ "index.html": text, ".carnet": "index.html\n" });

  it.each<[string, Record<string, Files>, "old" | "new", string]>([
    ["while it wrote a site", { _site: whole("1"), [NEW]: { "index.html": "ne" } }, "old", "1"],
    ["between the two renames", { [OLD]: whole("1"), [READY]: whole("2") }, "new", "2"],
    [
      "between the two renames, with a new output made since",
      { [OLD]: whole("1"), [READY]: whole("2"), _site: whole("3") },
      "new",
      "2",
    ],
    ["between the two renames, with the new site removed since", { [OLD]: whole("1") }, "old", "1"],
    ["before the two renames", { _site: whole("1"), [READY]: whole("2") }, "new", "2"],
    ["before putting its first site in place", { [READY]: whole("2") }, "new", "2"],
    ["while it wrote a site inside", { _site: whole("1"), "_site/.carnet-new": whole("2") }, "old", "1"],
    [
      "while it moved files in, with another site staged",
      { _site: whole("1"), "_site/.carnet-ready": whole("2"), [READY]: whole("3"), [NEW]: {} },
      "new",
      "2",
    ],
    [
      "when only an empty staging folder was left",
      { _site: whole("1"), "_site/.carnet-ready": {} },
      "new",
      "1",
    ],
  ])("restores the site that a run left %s", async (_, folders, stands, text) => {
    for (const [folder, all] of Object.entries(folders)) {
      mkdirSync(join(parent, folder), { recursive: true });
      writeFiles(join(parent, folder), all);
    }
    expect(await recover(output)).toBe(stands);
    expect(readdirSync(parent)).toEqual(["_site"]);
    expect(read()).toEqual({ "index.html": text });
  });

  it("finds, before the old site is removed, files that others put there, and deletes nothing behind a link", async () => {
    writeFiles(output, { ...whole("2"), "late.html": "of the new site" });
    const mine = { "a/theirs.txt": "1", "theirs/notes.txt": "2" };
    const old = join(parent, OLD);
    writeFiles(old, { "index.html": "1", "a/index.html": "1", "late.html": "theirs", ...mine });
    writeFiles(old, { ".carnet": "a/index.html\nb/index.html\nindex.html\n" });
    writeFiles(parent, { "elsewhere/index.html": "kept" });
    symlinkSync("../elsewhere", join(old, "b"));
    await put({ "index.html": "3" });
    const now = { "index.html": "3", ...mine, "late.html": "of the new site" };
    for (const [file, text] of Object.entries(now))
      expect(readFileSync(join(output, file), "utf8"), file).toBe(text);
    expect(readFileSync(join(parent, "elsewhere/index.html"), "utf8")).toBe("kept");
    expect(readdirSync(parent).sort()).toEqual(["_site", "elsewhere"]);
  });

  it.each([
    ["to be swapped", READY],
    ["being moved in", "_site/.carnet-ready"],
  ])("stops at a person's file in the way of a site %s", async (_, ready) => {
    await put({ "index.html": "old", "blog/index.html": "old" });
    writeFiles(output, { "blog/a.txt": "mine" });
    writeFiles(join(parent, ready), { blog: "a file", ".carnet": "blog\n" });
    const error = await failure(recover(output));
    expect([error.kind, error.path]).toEqual(["conflict", join(output, "blog/a.txt")]);
    expect(readFileSync(join(output, "blog/a.txt"), "utf8")).toBe("mine");
  });

  it("is reported by the next build", async () => {
    writeFiles(join(parent, NEW), { "index.html": "ne" });
    expect((await put({ "index.html": "newer" })).recovered).toBe("old");
  });
});
