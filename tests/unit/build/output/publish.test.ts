import { chmodSync, linkSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publish } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { type Files, parent, output, read, writes, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("publish", () => {
  it("creates the output and its parents, and counts the files", async () => {
    const deep = join(parent, "a", "b", "_site");
    const render = writes({ "index.html": "1", "blog/index.html": "2" });
    expect(await publish({ output: deep, render })).toEqual({ published: true, files: 2, removed: 0 });
    expect(read(deep)).toEqual({ "index.html": "1", "blog/index.html": "2" });
  });

  it("replaces the old site, and removes files and folders that are gone", async () => {
    await put({ "index.html": "old", "blog/a/index.html": "a" });
    expect(await put({ "index.html": "new" })).toEqual({ published: true, files: 1, removed: 1 });
    expect(read(output)).toEqual({ "index.html": "new" });
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html"]);
  });

  it("keeps the files said to stay, changes the others, and removes those that are gone", async () => {
    await put({ "index.html": "old", "a/index.html": "a", "b/index.html": "b" });
    const before = statSync(join(output, "a/index.html"));
    const done = await publish({
      output,
      render: writes({ "index.html": "new", "c.html": "c" }, ["a/index.html"]),
    });
    expect(done).toEqual({ published: true, files: 3, removed: 1 });
    expect(read(output)).toEqual({ "index.html": "new", "a/index.html": "a", "c.html": "c" });
    expect(statSync(join(output, "a/index.html")).ino).toBe(before.ino);
    expect(readFileSync(join(output, ".carnet"), "utf8")).toBe("a/index.html\nc.html\nindex.html\n");
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("changes nothing when all files stay", async () => {
    await put({ "index.html": "old" });
    const look = (): unknown[] => [output, join(output, ".carnet")].map((path) => statSync(path).ctimeMs);
    const before = look();
    for (const limits of [undefined, { stay: 1, moved: 9 }]) {
      await publish({ output, render: writes({}, ["index.html"]), limits });
      expect(look()).toEqual(before);
    }
  });

  it("leaves nothing beside the output", async () => {
    await put({ "index.html": "old" });
    await put({ "index.html": "new" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("lists the files it made, sorted, one per line", async () => {
    const files = [
      "b.html",
      "a/z.html",
      "a.html",
      "100 %.html",
      "two\nlines.html",
      "a/two\rlines.html",
      "doc/.carnet",
    ];
    await put(Object.fromEntries(files.map((file) => [file, ""])));
    expect(readFileSync(join(output, ".carnet"), "utf8")).toBe(
      "100 %25.html\na.html\na/two%0Dlines.html\na/z.html\nb.html\ndoc/.carnet\ntwo%0Alines.html\n",
    );
    await put({ "b.html": "" });
    expect(Object.keys(read(output))).toEqual(["b.html"]);
    expect(readdirSync(output).sort()).toEqual([".carnet", "b.html"]);
  });

  it("puts no empty folder in place", async () => {
    await publish({
      output,
      render: (folder) => {
        writeFiles(folder, { "index.html": "1" });
        for (const empty of ["a/b", "z"]) mkdirSync(join(folder, empty), { recursive: true });
        return Promise.resolve([]);
      },
    });
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html"]);
  });

  it("fails when its list cannot be read, and changes nothing", async () => {
    writeFiles(output, { "index.html": "old", ".carnet/own.txt": "mine" });
    expect((await failure(put({ "index.html": "new" }))).kind).toBe("other");
    expect(read(output)).toEqual({ "index.html": "old", ".carnet/own.txt": "mine" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("keeps the old site when the new one is refused", async () => {
    await put({ "index.html": "old" });
    const refused = await publish({
      output,
      render: writes({ "index.html": "new" }),
      verify: () => Promise.resolve(false),
    });
    expect(refused).toEqual({ published: false, files: 1, removed: 0 });
    const settled = (): never => {
      throw new Error("settled");
    };
    await publish({
      output,
      render: writes({ "index.html": "n" }),
      verify: () => Promise.resolve(false),
      settled,
    });
    expect(read(output)).toEqual({ "index.html": "old" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("calls `settled` once the new site is in place", async () => {
    await put({ "index.html": "old" });
    const seen: Files[] = [];
    await publish({
      output,
      render: writes({ "index.html": "new" }),
      settled: () => void seen.push(read(output)),
    });
    expect(seen).toEqual([{ "index.html": "new" }]);
  });

  it("keeps the old site when rendering fails, and passes the error on", async () => {
    await put({ "index.html": "old" });
    const broken = new Error("layout");
    await expect(
      publish({
        output,
        render: (folder) => {
          writeFiles(folder, { "x.html": "" });
          return Promise.reject(broken);
        },
      }),
    ).rejects.toBe(broken);
    expect(read(output)).toEqual({ "index.html": "old" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("follows an output that is a symbolic link, and keeps the link", async () => {
    mkdirSync(join(parent, "www"));
    symlinkSync("www", output);
    await put({ "index.html": "old" });
    await put({ "index.html": "new" });
    expect(read(join(parent, "www"))).toEqual({ "index.html": "new" });
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("new");
  });

  it("follows links to a folder that does not exist yet", async () => {
    symlinkSync("current", output);
    symlinkSync("releases/1", join(parent, "current"));
    await put({ "index.html": "new" });
    expect(read(join(parent, "releases/1"))).toEqual({ "index.html": "new" });
    expect(readdirSync(parent).sort()).toEqual(["_site", "current", "releases"]);
  });
});

describe.each([
  { how: "swapped whole", foreign: {} },
  { how: "merged beside other files", foreign: { CNAME: "x" } },
])("a site $how", ({ foreign }: { foreign: Files }) => {
  it("turns a file into a folder and back", async () => {
    await put({ blog: "file", "a/b/c.html": "deep" });
    writeFiles(output, foreign);
    await put({ "blog/index.html": "folder", a: "file" });
    expect(read(output)).toEqual({ "blog/index.html": "folder", a: "file", ...foreign });
    await put({ blog: "file", "a/b/c.html": "deep" });
    expect(read(output)).toEqual({ blog: "file", "a/b/c.html": "deep", ...foreign });
  });

  it("removes the old name when only its case changes", async () => {
    await put({ "Eau/index.html": "old", "index.html": "old" });
    writeFiles(output, foreign);
    await put({ "eau/index.html": "new", "index.html": "new" });
    expect(read(output)).toEqual({ "eau/index.html": "new", "index.html": "new", ...foreign });
    expect(readdirSync(output)).not.toContain("Eau");
  });

  it("never writes into a hard-linked file", async () => {
    await put({ "index.html": "old" });
    writeFiles(output, foreign);
    linkSync(join(output, "index.html"), join(parent, "copy.html"));
    await put({ "index.html": "new" });
    expect(readFileSync(join(parent, "copy.html"), "utf8")).toBe("old");
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("new");
  });

  it("keeps the output's own permissions", async () => {
    await put({ "index.html": "old" });
    writeFiles(output, foreign);
    chmodSync(output, 0o750);
    await put({ "index.html": "new" });
    const { mode } = await import("node:fs").then((fs) => fs.statSync(output));
    expect(mode & 0o777).toBe(0o750);
  });

  it("accepts names with accents, spaces and a leading dot", async () => {
    await put({ ".well-known/x": "1", "é à.html": "2" });
    writeFiles(output, foreign);
    await put({ ".well-known/x": "3", "é à.html": "4" });
    expect(read(output)).toEqual({ ".well-known/x": "3", "é à.html": "4", ...foreign });
  });
});

describe("a process about to end", () => {
  it("removes all that it began, and keeps the old site", async () => {
    await publish({
      output,
      render: (folder) => (writeFiles(folder, { "a.html": "1" }), Promise.resolve([])),
    });
    const calls: string[] = [];
    let undo = (): void => undefined;
    const ended = publish({
      output,
      underWay(one) {
        undo = one;
        calls.push("under way");
        return () => calls.push("over");
      },
      render(folder) {
        writeFiles(folder, { "a.html": "2" });
        undo();
        expect(readdirSync(parent)).toEqual(["_site"]);
        return Promise.reject(new Error("ended"));
      },
    });
    await expect(ended).rejects.toThrow("ended");
    expect(calls).toEqual(["under way", "over"]);
    expect(read(output)).toEqual({ "a.html": "1" });
  });
});
