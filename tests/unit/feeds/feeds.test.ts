import { expect, it } from "vitest";
import { atomFeed } from "../../../src/feeds/atom.ts";
import { jsonFeed } from "../../../src/feeds/json-feed.ts";
import { authorOf, feedOf, postOf, siteOf } from "./samples.ts";

const SITE = "https://blog.example.org";
const POST = postOf({
  authors: [authorOf("Coline", "/auteurs/coline/")],
  terms: { tags: [{ taxonomy: "tags", slug: "donnees", label: "Données", url: "/mots-cles/donnees/" }] },
  image: { src: "/img/a.jpg", alt: "", remote: false },
  updated: "2021-05-01",
  license: "CC BY 4.0",
});
const LICENSED = { site: siteOf({ license: "etalab-2.0" }) };
const ETALAB = "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf";
const CC = "https://creativecommons.org/licenses/by/4.0/deed.fr";

it("an Atom feed has the whole text of each post (RFC 4287), and licences in words and as links (RFC 4946)", () => {
  const text = atomFeed(feedOf([POST], LICENSED));
  expect(text.split("\n").map((line) => line.trim())).toEqual([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${SITE}/feed.xml</id>`,
    "<title>Carnet</title>",
    "<subtitle>Le carnet du programme</subtitle>",
    "<updated>2021-05-01T00:00:00+02:00</updated>",
    `<link rel="self" type="application/atom+xml" href="${SITE}/feed.xml"/>`,
    `<link rel="alternate" type="text/html" hreflang="fr" href="${SITE}/"/>`,
    ...["<author>", "<name>Carnet</name>", `<uri>${SITE}/</uri>`, "</author>"],
    "<rights>Licence Ouverte 2.0</rights>",
    `<link rel="license" href="${ETALAB}"/>`,
    "<generator>Carnet</generator>",
    `<icon>${SITE}/icon-192.png</icon>`,
    "<entry>",
    `<id>${SITE}/blog/2021/04/01/bilan/</id>`,
    "<title>Bilan</title>",
    `<link rel="alternate" type="text/html" hreflang="fr" href="${SITE}/blog/2021/04/01/bilan/"/>`,
    "<published>2021-04-01T00:00:00+02:00</published>",
    "<updated>2021-05-01T00:00:00+02:00</updated>",
    ...["<author>", "<name>Coline</name>", `<uri>${SITE}/auteurs/coline/</uri>`, "</author>"],
    '<category term="donnees" label="Données"/>',
    "<summary>Un bilan.</summary>",
    "<rights>CC BY 4.0</rights>",
    `<link rel="license" href="${CC}"/>`,
    '<content type="html">&lt;p&gt;Texte&lt;/p&gt;</content>',
    ...["</entry>", "</feed>", ""],
  ]);
});

it("a JSON Feed 1.1 has the same, and licences as extensions", () => {
  expect(JSON.parse(jsonFeed(feedOf([POST], { ...LICENSED, url: "/feed.json" })))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Carnet",
    home_page_url: `${SITE}/`,
    feed_url: `${SITE}/feed.json`,
    description: "Le carnet du programme",
    icon: `${SITE}/icon-512.png`,
    favicon: `${SITE}/icon-192.png`,
    language: "fr",
    authors: [{ name: "Carnet", url: `${SITE}/` }],
    _license: { label: "Licence Ouverte 2.0", url: ETALAB },
    items: [
      {
        id: `${SITE}/blog/2021/04/01/bilan/`,
        url: `${SITE}/blog/2021/04/01/bilan/`,
        title: "Bilan",
        summary: "Un bilan.",
        content_html: "<p>Texte</p>",
        image: `${SITE}/img/a.jpg`,
        date_published: "2021-04-01T00:00:00+02:00",
        date_modified: "2021-05-01T00:00:00+02:00",
        authors: [{ name: "Coline", url: `${SITE}/auteurs/coline/` }],
        tags: ["Données"],
        language: "fr",
        _license: { label: "CC BY 4.0", url: CC },
      },
    ],
  });
});

it.each([
  ["the id that an entry had before a move", { feedId: "/ancien/bilan" }, `<id>${SITE}/ancien/bilan</id>`],
  [
    "an id that is no path",
    { feedId: "tag:vieux.example.org,2015:12" },
    "<id>tag:vieux.example.org,2015:12</id>",
  ],
  ["an emoji, a whole surrogate pair", { title: "Fête 🎉" }, "<title>Fête 🎉</title>"],
  ["the language of a post that is not the feed’s", { lang: "en" }, '<entry xml:lang="en">'],
  ["an unknown licence, in words", { license: "À nous" }, "<rights>À nous</rights>\n    <content"],
  [
    "no change before the hour of publication",
    { updated: "2021-04-01", date: new Date("2021-04-01T08:30:00Z") },
    "<updated>2021-04-01T10:30:00+02:00</updated>",
  ],
])("an Atom feed has %s", (_, post, written) => {
  expect(atomFeed(feedOf([postOf(post)]))).toContain(written);
});

it("a feed stays well-formed whatever a title contains", () => {
  const text = atomFeed(
    feedOf([postOf({ title: 'a\u0000\u001B\uFFFF\uD800 <b> & "c" ]]>' })], { title: "T & Cie" }),
  );
  expect(text).toContain("<title>T &amp; Cie</title>");
  expect(text).toContain("<title>a &lt;b&gt; &amp; &quot;c&quot; ]]&gt;</title>");
});

it("a feed contains the first 20 posts, and is dated from the epoch if it has none, not from the clock", () => {
  const posts = Array.from({ length: 30 }, (_, n) => postOf({ url: `/p/${String(n)}/` }));
  expect(atomFeed(feedOf(posts)).match(/<entry>/g)).toHaveLength(20);
  expect(atomFeed(feedOf([]))).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});

it("a JSON feed keeps the address of a cover on another host, and is expired on an archived site", () => {
  const post = postOf({ image: { src: "https://y.org/a.png", alt: "", remote: true } });
  const site = siteOf({ archived: "2026-06-30" });
  expect(JSON.parse(jsonFeed(feedOf([post], { site })))).toMatchObject({
    expired: true,
    items: [{ image: "https://y.org/a.png" }],
  });
  expect(JSON.parse(jsonFeed(feedOf([post])))).not.toHaveProperty("expired");
});
