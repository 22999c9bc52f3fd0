// Planned pages → their entries in the sitemap: address, last change, translations and pictures.
// A list changed when the latest of its texts did, including the one above it; a page that shows no text has no date.
import { changedOn } from "../content/changes.ts";
import type { Entry } from "../content/types.ts";
import type { SitemapEntry } from "../feeds/sitemap.ts";
import { latestDay } from "../feeds/sitemap.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import { isPost } from "./data-posts.ts";
import type { Page, PlanInputs } from "./types.ts";

export function isListed({ kind, noindex }: Page): boolean {
  return kind !== "redirect" && noindex !== true;
}

export function sitemapEntry(
  { kind, entry, data }: Page,
  site: Site,
  inputs: Pick<PlanInputs, "rendered" | "cover">,
): SitemapEntry {
  const listed = entry?.kind === kind ? undefined : latestOf(data);
  const lastmod = latestDay([(entry && lastChange(entry)) ?? [], listed ?? []].flat());
  return {
    url: data.canonical,
    ...(lastmod !== undefined && { lastmod }),
    alternates: data.alternates.filter((a) => a.indexed).map(({ lang, url }) => ({ lang, url })),
    ...(entry && { pictures: () => picturesOf(entry, site, inputs) }),
  };
}

function lastChange(entry: Entry): string | undefined {
  return changedOn(entry) ?? (entry.kind === "post" ? entry.day : undefined);
}

function latestOf({ lead, posts }: Record<string, unknown>): string | undefined {
  const others: unknown[] = Array.isArray(posts) ? posts : [];
  const days = [lead, ...others].flatMap((one) => (isPost(one) ? (lastChange(one) ?? []) : []));
  return latestDay(days);
}

/** Pictures of the site on a page, its cover first if it shows one; those on other hosts are not this site's to list. */
function picturesOf(
  entry: Entry,
  site: Site,
  { rendered, cover }: Pick<PlanInputs, "rendered" | "cover">,
): string[] {
  const own = cover(entry)?.src;
  const text = rendered(entry);
  const above = own === undefined || text.cover?.kept === true ? [] : [absoluteUrl(site, own)];
  return [...above, ...text.shown.map((src) => site.origin + src)];
}
