// Texts → where they stand, in a file beside the form: one that an editor gives another address keeps the one it had as a redirect.
import type { Content } from "../content/types.ts";
import { atForge } from "./backend.ts";
import { nameOf } from "./form/names.ts";

/** Drafts and texts to come have no address that anyone knows. */
export function addressesFile({ site, posts, pages }: Content): string {
  const known = [...posts, ...pages].filter(({ unpublished }) => unpublished === undefined);
  const addresses = known.map(({ file, url }) => [nameOf(atForge(site, file)), url]);
  return `${JSON.stringify(Object.fromEntries(addresses), null, 1)}\n`;
}

/** Keys of front matter that the address of a text may be made of. */
export function addressKeys({ site }: Content): string[] {
  const isDated = /:(?:year|month|day)\b/.test(site.permalink);
  return ["slug", ...(isDated ? ["date", "publishAt"] : [])];
}
