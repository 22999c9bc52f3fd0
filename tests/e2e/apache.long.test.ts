// docs/htaccess.example, copied as its first lines say, on a real Apache.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { notRun } from "../support/not-run.ts";
import { hasApache, serveWithApache } from "../support/apache.ts";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";
import { ask, header } from "../support/web-server.ts";

const EXAMPLE = readFileSync(join(ROOT, "docs/htaccess.example"), "utf8");
const FORM = "repository: https://codeberg.org/a/b\nadmin: oui\n";

function published(url = "https://blog.example.org", example = EXAMPLE): TestSite {
  const files = {
    "content/site.yaml": SITE_YAML.replace("https://blog.example.org", url) + FORM,
    "content/redirects.yaml": "/ancien: /blog/2026/03/02/premier/\n",
    "content/posts/2026-03-02-premier.md": post("Premier"),
    "content/posts/en/2026-03-03-first.md": post("First", "Some text in English, which is short."),
    "public/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "public/notice.pdf": "%PDF-1.4\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.org\n",
    "public/.htaccess": example,
    "public/en/.htaccess": "ErrorDocument 404 /en/404.html\n",
  };
  return makeBuiltSite(files, ["--no-search"]);
}

describe("Apache, with the example in public/.htaccess", () => {
  beforeEach((context) => {
    if (!hasApache) notRun(context, "Apache is not installed (Debian: apache2)");
  });

  it("sends the headers that a page cannot state itself, as the other hosts do", async () => {
    const site = published();
    const origin = await serveWithApache(join(site.root, "_site"));
    const others = site.read("_site/_headers");
    for (const path of ["/", "/blog/2026/03/02/premier/", "/nulle-part/"]) {
      const { headers } = await ask(origin + path);
      expect(headers.get("content-security-policy"), path).toBe("frame-ancestors 'none'");
      for (const name of [
        "Referrer-Policy",
        "X-Content-Type-Options",
        "Cross-Origin-Opener-Policy",
        "Permissions-Policy",
      ])
        expect(others, `${path} ${name}`).toContain(`  ${name}: ${headers.get(name) ?? "nothing"}`);
    }
    for (const path of ["/dessin.svg", "/sitemap.xml"])
      expect([path, await header(origin + path, "content-security-policy")]).toEqual([
        path,
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ]);
    expect(await header(`${origin}/admin/`, "cross-origin-opener-policy")).toBeNull();
  });

  it("sends each kind of file with its cache duration, and compresses text", async () => {
    const site = published();
    const origin = await serveWithApache(join(site.root, "_site"));
    const first = (folder: string, end: string): string =>
      site.list(`_site/${folder}`).find((path) => path.endsWith(end)) ?? "";
    for (const [path, cache, encoding] of [
      ["/", "no-cache", "gzip"],
      [`/assets/${first("assets", ".css")}`, "public, max-age=31536000, immutable", "gzip"],
      [`/pictures/${first("pictures", ".png")}`, "public, max-age=31536000, immutable", null],
      [`/admin/program/${first("admin/program", ".woff2")}`, "public, max-age=31536000, immutable", null],
      ["/dessin.svg", "public, max-age=86400", null],
      ["/notice.pdf", "public, max-age=86400", null],
      ["/feed.xml", "public, max-age=600", "gzip"],
      ["/mots-cles/", "no-cache", "gzip"],
    ] as const) {
      const { status, headers } = await ask(origin + path);
      const sent = [path, status, headers.get("cache-control"), headers.get("content-encoding")];
      expect(sent).toEqual([path, 200, cache, encoding]);
    }
    expect(await header(`${origin}/`, "content-type")).toBe("text/html; charset=utf-8");
  });

  it("shows the site’s 404 page, in the right language, for unknown addresses, folders and Carnet’s own files", async () => {
    const origin = await serveWithApache(join(published().root, "_site"));
    for (const [path, lang] of [
      ["/nulle-part/", "fr"],
      ["/en/nowhere", "en"],
      ["/blog/2026/", "fr"],
      ["/assets/", "fr"],
      ["/_headers", "fr"],
      ["/.carnet", "fr"],
    ] as const) {
      const answer = await ask(origin + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text(), path).toContain(`<html lang="${lang}"`);
    }
    for (const path of ["/.well-known/security.txt", "/ancien/", "/blog/2026/03/02/premier/"])
      expect((await ask(origin + path)).status, path).toBe(200);
  });

  it("serves a site under a path", async () => {
    const example = EXAMPLE.replace("ErrorDocument 404 /404.html", "ErrorDocument 404 /b/404.html");
    const site = published("https://example.org/b/", example);
    const origin = await serveWithApache(join(site.root, "_site"), "b");
    for (const path of ["/b/nulle-part/", "/b/blog/", "/b/_headers"]) {
      const answer = await ask(origin + path);
      const found = path === "/b/blog/" ? 200 : 404;
      expect([path, answer.status]).toEqual([path, found]);
      expect(await answer.text(), path).toContain('<html lang="fr"');
    }
    const asset = site.list("_site/assets")[0] ?? "";
    expect(await header(`${origin}/b/assets/${asset}`, "cache-control")).toContain("immutable");
  });
});
