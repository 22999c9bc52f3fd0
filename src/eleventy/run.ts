// How a `carnet` command tells the plugin, which the owner's `.eleventy.ts` adds, what to render: in the configuration object.
import type { Page } from "../pages/types.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { Model } from "./model.ts";
import type { EleventyConfig } from "./types.ts";

/** One run of Eleventy. */
export interface EleventyRun {
  model: Model;
  /** Shared by the runs of one build, so that layouts are compiled only in the first. */
  environment: CarnetEnvironment;
  /** The pages to render; collections contain every post, whatever the run renders. */
  pages: readonly Page[];
  /** True if Eleventy copies files too, as it does without the command line. */
  copy: boolean;
  /** Set by the plugin: if it is still false at the end, nobody added the plugin. */
  registered: boolean;
  /** Set by the plugin: true if the owner declares that what their code returns depends on its arguments alone. */
  isPure: boolean;
}

const RUN = Symbol.for("carnet.run");

type WithRun = EleventyConfig & { [RUN]?: EleventyRun };

export function setRun(config: WithRun, run: EleventyRun): void {
  config[RUN] = run;
}

/** What the running command asked for; `undefined` under plain Eleventy. */
export function runOf(config: WithRun): EleventyRun | undefined {
  return config[RUN];
}
