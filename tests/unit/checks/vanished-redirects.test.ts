import { describe, expect, it } from "vitest";
import { post, type Files } from "../content/site-root.ts";
import { A, URL, JANUARY, vanished, published, shown, lines } from "./vanished-site.ts";

describe("a published address", () => {
  it.each([
    ["a new slug", "content/posts/2026-01-05-alpha.md", ["title: Alpha", "slug: beta"], "beta/", 3],
    ["a new date", "content/posts/2026-01-05-alpha.md", ["title: Alpha", "date: 2026-01-06"], "alpha/", 2],
    [
      "a new title and permalink",
      "content/posts/2026-01-05-alpha.md",
      ["title: B", "permalink: /b/"],
      "/b/",
      3,
    ],
    ["a new file name", "content/posts/2026-01-05-tout-autre.md", ["title: Alpha"], "tout-autre/", 2],
    ["a new folder", "content/posts/2026-01-07-x/index.md", ["title: ALPHA !"], "2026/01/07/x/", 2],
  ])("is found to have moved with %s, and is reported in the text", async (_, file, head, end, line) => {
    const [first] = await vanished(A, { [file]: post(...head, "author: Jo Bel", "tags: [Design]") });
    expect(first).toMatch(new RegExp(`^${file}:${String(line)} warn vanished-url: ${URL}: (/.*/)?${end}$`));
  });

  it("gets a redirect to the most similar text if none is the same", async () => {
    const book = ["/blog/2020/01/01/alphas.html\tcontent/posts/2020-01-01-alphas.md\tAutre"];
    const [first, ...others] = await vanished(A, A, book);
    expect(others).toEqual([]);
    expect(first).toMatch(/^content\/addresses\.txt:\d+ warn vanished-url: /);
    expect(first).toContain(`/blog/2020/01/01/alphas.html: ${URL}`);
  });

  it("gets a redirect to the new text of the same day, or else to the list of posts", async () => {
    const other = {
      "content/posts/2026-01-05-zzzz.md": post("title: Zeta", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, other))).toEqual([`${URL}: /blog/2026/01/05/zzzz/`]);
    const later = {
      "content/posts/2026-03-01-zzzz.md": post("title: Zeta", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, later))).toEqual([JANUARY, `${URL}: /blog/`]);
  });

  it("of a text with the same name each year gets no redirect to another year", async () => {
    const head = ["title: Bilan", "author: Jo Bel", "tags: [Design]"];
    const file = (name: string): string => `content/posts/${name}.md`;
    const yearly: Files = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [file(`${String(1940 + i)}-06-15-bilan`), post(...head)]),
    );
    const moved = async (from: string, to: string): Promise<string[]> => {
      const others = Object.entries(yearly).filter(([name]) => name !== file(from));
      const after = { ...Object.fromEntries(others), [file(to)]: post(...head) };
      const hints = lines(await vanished(yearly, after));
      return hints.filter((hint) => hint.startsWith("/blog/"));
    };
    expect(await moved("2012-06-15-bilan", "2012-06-15-bilan-de-juin")).toEqual([
      "/blog/2012/06/15/bilan/: /blog/2012/06/15/bilan-de-juin/",
    ]);
    expect(await moved("2012-06-15-bilan", "2012-06-16-bilan")).toEqual([
      "/blog/2012/06/15/bilan/: /blog/2012/06/16/bilan/",
    ]);
  });

  it("gets no redirect to either of two texts with the same title", async () => {
    const twice = {
      "content/posts/2026-02-01-x.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]"),
      "content/posts/2026-02-02-y.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, twice))).toEqual([JANUARY, `${URL}: /blog/`]);
  });

  it("without a final slash answers if the one with it does, since hosts redirect", async () => {
    expect(await vanished(A, A, ["/blog\tblog\tBlog"])).toEqual([]);
    expect(lines(await vanished(A, A, ["/blo\tblog\tBlog"]))).toEqual(["/blo: /blog/"]);
  });

  it("of a removed tag, person or feed gets a redirect to the list or feed of all", async () => {
    const after = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Al Roc", "tags: [Méthode]"),
    };
    expect(lines(await vanished(A, after))).toEqual([
      "/auteurs/jo-bel/: /auteurs/",
      "/auteurs/jo-bel/feed.xml: /feed.xml",
      "/mots-cles/design/: /mots-cles/",
      "/mots-cles/design/feed.json: /feed.json",
      "/mots-cles/design/feed.xml: /feed.xml",
    ]);
  });

  it("of the feed of all posts gets a redirect to the new one", async () => {
    const site = "title: Carnet d’essai\nurl: https://blog.example.org\naddresses: { feed: /atom.xml }\n";
    expect(lines(await vanished(A, { ...A, "content/site.yaml": site }))).toEqual(["/feed.xml: /atom.xml"]);
  });

  it("of a tag with a new slug gets a redirect to it, and so do its feeds", async () => {
    const tags = "creation: { label: Design }\n";
    const after = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Jo Bel", "tags: [creation]"),
    };
    expect(lines(await vanished(A, { ...after, "content/tags.yaml": tags }))).toEqual([
      "/mots-cles/design/: /mots-cles/creation/",
      "/mots-cles/design/feed.json: /mots-cles/creation/feed.json",
      "/mots-cles/design/feed.xml: /mots-cles/creation/feed.xml",
    ]);
  });

  it("of a tag or person that is now an alias gets a redirect to the one with that alias", async () => {
    const after = {
      "content/posts/2026-01-05-alpha.md": post(
        "title: Alpha",
        "author: Jo Bel",
        "tags: [Design]",
        "promo: eig",
      ),
      "content/site.yaml":
        "title: T\nurl: https://blog.example.org\ntaxonomies: { promo: { label: P, terms: { eig: { aliases: [EIG 1] } } } }\n",
      "content/tags.yaml": "creation: { label: Création, aliases: [Designs] }\n",
      "content/people.yaml": "jo-roc: { name: Jo Roc, aliases: [Jo Bel] }\n",
    };
    expect(lines(await vanished(A, after, ["/promo/eig-1/\ttag\tEIG 1"]))).toEqual([
      "/auteurs/jo-bel/: /auteurs/jo-roc/",
      "/auteurs/jo-bel/feed.xml: /auteurs/jo-roc/feed.xml",
      "/mots-cles/design/: /mots-cles/creation/",
      "/mots-cles/design/feed.json: /mots-cles/creation/feed.json",
      "/mots-cles/design/feed.xml: /mots-cles/creation/feed.xml",
      "/promo/eig-1/: /promo/eig/",
    ]);
  });

  it("of a removed person comes with the advice not to redirect it", async () => {
    const after = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "tags: [Design]") };
    const told = (await shown(await published(A, after))).map(({ message }) => message);
    expect(told[0]).toContain("ne redirigez pas");
    expect(told[1]).not.toContain("ne redirigez pas");
  });

  it("of a deleted redirect gets a redirect to the same target", async () => {
    expect(lines(await vanished({ ...A, "content/redirects.yaml": `/vieux/: ${URL}\n` }, A))).toEqual([
      `/vieux/: ${URL}`,
    ]);
  });

  it("of a year without posts is reported as a note", async () => {
    const old = {
      "content/posts/2019-01-05-vieil.md": post("title: Vieil", "author: Jo Bel", "tags: [Design]"),
    };
    const found = await vanished(
      { ...A, ...old },
      { ...A, "content/redirects.yaml": `/blog/2019/01/05/vieil/: ${URL}` },
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/ note vanished-url: \/archives\/2019\/: \/archives\/$/);
    expect(found[1]).toMatch(/ note vanished-url: \/archives\/2019\/01\/: \/archives\/$/);
  });

  it("of a month gets a redirect to the same month if all months have moved", async () => {
    const site = "title: T\nurl: https://blog.example.org\naddresses: { month: /mois/:year/:month/ }\n";
    expect(lines(await vanished(A, { ...A, "content/site.yaml": site }))).toEqual([
      "/archives/2026/01/: /mois/2026/01/",
    ]);
  });

  it("of a month without posts gets a redirect to its year", async () => {
    const february = {
      "content/posts/2026-02-05-b.md": post("title: B", "author: Jo Bel", "tags: [Design]"),
    };
    const found = await vanished(
      { ...A, ...february },
      { ...A, "content/redirects.yaml": `/blog/2026/02/05/b/: ${URL}` },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ note vanished-url: \/archives\/2026\/02\/: \/archives\/2026\/$/);
  });
});

it("each post gets a redirect when the permalink pattern of the site changes", async () => {
  const posts = (pattern: string): Files => ({
    "content/site.yaml": `title: T\nurl: https://blog.example.org\npermalink: ${pattern}\n`,
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `content/posts/2026-01-01-article-${String(i)}.md`,
        post(`title: Article ${String(i)}`),
      ]),
    ),
  });
  const found = lines(await vanished(posts("/blog/:year/:slug.html"), posts("/:slug/")));
  expect(found).toHaveLength(300);
  expect(found).toContain("/blog/2026/article-7.html: /article-7/");
});
