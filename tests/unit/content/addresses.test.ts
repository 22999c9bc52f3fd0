// Addresses of texts, and old ones that lead to them.
import { describe, expect, it } from "vitest";
import { fixes, load, one, post } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

describe("the address of a text", () => {
  it.each([
    ["permalink: /blog/:year/:month/:day/:title.html", "/blog/2026/01/05/titre.html"],
    ["permalink: /a-propos", "/a-propos/"],
    ["permalink: /été/", "/%C3%A9t%C3%A9/"],
    ["permalink: /a/index.html", "/a/"],
    ["slug: Autre-Nom", "/blog/2026/01/05/Autre-Nom/"],
    ["slug: Un autre été", "/blog/2026/01/05/un-autre-ete/"],
  ])("with %s is %s", async (line, url) => {
    const { content, found } = await load(one("title: A", line));
    expect(found).toEqual([]);
    expect(content.posts[0]?.url).toBe(url);
  });
  it.each([
    ["leaves the site", "/../x/, ../x/, /a/../../x/, //x.org/a/, /%2e%2e/x/, javascript:alert(1)"],
    [
      "hides a file, or is one of hosts",
      "/.htaccess, /a/.git/, /_headers, /_redirects, /_x/a/, /CNAME/, /Robots.txt/",
    ],
    ["is a script, or a folder named like a page", "/x.js, /sw.js, /index.html/x.html, /a.html/"],
    [
      "has characters that mean something else",
      "/a%2fb/, /a%00/, /a?b/, '/a#b/', '/a\\b/', \"/a\\nb/\", /a b/",
    ],
    ["has an unknown part, or no end", `/:nope/, /${"a".repeat(300)}/`],
  ])("may not be one that %s: %s", async (_why, written) => {
    const files = written.split(", ").map((one, i) => [`content/posts/a${String(i)}.md`, one] as const);
    const posts = files.map(([file, one]) => [
      file,
      post("date: 2026-01-05", "title: A", `permalink: ${one}`),
    ]);
    const { content, found } = await load(Object.fromEntries(posts) as Record<string, string>);
    expect(found).toEqual(files.map(([file]) => `${file}:4:12 bad-permalink`));
    expect(content.posts).toEqual([]);
  });
  it.each(["../x", ".x", "..", "a".repeat(300), "😀"])("may not have slug: %s", async (slug) => {
    expect((await load(one("title: A", `slug: ${slug}`))).found).toEqual([`${FILE}:3:7 bad-permalink`]);
  });
  it.each([
    ["climat/:slug/", "permalink: /climat/:slug/"],
    ["/a//b/", "permalink: /a/b/"],
    ["':year/:slug'", "permalink: /:year/:slug"],
    ["a/.git/", "permalink: /blog/:year/:month/:day/:slug/"],
    ["https://e.org/a/", "permalink: /blog/:year/:month/:day/:slug/"],
  ])("written %s is offered as it was meant, if that is an address", async (written, hint) => {
    const { problems } = await load(one("title: A", `permalink: ${written}`));
    expect(fixes(problems)).toEqual([`3:12 error bad-permalink → ${hint}`]);
  });
  it("may contain the year only if a page has a date", async () => {
    const page = (...lines: string[]): Record<string, string> => ({
      ...one("title: A"),
      "content/pages/b.md": post("title: B", "permalink: /x/:year/:slug/", ...lines),
    });
    expect(fixes((await load(page())).problems)).toEqual(["3:12 error bad-permalink → permalink: /b/"]);
    const { content } = await load(page("date: 2026-02-03"));
    expect(content.pages.map(({ url }) => url)).toEqual(["/x/2026/b/"]);
  });
  it.each([
    ["posts/2026-01-05-pourquoi-devenir-EIG.md", "/blog/2026/01/05/pourquoi-devenir-EIG/ fr post"],
    ["posts/2026-01-05-un titre #1 à 100 %?.md", "/blog/2026/01/05/un-titre-1-a-100/ fr post"],
    ["posts/2026-01-05-l’œuvre d'été.md", "/blog/2026/01/05/l-oeuvre-d-ete/ fr post"],
    ["posts/2026-01-05-😀.md", "/blog/2026/01/05/mon-titre/ fr post"],
    ["posts/2026-01-05-titre/index.md", "/blog/2026/01/05/titre/ fr post"],
    ["pages/mentions-legales.md", "/mentions-legales/ fr page"],
    ["pages/guide/index.md", "/guide/ fr page"],
    ["pages/guide/images.md", "/guide/images/ fr page"],
    ["pages/en/about.md", "/en/about/ en page"],
  ])("of %s is %s", async (file, expected) => {
    const { content, found } = await load({
      "content/posts/_x.md": post("title: X"),
      [`content/${file}`]: post("title: Mon titre"),
    });
    expect(found).toEqual([]);
    const shown = [...content.posts, ...content.pages].map(
      ({ url, lang, layout }) => `${url} ${lang} ${layout}`,
    );
    expect(shown).toEqual([expected]);
  });
});

