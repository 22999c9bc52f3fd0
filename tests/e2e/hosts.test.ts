import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
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
function published(url = "https://blog.example.org", more = ""): TestSite {
  const files = {
    "content/site.yaml": SITE_YAML.replace("https://blog.example.org", url) + more,
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

describe("a real nginx, with the settings that the build wrote", () => {
  beforeEach((context) => {
    if (!hasNginx) notRun(context, "nginx is not installed (Debian: nginx-light)");
  });

  it("redirects every old address once, to a page that answers", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    for (const [from, to] of [
      ["/ancien", `/${TITLE}`],
      ["/ancien/", `/${TITLE}`],
      ["/2019/vieux.html", `/${TITLE}#debut`],
      ["/%C3%A9t%C3%A9/", `/${TITLE}`],
      ["/ailleurs", "https://ailleurs.example/x?a=b"],
    ] as const) {
      const answer = await ask(origin + from);
      expect([from, answer.status, answer.headers.get("location")]).toEqual([from, 301, to]);
      if (to.startsWith("/")) expect((await ask(origin + to)).status, to).toBe(200);
    }
  });

  it("answers every address of the address book", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const book = site.read("content/addresses.txt").split("\n");
    const urls = book.flatMap((line) => /^\/\S*/.exec(line)?.[0] ?? []);
    expect(urls).toContain(`/${TITLE}`);
    for (const url of urls) {
      const { status } = await fetch(origin + url, { redirect: url === "/ailleurs/" ? "manual" : "follow" });
      expect([url, status]).toEqual([url, url === "/ailleurs/" ? 301 : 200]);
    }
  });

  it("sends the policy with pages, errors and redirects, and a sandboxed one with an SVG file", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const host = site.read("_site/_headers");
    for (const path of [`/${TITLE}`, "/feed.xml", "/nulle-part/", "/ancien"]) {
      const { headers } = await ask(origin + path);
      for (const name of [
        "Content-Security-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
      ])
        expect(host, `${path} ${name}`).toContain(`  ${name}: ${headers.get(name) ?? "nothing"}\n`);
    }
    const policy = (await header(`${origin}/${TITLE}`, "Content-Security-Policy")) ?? "";
    expect(policy).toContain("frame-src https://www.youtube-nocookie.com; ");
    expect(await header(`${origin}/dessin.svg`, "Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });

  it("sends pictures, styles and fonts without the policies of pages, and a missing picture's page with them", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const first = (folder: string, end: string): string =>
      `/${folder}/${site.list(`_site/${folder}`).find((path) => path.endsWith(end)) ?? ""}`;
    const names = ["Content-Security-Policy", "Permissions-Policy"];
    const long = async (path: string): Promise<boolean[]> => {
      const { headers } = await ask(origin + path);
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      return names.map((name) => headers.has(name));
    };
    for (const path of [first("assets", ".css"), first("assets", ".woff2"), first("pictures", ".png")])
      expect([path, await long(path)]).toEqual([path, [false, false]]);
    for (const path of ["/pictures/absente.png", "/dessin.svg", "/notice.pdf", first("assets", ".js")])
      expect([path, await long(path)]).toEqual([path, [true, true]]);
  });

  it("sends the editors' form and its program with their own headers", async () => {
    const site = published(undefined, "repository: https://codeberg.org/a/b\nadmin: oui\n");
    const origin = await serveWithNginx(join(site.root, "_site"));
    const [, script = ""] = /src="(program\/[^"]+)"/.exec(site.read("_site/admin/index.html")) ?? [];
    const host =
      site
        .read("_site/_headers")
        .split("\n\n")
        .find((rule) => rule.startsWith("/admin/*")) ?? "";
    for (const path of ["/admin/", "/admin/config.json", `/admin/${script}`]) {
      const { status, headers } = await ask(origin + path);
      expect([path, status]).toEqual([path, 200]);
      for (const name of ["Content-Security-Policy", "Cross-Origin-Opener-Policy"])
        expect(host, `${path} ${name}`).toContain(`  ${name}: ${headers.get(name) ?? "nothing"}`);
    }
    expect(host).toContain("https://codeberg.org;");
    expect(await header(`${origin}/admin/${script}`, "Cache-Control")).toContain("immutable");
    expect(await header(`${origin}/`, "Cross-Origin-Opener-Policy")).toBe("same-origin");
  });

  it("sends each kind of file with its content type and cache duration", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    const asset = site.list("_site/assets").find((path) => path.endsWith(".css")) ?? "";
    const picture = site.list("_site/pictures").find((path) => path.endsWith(".png")) ?? "";
    for (const [path, type, cache] of [
      [`/${TITLE}`, "text/html; charset=utf-8", "no-cache"],
      [`/assets/${asset}`, "text/css", "public, max-age=31536000, immutable"],
      [`/pictures/${picture}`, "image/png", "public, max-age=31536000, immutable"],
      ["/dessin.svg", "image/svg+xml", "public, max-age=86400"],
      ["/notice.pdf", "application/pdf", "public, max-age=86400"],
      ["/feed.xml", "application/atom+xml", "public, max-age=600"],
      ["/feed.json", "application/feed+json", "public, max-age=600"],
      ["/mots-cles/methode/feed.xml", "application/atom+xml", "public, max-age=600"],
    ] as const) {
      const { status, headers } = await ask(origin + path);
      expect([path, status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
        path,
        200,
        type,
        cache,
      ]);
    }
  });

  it("serves the site’s 404 page, in the right language, for unknown addresses and Carnet’s own files", async () => {
    const site = published();
    const origin = await serveWithNginx(join(site.root, "_site"));
    for (const [path, lang] of [
      ["/nulle-part/", "fr"],
      ["/en/nowhere", "en"],
      ["/_nginx.conf", "fr"],
      ["/_headers", "fr"],
      ["/.carnet", "fr"],
    ] as const) {
      const answer = await ask(origin + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text(), path).toContain(`<html lang="${lang}"`);
    }
    expect((await ask(`${origin}/.well-known/security.txt`)).status).toBe(200);
  });

  it("serves the site under a path, through a symbolic link", async () => {
    const site = published("https://example.org/b/");
    const hosted = join(site.root, "hosted");
    mkdirSync(hosted);
    symlinkSync(join(site.root, "_site"), join(hosted, "b"));
    const origin = await serveWithNginx(hosted, join(site.root, "_site"));
    expect((await ask(`${origin}/b/${TITLE}`)).status).toBe(200);
    expect(await header(`${origin}/b/ancien`, "location")).toBe(`/b/${TITLE}`);
    expect(await header(`${origin}/b/${TITLE.slice(0, -1)}`, "location")).toBe(`/b/${TITLE}`);
    const asset = site.list("_site/assets")[0] ?? "";
    expect(await header(`${origin}/b/assets/${asset}`, "cache-control")).toContain("immutable");
    const missing = await ask(`${origin}/b/nulle-part/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<html lang="fr"');
    const english = await ask(`${origin}/b/en/nowhere/`);
    expect([english.status, await english.text()]).toEqual([404, expect.stringContaining('<html lang="en"')]);
    expect((await ask(`${origin}/b/_nginx.conf`)).status).toBe(404);
    expect(readFileSync(join(site.root, "_site/_nginx.conf"), "utf8")).toContain("/b/");
  });
});
