/** A site's own configuration of Eleventy. */
export const CONFIG_FILE = ".eleventy.ts";
