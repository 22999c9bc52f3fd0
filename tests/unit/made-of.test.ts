// Whether `dist/` is current: only if it, its sources and the scripts that compiled it are all unchanged.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";

interface MadeOf {
  isDistCurrent: (root: string) => boolean;
  noteDist: (root: string) => void;
}
const script = pathToFileURL(join(import.meta.dirname, "../../scripts/made-of.mjs")).href;
const { isDistCurrent, noteDist } = (await import(script)) as MadeOf;

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function compiledProject(): string {
  const root = mkdtempSync(join(tmpdir(), "carnet-made-of-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const scripts = ["scripts/compile.mjs", "scripts/admin.mjs"];
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
    "a source is another",
    (root) => {
      write(root, "src/a/b.ts", "as it is");
    },
  ],
  [
    "a source came",
    (root) => {
      write(root, "src/c.ts", "");
    },
  ],
  [
    "a source went",
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
    "a layout is another",
    (root) => {
      write(root, "layouts/home.njk", "");
    },
  ],
  [
    "other packages are installed",
    (root) => {
      write(root, "node_modules/.package-lock.json", "{}");
    },
  ],
  [
    "what compiles is another",
    (root) => {
      write(root, "scripts/compile.mjs", "");
    },
  ],
  [
    "what bundles the form is another",
    (root) => {
      write(root, "scripts/admin.mjs", "");
    },
  ],
  [
    "what was compiled is another",
    (root) => {
      write(root, "dist/cli/main.js", "");
    },
  ],
  [
    "what was compiled went",
    (root) => {
      rmSync(join(root, "dist/cli/main.js"));
    },
  ],
  [
    "nothing was noted",
    (root) => {
      rmSync(join(root, "dist/.made-of"));
    },
  ],
  [
    "nothing is known of the packages",
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
