// Checks all metadata of a built site from outside: returns one list of faults, each with its file.
import { BuiltSite } from "./built-site.ts";
import { feedFaults } from "./feeds.ts";
import { headFaults } from "./head.ts";
import { iconFaults } from "./icons.ts";
import { jsonLdFaults } from "./json-ld.ts";
import { sitemapFaults } from "./sitemap.ts";

/** Throws if there is no site in the folder. */
export async function metadataFaults(folder: string, options: { basePath?: string } = {}): Promise<string[]> {
  const site = new BuiltSite(folder, options);
  return [
    ...headFaults(site),
    ...jsonLdFaults(site),
    ...(await feedFaults(site)),
    ...(await sitemapFaults(site)),
    ...iconFaults(site),
  ];
}
