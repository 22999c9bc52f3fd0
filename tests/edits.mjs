// `node tests/edits.mjs [--sequences 500] [--seed 1]`: makes random edits, and compares the site after each with a clean build.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    sequences: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
  },
});
const root = join(import.meta.dirname, "..");
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "tests/e2e/incremental.test.ts"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CARNET_SEQUENCES: values.sequences, CARNET_SEED: values.seed },
  },
);
process.exit(status ?? 1);
