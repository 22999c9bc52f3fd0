import { expect, it } from "vitest";
import { diskKey, folderIn, foldersAbove, knownAbove, nameIn, parentOf } from "../../src/paths.ts";

it.each([
  ["a/b/c.md", ["a/b", "a"], "c.md", "a/b/", "a/b"],
  ["c.md", [], "c.md", "", ""],
  ["/a/b/c.md", ["/a/b", "/a"], "c.md", "/a/b/", "/a/b"],
])("%s is in the folders %j, nearest first, under the name %s", (path, folders, name, folder, parent) => {
  expect([...foldersAbove(path)]).toEqual(folders);
  expect([nameIn(path), folderIn(path), parentOf(path)]).toEqual([name, folder, parent]);
});

it.each([
  ["a/b/c.md", "a"],
  ["b/c.md", undefined],
  ["a", undefined],
  ["é/a/b.md", "é/a"],
])("the outermost known file or folder above %s, never the path itself, is %s", (path, above) => {
  const known = new Map(["a", "a/b", "a/b/c.md", "é/a"].map((one) => [one, one]));
  expect(knownAbove(path, known)).toBe(above);
});

it("treats names that differ by case or Unicode form as one file", () => {
  expect(diskKey("\u00c9t\u00e9.md")).toBe(diskKey("e\u0301te\u0301.md"));
});
