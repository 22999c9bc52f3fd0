import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeManifest } from "../../../../src/build/output/manifest.ts";
import { retire } from "../../../../src/build/output/retire.ts";
import { writeFiles } from "../../../support/files.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

/** An old site with its list, and the folder of the new one. */
function sites(files: readonly string[]): { old: string; output: string; put: (path: string) => void } {
  const folder = scratchFolder();
  const put = (path: string): void => {
    writeFiles(folder, { [path]: path });
  };
  for (const file of files) put(`old/${file}`);
  put("output/index.html");
  writeManifest(join(folder, "old"), files);
  return { old: join(folder, "old"), output: join(folder, "output"), put };
}

describe("a site that was replaced", () => {
  it("is removed, whatever is already missing from it", () => {
    const { old, output } = sites(["index.html", "a/b/index.html", "a/c.png", "d/index.html"]);
    rmSync(join(old, "d"), { recursive: true });
    rmSync(join(old, "a/c.png"));
    retire(old, output);
    expect(existsSync(old)).toBe(false);
    expect(readFileSync(join(output, "index.html"), "utf8")).toBe("output/index.html");
  });

  it("passes on to the new site what others put there between the last check and the swap", () => {
    const { old, output, put } = sites(["index.html", "a/index.html", "a/b/index.html"]);
    put("old/a/theirs.txt");
    put("old/theirs/notes.txt");
    rmSync(join(old, "a/b/index.html"));
    put("old/a/b/index.html/within.txt");
    retire(old, output);
    expect(existsSync(old)).toBe(false);
    expect(readFileSync(join(output, "a/theirs.txt"), "utf8")).toBe("old/a/theirs.txt");
    expect(readFileSync(join(output, "theirs/notes.txt"), "utf8")).toBe("old/theirs/notes.txt");
    expect(readFileSync(join(output, "a/b/index.html/within.txt"), "utf8")).toContain("within");
  });

  it("replaces no file of the new site with one that others put at its path", () => {
    const { old, output, put } = sites(["index.html"]);
    for (const path of ["old/late.html", "output/late.html", "old/a/late.html", "output/a/late.html"])
      put(path);
    retire(old, output);
    expect(existsSync(old)).toBe(false);
    for (const path of ["late.html", "a/late.html"])
      expect(readFileSync(join(output, path), "utf8")).toBe(`output/${path}`);
  });

  it("removes nothing behind a link that replaced one of its folders", () => {
    const { old, output, put } = sites(["index.html", "a/index.html", "a/b/index.html"]);
    put("elsewhere/index.html");
    put("elsewhere/b/index.html");
    mkdirSync(join(dirname(old), "elsewhere/empty"));
    rmSync(join(old, "a"), { recursive: true });
    symlinkSync("../elsewhere", join(old, "a"));
    retire(old, output);
    expect(existsSync(old)).toBe(false);
    for (const file of ["index.html", "b/index.html", "empty"])
      expect(existsSync(join(dirname(old), "elsewhere", file)), file).toBe(true);
  });
});
