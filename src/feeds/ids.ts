// Ids that another generator gave to the entries of its feed, kept so that a move shows no subscriber old posts as new.
// jekyll-feed's is the folder of the address and the slug, without extension (`post.id`, made absolute).
import { readFileName } from "../content/file-names.ts";
import type { Post } from "../content/types.ts";

/** Site path: `/blog/2021/04/01/titre.html` and `/blog/2021/04/01/titre/` → `/blog/2021/04/01/titre`. */
export function jekyllId(post: Pick<Post, "url" | "slug" | "file" | "addressKey">): string {
  const folder = post.url.replace(/\/+$/, "").replace(/\/[^/]*$/, "");
  // Jekyll takes the slug as the file's name has it: accents and capitals stay.
  const named = readFileName(post.file, new Set()).slug;
  const slug = post.addressKey === "slug" || named === "" ? post.slug : named;
  return `${folder}/${encodeURI(slug)}`;
}
