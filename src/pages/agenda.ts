// The agenda of a language: a page of what comes, then of what was, by year, and calendars: one to subscribe to, and one for each
// event. What a post's own page says of what is over is here too.
import { groupBy } from "../iterate.ts";
import { CALENDAR, calendarText, type Announcing } from "../feeds/calendar.ts";
import type { Post } from "../content/types.ts";
import { siteTitle, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { ownPage, type Collection } from "./lists.ts";
import { fileDraft, type Draft } from "./types.ts";

/** What comes, or a year of what was. */
export interface AgendaSection {
  title: string;
  /** That of its heading. */
  id: string;
  posts: readonly Post[];
}

/** Posts that announce what comes, soonest first. */
export function comingPosts({ posts }: Pick<Collection, "posts">, now: Date): Post[] {
  return posts
    .filter(({ event, deadline }) => isAhead(event, now) || isAhead(deadline, now))
    .sort((a, b) => timeOf(a, now) - timeOf(b, now));
}

/** The page of a language in which a post announces something. It keeps its address once all is over. */
export function agendaPages(collection: Collection, now: Date): Draft[] {
  const { site, lang } = collection;
  const posts = collection.posts.filter(({ event, deadline }) => event ?? deadline);
  if (posts.length === 0) return [];
  const { title, description, coming: comingTitle, pastOf } = ui(lang, site.lang).agenda;
  const coming = comingPosts(collection, now);
  const past = posts.filter((post) => !coming.includes(post)).sort((a, b) => timeOf(b, now) - timeOf(a, now));
  const years = groupBy(past, ({ event, deadline }) => (event?.start ?? deadline)?.day.slice(0, 4) ?? "");
  const url = calendarAddress(addressOf(site, "agenda", lang));
  return [
    ownPage(collection, "agenda", {
      ...{ title, description },
      data: {
        sections: [
          { title: comingTitle, id: "page--coming", posts: coming },
          ...[...years].map(([year, own]) => ({ title: pastOf(year), id: `page--${year}`, posts: own })),
        ] satisfies AgendaSection[],
        // Where one may still apply.
        open: coming.filter(({ deadline }) => isAhead(deadline, now)).map((post) => post.url),
      },
      ...(hasCalendar(collection) && { feeds: [{ url, title: calendarTitle(site, lang), type: CALENDAR }] }),
    }),
  ];
}

function isAhead(one: { over: Date } | undefined, now: Date): boolean {
  return one !== undefined && one.over > now;
}

/** When readers have to be there, or else to apply: what is over gives way to what is not. */
function timeOf({ event, deadline }: Post, now: Date): number {
  const first = isAhead(event, now) || !isAhead(deadline, now) ? (event?.start ?? deadline) : deadline;
  return first?.instant.getTime() ?? 0;
}

/** What the page of a post says of its event and its deadline, besides what the post does. */
export function announced({ event, deadline, url }: Post, site: Site, now: Date): Record<string, unknown> {
  return {
    ...(event && {
      eventOver: event.over <= now,
      ...(site.origin !== "" && { calendar: calendarAddress(url) }),
    }),
    ...(deadline && { deadlineOver: deadline.over <= now }),
  };
}

// Calendars

/** Beside a page: `/agenda/` → `/agenda.ics`, `/blog/titre.html` → `/blog/titre.ics`. */
export function calendarAddress(page: string): string {
  return page === "/" ? "/index.ics" : page.replace(/(\.html|\/)?$/, ".ics");
}

/** Calendars name their events by full addresses: a site without one has none. */
function hasCalendar({ site, posts }: Collection): boolean {
  return site.origin !== "" && posts.some(isAnnouncing);
}

function calendarTitle(site: Site, lang: string): string {
  return `${siteTitle(site, lang)} – ${ui(lang, site.lang).agenda.title}`;
}

function isAnnouncing(post: Post): post is Announcing {
  return post.event !== undefined;
}

/** The calendar of all events of a language, then those of each. */
export function calendarDocuments(collection: Collection): Draft[] {
  const { site, lang } = collection;
  if (!hasCalendar(collection)) return [];
  const posts = collection.posts.filter(isAnnouncing);
  const url = calendarAddress(addressOf(site, "agenda", lang));
  const title = calendarTitle(site, lang);
  return [
    fileDraft("calendar", url, () => calendarText(posts, site, { title, url }), lang),
    ...posts.map((post) =>
      fileDraft("event", calendarAddress(post.url), () => calendarText([post], site), lang),
    ),
  ];
}
