// Names that the form in the browser and what makes its configuration share.

/** The configuration, beside the page. */
export const CONFIG = "config.json";

/** A format of Sveltia’s, which `text-file.ts` reads and writes here in its place. */
export const FORMAT = "yaml-frontmatter";
