import { expect, it } from "vitest";
import { diskKey, foldersAbove, knownAbove } from "../../src/paths.ts";

it("names the folders of a path, the nearest first", () => {
  expect([...foldersAbove("a/b/c.md")]).toEqual(["a/b", "a"]);
  expect([...foldersAbove("c.md")]).toEqual([]);
});

it("finds what stands in the way of a path, the outermost first, and never the path itself", () => {
  const known = new Map([
    ["a", 1],
    ["a/b", 2],
    ["a/b/c.md", 3],
  ]);
  expect(knownAbove("a/b/c.md", known)).toBe(1);
  expect(knownAbove("b/c.md", known)).toBeUndefined();
});

it("takes names that differ by case, or by how an accent is written, for one file", () => {
  expect(diskKey("\u00c9t\u00e9.md")).toBe(diskKey("e\u0301te\u0301.md"));
});
