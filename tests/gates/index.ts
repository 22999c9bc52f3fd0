// All that machines are told of a built site, judged from outside: what is wrong, in one list, with the file it is in.
import { BuiltSite } from "./built-site.ts";
import { feedFaults } from "./feeds.ts";
import { headFaults } from "./head.ts";
import { iconFaults } from "./icons.ts";
import { jsonLdFaults } from "./json-ld.ts";
import { sitemapFaults } from "./sitemap.ts";

/** What can be judged apart. Each gate gives the faults it finds, none for a sound site. */
export const GATES: Readonly<Record<string, (site: BuiltSite) => string[] | Promise<string[]>>> = {
  head: headFaults,
  "JSON-LD": jsonLdFaults,
  feeds: feedFaults,
  sitemap: sitemapFaults,
  icons: iconFaults,
};

/** Throws where there is no site to judge. */
export async function metadataFaults(folder: string, options: { basePath?: string } = {}): Promise<string[]> {
  const site = new BuiltSite(folder, options);
  const faults: string[] = [];
  for (const gate of Object.values(GATES)) faults.push(...(await gate(site)));
  return faults;
}
