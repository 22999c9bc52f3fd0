// Publishes a version of the sample site, in this process or in one that a test kills.
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { publish, type Published } from "../../src/build/output/publish.ts";
import { STILL, writeSample } from "./sample-site.ts";

/** How files that do not change are kept; without it, they are written again. */
export type Keep = "keep" | "few of many";

export interface Publication {
  /** Absolute path of the output folder. */
  output: string;
  version: number;
  pages: number;
  keep?: Keep | undefined;
  /** Bytes of one more file. */
  filler?: number;
  /** Fails if another process renders at the same time. */
  alone?: boolean;
}

/** Small limits, for a test: few of many files, which are moved in. */
const LIMITS = { stay: 1, moved: 100 };

export function publishSample(publication: Publication): Promise<Published> {
  const { output, version, pages, keep, filler = 0, alone = false } = publication;
  return publish({
    output,
    ...(keep === "few of many" && { limits: LIMITS }),
    render: async (folder) => {
      // The lock must prevent two processes from rendering at once: only one of them could create the marker.
      const marker = `${output}.rendering`;
      if (alone) closeSync(openSync(marker, "wx"));
      const kept = keep === undefined ? [] : STILL.filter((path) => existsSync(`${output}/${path}`));
      writeSample(folder, version, pages, kept);
      if (filler > 0) writeFileSync(`${folder}/filler`, "x".repeat(filler));
      if (alone) {
        await sleep(20);
        rmSync(marker);
      }
      return kept;
    },
    wait: { limit: 20_000, sleep: async (ms) => sleep(ms) },
  });
}
