// Names shared by the form in the browser and the code that makes its configuration.

/** The configuration, beside the page. */
export const CONFIG = "config.json";

/** The address of each text when the site was built, beside the page: name → address. */
export const ADDRESSES = "addresses.json";

/** A format of Sveltia's, which `text-file.ts` replaces. */
export const FORMAT = "yaml-frontmatter";

/** The key of the configuration that is for Carnet's own code in the form, not for Sveltia. */
export const OURS = "carnet";

export interface Ours {
  /** Keys of front matter that an address depends on. */
  addressKeys: readonly string[];
  /** For each field with a closed list: each way of writing a term, normalised → the label offered. */
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * A text has its own name under this key, and the form adds its earlier names when it is renamed (`aliases_field`). The form
 * removes the key from a copy of a text.
 */
export const NAMES = "carnet:names";

/** The part of a text's path that is the same in both layouts: `content/posts/2024-01-02-essai`. */
export function nameOf(path: string): string {
  return path.replace(/^\//, "").replace(/(?:\/index)?\.md$/, "");
}
