import { describe, expect, it } from "vitest";
import { groupBy } from "../../../src/iterate.ts";
import { publishedAddresses } from "../../../src/pages/plan.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { planned, settings, texts } from "./planned.ts";

const A = texts({ "posts/2026-01-01-a": "author: Ada\ntags: [Été]" });

it("a plan has every kind of page, each at its default address", async () => {
  const { pages } = await planned(
    { ...A, ...texts({ "pages/aide": "" }), "content/redirects.yaml": "/vieux/: /aide/\n" },
    { assets: [{ url: "/assets/carnet.css", text: "a{}" }] },
  );
  const kinds = [...groupBy(pages, (page) => page.kind)];
  expect(kinds.map(([kind, of]) => `${kind} ${of.map(({ url }) => url).join(" ")}`).sort()).toEqual([
    ...["archives /archives/", "asset /assets/carnet.css", "blog /blog/"],
    ...["feed /feed.xml /feed.json /mots-cles/ete/feed.xml", "headers /_headers", "home /"],
    ...["notFound /404.html", "page /aide/", "people /auteurs/"],
    ...["person /auteurs/ada/", "post /blog/2026/01/01/a/", "redirect /vieux/", "redirects /_redirects"],
    ...["robots /robots.txt", "sitemap /sitemap.xml", "tag /mots-cles/ete/", "tags /mots-cles/"],
    "year /archives/2026/",
  ]);
});

it("gives each page its full address, its output file and its breadcrumbs", async () => {
  const { at } = await planned(A);
  expect(at("/mots-cles/ete/")).toMatchObject({
    ...{ output: "mots-cles/ete/index.html", layout: "term", lang: "fr" },
    data: {
      canonical: "https://blog.example.org/mots-cles/ete/",
      breadcrumbs: [{ label: "Accueil", url: "/" }, { label: "Mots-clés" }, { label: "Été", current: true }],
    },
  });
  expect(at("/404.html")).toMatchObject({ output: "404.html", noindex: true });
});

it("has no feed and no sitemap without `url`, since both need absolute addresses", async () => {
  const { urls, data } = await planned({ ...A, "content/site.yaml": "title: Carnet\n" });
  expect([...urls("feed"), ...urls("sitemap"), data("/", "feeds")]).toEqual([[]]);
});

it("requests a rendered text only when a file is written", async () => {
  let calls = 0;
  const rendered = (): ReturnType<typeof renderedOf> => renderedOf({ words: (calls += 1) });
  const { text } = await planned(A, { rendered });
  expect(calls).toBe(0);
  expect(text("/feed.xml")).toContain("Texte");
  expect(calls).toBe(1);
});

it("redirects the root to a home page elsewhere, and keeps the 404 page at the root", async () => {
  const { urls } = await planned({
    ...settings("addresses: { home: /accueil/ }"),
    ...texts({ "posts/2026-01-01-a": "", "posts/en/2026-01-01-a": "" }),
  });
  expect(urls("home")).toEqual(["/accueil/", "/en/accueil/"]);
  expect(urls("redirect")).toEqual(["/", "/en/"]);
  expect(urls("notFound")).toEqual(["/404.html", "/en/404.html"]);
});

describe("a site in two languages", () => {
  const TWO = {
    ...A,
    ...texts({
      "posts/en/2026-01-02-b": "author: Ada\ntags: [Été]\ntranslationOf: a",
      "posts/en/2026-01-03-c": "",
    }),
  };

  it("has the pages of the other language under its prefix, with its own lists, tags and feeds", async () => {
    const { urls, data } = await planned(TWO);
    expect(urls("home")).toEqual(["/", "/en/"]);
    expect(urls("tag")).toEqual(["/mots-cles/ete/", "/en/tags/ete/"]);
    expect(urls("feed").filter((url) => url.startsWith("/en/"))).toEqual([
      ...["/en/feed.xml", "/en/feed.json", "/en/tags/ete/feed.xml"],
    ]);
    expect([data("/blog/", "total"), data("/en/blog/", "total")]).toEqual([1, 2]);
  });

  it.each([
    ["/blog/2026/01/01/a/", ["/blog/2026/01/01/a/", "/en/blog/2026/01/02/b/"]],
    ["/en/blog/2026/01/03/c/", ["/", "/en/blog/2026/01/03/c/"]],
    ["/en/archive/", ["/archives/", "/en/archive/"]],
  ])("lists the translation of %s, or else the home page of that language", async (url, urls) => {
    const { alternates } = (await planned(TWO)).at(url).data;
    expect(alternates.map((one) => one.label)).toEqual(["Français", "English"]);
    expect(alternates.map((one) => one.url)).toEqual(urls);
    expect(alternates.map((one) => one.translated)).toEqual(urls.map((one) => one !== "/"));
  });
});

it("lists of a single post are kept out of search engines and of the sitemap", async () => {
  const { at, text } = await planned({
    ...texts({
      "posts/2026-01-01-a": "author: Ada\ntags: [Été]",
      "posts/2026-01-02-b": "author: Bel\ntags: [Zone]",
      "posts/2026-01-03-c": "author: Bel\ntags: [Zone]",
    }),
  });
  const lists = ["mots-cles/ete", "auteurs/ada", "mots-cles/zone", "auteurs/bel"];
  const isOut = lists.map((list) => at(`/${list}/`).noindex);
  expect(isOut).toEqual([true, true, false, false]);
  expect(lists.map((list) => !text("/sitemap.xml").includes(`/${list}/`))).toEqual(isOut);
});

it("`person: off` makes no pages of people, and links to none", async () => {
  const { urls, data, text } = await planned({
    ...settings("addresses: { person: off }"),
    ...A,
  });
  expect([...urls("people"), ...urls("person")]).toEqual([]);
  expect(JSON.stringify(data("/", "nav"))).not.toContain("Auteurs");
  expect(text("/feed.xml")).toContain("<name>Ada</name>\n    </author>");
});

it("the published addresses are pages, redirects and feeds, but no later page of a list, sitemap or robots.txt", async () => {
  const { pages } = await planned({
    ...settings("postsPerPage: 1"),
    ...texts({ "posts/2026-01-01-a": "tags: [Été]\nredirect_from: /ancien/", "posts/2026-01-02-b": "" }),
  });
  const published = new Map(publishedAddresses(pages).map(({ url, ...one }) => [url, one]));
  for (const url of ["/blog/page/2/", "/sitemap.xml", "/robots.txt"])
    expect([pages.some((page) => page.url === url), published.has(url)], url).toEqual([true, false]);
  expect(Object.fromEntries(published)).toMatchObject({
    "/blog/": { source: "blog", title: "Articles" },
    "/mots-cles/ete/": { source: "tag", title: "Été" },
    "/blog/2026/01/01/a/": { source: "content/posts/2026-01-01-a.md", title: "A" },
    "/ancien/": { source: "redirect", title: "/blog/2026/01/01/a/" },
    "/feed.xml": { source: "feed", title: "" },
  });
});
