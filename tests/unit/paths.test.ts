import { expect, it } from "vitest";
import { diskKey, folderIn, foldersAbove, knownAbove, nameIn, parentOf } from "../../src/paths.ts";

it("lists the folders above a path, nearest first", () => {
  expect([...foldersAbove("a/b/c.md")]).toEqual(["a/b", "a"]);
  expect([...foldersAbove("c.md")]).toEqual([]);
  expect([...foldersAbove("/a/b/c.md")]).toEqual(["/a/b", "/a"]);
  expect([...foldersAbove("a/b/c/d.md")]).toEqual(["a/b/c", "a/b", "a"]);
});

it("returns the last part of a path", () => {
  expect(["a/b/c.md", "c.md", "a/b/"].map(nameIn)).toEqual(["c.md", "c.md", ""]);
});

it("returns a path without its last part, with its slash or as the name of the folder", () => {
  expect(["a/b/c.md", "c.md", "/a/"].map(folderIn)).toEqual(["a/b/", "", "/a/"]);
  expect(["a/b/c.md", "c.md", "/c.md"].map(parentOf)).toEqual(["a/b", "", ""]);
});

it("finds the outermost known file or folder above a path, never the path itself", () => {
  const known = new Map([
    ["a", 1],
    ["a/b", 2],
    ["a/b/c.md", 3],
  ]);
  expect(knownAbove("a/b/c.md", known)).toBe(1);
  expect(knownAbove("b/c.md", known)).toBeUndefined();
  expect(knownAbove("a/c.md", new Map([["a/c", 1]]))).toBeUndefined();
  expect(knownAbove("/a/c.md", new Map([["/a", 1]]))).toBe(1);
  expect(knownAbove("é/a/b.md", new Map([["é/a", 2]]))).toBe(2);
});

it("treats names that differ by case or Unicode form as one file", () => {
  expect(diskKey("\u00c9t\u00e9.md")).toBe(diskKey("e\u0301te\u0301.md"));
});
