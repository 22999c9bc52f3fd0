// A site → its robots.txt, which allows everyone and says where the sitemap is (RFC 9309).
import { absoluteUrl, type Site } from "../site/site.ts";

/** The whole text of the file. Without `url` there is no sitemap to point to. */
export function robotsTxt(site: Site): string {
  const rules = "User-agent: *\nAllow: /\n";
  return site.origin === "" ? rules : `${rules}\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
