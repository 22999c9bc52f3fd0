import { describe, expect, test } from "vitest";
import { load, one } from "../site-root.ts";

describe("redirects", () => {
  test("come from redirects.yaml and from posts, with chains shortened", async () => {
    const { content, found } = await load({
      "content/redirects.yaml":
        "/vieux/: /moins-vieux/\n/moins-vieux/: /blog/2026/01/05/titre/\n/doc.pdf: https://example.org/doc.pdf\n/fr/sitemap.xml: /sitemap.xml\n",
      ...one("title: A", "redirect_from: /ancien.html", "aliases: [/autre/]"),
    });
    expect(found).toEqual([]);
    expect(content.redirects.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      "/ancien.html → /blog/2026/01/05/titre/",
      "/autre/ → /blog/2026/01/05/titre/",
      "/doc.pdf → https://example.org/doc.pdf",
      "/fr/sitemap.xml → /sitemap.xml",
      "/moins-vieux/ → /blog/2026/01/05/titre/",
      "/vieux/ → /blog/2026/01/05/titre/",
    ]);
  });
  test.each([
    ["/b/#un", "/c/", "/c/#un"],
    ["/b/#un", "/c/#deux", "/c/#deux"],
    ["/b/", "/c/#deux", "/c/#deux"],
  ])("lead from %s by way of %s to %s", async (first, last, end) => {
    const yaml = `/a/: ${first}\n/b/: ${last}\n`;
    const { content } = await load({ "content/redirects.yaml": yaml, ...one("title: A", "permalink: /c/") });
    expect(content.redirects.find(({ from }) => from === "/a/")?.to).toBe(end);
  });
  test("name the first six addresses of a long loop", async () => {
    const yaml = Array.from({ length: 9 }, (_, i) => `/${String(i)}/: /${String((i + 1) % 9)}/\n`).join("");
    const { problems } = await load({ "content/redirects.yaml": yaml, ...one("title: A") });
    const [loop, ...others] = problems.filter(({ code }) => code === "redirect");
    expect(others).toEqual([]);
    expect(loop?.message).toContain("/0/ → /1/ → /2/ → /3/ → /4/ → /5/ → …");
  });
  test.each([
    ["/vie d’équipe/2018/bilan.html", "/vie%20d%E2%80%99%C3%A9quipe/2018/bilan.html"],
    ["/vie%20d%E2%80%99%C3%A9quipe/bilan/", "/vie%20d%E2%80%99%C3%A9quipe/bilan/"],
    ["/«-titre-»/", "/%C2%AB-titre-%C2%BB/"],
  ])("accept spaces and typographic signs, as in addresses of other generators: %s", async (from, url) => {
    const { content, found } = await load(one("title: A", `redirect_from: [${JSON.stringify(from)}]`));
    expect(found).toEqual([]);
    expect(content.redirects.map((redirect) => redirect.from)).toEqual([url]);
  });
  test.each([
    ['https://example.org/"a"', "https://example.org/%22a%22"],
    ["HTTPS://EXAMPLE.org/\u202eé?<b>#{c}", "https://example.org/%E2%80%AE%C3%A9?%3Cb%3E#{c}"],
    ['/blog/#"a b', "/blog/#%22a%20b"],
  ])("write the target %j in the form that files of hosts allow", async (to, written) => {
    const yaml = `/a/: ${JSON.stringify(to)}\n`;
    const { content, found } = await load({ "content/redirects.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
    expect(content.redirects.map((redirect) => redirect.to)).toEqual([written]);
  });
  test("refuse a space at the end of a folder name, which some disks drop", async () => {
    expect((await load(one("title: A", 'redirect_from: ["/a /b/"]'))).found).toEqual([
      "content/posts/2026-01-05-titre.md:3:16 redirect",
    ]);
  });
  test.each([
    ["/a/: /b/\n/b/: /a/\n", "1:1"],
    ["/a/: /a\n", "1:1"],
    ["/b/: /c/\n/blog/2026/01/05/titre/: /b/\n", "2:1"],
    ["/a/: ftp://x\n", "1:6"],
    ["/a/: /b/\n/A: /c/\n", "2:1"],
    ["/a/: /b/#100%\n", "1:6"],
    ["/a/: /b/#%E9\n", "1:6"],
  ])("%j is refused", async (yaml, place) => {
    expect((await load({ "content/redirects.yaml": yaml, ...one("title: A") })).found).toEqual([
      `content/redirects.yaml:${place} redirect`,
    ]);
  });
});
