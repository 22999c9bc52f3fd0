import { describe, expect, it } from "vitest";
import { groupBy } from "../../../src/iterate.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const A = { "content/posts/2026-01-01-a.md": post("title: A", "author: Ada", "tags: [Été]") };

it("redirects the root to a home page elsewhere, and keeps the 404 page at the root", async () => {
  const { urls } = await planned({
    ...settings("addresses: { home: /accueil/ }"),
    "content/posts/2026-01-01-a.md": post("title: A"),
    "content/posts/en/2026-01-01-a.md": post("title: A"),
  });
  expect(urls("home")).toEqual(["/accueil/", "/en/accueil/"]);
  expect(urls("redirect")).toEqual(["/", "/en/"]);
  expect(urls("notFound")).toEqual(["/404.html", "/en/404.html"]);
});

describe("a plan", () => {
  it("has every kind of page, each at its default address", async () => {
    const { pages } = await planned(
      {
        ...A,
        "content/pages/aide.md": post("title: Aide"),
        "content/redirects.yaml": "/vieux/: /aide/\n",
      },
      { assets: [{ url: "/assets/carnet.css", text: "a{}" }] },
    );
    const urls = [...groupBy(pages, (page) => page.kind)].map(([kind, of]) => [
      kind,
      of.map((page) => page.url),
    ]);
    expect(Object.fromEntries(urls)).toEqual({
      post: ["/blog/2026/01/01/a/"],
      page: ["/aide/"],
      home: ["/"],
      blog: ["/blog/"],
      tags: ["/mots-cles/"],
      tag: ["/mots-cles/ete/"],
      people: ["/auteurs/"],
      person: ["/auteurs/ada/"],
      archives: ["/archives/"],
      year: ["/archives/2026/"],
      notFound: ["/404.html"],
      redirect: ["/vieux/"],
      robots: ["/robots.txt"],
      redirects: ["/_redirects"],
      headers: ["/_headers"],
      asset: ["/assets/carnet.css"],
      sitemap: ["/sitemap.xml"],
      feed: ["/feed.xml", "/feed.json", "/mots-cles/ete/feed.xml"],
      feeds: ["/flux/"],
      manifest: ["/site.webmanifest"],
    });
  });

  it("has no feed and no sitemap without `url`, since both need absolute addresses", async () => {
    const { urls, at } = await planned({ ...A, "content/site.yaml": "title: Carnet\n" });
    expect([...urls("feed"), ...urls("sitemap")]).toEqual([]);
    expect(at("/").data.feeds).toEqual([]);
  });

  it("requests a rendered text only when a file is written", async () => {
    let asked = 0;
    const { at } = await planned(A, {
      rendered: () => {
        asked += 1;
        return renderedOf();
      },
    });
    expect(asked).toBe(0);
    expect(at("/feed.xml").text?.()).toContain("Texte");
    expect(asked).toBe(1);
  });

  it("leaves drafts out of every page", async () => {
    const { pages } = await planned({
      ...A,
      "content/posts/2026-01-02-b.md": post("title: B", "draft: true"),
    });
    expect(pages.filter((page) => page.url.includes("/b/"))).toEqual([]);
    expect(pages.find((page) => page.kind === "home")?.data["total"]).toBe(1);
  });

  it("replaces a generated page with an owner's page at the same address", async () => {
    const { pages } = await planned({
      ...A,
      "content/pages/accueil.md": post("title: Mien", "permalink: /"),
    });
    expect(pages.filter((page) => page.url === "/").map(({ kind, data }) => [kind, data.title])).toEqual([
      ["page", "Mien"],
    ]);
  });

  it("gives each page its full address, its output file and its breadcrumbs", async () => {
    const { at } = await planned(A);
    const page = at("/mots-cles/ete/");
    expect(page).toMatchObject({ output: "mots-cles/ete/index.html", layout: "tag", lang: "fr" });
    expect(page.data.canonical).toBe("https://blog.example.org/mots-cles/ete/");
    expect(page.data.breadcrumbs).toEqual([
      { label: "Accueil", url: "/" },
      { label: "Mots-clés", url: "/mots-cles/" },
      { label: "Été", url: "/mots-cles/ete/", current: true },
    ]);
    expect(at("/404.html")).toMatchObject({ output: "404.html", data: { noindex: true } });
    expect(at("/").data.breadcrumbs).toEqual([]);
  });
});

