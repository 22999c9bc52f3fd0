import type { Post } from "../../../src/content/types.ts";
import type { FeedInput } from "../../../src/feeds/entries.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite, type Site } from "../../../src/site/site.ts";

export function siteOf(settings: Record<string, unknown> = {}): Site {
  return resolveSite(siteSchema.parse({ title: "Carnet", url: "https://blog.example.org", ...settings }), {
    root: "/site",
  });
}

export function postOf(changes: Partial<Post> = {}): Post {
  return {
    kind: "post",
    file: "content/posts/2021-04-01-bilan.md",
    lang: "fr",
    title: "Bilan",
    description: "Un bilan.",
    slug: "bilan",
    url: "/blog/2021/04/01/bilan/",
    layout: "post",
    body: Buffer.alloc(0),
    bodyLine: 1,
    fields: {},
    redirectFrom: [],
    noindex: false,
    typography: true,
    corrections: [],
    translations: [],
    placeOf: () => ({ file: "content/posts/2021-04-01-bilan.md", line: 1, column: 1 }),
    day: "2021-04-01",
    date: new Date("2021-03-31T22:00:00Z"),
    authors: [],
    terms: { tags: [] },
    related: [],
    ...changes,
  };
}

export function authorOf(name: string, url: string): Post["authors"][number] {
  return { name, url, person: { id: name, slug: name, name, links: [], handles: {}, known: false } };
}

export function feedOf(posts: readonly Post[], changes: Partial<FeedInput> = {}): FeedInput {
  return {
    site: siteOf(),
    lang: "fr",
    title: "Carnet",
    description: "Le carnet du programme",
    url: "/feed.xml",
    home: "/",
    posts,
    html: () => "<p>Texte</p>",
    image: ({ image }) => image?.src,
    ...changes,
  };
}
