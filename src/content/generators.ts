// The files that identify the blogs of other generators.
import type { Generator } from "../strings/generators.ts";

/** Names of the configuration file at the root of a blog, where the name alone identifies the generator. */
export const CONFIGURATIONS: Readonly<Record<Generator, RegExp>> = {
  jekyll: /^_config\.ya?ml$/,
  hugo: /^hugo\.(?:toml|ya?ml|json)$/,
  eleventy: /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/,
};
