// Runs npm as a user does, in a folder outside the repository, so that it installs what users get.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ROOT, type Run } from "./site.ts";

/** Without the variables that `npm run` and `npx` set for the tests: they would configure the npm that tests start. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|NODE_ENV)/i.test(name)),
);

/** Runs a command that may fail: see `ok`. */
export function run(command: string, args: readonly string[], cwd: string, env = {}): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...ENV, LANG: "fr_FR.UTF-8", ...env },
  });
  return { status, stdout, stderr: error === undefined ? stderr : `${error.message}\n${stderr}` };
}

/** Standard output of a command that must succeed. */
export function ok(command: string, args: readonly string[], cwd: string, env = {}): string {
  const { status, stdout, stderr } = run(command, args, cwd, env);
  expect(status, `${command} ${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/**
 * `npm install` and the like. Prefers npm's cache; if that is not enough and the registry cannot be reached, the test fails
 * and says so.
 */
export function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(
    "npm",
    [...args, "--prefer-offline", "--no-audit", "--no-fund"],
    cwd,
  );
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|network/.test(stderr);
  const why = unreachable ? "the registry of npm cannot be reached from here, and this test needs it\n" : "";
  expect(status, `${why}npm ${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** Packs what is compiled, as `npm publish` would. */
export function packInto(folder: string): {
  /** Absolute path. */
  tarball: string;
  /** Paths in the package, sorted. */
  files: string[];
} {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { filename, files } = packed(ok("npm", args, ROOT));
  return { tarball: join(folder, filename), files: files.map(({ path }) => path).sort() };
}

interface Packed {
  filename: string;
  files: { path: string }[];
}

function packed(json: string): Packed {
  const [one] = JSON.parse(json) as Packed[];
  if (one === undefined) throw new Error(`npm pack said nothing: ${json}`);
  return one;
}

export function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}
