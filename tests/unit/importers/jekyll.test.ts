import { describe, expect, it } from "vitest";
import { readJekyll, jekyllAddress, jekyllPageAddress } from "../../../src/importers/jekyll.ts";
import { addressesOf, headed, inMemory } from "./old-blog.ts";

describe("an address of Jekyll", () => {
  const named = { day: "2021-04-01", slug: "Été à Nice", categories: ["Vie", "Outils"] };

  it.each([
    ["date", "/vie/outils/2021/04/01/Été-à-Nice.html"],
    ["pretty", "/vie/outils/2021/04/01/Été-à-Nice/"],
    ["ordinal", undefined],
    ["weekdate", undefined],
    ["none", "/vie/outils/Été-à-Nice.html"],
    ["/blog/:short_year/:i_month/:i_day/:slug/", "/blog/21/4/1/été-à-nice/"],
    ["/:year/:title/index.html", "/2021/Été-à-Nice/"],
    ["/:unknown/:title", undefined],
  ])("with the pattern %s", (pattern, address) => {
    expect(jekyllAddress(pattern, named)).toBe(address);
  });

  it.each([
    ["about.md", undefined, "/about.html"],
    ["about.md", "pretty", "/about/"],
    ["docs/index.md", "date", "/docs/"],
    ["docs/a.md", "/:title:output_ext", "/docs/a.html"],
  ])("of the page %s with the pattern %s", (file, pattern, address) => {
    expect(jekyllPageAddress(file, pattern)).toBe(address);
  });
});

