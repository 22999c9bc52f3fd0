import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { feedContent } from "../../../src/feeds/content.ts";
import { atomFeed } from "../../../src/feeds/atom.ts";
import { authorOf, feedOf, postOf, siteOf } from "./samples.ts";
import { faultsOf } from "./well-formed.ts";

const second = postOf({
  url: "/blog/2021/03/01/autre/",
  title: "Autre",
  day: "2021-03-01",
  date: new Date("2021-02-28T23:00:00Z"),
});

describe("an Atom feed (RFC 4287)", () => {
  const text = atomFeed(
    feedOf([
      postOf({
        authors: [authorOf("Coline", "/auteurs/coline/")],
        terms: {
          tags: [{ taxonomy: "tags", slug: "donnees", label: "Données", url: "/mots-cles/donnees/" }],
        },
      }),
      second,
    ]),
  );
  const feed = parseAtomFeed(text);

  it("is well-formed XML in the feed's language", () => {
    expect(faultsOf(text)).toEqual([]);
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">');
  });

  it("has one id, title, update, self link and alternate link", () => {
    expect(feed.id).toBe("https://blog.example.org/feed.xml");
    expect(feed.title?.value ?? feed.title).toBe("Carnet");
    expect(feed.updated).toBe("2021-04-01T00:00:00+02:00");
    expect(feed.links?.map(({ rel, href, type }) => ({ rel, href, type }))).toEqual([
      { rel: "self", href: "https://blog.example.org/feed.xml", type: "application/atom+xml" },
      { rel: "alternate", href: "https://blog.example.org/", type: "text/html" },
    ]);
  });

  it("has the site's icon, which is square as the specification wants it", () => {
    expect(feed.icon).toBe("https://blog.example.org/icon-192.png");
  });

  it("gives each entry its page's absolute address as id", () => {
    expect(feed.entries?.map(({ id }) => id)).toEqual([
      "https://blog.example.org/blog/2021/04/01/bilan/",
      "https://blog.example.org/blog/2021/03/01/autre/",
    ]);
    expect(text).toContain(
      '<link rel="alternate" type="text/html" hreflang="fr" href="https://blog.example.org/blog/2021/04/01/bilan/"/>',
    );
  });

  it("keeps the id that an entry had before a move", () => {
    const ids = [
      postOf({ feedId: "/ancien/bilan" }),
      postOf({ feedId: "tag:vieux.example.org,2015:12" }),
      postOf({ feedId: "http://vieux.example.org/?p=12" }),
    ].map((post) => parseAtomFeed(atomFeed(feedOf([post]))).entries?.[0]?.id);
    expect(ids).toEqual([
      "https://blog.example.org/ancien/bilan",
      "tag:vieux.example.org,2015:12",
      "http://vieux.example.org/?p=12",
    ]);
  });

  it("dates each entry in the site's zone", () => {
    expect(feed.entries?.map(({ published, updated }) => [published, updated])).toEqual([
      ["2021-04-01T00:00:00+02:00", "2021-04-01T00:00:00+02:00"],
      ["2021-03-01T00:00:00+01:00", "2021-03-01T00:00:00+01:00"],
    ]);
  });

  it("names the authors of an entry, and the publisher for unsigned entries", () => {
    expect(text).toContain("<name>Coline</name>");
    expect(text).toContain("<uri>https://blog.example.org/auteurs/coline/</uri>");
    expect(feed.authors?.map(({ name }) => name)).toEqual(["Carnet"]);
  });

  it("contains the whole text as escaped HTML, and the tags", () => {
    expect(text).toContain('<content type="html">&lt;p&gt;Texte&lt;/p&gt;</content>');
    expect(text).toContain('<category term="donnees" label="Données"/>');
  });
});

it("has the same bytes each time", () => {
  expect(atomFeed(feedOf([postOf()]))).toBe(atomFeed(feedOf([postOf()])));
});

it("stays well-formed whatever a title contains", () => {
  const text = atomFeed(
    feedOf([postOf({ title: 'a\u0000\u001B\uFFFF\uD800 <b> & "c" ]]>' })], { title: "T & Cie" }),
  );
  expect(faultsOf(text)).toEqual([]);
  expect(text).toContain("<title>a &lt;b&gt; &amp; &quot;c&quot; ]]&gt;</title>");
});

it("keeps an emoji, which is a whole surrogate pair", () => {
  expect(atomFeed(feedOf([postOf({ title: "Fête 🎉" })]))).toContain("<title>Fête 🎉</title>");
});

it("uses an update from after the publication, not an earlier one", () => {
  const later = atomFeed(feedOf([postOf({ updated: "2021-11-02" })]));
  expect(later.match(/<updated>[^<]*/g)).toEqual([
    "<updated>2021-11-02T00:00:00+01:00",
    "<updated>2021-11-02T00:00:00+01:00",
  ]);
  const sameDay = atomFeed(
    feedOf([postOf({ updated: "2021-04-01", date: new Date("2021-04-01T08:30:00Z") })]),
  );
  expect(sameDay).toContain("<updated>2021-04-01T10:30:00+02:00</updated>");
});

it("contains the first 20 posts", () => {
  const posts = Array.from({ length: 30 }, (_, n) => postOf({ url: `/p/${String(n)}/` }));
  expect(atomFeed(feedOf(posts)).match(/<entry>/g)).toHaveLength(20);
});

it("is dated from the epoch if it has no post, not from the clock", () => {
  expect(atomFeed(feedOf([]))).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});

it("gives the language of a post that differs from the feed's", () => {
  expect(atomFeed(feedOf([postOf({ lang: "en" })]))).toContain('<entry xml:lang="en">');
});

it("puts the base path before every address of the site", () => {
  const page = {
    origin: "https://x.example.org",
    url: "https://x.example.org/carnet/blog/2021/04/01/bilan/",
  };
  const text = atomFeed(
    feedOf([postOf()], {
      site: siteOf({ url: "https://x.example.org/carnet/" }),
      html: () => feedContent('<a href="/carnet/b/">b</a>', page),
    }),
  );
  expect(text).toContain("<id>https://x.example.org/carnet/blog/2021/04/01/bilan/</id>");
  expect(text).toContain("href=&quot;https://x.example.org/carnet/b/&quot;");
});
