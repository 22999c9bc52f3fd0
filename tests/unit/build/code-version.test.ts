import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeVersion, layoutsVersion } from "../../../src/build/code-version.ts";
import { siteRoot, type Files } from "../content/site-root.ts";
import { writeFiles } from "../../support/files.ts";

const CARNET: Files = {
  "carnet/dist/cli/main.js": "1",
  "carnet/dist/cli/main.d.ts": "1",
  "carnet/layouts/base.njk": "1",
  "carnet/package.json": "1",
  "node_modules/.package-lock.json": "1",
};

/** The version of a copy of Carnet after a change to its files. */
function version(change: (write: (file: string, text: string) => void, root: string) => void): string {
  const root = siteRoot(CARNET);
  change((file, text) => {
    writeFiles(root, { [file]: text });
  }, root);
  return codeVersion(join(root, "carnet"));
}

const first = (): string => version(() => undefined);

it.each([
  ["a changed file of its code", "carnet/dist/cli/main.js", "2"],
  ["a new file of its code", "carnet/dist/chunks/a.js", ""],
  ["a changed list of the form's files", "carnet/dist/admin/program/files.json", "2"],
  ["the installed packages", "node_modules/.package-lock.json", "2"],
  ["what pnpm installed", "node_modules/.pnpm/lock.yaml", "1"],
  ["what Yarn installed", "node_modules/.yarn-state.yml", "1"],
  ["packages installed in its own folder", "carnet/node_modules/.package-lock.json", "2"],
  ["the versions of packages that it requires, however they are installed", "carnet/package.json", "2"],
])("Carnet's code version changes with %s", (_, file, text) => {
  expect(
    version((write) => {
      write(file, text);
    }),
  ).not.toBe(first());
});

it.each([
  ["types", "carnet/dist/cli/main.d.ts", "2"],
  ["files of the form, whose names change with their content", "carnet/dist/admin/program/form.js", "2"],
  ["layouts, which have their own version", "carnet/layouts/base.njk", "2"],
  ["scripts of the theme, which belong to the layouts' version", "carnet/layouts/assets/search.js", "1"],
])("Carnet's code version stays the same with other %s", (_, file, text) => {
  expect(
    version((write) => {
      write(file, text);
    }),
  ).toBe(first());
});

it("Carnet's code version differs where it was never compiled", () => {
  const bare = version((_, root) => {
    rmSync(join(root, "carnet/dist"), { recursive: true });
  });
  expect(bare).not.toBe(first());
});

it("the layouts' version changes with the text, the name or the number of the files", () => {
  const names = [{ "a.njk": "1" }, { "a.njk": "2" }, { "b.njk": "1" }, { "a.njk": "1", "css/b.css": "1" }];
  expect(new Set(names.map((files) => layoutsVersion(siteRoot(files)))).size).toBe(4);
  expect(layoutsVersion(siteRoot({ "a.njk": "1" }))).toBe(layoutsVersion(siteRoot({ "a.njk": "1" })));
});
