import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { forgetUnused, MOST_UNUSED } from "../../../../src/build/machine/unused.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let folder: string;
beforeEach(() => {
  folder = scratchFolder();
  for (const name of ["a", "b", "c"]) writeFileSync(join(folder, name), name);
});
const files = (): string[] => readdirSync(folder).filter((name) => name !== "unused");

function builds(count: number, ...wanted: string[]): void {
  for (let i = 0; i < count; i++) forgetUnused(folder, (name) => wanted.includes(name));
}

it("deletes what too many builds in a row have not used, and nothing sooner", () => {
  builds(MOST_UNUSED - 1, "a");
  expect(files()).toEqual(["a", "b", "c"]);
  builds(1, "a", "b");
  expect(files()).toEqual(["a", "b"]);
  builds(MOST_UNUSED - 1, "a");
  expect(files()).toEqual(["a", "b"]);
  builds(1, "a");
  expect(files()).toEqual(["a"]);
});

it("stores no counts when everything is used", () => {
  builds(2, "a", "b", "c");
  expect(readdirSync(folder)).toEqual(["a", "b", "c"]);
});

it("starts counting again when its counts cannot be read", () => {
  builds(MOST_UNUSED - 1, "a");
  writeFileSync(join(folder, "unused"), "{}");
  builds(MOST_UNUSED - 1, "a");
  expect(files()).toEqual(["a", "b", "c"]);
  builds(1, "a");
  expect(files()).toEqual(["a"]);
});

it("leaves folders in place, and accepts a folder that does not exist", () => {
  mkdirSync(join(folder, "aa"));
  builds(MOST_UNUSED, "a", "b");
  expect(files()).toEqual(["a", "aa", "b"]);
  expect(() => {
    forgetUnused(join(folder, "none"), () => false);
  }).not.toThrow();
});
