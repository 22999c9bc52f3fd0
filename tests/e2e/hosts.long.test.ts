import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { notRun } from "../support/not-run.ts";
import { makeBuiltSite } from "../support/built-sites.ts";
import { hasNginx, serveWithNginx } from "../support/nginx.ts";
import { post, SITE_YAML, type TestSite } from "../support/site.ts";
import { ask, header } from "../support/web-server.ts";

const PLAYER = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Une démonstration"></iframe>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>';
const TITLE = "blog/2026/03/02/premier/";

/** A site in two languages with old addresses, a player, a drawing and a document. */
function published(): TestSite {
  const files = {
    "content/site.yaml": SITE_YAML,
    "content/redirects.yaml": [
      "/ancien: /blog/2026/03/02/premier/",
      "/2019/vieux.html: /ancien/#debut",
      "/été/: /blog/2026/03/02/premier/",
      "/ailleurs/: https://ailleurs.example/x?a=b",
      "",
    ].join("\n"),
    "content/posts/2026-03-02-premier.md": post("Premier", `## Début\n\n${PLAYER}`, "tags: [Méthode]\n"),
    "content/posts/en/2026-03-03-first.md": post("First", "Some text in English, which is short."),
    "public/dessin.svg": SVG.replace("<script>alert(1)</script>", "<rect width='1' height='1'/>"),
    "public/notice.pdf": "%PDF-1.4\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.org\n",
  };
  return makeBuiltSite(files, ["--no-search"]);
}

describe("hosts that read no settings (GitHub Pages, GitLab Pages)", () => {
  it("serve a redirect page at an old address, which names the new one and stays out of search engines", () => {
    const page = published().read("_site/ancien/index.html");
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=/${TITLE}">`);
    expect(page).toContain(`<link rel="canonical" href="https://blog.example.org/${TITLE}">`);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toMatch(/<script(?! src=)|style="/);
  });

  it("get a policy in each page, before anything is loaded", () => {
    const site = published();
    const pages = site.list("_site").filter((path) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const [before = "", policy = "", after = ""] = site
        .read(join("_site", path))
        .split(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
      expect(after, path).not.toBe("");
      expect(before, path).not.toMatch(/<(?:link|script|title|body)/);
      expect(policy, path).toMatch(/^default-src &#39;none&#39;; script-src &#39;self&#39;; /);
      expect(policy, path).toContain("frame-src https://www.youtube-nocookie.com;");
      expect(policy, path).not.toContain("frame-ancestors");
    }
  });
});

it("_redirects, for Netlify and Cloudflare, sends old addresses straight to their final target", () => {
  const lines = published().read("_site/_redirects").trimEnd().split("\n");
  expect(lines).toContain(`/ancien /${TITLE} 301`);
  expect(lines).toContain(`/2019/vieux.html /${TITLE}#debut 301`);
  expect(lines).toContain("/ailleurs/ https://ailleurs.example/x?a=b 301");
});

describe("a real nginx, with the example", () => {
  beforeEach((context) => {
    if (!hasNginx) notRun(context, "nginx is not installed (Debian: nginx-light)");
  });

  it("answers every address of the address book, with the headers that a page cannot state itself", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const book = site.read("content/addresses.txt").split("\n");
    const urls = book.flatMap((line) => /^\/\S*/.exec(line)?.[0] ?? []);
    expect(urls).toContain(`/${TITLE}`);
    for (const url of urls) expect([url, (await ask(origin + url)).status]).toEqual([url, 200]);
    const { headers } = await ask(`${origin}/${TITLE}`);
    expect(headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none'");
    for (const name of ["Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy"])
      expect(site.read("_site/_headers"), name).toContain(`  ${name}: ${headers.get(name) ?? "nothing"}\n`);
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    for (const path of ["/dessin.svg", "/sitemap.xml"])
      expect([path, await header(origin + path, "Content-Security-Policy")]).toEqual([
        path,
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ]);
  });

  it("sends each kind of file with its content type and cache duration", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const asset = site.list("_site/assets").find((path) => path.endsWith(".css")) ?? "";
    for (const [path, type, cache] of [
      [`/${TITLE}`, "text/html; charset=utf-8", "no-cache"],
      [`/assets/${asset}`, "text/css", "public, max-age=31536000, immutable"],
      ["/dessin.svg", "image/svg+xml", "public, max-age=86400"],
      ["/notice.pdf", "application/pdf", "public, max-age=86400"],
      ["/feed.xml", "application/atom+xml", "public, max-age=600"],
    ] as const) {
      const { headers } = await ask(origin + path);
      expect([path, headers.get("content-type"), headers.get("cache-control")]).toEqual([path, type, cache]);
    }
  });

  it("serves the site’s 404 page, in the right language, for unknown addresses and Carnet’s own files", async () => {
    const origin = await serveWithNginx(join(published().root, "_site"));
    for (const [path, lang] of [
      ["/nulle-part/", "fr"],
      ["/en/nowhere", "en"],
      ["/_headers", "fr"],
      ["/.carnet", "fr"],
    ] as const) {
      const answer = await ask(origin + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text(), path).toContain(`<html lang="${lang}"`);
    }
    expect((await ask(`${origin}/.well-known/security.txt`)).status).toBe(200);
  });
});
