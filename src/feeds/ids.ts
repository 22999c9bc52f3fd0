// Ids that the entries of a feed had before a move, kept so that subscribers do not see old posts as new.
import { readFileName } from "../content/file-names.ts";
import { fillPattern } from "../content/permalinks.ts";
import type { Post } from "../content/types.ts";
import { langPrefix, type Site } from "../site/site.ts";

type Named = Pick<Post, "url" | "slug" | "file" | "addressKey" | "lang" | "day">;

/** The id of a post according to `feeds.ids`: a site path or an absolute address; undefined for its current address. */
export function formerId(post: Named, site: Pick<Site, "feeds" | "lang">): string | undefined {
  const { ids } = site.feeds;
  if (ids === "address") return undefined;
  if (ids === "jekyll") return jekyllId(post);
  if (!/:(?:slug|title)\b/.test(ids)) return ids.replace(/\/+$/, "") + post.url;
  const [, origin = "", pattern = ""] = /^(https?:\/\/[^/]+)?(.*)$/.exec(ids) ?? [];
  // An address set by `permalink` was not made by the old pattern either.
  if (post.addressKey === "permalink") return origin + post.url;
  const filled = fillPattern(pattern, { day: post.day, slug: post.slug });
  return typeof filled === "string" ? origin + langPrefix(site, post.lang) + encodeURI(filled) : undefined;
}

/**
 * The id in jekyll-feed: the folder of the address and the slug, without extension (`post.id`, made absolute). Site path:
 * `/blog/2021/04/01/titre.html` and `/blog/2021/04/01/titre/` → `/blog/2021/04/01/titre`.
 */
export function jekyllId(post: Pick<Post, "url" | "slug" | "file" | "addressKey">): string {
  const folder = post.url.replace(/\/+$/, "").replace(/\/[^/]*$/, "");
  // Jekyll takes the slug from the file name unchanged: accents and capitals stay.
  const named = readFileName(post.file, new Set()).slug;
  const slug = post.addressKey === "slug" || named === "" ? post.slug : named;
  return `${folder}/${encodeURI(slug)}`;
}
