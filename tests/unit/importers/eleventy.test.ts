import { describe, expect, it } from "vitest";
import { readEleventy, eleventyAddress } from "../../../src/importers/eleventy.ts";
import { addressesOf, headed, imported, inMemory } from "./old-blog.ts";

describe("an address of Eleventy", () => {
  const named = {
    path: "posts/2022-03-04-l-ete",
    slug: "l-ete",
    day: "2022-03-04",
    data: { title: "L’Été & co", n: { a: "b", c: "Un Deux" } },
  };

  it.each([
    [undefined, "/posts/2022-03-04-l-ete/"],
    [false, false],
    ["/blog/{{ page.date | date: '%Y/%m/%d' }}/{{ page.fileSlug }}/", "/blog/2022/03/04/l-ete/"],
    ["{{ page.filePathStem }}.html", "/posts/l-ete.html"],
    ["/{{ title | slugify }}/index.html", "/l-ete-and-co/"],
    ["/{{ title | slug }}/", undefined],
    ["/{{ n.c | slug }}/", "/un-deux/"],
    ["/{{ n.c | slugify | url }}/{{ n.a | downcase }}/", "/un-deux/b/"],
    ["/{{ unknown }}/", undefined],
    ["/{% if title %}a{% endif %}/", undefined],
    ["/{{ title | reverse }}/", undefined],
  ])("with the permalink %s", (permalink, address) => {
    expect(eleventyAddress(permalink, named)).toBe(address);
  });

  it("of an index is that of its folder", () => {
    expect(eleventyAddress(undefined, { ...named, path: "posts/posts" })).toBe("/posts/");
    expect(eleventyAddress(undefined, { ...named, path: "index" })).toBe("/");
  });
});

describe("an Eleventy blog", () => {
  it("has the permalinks of its front matter and of the data of its folders, in any format that is data", () => {
    const site = readEleventy(
      inMemory({
        "eleventy.config.js":
          'export default (c) => { return { dir: { input: "src", data: "../_data" } } };\nprocess.exit(1);\n',
        "_data/site.yaml": "title: Onze\nhost: onze.example.org\nlang: fr\n",
        "_data/code.js": "export default async () => fetch('x');\n",
        "src/blog/blog.11tydata.js":
          "// Commentaire.\nmodule.exports = {\n  tags: ['posts', \"Été\"],\n  permalink: '/articles/{{ page.fileSlug }}/',\n  draft: false,\n};\n",
        "src/blog/2022-03-04-a.md": headed("title: A", "tags: [Une]"),
        "src/blog/b.md": headed("title: B", "date: 2022-03-05", "permalink: /b.html"),
        "src/blog/c.md": headed("title: C", "date: 2022-03-06", "permalink: false"),
        "src/blog/sans-date.md": headed("title: D"),
        "src/news/news.11tydata.js":
          "module.exports = { permalink: (data) => `/n/${data.page.fileSlug}/` };\n",
        "src/news/2022-01-01-n.md": headed("title: N"),
        "src/feed.njk": "---\npermalink: /flux.xml\n---\n<feed>{% for x in y %}{% endfor %}</feed>\n",
        "public/b.pdf": "",
        "README.md": "# Lisez-moi\n",
      }),
    );
    expect(addressesOf(site)).toEqual({
      "src/blog/2022-03-04-a.md": "/articles/a/",
      "src/blog/b.md": "/b.html",
      "src/blog/c.md": undefined,
      "src/blog/sans-date.md": "/articles/sans-date/",
      "src/news/2022-01-01-n.md": undefined,
    });
    expect(site.texts.map(({ kind, draft }) => `${kind}${draft ? " draft" : ""}`)).toEqual([
      "post",
      "post",
      "post draft",
      "page",
      "post",
    ]);
    expect(site.texts[0]?.terms["tags"]).toEqual(["Été", "Une"]);
    expect(site.settings).toMatchObject({
      url: "https://onze.example.org",
      addresses: { feed: "/flux.xml" },
    });
    expect(site.assets.map(({ target }) => target)).toEqual(["public/b.pdf"]);
    expect(site.todo.map(({ kind, file }) => [kind, file])).toEqual([
      ["undated", "src/blog/sans-date.md"],
      ["code-data", "src/news/news.11tydata.js"],
      ["unknown-address", "src/news/2022-01-01-n.md"],
    ]);
  });

  it("in Liquid keeps texts that stricter readers refuse, menus, and the lists of its templates", async () => {
    const { report, read } = await imported("eleventy", {
      ".eleventy.js": "module.exports = () => ({});\n",
      "_data/metadata.json": '{ "title": "Blog", "url": "https://blog.example.org", "language": "en" }',
      "posts/posts.json":
        '{ "tags": "posts", "permalink": "/{{ page.date | date: \'%Y/%m/%d\' }}/{{ page.fileSlug }}/" }',
      // A value in quotation marks that continues at the margin.
      "posts/2014-03-18-hello.md":
        '---\ntitle: "Hello\nworld"\nauthors:\n- aaron\n---\nSee [this]({{ site.baseurl }}/2014/03/19/next/).\n',
      "posts/2014-03-19-next.md": headed("title: Next", "image: assets/a.png"),
      "assets/a.png": "x",
      "about.md": "---\ntitle: About\neleventyNavigation: { key: About }\n---\nText.\n",
      "tags.njk":
        '---\npagination: { data: collections, size: 1, alias: tag }\npermalink: "/topics/{{ tag | slugify }}/"\n---\n',
      "blog.njk":
        '---\npagination: { data: collections.posts, size: 10 }\npermalink: "/articles/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"\n---\n',
    });
    expect(report.counts).toEqual({
      read: 5,
      posts: 2,
      pages: 1,
      terms: 0,
      drafts: 0,
      templates: 2,
      refused: 0,
    });
    expect(report.addresses).toEqual({ same: 3, all: 3 });
    expect(read("posts/2014-03-18-hello.md")).toBe(
      "---\ntitle: Hello world\nauthor: [aaron]\n---\n\nSee [this](/2014/03/19/next/).\n",
    );
    expect(read("posts/2014-03-19-next.md")).toContain("image: /assets/a.png\n");
    expect(read("site.yaml")).toContain("postsPerPage: 10\npermalink: /:year/:month/:day/:slug/\n");
    expect(read("site.yaml")).toContain("  tag: /topics/:slug/\n");
    expect(read("site.yaml")).toContain("  blog: /articles/\n");
    expect(read("site.yaml")).toContain("nav:\n  - label: About\n    url: /about/\n");
  });
});
