// The package as users get it: packed, installed by npm into an empty folder, and used to start a site.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { npm, ok, packInto } from "../support/npm.ts";
import { ROOT } from "../support/site.ts";

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), "carnet-packed-"));
let packed = { tarball: "", files: [""] };
beforeAll(() => {
  packed = packInto(folder);
}, 2 * MINUTES);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files of `dist/` that these compiled files or types load, themselves included. */
function reached(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(ROOT, file), "utf8");
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g))
      follow(posix.join(posix.dirname(file), target.replace(/(?<!\.d)\.ts$/, ".d.ts")));
  };
  entries.forEach(follow);
  return [...seen];
}

it("contains all the code that it runs, and no source", () => {
  const workers = ["pictures", "search", "texts"].map((name) => `dist/build/${name}/worker.js`);
  const entries = [
    "dist/cli/start.cjs",
    "dist/cli/main.js",
    "dist/eleventy/index.js",
    "dist/eleventy/index.d.ts",
  ];
  expect(packed.files).toEqual(expect.arrayContaining(reached([...entries, ...workers])));
  expect(packed.files.filter((file) => /^(?:src|tests|bench|scripts)\//.test(file))).toEqual([]);
});

it("has no dead link in its README and guides", () => {
  const texts = packed.files.filter((file) => file.endsWith(".md") && !/^(?:templates|dist)\//.test(file));
  const dead = texts.flatMap((file) =>
    Array.from(
      readFileSync(join(ROOT, file), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)/g),
      ([, target = ""]) => posix.join(posix.dirname(file), target),
    )
      .filter((target) => !packed.files.includes(target))
      .map((target) => `${file}: ${target}`),
  );
  expect(dead).toEqual([]);
});

it(
  "starts a site that builds, checks and works under plain Eleventy",
  () => {
    const home = join(folder, "home");
    mkdirSync(home);
    cpSync(packed.tarball, join(home, basename(packed.tarball)));
    npm(["install", `./${basename(packed.tarball)}`], home);
    ok("npx", ["--no-install", "carnet", "init", "my-blog", "--lang", "en"], home);
    const site = join(home, "my-blog");
    expect(existsSync(join(site, "vendor", basename(packed.tarball)))).toBe(true);
    symlinkSync("../node_modules", join(site, "node_modules"));
    ok("npx", ["--no-install", "carnet", "new", "A first idea"], site);
    ok("npx", ["--no-install", "carnet", "build"], site);
    ok("npx", ["--no-install", "carnet", "check"], site);
    ok("npx", ["--no-install", "eleventy", "--quiet", "--output", "_plain"], site);
    for (const output of ["_site", "_plain"]) expect(existsSync(join(site, output, "index.html"))).toBe(true);
  },
  5 * MINUTES,
);
