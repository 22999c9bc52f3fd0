// The page that lists the feeds of a site for people, and explains what a feed is: browsers show feeds as code, or not at all.
// One page per language; it also lists the feeds of the other languages, each in its own words.
import { ui } from "../strings/ui.ts";
import { siteTitle, taxonomyWords, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { wholeFeeds, type Feeds } from "./feed-links.ts";
import { peopleOf, termsOf, type Group } from "./groups.ts";
import { ownPage, type Shelf } from "./lists.ts";
import { ourLabel } from "./our-words.ts";

/** Something that readers can follow. */
interface Followed extends Feeds {
  label: string;
  lang: string;
  /** Address of the page that the feed mirrors. */
  url: string;
  count?: number;
}

interface FeedGroup {
  title: string;
  /** Of the title, if it is not that of the page. */
  lang?: string;
  feeds: readonly Followed[];
}

/** None if the site has no `url`, and so no feed. */
export function feedsPages(shelf: Shelf, languages: readonly string[]): Draft[] {
  const { site, lang } = shelf;
  if (site.origin === "") return [];
  const { title, description } = ui(lang, site.lang).feeds;
  return [ownPage(shelf, "feeds", { title, description, data: { feedGroups: groupsOf(shelf, languages) } })];
}

function groupsOf(shelf: Shelf, languages: readonly string[]): FeedGroup[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const ours = ourLabel(shelf);
  const followed = ({ label, url, posts, feeds }: Group<unknown>): Followed => ({
    ...{ label, lang, url, count: posts.length },
    ...feeds,
  });
  const taxonomies = ["tags", ...Object.keys(site.taxonomies)].map((taxonomy) => ({
    ...(taxonomy === "tags"
      ? { title: words.tags, ...ours }
      : { title: taxonomyWords(site, taxonomy, lang).label }),
    feeds: termsOf(shelf, taxonomy).map(followed),
  }));
  const ordered = [lang, ...languages.filter((other) => other !== lang)];
  return [
    { title: words.feeds.whole, ...ours, feeds: ordered.map((one) => wholeSite(site, one)) },
    ...taxonomies,
    { title: words.feeds.person, ...ours, feeds: peopleOf(shelf).map(followed) },
  ].filter(({ feeds }) => feeds.length > 0);
}

function wholeSite(site: Site, lang: string): Followed {
  const url = addressOf(site, "home", lang);
  return { label: siteTitle(site, lang), lang, url, ...wholeFeeds(site, lang) };
}
