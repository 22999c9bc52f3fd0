import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
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

it("lists files in order of code units, without folders and links, however the folder is written", () => {
  const folder = folderOf("é.md", "b/a.md", "b/Z.md", "a.md");
  symlinkSync("a.md", join(folder, "link.md"));
  for (const written of [folder, relative(".", folder), `${folder}/`])
    expect(filesBelow(written)).toEqual(["a.md", "b/Z.md", "b/a.md", "é.md"]);
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

it.each([
  ["EBUSY", -constants.errno.EBUSY, "EBUSY"],
  // Node has no name for these.
  [`Unknown system error ${String(-constants.errno.EDQUOT)}`, -constants.errno.EDQUOT, "EDQUOT"],
  [`Unknown system error ${String(-constants.errno.ESTALE)}`, -constants.errno.ESTALE, "ESTALE"],
  ["Unknown system error -9999", -9999, "EUNKNOWN"],
])("the code of an error that Node calls %s (%i) is %s", (code, errno, expected) => {
  expect(errorCode(Object.assign(new Error(code), { code, errno }))).toBe(expected);
});
