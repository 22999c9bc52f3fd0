// Whether `dist/` is current: only if it, its sources and the scripts that compiled it are all unchanged.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { writeFiles } from "../support/files.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

interface MadeOf {
  isDistCurrent: (root: string) => boolean;
  noteDist: (root: string) => void;
}
const script = pathToFileURL(join(import.meta.dirname, "../../scripts/made-of.mjs")).href;
const { isDistCurrent, noteDist } = (await import(script)) as MadeOf;

function write(root: string, path: string, text: string): void {
  writeFiles(root, { [path]: text });
}

function compiledProject(): string {
  const root = scratchFolder();
  const scripts = ["scripts/compile.mjs", "scripts/bundle.mjs", "scripts/admin.mjs"];
  const inputs = ["package.json", "tsconfig.json", "tsconfig.build.json", "node_modules/.package-lock.json"];
  for (const path of [...inputs, ...scripts, "src/a/b.ts", "layouts/home.njk", "dist/cli/main.js"])
    write(root, path, "as it was");
  noteDist(root);
  return root;
}

it("dist/ is current if nothing that it is made of has changed", () => {
  const root = compiledProject();
  expect(isDistCurrent(root)).toBe(true);
  write(root, "README.md", "Nothing is made of it.");
  write(root, "src/a/b.ts", "as it was");
  expect(isDistCurrent(root)).toBe(true);
});

it.each<[string, (root: string) => void]>([
  [
    "a source has changed",
    (root) => {
      write(root, "src/a/b.ts", "as it is");
    },
  ],
  [
    "a source was added",
    (root) => {
      write(root, "src/c.ts", "");
    },
  ],
  [
    "a source was removed",
    (root) => {
      rmSync(join(root, "src/a/b.ts"));
    },
  ],
  [
    "a source was renamed",
    (root) => {
      rmSync(join(root, "src/a/b.ts"));
      write(root, "src/a/c.ts", "as it was");
    },
  ],
  [
    "a script that those of the compiler import has changed",
    (root) => {
      write(root, "scripts/admin-icons.mjs", "as it is");
    },
  ],
  [
    "a layout has changed",
    (root) => {
      write(root, "layouts/home.njk", "");
    },
  ],
  [
    "the installed packages have changed",
    (root) => {
      write(root, "node_modules/.package-lock.json", "{}");
    },
  ],
  [
    "the script that compiles has changed",
    (root) => {
      write(root, "scripts/compile.mjs", "");
    },
  ],
  [
    "the script that bundles the sources has changed",
    (root) => {
      write(root, "scripts/bundle.mjs", "");
    },
  ],
  [
    "the script that bundles the form has changed",
    (root) => {
      write(root, "scripts/admin.mjs", "");
    },
  ],
  [
    "a compiled file has changed",
    (root) => {
      write(root, "dist/cli/main.js", "");
    },
  ],
  [
    "a compiled file was removed",
    (root) => {
      rmSync(join(root, "dist/cli/main.js"));
    },
  ],
  [
    "its record is missing",
    (root) => {
      rmSync(join(root, "dist/.made-of"));
    },
  ],
  [
    "the list of installed packages is missing",
    (root) => {
      rmSync(join(root, "node_modules/.package-lock.json"));
      noteDist(root);
    },
  ],
])("dist/ is not current if %s", (_what, change) => {
  const root = compiledProject();
  change(root);
  expect(isDistCurrent(root)).toBe(false);
});
