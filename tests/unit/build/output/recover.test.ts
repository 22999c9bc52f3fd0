import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recover } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { type Files, parent, output, read, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("recover", () => {
  it("does nothing, and makes nothing, when all is well", async () => {
    expect(await recover(join(parent, "no", "where"))).toBeUndefined();
    expect(readdirSync(parent)).toEqual([]);
    await put({ "index.html": "1" });
    expect(await recover(output)).toBeUndefined();
  });

  it("removes an unfinished site and reports that the old one stands", async () => {
    await put({ "index.html": "old" });
    writeFiles(join(parent, "._site.carnet-new"), { "index.html": "ne" });
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
    for (const [folder, all] of Object.entries(folders)) writeFiles(join(parent, folder), all);
    expect(await recover(output)).toBe(stands);
    expect(readdirSync(parent)).toEqual(["_site"]);
    expect(read(output)).toEqual({ "index.html": files["index.html"] });
    expect(readdirSync(output).sort()).toEqual([".carnet", "index.html"]);
  });

  it("moves part of a site in beside the rest of it", async () => {
    await put({ "index.html": "old", "a.html": "a", "gone.html": "g" });
    writeFiles(join(parent, READY ?? ""), { "index.html": "new", ".carnet": "a.html\nindex.html\n" });
    expect(await recover(output)).toBe("new");
    expect(read(output)).toEqual({ "index.html": "new", "a.html": "a" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });

  it("drops part of a site when someone removed the rest with the output", async () => {
    writeFiles(join(parent, READY ?? ""), { "index.html": "new", ".carnet": "a.html\nindex.html\n" });
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
    writeFiles(output, {
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
    writeFiles(join(parent, "._site.carnet-new"), { "index.html": "ne" });
    expect((await put({ "index.html": "newer" })).recovered).toBe("old");
  });
});
