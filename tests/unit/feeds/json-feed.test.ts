import { expect, it } from "vitest";
import { jsonFeed } from "../../../src/feeds/json-feed.ts";
import { authorOf, feedOf, postOf, siteOf } from "./samples.ts";

it("is a JSON Feed 1.1 with the whole text of each post", () => {
  const post = postOf({
    authors: [authorOf("Coline", "/auteurs/coline/")],
    terms: { tags: [{ taxonomy: "tags", slug: "donnees", label: "Données", url: "/mots-cles/donnees/" }] },
    image: { src: "/img/a.jpg", alt: "", remote: false },
    updated: "2021-05-01",
  });
  expect(JSON.parse(jsonFeed(feedOf([post], { url: "/feed.json" })))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Carnet",
    home_page_url: "https://blog.example.org/",
    feed_url: "https://blog.example.org/feed.json",
    description: "Le carnet du programme",
    icon: "https://blog.example.org/icon-512.png",
    favicon: "https://blog.example.org/icon-192.png",
    language: "fr",
    authors: [{ name: "Carnet", url: "https://blog.example.org/" }],
    items: [
      {
        id: "https://blog.example.org/blog/2021/04/01/bilan/",
        url: "https://blog.example.org/blog/2021/04/01/bilan/",
        title: "Bilan",
        summary: "Un bilan.",
        content_html: "<p>Texte</p>",
        image: "https://blog.example.org/img/a.jpg",
        date_published: "2021-04-01T00:00:00+02:00",
        date_modified: "2021-05-01T00:00:00+02:00",
        authors: [{ name: "Coline", url: "https://blog.example.org/auteurs/coline/" }],
        tags: ["Données"],
        language: "fr",
      },
    ],
  });
});

it("keeps the address of a cover on another host", () => {
  expect(
    jsonFeed(feedOf([postOf({ image: { src: "https://y.org/a.png", alt: "", remote: true } })])),
  ).toContain('"image": "https://y.org/a.png"');
});

it("marks the feed of an archived site as expired", () => {
  const site = siteOf({ archived: "2026-06-30" });
  expect(JSON.parse(jsonFeed(feedOf([postOf()], { site })))).toMatchObject({ expired: true });
  expect(JSON.parse(jsonFeed(feedOf([postOf()])))).not.toHaveProperty("expired");
});
