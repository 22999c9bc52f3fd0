import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MachineError, publish, recover } from "../../../../src/build/output/publish.ts";

type Files = Record<string, string>;

let parent = "";
let output = "";

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "carnet-publish-"));
  output = join(parent, "_site");
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file of a folder and its text, without Carnet's own list. */
function read(folder: string): Files {
  const files: Files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (!entry.isDirectory() && path !== ".carnet") files[path] = readFileSync(join(folder, path), "utf8");
  }
  return files;
}

/** A renderer that writes these files, and leaves those of `kept` as they are. */
function writes(files: Files, kept: readonly string[] = []): (folder: string) => Promise<readonly string[]> {
  return (folder) => {
    write(folder, files);
    return Promise.resolve(kept);
  };
}

async function put(files: Files): Promise<Awaited<ReturnType<typeof publish>>> {
  return publish({ output, render: writes(files) });
}

/** The error of a publication that must fail on the machine. */
async function failure(work: Promise<unknown>): Promise<MachineError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MachineError)) throw new Error(`expected a MachineError, got ${String(error)}`);
  return error;
}

describe("publish", () => {
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

  it("creates the output and its parents, and counts the files", async () => {
    output = join(parent, "a", "b", "_site");
    expect(await put({ "index.html": "1", "blog/index.html": "2" })).toEqual({
      published: true,
      files: 2,
      removed: 0,
    });
    expect(read(output)).toEqual({ "index.html": "1", "blog/index.html": "2" });
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

  it("moves in a ready site that shares files with the old one, beside a person's new file", async () => {
    await put({ "index.html": "old", "a/index.html": "a" });
    const ready = join(parent, "._site.carnet-ready");
    write(ready, { "index.html": "new", ".carnet": "a/index.html\nindex.html\n" });
    mkdirSync(join(ready, "a"));
    linkSync(join(output, "a/index.html"), join(ready, "a/index.html"));
    write(output, { CNAME: "x" });
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
    write(join(parent, "elsewhere"), { "index.html": "mine" });
    rmSync(join(output, "a"), { recursive: true });
    stand(join(output, "a"));
    const render = writes({ "0.html": "new", "a/index.html": "new" });
    expect((await failure(publish({ output, render, mixed: true }))).kind).toBe("conflict");
    expect(readFileSync(join(output, "0.html"), "utf8")).toBe("old");
    expect(read(join(parent, "elsewhere"))).toEqual({ "index.html": "mine" });
  });

  it("refuses a new file where a person has one, before anything changes", async () => {
    await put({ "index.html": "old", "a.html": "a" });
    write(output, { "b.html": "mine" });
    const error = await failure(publish({ output, render: writes({ "b.html/index.html": "" }, ["a.html"]) }));
    expect(error.kind).toBe("conflict");
    expect(read(output)).toEqual({ "index.html": "old", "a.html": "a", "b.html": "mine" });
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
        write(folder, { "index.html": "1" });
        for (const empty of ["a/b", "z"]) mkdirSync(join(folder, empty), { recursive: true });
        return Promise.resolve([]);
      },
    });
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html"]);
  });

  it("fails when its list cannot be read, and changes nothing", async () => {
    write(output, { "index.html": "old", ".carnet/own.txt": "mine" });
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

  it("uses the renderer's own list of files, or finds them itself if there is none", async () => {
    const staged = (): string[] => ["b.html", "index.html"];
    await publish({ output, render: writes({ "index.html": "1", "b.html": "2" }), staged });
    expect(readFileSync(join(output, ".carnet"), "utf8")).toBe("b.html\nindex.html\n");
    const seen: (readonly string[])[] = [];
    const verify = (_: string, files: readonly string[]): Promise<boolean> =>
      Promise.resolve(seen.push(files) > 0);
    await publish({ output, render: writes({ "index.html": "3" }), staged: () => undefined, verify });
    expect(seen).toEqual([["index.html"]]);
    expect(read(output)).toEqual({ "index.html": "3" });
  });

  it("keeps the old site when rendering fails, and passes the error on", async () => {
    await put({ "index.html": "old" });
    const broken = new Error("layout");
    await expect(
      publish({
        output,
        render: (folder) => {
          write(folder, { "x.html": "" });
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

describe("files that Carnet did not make", () => {
  it("survive, also in a folder with Carnet's files and in one that is removed", async () => {
    await put({ "index.html": "old", "blog/a.html": "a", "gone/b.html": "b", "gone/c.html": "c" });
    const foreign = {
      CNAME: "blog.example.org",
      ".git/HEAD": "ref",
      "blog/own.txt": "x",
      "gone/own.txt": "y",
    };
    write(output, foreign);
    const folder = statSync(output).ino;
    expect(await put({ "index.html": "new" })).toEqual({ published: true, files: 1, removed: 3 });
    // They are never missing: the folder that holds them is not swapped.
    expect(statSync(output).ino).toBe(folder);
    expect(read(output)).toEqual({ ...foreign, "index.html": "new" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("survive when someone removed some of Carnet's files", async () => {
    await put({ "index.html": "old", "a.html": "a", "b/1.html": "1", "b/2.html": "2" });
    write(output, { CNAME: "x" });
    rmSync(join(output, "a.html"));
    rmSync(join(output, "b/2.html"));
    expect(await put({ "index.html": "new" })).toMatchObject({ published: true, removed: 3 });
    expect(read(output)).toEqual({ "index.html": "new", CNAME: "x" });
    expect(readdirSync(output)).not.toContain("b");
  });

  it("survive in an output made by another tool, whose pages are replaced", async () => {
    write(output, { "index.html": "other", "about.html": "about" });
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
    write(output, foreign);
    const before = read(output);
    const error = await failure(put({ "index.html": "new", ...next }));
    expect([error.kind, error.path]).toEqual(["conflict", join(output, path)]);
    expect(read(output)).toEqual(before);
  });

  it.each(["blog/notes.txt", "blog/a/notes.txt", "blog/own/notes.txt", "blog/.carnet-new"])(
    "are also refused in a listed folder that must become a file, before anything changes (%s)",
    async (own) => {
      await put({ "blog/index.html": "old", "blog/a/index.html": "old" });
      write(output, { [own]: "mine" });
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
    write(join(parent, "elsewhere"), { "index.html": "mine" });
    symlinkSync(join(parent, "elsewhere"), join(output, "gone"));
    const render = writes({ "index.html": "2" }, ["a.html"]);
    await publish({ output, limits: { stay: 1, moved: 9 }, render });
    expect(read(join(parent, "elsewhere"))).toEqual({ "index.html": "mine" });
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("2");
  });

  it("are never deleted outside the output, whatever the list says", async () => {
    await put({ "index.html": "old", "img/a.png": "a" });
    write(parent, { "precious.txt": "1", "elsewhere/a.png": "2" });
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

describe.each([
  { how: "swapped whole", foreign: {} },
  { how: "merged beside other files", foreign: { CNAME: "x" } },
])("a site $how", ({ foreign }: { foreign: Files }) => {
  it("turns a file into a folder and back", async () => {
    await put({ blog: "file", "a/b/c.html": "deep" });
    write(output, foreign);
    await put({ "blog/index.html": "folder", a: "file" });
    expect(read(output)).toEqual({ "blog/index.html": "folder", a: "file", ...foreign });
    await put({ blog: "file", "a/b/c.html": "deep" });
    expect(read(output)).toEqual({ blog: "file", "a/b/c.html": "deep", ...foreign });
  });

  it("removes the old name when only its case changes", async () => {
    await put({ "Eau/index.html": "old", "index.html": "old" });
    write(output, foreign);
    await put({ "eau/index.html": "new", "index.html": "new" });
    expect(read(output)).toEqual({ "eau/index.html": "new", "index.html": "new", ...foreign });
    expect(readdirSync(output)).not.toContain("Eau");
  });

  it("never writes into a hard-linked file", async () => {
    await put({ "index.html": "old" });
    write(output, foreign);
    linkSync(join(output, "index.html"), join(parent, "copy.html"));
    await put({ "index.html": "new" });
    expect(readFileSync(join(parent, "copy.html"), "utf8")).toBe("old");
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("new");
  });

  it("keeps the output's own permissions", async () => {
    await put({ "index.html": "old" });
    write(output, foreign);
    chmodSync(output, 0o750);
    await put({ "index.html": "new" });
    const { mode } = await import("node:fs").then((fs) => fs.statSync(output));
    expect(mode & 0o777).toBe(0o750);
  });

  it("accepts names with accents, spaces and a leading dot", async () => {
    await put({ ".well-known/x": "1", "é à.html": "2" });
    write(output, foreign);
    await put({ ".well-known/x": "3", "é à.html": "4" });
    expect(read(output)).toEqual({ ".well-known/x": "3", "é à.html": "4", ...foreign });
  });
});

describe("two runs at once", () => {
  const held = async (): Promise<{ end: () => void; first: Promise<unknown> }> => {
    let end = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = publish({
      output,
      render: async (folder) => {
        begun();
        await open;
        write(folder, { "index.html": "first" });
        return [];
      },
    });
    await started;
    return { end, first };
  };

  it("make the second wait, say so once, and publish after the first", async () => {
    const { end, first } = await held();
    const said: number[] = [];
    const wait = {
      limit: 60_000,
      sleep: async () => {
        end();
        await first;
      },
      announce: ({ pid }: { pid: number }) => said.push(pid),
    };
    await publish({ output, render: writes({ "index.html": "second" }), wait });
    expect(said).toEqual([process.pid]);
    expect(read(output)).toEqual({ "index.html": "second" });
  });

  it("make the second fail at the time limit, naming the process of the first", async () => {
    const { end, first } = await held();
    let slept = 0;
    const wait = {
      limit: 60_000,
      sleep: (ms: number) => {
        slept += ms;
        return Promise.resolve();
      },
    };
    const error = await failure(publish({ output, render: writes({}), wait }));
    expect([error.kind, error.pid, slept]).toEqual(["locked", process.pid, 60_000]);
    end();
    await first;
    expect(read(output)).toEqual({ "index.html": "first" });
  });

  it("do not let a command repair what is being built", async () => {
    const { end, first } = await held();
    expect(await recover(output)).toBeUndefined();
    end();
    await first;
    expect(read(output)).toEqual({ "index.html": "first" });
  });

  it.each([
    ["a process that has ended", "4194304 12"],
    ["an earlier process with the same number", `${String(process.pid)} 1`],
    ["an unreadable lock", "junk"],
  ])("take the lock from %s", async (_, holder) => {
    symlinkSync(holder, join(parent, "._site.carnet-lock"));
    await put({ "index.html": "1" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });
});

describe("recover", () => {
  it("does nothing, and makes nothing, when all is well", async () => {
    expect(await recover(join(parent, "no", "where"))).toBeUndefined();
    expect(readdirSync(parent)).toEqual([]);
    await put({ "index.html": "1" });
    expect(await recover(output)).toBeUndefined();
  });

  it("removes an unfinished site and reports that the old one stands", async () => {
    await put({ "index.html": "old" });
    write(join(parent, "._site.carnet-new"), { "index.html": "ne" });
    expect(await recover(output)).toBe("old");
    expect(read(output)).toEqual({ "index.html": "old" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  const [BESIDE_NEW, READY, OLD] = ["new", "ready", "old"].map((what) => `._site.carnet-${what}`);
  const whole = (text: string): Files => ({ "index.html": text, ".carnet": "index.html\n" });

  it.each<[string, Record<string, Files>, "old" | "new", Files]>([
    [
      "between the two renames of a swap",
      { [OLD ?? ""]: whole("1"), [READY ?? ""]: whole("2") },
      "new",
      whole("2"),
    ],
    [
      "between the two renames of a swap, with a new output made since",
      { [OLD ?? ""]: whole("1"), [READY ?? ""]: whole("2"), _site: whole("3") },
      "new",
      whole("2"),
    ],
    [
      "between the two renames of a swap, with the new site removed since",
      { [OLD ?? ""]: whole("1") },
      "old",
      whole("1"),
    ],
    ["before removing the old site", { _site: whole("2"), [OLD ?? ""]: whole("1") }, "new", whole("2")],
    ["before the swap", { _site: whole("1"), [READY ?? ""]: whole("2") }, "new", whole("2")],
    ["before putting its first site in place", { [READY ?? ""]: whole("2") }, "new", whole("2")],
    [
      "while staging another one inside the output",
      { _site: whole("1"), "_site/.carnet-new": whole("2") },
      "old",
      whole("1"),
    ],
    [
      "while moving files in, with another site staged beside it",
      {
        _site: whole("1"),
        "_site/.carnet-ready": whole("2"),
        [READY ?? ""]: whole("3"),
        [BESIDE_NEW ?? ""]: {},
      },
      "new",
      whole("2"),
    ],
  ])("restores a site that a run left %s", async (_, folders, stands, files) => {
    for (const [folder, all] of Object.entries(folders)) write(join(parent, folder), all);
    expect(await recover(output)).toBe(stands);
    expect(readdirSync(parent)).toEqual(["_site"]);
    expect(read(output)).toEqual({ "index.html": files["index.html"] });
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html"]);
  });

  it("moves part of a site in beside the rest of it", async () => {
    await put({ "index.html": "old", "a.html": "a", "gone.html": "g" });
    write(join(parent, READY ?? ""), { "index.html": "new", ".carnet": "a.html\nindex.html\n" });
    expect(await recover(output)).toBe("new");
    expect(read(output)).toEqual({ "index.html": "new", "a.html": "a" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("drops part of a site when someone removed the rest with the output", async () => {
    write(join(parent, READY ?? ""), { "index.html": "new", ".carnet": "a.html\nindex.html\n" });
    expect(await recover(output)).toBe("old");
    expect(readdirSync(parent)).toEqual([]);
    expect(await put({ "index.html": "newer" })).toEqual({ published: true, files: 1, removed: 0 });
  });

  it("removes no page when only an empty staging folder is left", async () => {
    await put({ "index.html": "new", "a/index.html": "a" });
    mkdirSync(join(output, ".carnet-ready"));
    expect(await recover(output)).toBe("new");
    expect(read(output)).toEqual({ "index.html": "new", "a/index.html": "a" });
    expect(readdirSync(output)).not.toContain(".carnet-ready");
  });

  it("stops at a person's file in the way of a new one", async () => {
    await put({ "index.html": "old", "blog/index.html": "old" });
    write(output, {
      "blog/a.txt": "mine",
      ".carnet-ready/blog": "a file",
      ".carnet-ready/.carnet": "blog\n",
    });
    const error = await failure(recover(output));
    expect([error.kind, error.path]).toEqual(["conflict", join(output, "blog/a.txt")]);
    expect(readFileSync(join(output, "blog/a.txt"), "utf8")).toBe("mine");
  });

  it("runs before the next build, which reports it", async () => {
    await put({ "index.html": "old" });
    write(join(parent, "._site.carnet-new"), { "index.html": "ne" });
    expect((await put({ "index.html": "newer" })).recovered).toBe("old");
  });
});

describe("machine failures", () => {
  it("are reported when the output is a file", async () => {
    writeFileSync(output, "");
    const error = await failure(put({ "index.html": "" }));
    expect([error.kind, error.code, error.path]).toEqual(["other", "ENOTDIR", output]);
  });

  it("are reported when the output is a link that leads to itself", async () => {
    symlinkSync("elsewhere", output);
    symlinkSync("_site", join(parent, "elsewhere"));
    expect((await failure(put({ "index.html": "" }))).code).toBe("ELOOP");
  });

  it("are recognised however deep a library wrapped them", async () => {
    const full = Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write", path: "/x" });
    const wrapped = Object.assign(new Error("could not write"), {
      originalError: new Error("again", { cause: full }),
    });
    const error = await failure(
      publish({
        output,
        render: () => Promise.reject(wrapped),
      }),
    );
    expect([error.kind, error.path]).toEqual(["disk-full", "/x"]);
  });

  it("do not include a port in use", async () => {
    const port = Object.assign(new Error("in use"), { code: "EADDRINUSE", syscall: "listen" });
    await expect(
      publish({
        output,
        render: () => Promise.reject(port),
      }),
    ).rejects.toBe(port);
  });
});

describe("a process about to end", () => {
  it("removes all that it began, and keeps the old site", async () => {
    await publish({ output, render: (folder) => (write(folder, { "a.html": "1" }), Promise.resolve([])) });
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
        write(folder, { "a.html": "2" });
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
