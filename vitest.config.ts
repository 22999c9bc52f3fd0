import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/fixtures/**"],
    pool: "forks",
    testTimeout: 40_000,
    hookTimeout: 120_000,
    // What a save or a click brings may take seconds on a slow machine: as long as a test may wait for anything.
    expect: { poll: { timeout: 15_000 } },
    // Half of the tests wait for a browser or a command: two at a time take two thirds of the time.
    maxWorkers: 2,
  },
});