describe("a Jekyll blog", () => {
  it("has the posts of every `_posts`, with its categories, folders, dates and drafts", () => {
    const site = readJekyll(
      inMemory({
        "_config.yml": "permalink: /:categories/:year/:title/\ntimezone: Europe/Paris\n",
        "_posts/2020-01-02-a.md": headed("title: A", "category: vie d’équipe"),
        "_posts/2020-01-03-b.md": headed("date: 2021-12-31 23:30:00 +0000"),
        "_posts/2020-01-04-c.md": headed("permalink: date"),
        "_posts/2020-01-05-d.md": headed("published: false"),
        "_posts/sans-date.md": headed("title: E"),
        "_posts/2020-01-06-sans-tete.md": "Texte.\n",
        "outils/_posts/2020-01-07-f.md": headed("title: F"),
        "_drafts/g.md": headed("title: G"),
      }),
    );
    expect(addressesOf(site)).toEqual({
      "_posts/2020-01-02-a.md": "/vie d’équipe/2020/a/",
      "_posts/2020-01-03-b.md": "/2022/b/",
      "_posts/2020-01-04-c.md": "/2020/01/04/c.html",
      "_posts/2020-01-05-d.md": undefined,
      "_posts/sans-date.md": undefined,
      "_posts/2020-01-06-sans-tete.md": undefined,
      "outils/_posts/2020-01-07-f.md": "/outils/2020/f/",
      "_drafts/g.md": undefined,
    });
    expect(site.texts.every(({ oldUrl, draft }) => draft === (oldUrl === undefined))).toBe(true);
  });

  it("has posts in collections too, by the dates of their names; other texts there are pages, or people", () => {
    const site = readJekyll(
      inMemory({
        "_config.yml":
          "collections_dir: textes\ncollections:\n  news: { output: true, permalink: '/news/:title/' }\n  recettes: { output: true }\n  authors: { output: true, permalink: '/auteurs/:path/' }\n  notes: {}\n",
        "textes/_news/2020-01-02-a.md": headed("title: A"),
        "textes/_news/b.md": headed("title: B"),
        "textes/_recettes/soupe.md": headed("title: Soupe"),
        "textes/_authors/lea.md": "---\nname: Léa\n---\n",
        "textes/_notes/n.md": headed("title: N"),
        // Of one day, as people and projects of one year.
        "textes/_recettes/2020-01-01-a.md": headed("title: A"),
        "textes/_recettes/2020-01-01-b.md": headed("title: B"),
      }),
    );
    expect(site.texts.map(({ kind, target, oldUrl }) => [kind, target, oldUrl])).toEqual([
      ["post", "content/posts/2020-01-02-a.md", "/news/a/"],
      ["page", "content/pages/news/b.md", "/news/b/"],
      ["page", "content/pages/notes/n.md", undefined],
      ["page", "content/pages/recettes/2020-01-01-a.md", "/recettes/2020-01-01-a.html"],
      ["page", "content/pages/recettes/2020-01-01-b.md", "/recettes/2020-01-01-b.html"],
      ["page", "content/pages/recettes/soupe.md", "/recettes/soupe.html"],
    ]);
    expect(site.todo).toEqual([{ kind: "unpublished", file: "", found: "notes" }]);
    expect(site.people).toEqual({ lea: { name: "Léa" } });
    expect(site.settings["addresses"]).toEqual({ person: "/auteurs/:slug/" });
  });

  it("leaves Carnet's pages of people their usual addresses where theirs were texts", () => {
    const site = readJekyll(
      inMemory({
        "_config.yml": "collections: { team: { output: true } }\n",
        "_team/lea.md": headed("title: Léa"),
      }),
    );
    expect(addressesOf(site)).toEqual({ "_team/lea.md": "/team/lea.html" });
    expect(site.settings["addresses"]).toBeUndefined();
  });

  it("gives its texts the defaults of their scope, and their language", () => {
    const site = readJekyll(
      inMemory({
        "_config.yml":
          "defaults:\n- { scope: { path: '' }, values: { lang: fr, author: Rédaction } }\n- { scope: { path: en, type: posts }, values: { author: Desk } }\n",
        "_posts/2020-01-02-a.md": headed("title: A"),
        "en/_posts/2020-01-02-a.md": headed("title: A", "redirect_from: /old/"),
      }),
    );
    expect(site.lang).toBe("fr");
    expect(
      site.texts.map(({ lang, inherited, target, aliases }) => [lang, inherited["author"], target, aliases]),
    ).toEqual([
      ["fr", "Rédaction", "content/posts/2020-01-02-a.md", []],
      ["en", "Desk", "content/posts/en/2020-01-02-a.md", ["/old/"]],
    ]);
  });

  it("tells pages from lists, redirects and files, and leaves out what Jekyll excluded", () => {
    const site = readJekyll(
      inMemory({
        "_config.yml":
          "exclude: [notes]\nplugins: [jekyll-feed]\nfeed: { path: atom.xml }\npaginate_path: /blog/page:num/\n",
        _redirects: "/a /b/ 301\n/c/* /d/:splat 301\n",
        "about.md": headed("permalink: /qui/"),
        "archives.html":
          "---\n---\n<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>\n",
        "vieux.md": headed("redirect_to: /qui/"),
        "img/a.png": "",
        "robots.txt": "",
        "notes/x.md": headed("title: X"),
        "guide.textile": "---\ntitle: T\n---\nh1. T\n",
        "README.md": "# Lisez-moi\n",
      }),
    );
    expect(addressesOf(site)).toEqual({ "about.md": "/qui/" });
    expect(site.templates).toBe(2);
    expect(site.redirects).toEqual([
      { from: "/a", to: "/b/" },
      { from: "/vieux.html", to: "/qui/" },
    ]);
    expect(site.assets).toEqual([{ source: "img/a.png", target: "public/img/a.png" }]);
    expect(site.todo.map(({ kind, found }) => [kind, found])).toEqual([
      ["redirect", "/c/* /d/:splat 301"],
      ["markup", "guide.textile"],
      ["file", "robots.txt"],
    ]);
    expect(site.settings["addresses"]).toEqual({ blog: "/blog/", page: "page:n/", feed: "/atom.xml" });
    expect(site.settings["feeds"]).toEqual({ ids: "jekyll" });
  });
});
