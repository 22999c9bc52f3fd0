import { describe, expect, test } from "vitest";
import { columnOfValue, load, one, post } from "../site-root.ts";

describe("addresses", () => {
  test.each([
    ["permalink: /blog/:year/:month/:day/:title.html", "/blog/2026/01/05/titre.html"],
    ["permalink: /a-propos", "/a-propos/"],
    ["permalink: /été/", "/%C3%A9t%C3%A9/"],
    ["permalink: /a/index.html", "/a/"],
    ["slug: Autre-Nom", "/blog/2026/01/05/Autre-Nom/"],
    ["slug: Un autre été", "/blog/2026/01/05/un-autre-ete/"],
    ["slug: 2024", "/blog/2026/01/05/2024/"],
  ])("%s → %s", async (line, url) => {
    const { content, found } = await load(one("title: A", line));
    expect(found).toEqual([]);
    expect(content.posts[0]?.url).toBe(url);
  });
  test.each([
    "permalink: /../x/",
    "permalink: ../x/",
    "permalink: /a/../../x/",
    "permalink: https://x.org/a/",
    "permalink: //x.org/a/",
    'permalink: "/a\\nb/"',
    `permalink: /${"a".repeat(300)}/`,
    "permalink: /.htaccess",
    "permalink: /a/.git/",
    "permalink: /_headers",
    "permalink: /_redirects",
    "permalink: /_headers/",
    "permalink: /_x/a/",
    "permalink: /CNAME/",
    "permalink: /Robots.txt/",
    "permalink: /sw.js",
    "permalink: /index.html/x.html",
    "permalink: /a.html/",
    "permalink: '/a\\b/'",
    "permalink: /a//b/",
    "permalink: /%2e%2e/x/",
    "permalink: /a%2fb/",
    "permalink: /a%00/",
    "permalink: /a?b/",
    "permalink: '/a#b/'",
    "permalink: /a b/",
    "permalink: /x.js",
    "permalink: /:nope/",
    "permalink: a/b/",
    "permalink: javascript:alert(1)",
    "slug: ../x",
    "slug: a/b",
    "slug: .x",
    "slug: ..",
    `slug: ${"a".repeat(300)}`,
    "slug: 😀",
  ])("%s is refused", async (line) => {
    const { content, problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "bad-permalink", severity: "error" },
    ]);
    expect(content.posts).toEqual([]);
  });
  test.each([
    ["permalink: climat/:slug/", "permalink: /climat/:slug/"],
    ["permalink: /a//b/", "permalink: /a/b/"],
    ["permalink: ':year/:slug'", "permalink: /:year/:slug"],
    ["permalink: a/.git/", "permalink: /blog/:year/:month/:day/:slug/"],
    ["permalink: https://e.org/a/", "permalink: /blog/:year/:month/:day/:slug/"],
  ])("%s is offered as it was meant, if that is an address", async (line, hint) => {
    const { problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([{ code: "bad-permalink", hint }]);
  });
  test("of a page may contain the year only if the page has a date", async () => {
    const page = (...lines: string[]): Record<string, string> => ({
      ...one("title: A"),
      "content/pages/b.md": post("title: B", "permalink: /x/:year/:slug/", ...lines),
    });
    const { problems } = await load(page());
    expect(problems).toMatchObject([{ line: 3, column: 12, code: "bad-permalink", hint: "permalink: /b/" }]);
    const { content } = await load(page("date: 2026-02-03"));
    expect(content.pages.map(({ url }) => url)).toEqual(["/x/2026/b/"]);
  });
  test.each(["/old/../x", "https://x.org/old/", "/.env", "/_headers"])(
    "redirect_from %s is refused",
    async (from) => {
      const { content, found } = await load(one("title: A", `redirect_from: [${from}]`));
      expect(found).toEqual(["content/posts/2026-01-05-titre.md:3:16 redirect"]);
      expect(content.redirects).toEqual([]);
    },
  );
  test("in redirect_from that equal the text’s own are ignored, without a problem", async () => {
    const { content, found } = await load(
      one("title: A", "redirect_from: [/blog/2026/01/05/titre, /blog/2026/01/05/autre/]"),
    );
    expect(found).toEqual([]);
    expect(content.redirects.map(({ from }) => from)).toEqual(["/blog/2026/01/05/autre/"]);
  });
  test.each(["/blog/2026/01/05/titre/", "/Blog/2026/01/05/titre/", "/blog/2026/01/05/titre/index.html"])(
    "a second post at %s leaves out both, and the problem names both",
    async (second) => {
      const { content, problems } = await load({
        ...one("title: A"),
        "content/posts/2026-01-06-b.md": post("title: B", `permalink: ${second}`),
      });
      expect(problems).toMatchObject([
        {
          file: "content/posts/2026-01-06-b.md",
          line: 3,
          code: "duplicate-url",
          message: expect.stringContaining("content/posts/2026-01-05-titre.md") as string,
          hint: "permalink: " + second.replace(/(?:index\.html|\/)$/, "").replace(/\/?$/, "-2/"),
        },
      ]);
      expect(content.posts).toEqual([]);
    },
  );
  test("the two Unicode forms of a name are one address", async () => {
    const { found } = await load({
      "content/posts/2026-01-05-e\u0301te\u0301.md": post("title: A"),
      "content/posts/2026-01-05-\u00e9t\u00e9.md": post("title: B"),
    });
    expect(found).toEqual([expect.stringContaining("duplicate-url")]);
  });
  test.each([
    "public/blog/2026/01/05/titre/index.html",
    "public/Blog",
    "public/blog/2026/01/05/titre/INDEX.html",
  ])("a post over %s is refused", async (file) => {
    const { found } = await load({ [file]: "x", ...one("title: A") });
    expect(found).toEqual(["content/posts/2026-01-05-titre.md:2:8 duplicate-url"]);
  });
  test.each([
    ["/été.html", "public/e\u0301te\u0301.html"],
    ["/a.html", "public/a.html/b.txt"],
    ["/A.html", "public/b/../a.HTML"],
  ])("a post at %s is refused over %s", async (permalink, file) => {
    const { found } = await load({ [file]: "x", ...one("title: A", `permalink: ${permalink}`) });
    expect(found).toEqual(["content/posts/2026-01-05-titre.md:3:12 duplicate-url"]);
  });
  test("two posts of one day, and one slug on two days, are accepted", async () => {
    const { content, found } = await load({
      ...one("title: A"),
      "content/posts/2026-01-05-autre.md": post("title: B"),
      "content/posts/2026-01-06-titre.md": post("title: C"),
    });
    expect(found).toEqual([]);
    expect(content.posts).toHaveLength(3);
  });
  test.each([
    ["2026-01-05-pourquoi-devenir-EIG.md", "pourquoi-devenir-EIG"],
    ["2026-01-05-un titre #1 à 100 %?.md", "un-titre-1-a-100"],
    ["2026-01-05-l’œuvre d'été.md", "l-oeuvre-d-ete"],
    ["2026-01-05-😀.md", "mon-titre"],
    ["2026-01-05-titre/index.md", "titre"],
  ])("the file %s gives the slug %s", async (file, slug) => {
    const { content, found } = await load({ [`content/posts/${file}`]: post("title: Mon titre") });
    expect(found).toEqual([]);
    expect(content.posts[0]?.slug).toBe(slug);
  });
});

describe("feedId", () => {
  test.each(["/2015/titre", "http://vieux.example.org/?p=12", "tag:vieux.example.org,2015:12", "urn:uuid:1"])(
    "%s is kept for feeds",
    async (id) => {
      const { content, found } = await load(one("title: A", `feedId: ${JSON.stringify(id)}`));
      expect(found).toEqual([]);
      expect(content.posts[0]?.feedId).toBe(id);
    },
  );
  test.each(["titre", "/un titre", '"<a>"', "[a]"])("%s is refused", async (id) => {
    const { found } = await load(one("title: A", `feedId: ${id}`));
    expect(found).toEqual([expect.stringMatching(/titre\.md:3:\d+ value$/)]);
  });
});
