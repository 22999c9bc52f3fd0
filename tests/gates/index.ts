// All that machines are told of a built site, judged from outside: what is wrong, in one list, with the file it is in.
import { BuiltSite, type Changes } from "./built-site.ts";
import { feedFaults } from "./feeds.ts";
import { headFaults } from "./head.ts";
import { iconFaults } from "./icons.ts";
import { jsonLdFaults } from "./json-ld.ts";
import { sitemapFaults } from "./sitemap.ts";

/** Throws where there is no site to judge. */
export async function metadataFaults(
  folder: string,
  options: { basePath?: string; changes?: Changes } = {},
): Promise<string[]> {
  const site = new BuiltSite(folder, options);
  return [
    ...(await headFaults(site)),
    ...jsonLdFaults(site),
    ...(await feedFaults(site)),
    ...(await sitemapFaults(site)),
    ...(await iconFaults(site)),
  ];
}
