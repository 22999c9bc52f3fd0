// The package as users get it: packed, installed by npm into an empty folder, and used to start a site.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "../support/npm.ts";
import { ROOT } from "../support/site.ts";

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), "carnet-packed-"));
let tarball = "";
/** Paths in the package. */
let files: string[] = [];
beforeAll(() => {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [packed] = JSON.parse(ok("npm", args, ROOT)) as { filename: string; files: { path: string }[] }[];
  tarball = join(folder, packed?.filename ?? "");
  files = packed?.files.map(({ path }) => path) ?? [];
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
  const workers = ["pictures", "search", "texts"].map((name) => `build/${name}/worker.js`);
  const entries = ["cli/start.cjs", "cli/main.js", "eleventy/index.js", "eleventy/index.d.ts", ...workers];
  expect(files).toEqual(expect.arrayContaining(reached(entries.map((file) => `dist/${file}`))));
  expect(files.filter((file) => /^(?:src|tests|bench|scripts)\//.test(file))).toEqual([]);
});

it("has no dead link in its README and guides", () => {
  const texts = files.filter((file) => file.endsWith(".md") && !/^(?:templates|dist)\//.test(file));
  const links = texts.flatMap((file) =>
    Array.from(
      readFileSync(join(ROOT, file), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)/g),
      ([, target = ""]) => ({ file, target: posix.join(posix.dirname(file), target) }),
    ),
  );
  expect(links.filter(({ target }) => !files.includes(target))).toEqual([]);
});

it(
  "starts a site that builds, checks and works under plain Eleventy; it is at most 75 MB with what it needs",
  () => {
    const home = join(folder, "home");
    mkdirSync(home);
    cpSync(tarball, join(home, basename(tarball)));
    const quiet = ["--prefer-offline", "--no-audit", "--no-fund"];
    ok("npm", ["install", `./${basename(tarball)}`, ...quiet], home);
    expect(Number.parseInt(ok("du", ["-sm", "node_modules"], home))).toBeLessThanOrEqual(75);
    const npx = (...args: string[]): string => ok("npx", ["--no-install", ...args], site);
    let site = home;
    npx("carnet", "init", "my-blog", "--lang", "en");
    site = join(home, "my-blog");
    symlinkSync("../node_modules", join(site, "node_modules"));
    npx("carnet", "new", "A first idea");
    npx("carnet", "build");
    npx("carnet", "check");
    npx("eleventy", "--quiet", "--output", "_plain");
    for (const output of ["_site", "_plain"]) expect(existsSync(join(site, output, "index.html"))).toBe(true);
  },
  5 * MINUTES,
);
