import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const unit = readdirSync(new URL("tests/unit", import.meta.url), { recursive: true, encoding: "utf8" })
  .map((path) => `tests/unit/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".test.ts"));

/**
 * Those that have a process to themselves: what they put in the place of a module is in the way of others, and others' code and
 * garbage in the way of those that measure.
 */
const apart = unit.filter((path) =>
  /\bvi\.(?:doM|m)ock\(|\/busy\.ts"/.test(readFileSync(new URL(path, import.meta.url), "utf8")),
);
const together = unit.filter((path) => !apart.includes(path));

export default defineConfig({
  test: {
    pool: "forks",
    testTimeout: 40_000,
    hookTimeout: 120_000,
    // What a save or a click brings may take seconds on a slow machine: as long as a test may wait for anything.
    expect: { poll: { timeout: 15_000 } },
    // Half of the tests wait for a browser or a command, which have the other core: on two cores, two at a time take two
    // thirds of the time.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    projects: [
      // Two hundred files that each load Carnet anew take half as long again as those that share it.
      { extends: true, test: { name: "unit", include: together, isolate: false } },
      {
        extends: true,
        test: {
          ...{ name: "apart", globalSetup: "tests/support/built-sites.ts" },
          ...{ include: ["tests/**/*.test.ts"], exclude: ["tests/fixtures/**", ...together] },
        },
      },
    ],
  },
});
