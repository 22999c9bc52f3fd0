import {
  existsSync,
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
import { publish } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { parent, output, read, writes, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("files that Carnet did not make", () => {
  it("survive, also in a folder with Carnet's files and in one that is removed", async () => {
    await put({ "index.html": "old", "blog/a.html": "a", "gone/b.html": "b", "gone/c.html": "c" });
    const foreign = {
      CNAME: "blog.example.org",
      ".git/HEAD": "ref",
      "blog/own.txt": "x",
      "gone/own.txt": "y",
    };
    writeFiles(output, foreign);
    const folder = statSync(output).ino;
    expect(await put({ "index.html": "new" })).toEqual({ published: true, files: 1, removed: 3 });
    // They are never missing: the folder that holds them is not swapped.
    expect(statSync(output).ino).toBe(folder);
    expect(read(output)).toEqual({ ...foreign, "index.html": "new" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("survive when someone removed some of Carnet's files", async () => {
    await put({ "index.html": "old", "a.html": "a", "b/1.html": "1", "b/2.html": "2" });
    writeFiles(output, { CNAME: "x" });
    rmSync(join(output, "a.html"));
    rmSync(join(output, "b/2.html"));
    expect(await put({ "index.html": "new" })).toMatchObject({ published: true, removed: 3 });
    expect(read(output)).toEqual({ "index.html": "new", CNAME: "x" });
    expect(readdirSync(output)).not.toContain("b");
  });

  it("survive in an output made by another tool, whose pages are replaced", async () => {
    writeFiles(output, { "index.html": "other", "about.html": "about" });
    await put({ "index.html": "ours" });
    expect(read(output)).toEqual({ "index.html": "ours", "about.html": "about" });
    await put({ "x.html": "x" });
    expect(read(output)).toEqual({ "x.html": "x", "about.html": "about" });
  });

  it("survive as an empty folder", async () => {
    await put({ "index.html": "" });
    mkdirSync(join(output, "uploads"));
    await put({ "index.html": "" });
    expect(existsSync(join(output, "uploads"))).toBe(true);
  });

  it.each([
    {
      title: "a file where a folder is needed",
      foreign: { blog: "notes" },
      next: { "blog/index.html": "" },
      path: "blog",
    },
    {
      title: "a folder where a file is needed",
      foreign: { "blog/notes.txt": "" },
      next: { blog: "" },
      path: "blog",
    },
    {
      title: "a folder where a deeper file is needed",
      foreign: { "blog/index.html/notes.txt": "" },
      next: { "blog/index.html": "" },
      path: "blog/index.html",
    },
  ])("are never overwritten: $title is refused, and the old site kept", async ({ foreign, next, path }) => {
    await put({ "index.html": "old" });
    writeFiles(output, foreign);
    const before = read(output);
    const error = await failure(put({ "index.html": "new", ...next }));
    expect([error.kind, error.path]).toEqual(["conflict", join(output, path)]);
    expect(read(output)).toEqual(before);
  });

  it.each(["blog/notes.txt", "blog/a/notes.txt", "blog/own/notes.txt", "blog/.carnet-new"])(
    "are also refused in a listed folder that must become a file, before anything changes (%s)",
    async (own) => {
      await put({ "blog/index.html": "old", "blog/a/index.html": "old" });
      writeFiles(output, { [own]: "mine" });
      const before = read(output);
      const error = await failure(put({ blog: "now a file" }));
      expect([error.kind, error.path]).toEqual([
        "conflict",
        join(output, own.replace("/own/notes.txt", "/own")),
      ]);
      expect(read(output)).toEqual(before);
    },
  );

  it("survive behind a link that replaced a folder to remove", async () => {
    await put({ "index.html": "1", "a.html": "a", "gone/index.html": "g" });
    rmSync(join(output, "gone"), { recursive: true });
    writeFiles(join(parent, "elsewhere"), { "index.html": "mine" });
    symlinkSync(join(parent, "elsewhere"), join(output, "gone"));
    const render = writes({ "index.html": "2" }, ["a.html"]);
    await publish({ output, limits: { stay: 1, moved: 9 }, render });
    expect(read(join(parent, "elsewhere"))).toEqual({ "index.html": "mine" });
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("2");
  });

  it("are never deleted outside the output, whatever the list says", async () => {
    await put({ "index.html": "old", "img/a.png": "a" });
    writeFiles(parent, { "precious.txt": "1", "elsewhere/a.png": "2" });
    writeFileSync(
      join(output, ".carnet"),
      `../precious.txt\n${join(parent, "precious.txt")}\nimg/../../precious.txt\nimg/a\0.png\nimg/a.png\nindex.html\n`,
    );
    rmSync(join(output, "img"), { recursive: true });
    symlinkSync(join(parent, "elsewhere"), join(output, "img"));
    await put({ "index.html": "new" });
    expect(read(join(parent, "elsewhere"))).toEqual({ "a.png": "2" });
    expect(readFileSync(join(parent, "precious.txt"), "utf8")).toBe("1");
  });

  it("are never overwritten through a folder that became a link, which is refused", async () => {
    await put({ "img/a.png": "a" });
    rmSync(join(output, "img"), { recursive: true });
    mkdirSync(join(parent, "elsewhere"));
    symlinkSync(join(parent, "elsewhere"), join(output, "img"));
    const error = await failure(put({ "img/a.png": "b" }));
    expect(error.kind).toBe("conflict");
    expect(read(join(parent, "elsewhere"))).toEqual({});
  });
});
