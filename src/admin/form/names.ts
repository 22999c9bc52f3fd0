// Names that the form in the browser and what makes its configuration share.

/** The configuration, beside the page. */
export const CONFIG = "config.json";

/** Where texts stood when the site was built, beside the page: name → address. */
export const ADDRESSES = "addresses.json";

/** A format of Sveltia’s, which `text-file.ts` reads and writes here in its place. */
export const FORMAT = "yaml-frontmatter";

/** What of the configuration is for Carnet’s own code in the form, and not for Sveltia. */
export const OURS = "carnet";

export interface Ours {
  /** Keys of front matter that make an address. */
  addressKeys: readonly string[];
  /** By field that is chosen from a closed list: what a written name means → the label that is offered. */
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Under this key a text has its own name, and the form adds those that it is renamed from (`aliases_field`). It takes the key from
 * a copy of a text.
 */
export const NAMES = "carnet:names";

/** What of a text’s path stays the same in both layouts: `content/posts/2024-01-02-essai`. */
export function nameOf(path: string): string {
  return path.replace(/^\//, "").replace(/(?:\/index)?\.md$/, "");
}