describe("an address that is not a text’s alone", () => {
  it.each([
    ["/blog/2026/01/05/titre/", "permalink: /blog/2026/01/05/titre-2/"],
    ["/Blog/2026/01/05/titre/", "permalink: /Blog/2026/01/05/titre-2/"],
    ["/blog/2026/01/05/titre/index.html", "permalink: /blog/2026/01/05/titre-2/"],
  ])("is refused to both at %s, and the problem names both", async (permalink, hint) => {
    const file = "content/posts/2026-01-06-b.md";
    const files = { ...one("title: A"), [file]: post("title: B", `permalink: ${permalink}`) };
    const { content, problems } = await load(files);
    expect(problems).toMatchObject([{ file, line: 3, code: "duplicate-url", hint }]);
    expect(problems[0]?.message).toContain(FILE);
    expect(content.posts).toEqual([]);
    expect(content.unsound.map((one) => one.file).sort()).toEqual([FILE, file]);
  });
  it.each([
    [["content/posts/2026-01-05-e\u0301te\u0301.md", "content/posts/2026-01-05-\u00e9t\u00e9.md"], 1],
    [["content/posts/2026-01-05-autre.md", "content/posts/2026-01-06-titre.md", FILE], 0],
  ])("is one that differs by Unicode form, not one of another day or name: %j", async (names, count) => {
    const { found } = await load(Object.fromEntries(names.map((name) => [name, post("title: A")])));
    expect(found.filter((line) => line.endsWith("duplicate-url"))).toHaveLength(count);
  });
  it.each([
    ["title: A", "public/blog/2026/01/05/titre/index.html", "2:8"],
    ["title: A", "public/Blog", "2:8"],
    ["title: A", "public/blog/2026/01/05/titre/INDEX.html", "2:8"],
    ["permalink: /été.html", "public/e\u0301te\u0301.html", "3:12"],
    ["permalink: /a.html", "public/a.html/b.txt", "3:12"],
    ["permalink: /A.html", "public/b/../a.HTML", "3:12"],
  ])("may not lie over a file of public/: %s, %s", async (line, file, place) => {
    const lines = line.startsWith("title") ? [line] : ["title: A", line];
    expect((await load({ [file]: "x", ...one(...lines) })).found).toEqual([`${FILE}:${place} duplicate-url`]);
  });
});

describe("feedId", () => {
  it.each([
    ["/2015/titre", []],
    ["http://vieux.example.org/?p=12", []],
    ["urn:uuid:1", []],
    ["/un titre", ["value"]],
    ["<a>", ["value"]],
  ])("%s is kept for feeds, or refused", async (id, codes) => {
    const { content, problems } = await load(one("title: A", `feedId: ${JSON.stringify(id)}`));
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(content.posts.map(({ feedId }) => feedId)).toEqual(codes.length > 0 ? [] : [id]);
  });
});

