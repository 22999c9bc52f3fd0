import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const tests = readdirSync(new URL("tests", import.meta.url), { recursive: true, encoding: "utf8" })
  .map((path) => `tests/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(process.env.LONG ? ".long.test.ts" : ".test.ts"))
  .filter((path) => !path.startsWith("tests/fixtures/"))
  // What repeats something ten thousand times, or packs and installs Carnet, is for the night: `npm run test:long`.
  .filter((path) => process.env.LONG !== undefined || !path.endsWith(".long.test.ts"));

/**
 * Tests that have a process to themselves: what they put in the place of a module is in the way of others, and others' code and
 * garbage in the way of those that measure. Where Eleventy runs in the process, it would use the layouts of one site in the next.
 */
const APART = /\bvi\.(?:doM|m)ock\(|support\/(?:busy|in-process|built-site)\.ts"|cli\/build\.ts"/;

const apart = tests.filter((path) => APART.test(readFileSync(new URL(path, import.meta.url), "utf8")));
const together = tests.filter((path) => !apart.includes(path));
const isUnit = (path: string): boolean => path.startsWith("tests/unit/");

export default defineConfig({
  test: {
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a save or a click brings may take seconds on a slow machine: as long as a test may wait for anything.
    expect: { poll: { timeout: 15_000 } },
    // A worker waits a quarter of its time for a browser or a command: with two of them, two cores are used by three quarters.
    maxWorkers: availableParallelism() + 1,
    // Hundreds of files that each load Carnet, or what drives the browser, anew take a seventh to half as long again as those that
    // share it.
    projects: [
      { extends: true, test: { name: "unit", include: together.filter(isUnit), isolate: false } },
      {
        extends: true,
        test: {
          ...{ name: "commands", include: together.filter((path) => !isUnit(path)), isolate: false },
          globalSetup: "tests/support/built-sites.ts",
        },
      },
      { extends: true, test: { name: "apart", include: apart, globalSetup: "tests/support/built-sites.ts" } },
    ],
  },
});
