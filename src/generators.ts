// The files by which the blogs of other generators are known.

/** Names that its configuration has at the root of a blog, and that say alone whose it is. */
export const CONFIGURATIONS: Readonly<Record<"jekyll" | "hugo" | "eleventy", RegExp>> = {
  jekyll: /^_config\.ya?ml$/,
  hugo: /^hugo\.(?:toml|ya?ml|json)$/,
  eleventy: /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/,
};