describe("redirects", () => {
  const listed = (yaml: string, ...lines: string[]): ReturnType<typeof load> =>
    load({ "content/redirects.yaml": yaml, ...one("title: A", ...lines) });
  it.each([
    // From the file, and from a text; chains lead to their end, and keep a fragment.
    ["/vieux/: /moins-vieux/\n/moins-vieux/: /x/\n", "", "/moins-vieux/ → /x/, /vieux/ → /x/"],
    ["/doc.pdf: https://example.org/doc.pdf\n", "", "/doc.pdf → https://example.org/doc.pdf"],
    ["/fr/sitemap.xml: /sitemap.xml\n", "", "/fr/sitemap.xml → /sitemap.xml"],
    ["/a/: /b/#un\n/b/: /c/\n", "", "/a/ → /c/#un, /b/ → /c/"],
    ["/a/: /b/#un\n/b/: /c/#deux\n", "", "/a/ → /c/#deux, /b/ → /c/#deux"],
    ["", "redirect_from: /ancien.html\naliases: [/autre/]", "/ancien.html → /x/, /autre/ → /x/"],
    ["", "redirect_from: [/x, /y/]", "/y/ → /x/"],
    // Spaces and typographic signs, as in addresses of other generators.
    ["", "redirect_from: [/vie d’équipe/bilan.html]", "/vie%20d%E2%80%99%C3%A9quipe/bilan.html → /x/"],
    ["", "redirect_from: [/«-titre-»/]", "/%C2%AB-titre-%C2%BB/ → /x/"],
    // Targets have the form that files of hosts allow.
    [`/a/: 'https://example.org/"a"'\n`, "", "/a/ → https://example.org/%22a%22"],
    [
      '/a/: "HTTPS://EXAMPLE.org/\u202eé?<b>#{c}"\n',
      "",
      "/a/ → https://example.org/%E2%80%AE%C3%A9?%3Cb%3E#{c}",
    ],
    [`/a/: '/blog/#"a b'\n`, "", "/a/ → /blog/#%22a%20b"],
  ])("of %j and %j are %s", async (yaml, line, expected) => {
    const { content, found } = await listed(yaml, "permalink: /x/", ...(line === "" ? [] : [line]));
    expect(found).toEqual([]);
    expect(content.redirects.map(({ from, to }) => `${from} → ${to}`).join(", ")).toBe(expected);
  });
  it.each([
    ["/a/: /b/\n/b/: /a/\n", "", "redirects.yaml:1:1"],
    ["/a/: /a\n", "", "redirects.yaml:1:1"],
    ["/a/: ftp://x\n", "", "redirects.yaml:1:6"],
    ["/a/: /b/\n/A: /c/\n", "", "redirects.yaml:2:1"],
    ["/a/: /b/#100%\n", "", "redirects.yaml:1:6"],
    // A space at the end of a folder's name is one that some disks drop.
    ["", 'redirect_from: ["/a /b/"]', "posts/2026-01-05-titre.md:3:16"],
    ["", "redirect_from: [/old/../x]", "posts/2026-01-05-titre.md:3:16"],
    ["", "redirect_from: [https://x.org/old/]", "posts/2026-01-05-titre.md:3:16"],
    ["", "redirect_from: [/_headers]", "posts/2026-01-05-titre.md:3:16"],
  ])("%j and %j are refused", async (yaml, line, place) => {
    const { found } = await listed(yaml, ...(line === "" ? [] : [line]));
    expect(found).toEqual([`content/${place} redirect`]);
  });
  it("name the first six addresses of a long loop, once", async () => {
    const yaml = Array.from({ length: 9 }, (_, i) => `/${String(i)}/: /${String((i + 1) % 9)}/\n`).join("");
    const { problems } = await listed(yaml);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("/0/ → /1/ → /2/ → /3/ → /4/ → /5/ → …"),
    ]);
  });
});
