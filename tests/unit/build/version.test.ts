import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { digestOfFolder } from "../../../src/build/digest.ts";
import { codeVersion } from "../../../src/build/store.ts";
import type { Files } from "../../support/files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const CARNET: Files = {
  "carnet/dist/cli/main.js": "1",
  "carnet/dist/cli/main.d.ts": "1",
  "carnet/package.json": "1",
  "node_modules/.package-lock.json": "1",
};

/** The version of a copy of Carnet with these files. */
const version = (files: Files = {}): string =>
  codeVersion(join(scratchFolder({ ...CARNET, ...files }), "carnet"));

it.each([
  ["a changed file of its code", "carnet/dist/cli/main.js", "2"],
  ["a new file of its code", "carnet/dist/chunks/a.js", ""],
  ["a changed list of the form's files", "carnet/dist/admin/program/files.json", "2"],
  ["the installed packages", "node_modules/.package-lock.json", "2"],
  ["what pnpm installed", "node_modules/.pnpm/lock.yaml", "1"],
  ["packages installed in its own folder", "carnet/node_modules/.package-lock.json", "2"],
  ["the versions of packages that it requires, however they are installed", "carnet/package.json", "2"],
])("Carnet's version changes with %s", (_, file, text) => {
  expect(version({ [file]: text })).not.toBe(version());
});

it.each([
  ["types", "carnet/dist/cli/main.d.ts"],
  ["files of the form, whose names change with their content", "carnet/dist/admin/program/form.js"],
  ["layouts, which have their own fingerprint", "carnet/layouts/base.njk"],
])("Carnet's version stays the same with other %s", (_, file) => {
  expect(version({ [file]: "2" })).toBe(version());
});

it("Carnet's version differs where it was never compiled", () => {
  const bare = scratchFolder(CARNET);
  rmSync(join(bare, "carnet/dist"), { recursive: true });
  expect(codeVersion(join(bare, "carnet"))).not.toBe(version());
});

it("the digest of a folder changes with the text, the name or the number of its files", () => {
  const all: Files[] = [
    { "a.njk": "1" },
    { "a.njk": "2" },
    { "b.njk": "1" },
    { "a.njk": "1", "css/b.css": "1" },
  ];
  expect(new Set(all.map((files) => digestOfFolder(scratchFolder(files)))).size).toBe(4);
  expect(digestOfFolder(scratchFolder(all[0]))).toBe(digestOfFolder(scratchFolder(all[0])));
});
