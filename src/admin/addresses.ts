// Texts → a file beside the form, with the address of each. If an editor changes the address of a text, the form adds the old
// one as a redirect.
import type { Content } from "../content/types.ts";
import { atForge } from "./backend.ts";
import { nameOf } from "./form/names.ts";

/** Drafts and future texts are left out: nobody knows their addresses yet. */
export function addressesFile({ site, posts, pages }: Content): string {
  const known = [...posts, ...pages].filter(({ unpublished }) => unpublished === undefined);
  const addresses = known.map(({ file, url }) => [nameOf(atForge(site, file)), url]);
  return `${JSON.stringify(Object.fromEntries(addresses), null, 1)}\n`;
}

/** Keys of front matter that the address of a text may depend on. */
export function addressKeys({ site }: Content): string[] {
  const isDated = /:(?:year|month|day)\b/.test(site.permalink);
  return ["slug", ...(isDated ? ["date", "publishAt"] : [])];
}
