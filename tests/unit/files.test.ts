import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { filesBelow, isFile, readText } from "../../src/files.ts";

function folderOf(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "carnet-files-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

it("lists files in order of code units, without folders and links", () => {
  const folder = folderOf("é.md", "b/a.md", "b/Z.md", "a.md");
  symlinkSync("a.md", join(folder, "link.md"));
  expect(filesBelow(folder)).toEqual(["a.md", "b/Z.md", "b/a.md", "é.md"]);
});

it("lists the same files however the folder is written", () => {
  const folder = folderOf("b/a.md");
  expect(filesBelow(relative(".", folder))).toEqual(["b/a.md"]);
  expect(filesBelow(`${folder}/`)).toEqual(["b/a.md"]);
});

it("counts a link to a file as a file, but not a dangling link", () => {
  const folder = folderOf("a.md");
  symlinkSync("a.md", join(folder, "link.md"));
  symlinkSync("gone.md", join(folder, "dangling.md"));
  expect(["a.md", "link.md", "dangling.md", "."].map((name) => isFile(join(folder, name)))).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
});

it("reads a text, or returns undefined if there is none", () => {
  const folder = folderOf("a.md");
  expect(readText(join(folder, "a.md"))).toBe("a.md");
  expect(readText(join(folder, "b.md"))).toBeUndefined();
});
