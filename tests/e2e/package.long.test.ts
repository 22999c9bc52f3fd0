// The package as users get it: packed, installed by npm into an empty folder, and used to start a site.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
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

/** The address of a registry that has the package, until the test ends. */
async function registry(): Promise<string> {
  const server = spawn(process.execPath, [join(ROOT, "tests/support/registry.mjs"), tarball]);
  onTestFinished(() => void server.kill());
  const [address] = (await once(server.stdout, "data")) as [Buffer];
  return String(address).trim();
}

const QUIET = ["--prefer-offline", "--no-audit", "--no-fund"];

describe.each(["10", "11"])("with npm %s", (version) => {
  const npm = (cwd: string, ...args: string[]): string =>
    ok("sh", ["-c", `npx --yes npm@${version} "$@" 2>&1`, "npm", ...args, ...QUIET], cwd);
  const carnet = (cwd: string, ...args: string[]): string =>
    ok("npx", ["--no-install", "carnet", ...args], cwd);

  it.each(["file", "Git address", "registry"])(
    "starts a site from a %s that installs without a warning, and builds",
    async (source) => {
      const home = mkdtempSync(join(folder, "home-"));
      const from = source === "registry" ? [`--registry=${await registry()}`] : [];
      let asked = source === "registry" ? "carnet-blog" : tarball;
      if (source === "Git address") {
        ok("git", ["clone", "--quiet", "--bare", ROOT, join(home, "carnet.git")], home);
        asked = `git+file://${join(home, "carnet.git")}`;
      }
      expect(npm(home, "install", asked, ...from)).not.toMatch(/warn/i);
      carnet(home, "init", "blog", "--lang", "en");
      const site = join(home, "blog");
      expect(npm(site, "install", ...from)).not.toMatch(/warn/i);
      carnet(site, "build");
      expect(existsSync(join(site, "_site/index.html"))).toBe(true);
    },
    5 * MINUTES,
  );
});

it(
  "lets a clone start a site that a host installs and builds from its repository, as publishing.md says",
  () => {
    const home = mkdtempSync(join(folder, "clone-"));
    ok("git", ["init", "--quiet", "--bare", "--initial-branch=main", "blog.git"], home);
    const run = (command: string, cwd: string): string => ok("sh", ["-c", command], join(home, cwd));
    run(`git clone --quiet ${ROOT} carnet`, "");
    run("npm ci", "carnet");
    run("npm run init -- ../my-blog", "carnet");
    run("npm pack ../carnet && npm install ./carnet-blog-*.tgz", "my-blog");
    run(
      "git init --quiet -b main && git add . && git -c user.name=A -c user.email=a@b.fr commit -qm Start",
      "my-blog",
    );
    run("git push --quiet ../blog.git main", "my-blog");
    // What remains on the machine of the person is not at hand.
    for (const gone of ["carnet", "my-blog"]) rmSync(join(home, gone), { recursive: true });
    run("git clone --quiet blog.git host", "");
    run("npm ci && npm run build", "host");
    expect(existsSync(join(home, "host/_site/index.html"))).toBe(true);
  },
  5 * MINUTES,
);

it(
  "starts a site that builds, checks and works under plain Eleventy; it is at most 75 MB with what it needs",
  () => {
    const home = join(folder, "home");
    mkdirSync(home);
    cpSync(tarball, join(home, basename(tarball)));
    ok("npm", ["install", `./${basename(tarball)}`, ...QUIET], home);
    expect(Number.parseInt(ok("du", ["-sm", "node_modules"], home))).toBeLessThanOrEqual(75);
    const npx = (...args: string[]): string => ok("npx", ["--no-install", ...args], site);
    let site = home;
    npx("carnet", "init", "my-blog", "--lang", "en");
    site = join(home, "my-blog");
    ok("npm", ["install", ...QUIET], site);
    npx("carnet", "new", "A first idea");
    npx("carnet", "build");
    npx("carnet", "check");
    npx("eleventy", "--quiet", "--output", "_plain");
    for (const output of ["_site", "_plain"]) expect(existsSync(join(site, output, "index.html"))).toBe(true);
  },
  5 * MINUTES,
);
