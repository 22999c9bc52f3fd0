import {
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
import { publish, recover } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { type Files, parent, output, read, writes, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("publish, moving files in", () => {
  it("moves the few changed and new files of a large site in, and removes those that are gone", async () => {
    await put({ "index.html": "1", "a/index.html": "a", "b/index.html": "b", "gone/index.html": "g" });
    const folder = statSync(output).ino;
    const stays = statSync(join(output, "a/index.html"));
    const again = async (files: Files): Promise<unknown> =>
      publish({
        output,
        limits: { stay: 2, moved: 3 },
        render: writes(files, ["a/index.html", "b/index.html"]),
      });
    const made = { published: true, files: 4, removed: 1, untouched: true };
    expect(await again({ "index.html": "2", "new/index.html": "n" })).toEqual(made);
    const now = { "index.html": "2", "new/index.html": "n", "a/index.html": "a", "b/index.html": "b" };
    expect(read(output)).toEqual(now);
    expect(readdirSync(output)).not.toContain("gone");
    expect(statSync(output).ino).toBe(folder);
    expect(statSync(join(output, "a/index.html"))).toMatchObject({ ctimeMs: stays.ctimeMs, nlink: 1 });
    expect(readdirSync(parent)).toEqual(["_site"]);
    // One more than can be moved in: one file goes, and three come.
    expect(await again({ "index.html": "3", "x.html": "x", "y.html": "y" })).toEqual({
      ...{ published: true, files: 5, removed: 1 },
    });
    expect(statSync(output).ino).not.toBe(folder);
  });

  it.each([
    ["a file takes a folder's place", { "index.html": "2", gone: "a file" }],
    [
      "a folder takes a file's place",
      { "index.html": "2", "one/index.html": "in a folder", "two/i.html": "t" },
    ],
  ])("does not move files one by one when %s", async (_, files) => {
    await put({ "index.html": "1", "a/index.html": "a", "gone/index.html": "g", one: "a file" });
    const folder = statSync(output).ino;
    await publish({ output, limits: { stay: 1, moved: 9 }, render: writes(files, ["a/index.html"]) });
    expect(read(output)).toEqual({ ...files, "a/index.html": "a" });
    expect(statSync(output).ino).not.toBe(folder);
  });

  it.each([
    ["case", "Eau/index.html", "eau/index.html"],
    ["folder's case", "Eau/a.html", "eau/b.html"],
    ["form of accents", "\u00e9.html", "e\u0301.html"],
  ])("does not move files one by one when the %s of a name changes", async (_, before, after) => {
    await put({ "index.html": "1", "a/index.html": "a", [before]: "w" });
    const folder = statSync(output).ino;
    await publish({
      output,
      limits: { stay: 1, moved: 9 },
      render: writes({ [after]: "w" }, ["a/index.html"]),
    });
    expect(read(output)).toEqual({ "a/index.html": "a", [after]: "w" });
    expect(statSync(output).ino).not.toBe(folder);
  });

  it("refuses what is in the way of a file to move in, and changes nothing", async () => {
    await put({ "index.html": "1", "a/index.html": "a" });
    mkdirSync(join(output, "new.html"));
    writeFileSync(join(output, "new.html", "own.txt"), "mine");
    const limits = { stay: 1, moved: 9 };
    const render = writes({ "index.html": "2", "new.html": "n" }, ["a/index.html"]);
    expect(await failure(publish({ output, limits, render }))).toMatchObject({ kind: "conflict" });
    expect(read(output)).toEqual({ "index.html": "1", "a/index.html": "a", "new.html/own.txt": "mine" });
  });

  it("moves in a ready site that shares files with the old one, beside a person's new file", async () => {
    await put({ "index.html": "old", "a/index.html": "a" });
    const ready = join(parent, "._site.carnet-ready");
    writeFiles(ready, { "index.html": "new", ".carnet": "a/index.html\nindex.html\n" });
    mkdirSync(join(ready, "a"));
    linkSync(join(output, "a/index.html"), join(ready, "a/index.html"));
    writeFiles(output, { CNAME: "x" });
    expect(await recover(output)).toBe("new");
    expect(read(output)).toEqual({ "index.html": "new", "a/index.html": "a", CNAME: "x" });
    expect(statSync(join(output, "a/index.html")).nlink).toBe(1);
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("moves changed files in when only its owner sees the output", async () => {
    await put({ "index.html": "old", "a/index.html": "a" });
    const folder = statSync(output).ino;
    await publish({ output, render: writes({ "index.html": "new" }, ["a/index.html"]), mixed: true });
    expect(read(output)).toEqual({ "index.html": "new", "a/index.html": "a" });
    expect(statSync(output).ino).toBe(folder);
  });

  it.each([
    ["change", { "index.html": "changed" }, ["a.html"]],
    ["are added", { "new.html": "n" }, ["a.html", "index.html"]],
    ["replace others", { "new.html": "n" }, ["index.html"]],
    ["are removed", {}, ["index.html"]],
  ])(
    "lists what it holds when files %s, in an output that only its owner sees, a large site and any other",
    async (_, files: Files, kept) => {
      const was: Files = { "index.html": "i", "a.html": "a" };
      for (const how of [{ mixed: true }, { limits: { stay: 1, moved: 9 } }, {}]) {
        rmSync(output, { recursive: true, force: true });
        await put(was);
        const done = await publish({ output, render: writes(files, kept), ...how });
        const now: Files = { ...Object.fromEntries(kept.map((file) => [file, was[file] ?? ""])), ...files };
        expect(read(output)).toEqual(now);
        expect(readFileSync(join(output, ".carnet"), "utf8")).toBe(`${Object.keys(now).sort().join("\n")}\n`);
        expect(done).toMatchObject({ files: Object.keys(now).length });
      }
    },
  );

  it("changes the time of its list when files are moved in, and not when all stay", async () => {
    await put({ "index.html": "old", "a.html": "a" });
    const list = (): number => statSync(join(output, ".carnet")).ctimeMs;
    const before = list();
    await publish({ output, render: writes({}, ["a.html", "index.html"]), mixed: true });
    expect(list()).toBe(before);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await publish({ output, render: writes({ "index.html": "new" }, ["a.html"]), mixed: true });
    expect(list()).toBeGreaterThan(before);
  });

  it("recreates a folder that someone removed", async () => {
    await put({ "index.html": "i", "a/b/index.html": "old" });
    rmSync(join(output, "a"), { recursive: true });
    await publish({ output, render: writes({ "a/b/index.html": "new" }, ["index.html"]), mixed: true });
    expect(read(output)).toEqual({ "index.html": "i", "a/b/index.html": "new" });
  });

  it.each<[string, (folder: string) => void]>([
    [
      "a link to a folder elsewhere",
      (folder) => {
        symlinkSync(join(parent, "elsewhere"), folder);
      },
    ],
    [
      "a file where a folder was",
      (folder) => {
        writeFileSync(folder, "mine");
      },
    ],
    ["a folder where a file was", (folder) => mkdirSync(join(folder, "index.html"), { recursive: true })],
  ])("moves nothing into %s", async (_, stand) => {
    await put({ "0.html": "old", "a/index.html": "old" });
    writeFiles(join(parent, "elsewhere"), { "index.html": "mine" });
    rmSync(join(output, "a"), { recursive: true });
    stand(join(output, "a"));
    const render = writes({ "0.html": "new", "a/index.html": "new" });
    expect((await failure(publish({ output, render, mixed: true }))).kind).toBe("conflict");
    expect(readFileSync(join(output, "0.html"), "utf8")).toBe("old");
    expect(read(join(parent, "elsewhere"))).toEqual({ "index.html": "mine" });
  });

  it("refuses a new file where a person has one, before anything changes", async () => {
    await put({ "index.html": "old", "a.html": "a" });
    writeFiles(output, { "b.html": "mine" });
    const error = await failure(publish({ output, render: writes({ "b.html/index.html": "" }, ["a.html"]) }));
    expect(error.kind).toBe("conflict");
    expect(read(output)).toEqual({ "index.html": "old", "a.html": "a", "b.html": "mine" });
  });
});
