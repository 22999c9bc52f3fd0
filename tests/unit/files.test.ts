import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCode, filesBelow, isFile, readText } from "../../src/files.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

function folderOf(...files: string[]): string {
  const folder = scratchFolder();
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
  expect(isFile(join(folder, "a.md/below"))).toBe(false);
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

describe("the code of an error", () => {
  const failed = (code: string, errno: number): Error => Object.assign(new Error(code), { code, errno });

  it("is Node's", () => {
    expect(errorCode(failed("EBUSY", -constants.errno.EBUSY))).toBe("EBUSY");
    expect(errorCode(new Error("EBUSY"))).toBe("");
  });

  it.each(["EDQUOT", "ESTALE"] as const)(
    "is found by its number where Node has no name for it: %s",
    (name) => {
      const number = -constants.errno[name];
      expect(errorCode(failed(`Unknown system error ${String(number)}`, number))).toBe(name);
    },
  );

  it("still shows a failure of the system whose number nothing names", () => {
    expect(errorCode(failed("Unknown system error -9999", -9999))).toBe("EUNKNOWN");
  });
});
