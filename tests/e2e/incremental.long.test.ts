import { it } from "vitest";
import { expectSameAsClean, LONGEST } from "../support/random-edits.ts";

/** `CARNET_SEEDS=12,13` runs only these. */
const named = process.env["CARNET_SEEDS"]?.split(",").map(Number);

it.each(named ?? Array.from({ length: 500 }, (_, i) => i + 1))(
  "after edits, a build is the same as a clean build (seed %i)",
  (seed) => expectSameAsClean(seed),
  LONGEST,
);