describe("a site in two languages", () => {
  const TWO = {
    ...A,
    "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Summer]", "translationOf: a"),
    "content/posts/en/2026-01-03-c.md": post("title: C"),
  };

  it("has the pages of the other language under its prefix, with its own lists, tags and feeds", async () => {
    const { urls, at } = await planned(TWO);
    expect(urls("home")).toEqual(["/", "/en/"]);
    expect(urls("tag")).toEqual(["/mots-cles/ete/", "/en/tags/summer/"]);
    expect(urls("notFound")).toEqual(["/404.html", "/en/404.html"]);
    expect(urls("year")).toEqual(["/archives/2026/", "/en/archive/2026/"]);
    expect(urls("feed")).toEqual(
      expect.arrayContaining(["/feed.xml", "/en/feed.xml", "/en/tags/summer/feed.xml"]),
    );
    expect(at("/blog/").data["total"]).toBe(1);
    expect(at("/en/blog/").data["total"]).toBe(2);
    expect(at("/en/").lang).toBe("en");
  });

  it("lists each page's translation, or else the home page of that language", async () => {
    const { at } = await planned(TWO);
    const others = (url: string): unknown[] =>
      at(url).data.alternates.map((one) => [one.lang, one.url, one.current, one.translated]);
    expect(others("/blog/2026/01/01/a/")).toEqual([
      ["fr", "/blog/2026/01/01/a/", true, true],
      ["en", "/en/blog/2026/01/02/b/", false, true],
    ]);
    expect(others("/en/blog/2026/01/03/c/")).toEqual([
      ["fr", "/", false, false],
      ["en", "/en/blog/2026/01/03/c/", true, true],
    ]);
    expect(others("/en/archive/")).toEqual([
      ["fr", "/archives/", false, true],
      ["en", "/en/archive/", true, true],
    ]);
    expect(at("/").data.alternates.map((one) => one.label)).toEqual(["Français", "English"]);
  });

  it("has no alternates if it has only one language", async () => {
    expect((await planned(A)).at("/").data.alternates).toEqual([]);
  });
});

describe("lists of a single post", () => {
  const files = {
    ...A,
    "content/posts/2026-01-02-b.md": post("title: B", "author: Bel", "tags: [Zone]"),
    "content/posts/2026-01-03-c.md": post("title: C", "author: Bel", "tags: [Zone]"),
  };

  it("are kept out of search engines and of the sitemap, unless a page introduces them", async () => {
    const { at } = await planned(files);
    const listed = at("/sitemap.xml").text?.() ?? "";
    for (const [url, isOut] of [
      ["/mots-cles/ete/", true],
      ["/auteurs/ada/", true],
      ["/mots-cles/zone/", false],
      ["/auteurs/bel/", false],
    ] as const)
      expect([url, at(url).noindex, !listed.includes(url)]).toEqual([url, isOut, isOut]);
    const own = await planned({ ...files, "content/pages/mots-cles/ete.md": post("title: L’été") });
    expect(own.at("/mots-cles/ete/").noindex).toBe(false);
  });
});

it("a term and a person have another title bar in each language", async () => {
  const files = { ...A, "content/posts/en/2026-01-02-b.md": post("title: B", "author: Ada", "tags: [Été]") };
  const { at } = await planned(files);
  expect([at("/mots-cles/ete/").data.headTitle, at("/en/tags/ete/").data.headTitle]).toEqual([
    "Été – Mots-clés",
    "Été – Tags",
  ]);
  expect(at("/auteurs/ada/").data.headTitle).not.toBe(at("/en/authors/ada/").data.headTitle);
  expect((await planned(A)).at("/mots-cles/ete/").data).not.toHaveProperty("headTitle");
});

it("`person: off` makes no pages of people, and links to none", async () => {
  const people = "ada: { name: Ada, serie: journal }\n";
  const { urls, at, content } = await planned({
    ...settings("addresses: { person: off }", "taxonomies: { serie: { label: Séries } }"),
    ...A,
    "content/people.yaml": people,
  });
  expect([...urls("people"), ...urls("person")]).toEqual([]);
  expect(at("/").data.nav.map(({ label }) => label)).not.toContain("Auteurs");
  expect(at("/serie/journal/").data["members"]).toMatchObject([{ name: "Ada" }]);
  expect((at("/serie/journal/").data["members"] as object[])[0]).not.toHaveProperty("url");
  expect(at("/feed.xml").text?.()).toContain("<name>Ada</name>\n    </author>");
  expect(content.posts).toHaveLength(1);
});
