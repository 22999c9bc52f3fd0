// What hosts make of a built site: those that read no settings, those that read `_redirects`, nginx and Apache with the examples.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { notRun } from "../support/not-run.ts";
import { post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";
import { ask, hasHost, serveWith } from "../support/web-server.ts";

const PLAYER = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Une démonstration"></iframe>';
const TITLE = "blog/2026/03/02/premier/";
const EXAMPLE = readFileSync(join(ROOT, "docs/htaccess.example"), "utf8");

/** A site in two languages with a form, old addresses, a player, a drawing and a document. */
function published(url = "https://blog.example.org", example = EXAMPLE): TestSite {
  const form = "repository: https://codeberg.org/a/b\nadmin: oui\n";
  const files = {
    "content/site.yaml": SITE_YAML.replace("https://blog.example.org", url) + form,
    "content/redirects.yaml": [
      "/ancien: /blog/2026/03/02/premier/",
      "/2019/vieux.html: /ancien/#debut",
      "/été/: /blog/2026/03/02/premier/",
      "/ailleurs/: https://ailleurs.example/x?a=b",
      "",
    ].join("\n"),
    "content/posts/2026-03-02-premier.md": post("Premier", `## Début\n\n${PLAYER}`, "tags: [Méthode]\n"),
    "content/posts/en/2026-03-03-first.md": post("First", "Some text in English, which is short."),
    "public/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "public/notice.pdf": "%PDF-1.4\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.org\n",
    "public/.htaccess": example,
    "public/en/.htaccess": "ErrorDocument 404 /en/404.html\n",
  };
  return makeBuiltSite(files, ["--no-search"]);
}

describe.each(["nginx", "Apache"] as const)("a real %s, with the example", (host) => {
  beforeEach((context) => {
    if (!hasHost(host)) notRun(context, `${host} is not installed (Debian: nginx-light, apache2)`);
  });

  it("answers every address of the address book, with the headers that a page cannot state itself", async () => {
    const site = published();
    const origin = await serveWith(host, join(site.root, "_site"));
    const urls = site.read("content/addresses.txt").match(/^\/\S*/gm) ?? [];
    expect(urls).toContain(`/${TITLE}`);
    for (const url of urls) expect([url, (await ask(origin + url)).status]).toEqual([url, 200]);
    const { headers } = await ask(`${origin}/${TITLE}`);
    expect(headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none'");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    for (const name of ["Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy"])
      expect(site.read("_site/_headers"), name).toContain(`  ${name}: ${headers.get(name) ?? "nothing"}\n`);
    for (const path of ["/dessin.svg", "/sitemap.xml"]) {
      const policy = (await ask(origin + path)).headers.get("Content-Security-Policy");
      expect([path, policy]).toEqual([path, "default-src 'none'; style-src 'unsafe-inline'; sandbox"]);
    }
  });

  it("sends each kind of file with its content type and cache duration", async () => {
    const site = published();
    const origin = await serveWith(host, join(site.root, "_site"));
    const asset = site.list("_site/assets").find((path) => path.endsWith(".css")) ?? "";
    for (const [path, type, cache] of [
      [`/${TITLE}`, "text/html; charset=utf-8", "no-cache"],
      [`/assets/${asset}`, "text/css", "public, max-age=31536000, immutable"],
      ["/dessin.svg", "image/svg+xml", "public, max-age=86400"],
      ["/notice.pdf", "application/pdf", "public, max-age=86400"],
      ["/feed.xml", `application/${host === "nginx" ? "atom+" : ""}xml`, "public, max-age=600"],
    ] as const) {
      const { headers } = await ask(origin + path);
      const sent = [
        path,
        headers.get("content-type")?.replace(/(?<!html);.*/, ""),
        headers.get("cache-control"),
      ];
      expect(sent).toEqual([path, type, cache]);
    }
  });

  it("serves the site’s 404 page, in the right language, for unknown addresses and Carnet’s own files", async () => {
    const origin = await serveWith(host, join(published().root, "_site"));
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

it("Apache serves a site under a path, and compresses text", async (context) => {
  if (!hasHost("Apache")) notRun(context, "Apache is not installed (Debian: apache2)");
  const example = EXAMPLE.replace("ErrorDocument 404 /404.html", "ErrorDocument 404 /b/404.html");
  const site = published("https://example.org/b/", example);
  const origin = await serveWith("Apache", join(site.root, "_site"), "b");
  for (const [path, status, encoding] of [
    ["/b/blog/", 200, "gzip"],
    ["/b/nulle-part/", 404, null],
    ["/b/_headers", 404, null],
  ] as const) {
    const answer = await ask(origin + path);
    expect([path, answer.status, answer.headers.get("content-encoding")]).toEqual([path, status, encoding]);
    expect(await answer.text(), path).toContain('<html lang="fr"');
  }
});
