import { describe, expect, it } from "vitest";
import { redirectPages, redirectsFile } from "../../../src/pages/redirects.ts";
import type { Content } from "../../../src/content/types.ts";
import { load, post } from "../content/site-root.ts";

/** A site with one old address for each pair, under `/b/`. */
async function moved(redirects: Readonly<Record<string, string>>): Promise<Content> {
  const { content } = await load({ "content/posts/2026-01-01-a.md": post("title: A") }, { basePath: "/b/" });
  const place = { file: "content/redirects.yaml", line: 1, column: 1 };
  return { ...content, redirects: Object.entries(redirects).map(([from, to]) => ({ from, to, place })) };
}

const OLD = {
  "/ancien": "/blog/",
  "/dossier/": "https://ailleurs.example/x",
  "/vieux.html": "/blog/",
  "/guide/": "/files/guide.pdf",
  "/forum/": "https://ailleurs.example/",
};

describe("redirects", () => {
  it("have one page for each old address, hidden from search engines", async () => {
    const pages = redirectPages(await moved(OLD));
    expect(pages.map(({ url, data }) => [url, data["target"], data["targetUrl"]])).toEqual([
      ["/ancien/", "/blog/", "https://blog.example.org/b/blog/"],
      ["/dossier/", "https://ailleurs.example/x", "https://ailleurs.example/x"],
      ["/vieux.html", "/blog/", "https://blog.example.org/b/blog/"],
      ["/guide/", "/files/guide.pdf", "https://blog.example.org/b/files/guide.pdf"],
      ["/forum/", "https://ailleurs.example/", "https://ailleurs.example/"],
    ]);
    expect(pages.every((page) => page.noindex)).toBe(true);
  });

  it("are all in `_redirects`, under the base path", async () => {
    expect(redirectsFile(await moved(OLD))).toBe(
      `/b/ancien /b/blog/ 301
/b/dossier/ https://ailleurs.example/x 301
/b/vieux.html /b/blog/ 301
/b/guide/ /b/files/guide.pdf 301
/b/forum/ https://ailleurs.example/ 301
`,
    );
  });

  it("are forced for Netlify, which would serve the page of the old address instead", async () => {
    const { site, ...content } = await moved({ "/ancien": "/blog/" });
    expect(redirectsFile({ ...content, site: { ...site, host: "netlify" } })).toBe(
      "/b/ancien /b/blog/ 301!\n",
    );
  });

  it("leave `_redirects` empty if there are none", async () => {
    expect(redirectsFile(await moved({}))).toBe("");
  });
});
