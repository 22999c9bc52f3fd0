// Checks all metadata of a built site from outside: returns one list of faults, each with its file.
import { BuiltSite } from "./built-site.ts";
import { feedFaults } from "./feeds.ts";
import { headFaults } from "./head.ts";
import { iconFaults } from "./icons.ts";
import { jsonLdFaults } from "./json-ld.ts";
import { sitemapFaults } from "./sitemap.ts";

/** The checks, by name. Each returns the faults that it finds, none for a sound site. */
export const GATES: Readonly<Record<string, (site: BuiltSite) => string[] | Promise<string[]>>> = {
  head: headFaults,
  "JSON-LD": jsonLdFaults,
  feeds: feedFaults,
  sitemap: sitemapFaults,
  icons: iconFaults,
};

/** Throws if there is no site in the folder. */
export async function metadataFaults(folder: string, options: { basePath?: string } = {}): Promise<string[]> {
  const site = new BuiltSite(folder, options);
  const faults: string[] = [];
  for (const gate of Object.values(GATES)) faults.push(...(await gate(site)));
  return faults;
}
