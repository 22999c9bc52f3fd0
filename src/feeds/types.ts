// What a feed is made from, whatever its format. Only a site with a `url` has feeds: their ids and addresses must be absolute.
// Everything comes from the posts: a feed that read the clock would differ from one build to the next.
import type { Post } from "../content/types.ts";
import type { Site } from "../site/site.ts";

/** Number of posts in a feed. */
export const FEED_LENGTH = 20;

export interface FeedInput {
  site: Site;
  lang: string;
  title: string;
  description: string;
  /** Site path of the feed itself. */
  url: string;
  /** Site path of the page that the feed mirrors. */
  home: string;
  /** Site paths of the site's icon: square, for a list of feeds and beside an entry. */
  icons: { small: string; large: string };
  /** Latest first. */
  posts: readonly Post[];
  /** Site path or absolute address of a post's picture; undefined if it has none that can be shown. */
  image: (post: Post) => string | undefined;
  /** A post's HTML for feeds, which `feedContent` makes from that of the page. */
  html: (post: Post) => string;
}
