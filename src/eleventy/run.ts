// How a `carnet` command tells the plugin, which the owner's `.eleventy.ts` adds, what to render: on the configuration itself.
import type { Page } from "../pages/types.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { Model } from "./model.ts";
import type { EleventyConfig } from "./types.ts";

/** One run of Eleventy. */
export interface EleventyRun {
  model: Model;
  /** Shared by the runs of one build: layouts compiled in the first serve the others. */
  environment: CarnetEnvironment;
  /** The pages to render: collections hold every post, whatever the run renders. */
  pages: readonly Page[];
  /** True where Eleventy copies files too, as it does without the command line. */
  copy: boolean;
  /** Set by the plugin: false at the end means that nobody added it. */
  registered: boolean;
}

const RUN = Symbol.for("carnet.run");

type WithRun = EleventyConfig & { [RUN]?: EleventyRun };

export function setRun(config: WithRun, run: EleventyRun): void {
  config[RUN] = run;
}

/** What the command that runs asked for, or undefined under plain Eleventy. */
export function runOf(config: WithRun): EleventyRun | undefined {
  return config[RUN];
}
