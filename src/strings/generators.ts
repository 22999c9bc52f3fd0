// The generators whose blogs Carnet imports: the word for each on the command line, and its name.

export const GENERATORS = ["jekyll", "hugo", "eleventy"] as const;

export type Generator = (typeof GENERATORS)[number];

export const GENERATOR_NAMES: Readonly<Record<Generator, string>> = {
  jekyll: "Jekyll",
  hugo: "Hugo",
  eleventy: "Eleventy",
};
