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

const LOCK = "node_modules/.package-lock.json";

function compiledProject(): string {
  const root = scratchFolder();
  const scripts = ["scripts/compile.mjs", "scripts/bundle.mjs", "scripts/admin.mjs"];
  const inputs = ["package.json", "tsconfig.json", "tsconfig.build.json", LOCK];
  const files = [
    ...inputs,
    ...scripts,
    "src/a/b.ts",
    "layouts/home.njk",
    "themes/a/post.njk",
    "dist/cli/main.js",
  ];
  writeFiles(root, Object.fromEntries(files.map((path) => [path, "as it was"])));
  noteDist(root);
  return root;
}

it("dist/ is current if nothing that it is made of has changed", () => {
  const root = compiledProject();
  expect(isDistCurrent(root)).toBe(true);
  writeFiles(root, { "README.md": "Nothing is made of it.", "src/a/b.ts": "as it was" });
  expect(isDistCurrent(root)).toBe(true);
});

it.each([
  ["a source has changed", { "src/a/b.ts": "as it is" }],
  ["a source was renamed", { "src/a/b.ts": null, "src/a/c.ts": "as it was" }],
  ["a script has changed", { "scripts/bundle.mjs": "" }],
  ["a layout has changed", { "layouts/home.njk": "" }],
  ["the installed packages have changed", { [LOCK]: "{}" }],
  ["a compiled file has changed", { "dist/cli/main.js": "" }],
  ["its record is missing", { "dist/.made-of": null }],
])("dist/ is not current if %s", (_what, changes: Record<string, string | null>) => {
  const root = compiledProject();
  for (const [path, text] of Object.entries(changes))
    if (text === null) rmSync(join(root, path));
    else writeFiles(root, { [path]: text });
  expect(isDistCurrent(root)).toBe(false);
});
