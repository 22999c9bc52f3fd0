// Checks the sitemap against the pages: it lists all indexable ones, with their dates.
import { instant, sameAddress, type BuiltSite, type Page } from "./built-site.ts";
import { children, notWellFormed, rootOf, said, type XmlElement } from "./xml.ts";

export async function sitemapFaults(site: BuiltSite): Promise<string[]> {
  if (!site.has("sitemap.xml")) return ["sitemap.xml: missing"];
  const broken = await notWellFormed(["sitemap.xml"], site);
  const listed = children(rootOf(site.text("sitemap.xml")), "url");
  const faults = pageFaults(listed, site).map((fault) => `sitemap.xml: ${fault}`);
  return [...broken, ...robotsFaults(site), ...faults];
}

function robotsFaults(site: BuiltSite): string[] {
  if (!site.has("robots.txt")) return ["robots.txt: missing"];
  const named = /^Sitemap: (\S+)$/m.exec(site.text("robots.txt"))?.[1];
  return sameAddress(named, site.addressOf("sitemap.xml")) ? [] : ["robots.txt: does not name the sitemap"];
}

function pageFaults(listed: readonly XmlElement[], site: BuiltSite): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const entry of listed) {
    const address = said(entry, "loc");
    const page = site.pageAt(address);
    if (seen.has(address)) faults.push(`twice: ${address}`);
    seen.add(address);
    if (page?.isFound !== true || !sameAddress(page.canonical, address))
      faults.push(`not a page to be found there: ${address}`);
    else faults.push(...entryFaults(entry, page).map((fault) => `${fault}: ${address}`));
  }
  const left = site.pages.filter((page) => page.isFound && !seen.has(page.address));
  return [...faults, ...left.map(({ file }) => `leaves out ${file}`)];
}

function entryFaults(entry: XmlElement, page: Page): string[] {
  const faults: string[] = [];
  const lastmod = said(entry, "lastmod");
  const changed = page.meta("article:modified_time") ?? page.meta("article:published_time");
  if (changed !== undefined && (Number.isNaN(instant(changed)) || lastmod !== changed.slice(0, 10)))
    faults.push(`lastmod ${lastmod} is not the day of the text's last change`);
  return faults;
}
