import { describe, expect, it } from "vitest";
import { nginxFile } from "../../../src/pages/nginx.ts";
import { load, post } from "../content/site-root.ts";

const SERVED = { frameHosts: [], searchUrls: [], feedUrls: ["/feed.xml"] };

/** The lines that contain `word`, in the settings of a site with these redirects. */
async function lines(
  word: string,
  redirects: Readonly<Record<string, string>> = {},
  basePath = "/b/",
): Promise<string[]> {
  const { content } = await load({ "content/posts/2026-01-01-a.md": post("title: A") }, { basePath });
  const place = { file: "content/redirects.yaml", line: 1, column: 1 };
  const text = nginxFile(
    { ...content, redirects: Object.entries(redirects).map(([from, to]) => ({ from, to, place })) },
    SERVED,
  );
  return text.split("\n").filter((line) => line.includes(word));
}

describe("the settings for nginx", () => {
  it("hide a whole preview from search engines", async () => {
    const { content } = await load({ "content/posts/2026-01-01-a.md": post("title: A") });
    expect(nginxFile(content, SERVED)).not.toContain("X-Robots-Tag");
    expect(nginxFile(content, { ...SERVED, preview: true })).toContain(
      'add_header X-Robots-Tag "noindex" always;',
    );
  });

  it("redirect an old address with and without its final slash, under the base path", async () => {
    expect(await lines("return 301", { "/vieux": "/blog/", "/x.html": "https://e.org/y#z" })).toEqual([
      'location = "/b/vieux/" { return 301 "/b/blog/"; }',
      'location = "/b/vieux" { return 301 "/b/blog/"; }',
      'location = "/b/x.html" { return 301 "https://e.org/y#z"; }',
    ]);
  });

  it("match decoded addresses, and keep targets encoded", async () => {
    expect((await lines("return 301", { "/%C3%A9t%C3%A9/": "/%C3%A9/" }))[0]).toBe(
      'location = "/b/été/" { return 301 "/b/%C3%A9/"; }',
    );
  });

  it("escape quotes, variables and backslashes in targets", async () => {
    const [line] = await lines("return 301", { "/a.html": 'https://e.org/?a=$host\\";}' });
    expect(line).toBe('location = "/b/a.html" { return 301 "https://e.org/?a=%24host%5C\\";}"; }');
  });

  it("redirect by path, and give feeds and the manifest their media types", async () => {
    expect(await lines("absolute_redirect")).toEqual(["absolute_redirect off;"]);
    expect(await lines("default_type application/")).toEqual([
      String.raw`location ~ "/feed\\.xml$" { types { } default_type application/atom+xml; }`,
      String.raw`location ~ "/feed\\.json$" { types { } default_type application/feed+json; }`,
      String.raw`location ~ "\\.webmanifest$" { types { } default_type application/manifest+json; }`,
    ]);
  });

  it("serve the 404 page of each language, wherever home pages are", async () => {
    const { content } = await load({
      "content/site.yaml": "title: A\naddresses: { home: /accueil/ }\n",
      "content/posts/2026-01-01-a.md": post("title: A"),
      "content/posts/en/2026-01-01-a.md": post("title: A"),
    });
    const text = nginxFile(content, SERVED);
    expect(text).toContain(
      'set $carnet_404 "/404.html";\nif ($uri ~ "^/en/") { set $carnet_404 "/en/404.html"; }',
    );
    expect(text).toContain('location = "/" { return 301 "/accueil/"; }');
  });

  it("serve the 404 page under the base path", async () => {
    expect(await lines("404.html")).toEqual(['set $carnet_404 "/b/404.html";']);
  });

  it("also serve the 404 page for a folder without a page", async () => {
    expect(await lines("error_page")).toEqual([
      "error_page 404 $carnet_404;",
      "error_page 403 =404 $carnet_404;",
    ]);
  });

  it("match decoded addresses under a base path with an accent", async () => {
    expect(await lines("C3%A9", {}, "/%C3%A9t%C3%A9/")).toEqual([]);
    expect(await lines("/été/", {}, "/%C3%A9t%C3%A9/")).toEqual([
      'set $carnet_404 "/été/404.html";',
      expect.stringContaining('$uri ~ "^/été/(?:assets|pictures)/|'),
      expect.stringContaining('$uri = "/été/feed.xml"'),
      expect.stringContaining("^/été/_(?:headers"),
    ]);
  });

  it("match a dot in the base path literally", async () => {
    expect((await lines("assets", {}, "/v1.0/"))[0]).toContain('"^/v1\\\\.0/(?:assets');
  });

  it("leave out the two long policies for what no browser shows as a page", async () => {
    for (const name of ["policy", "permissions"]) {
      const [condition = ""] = await lines(`{ set $carnet_${name} "";`);
      const pattern = new RegExp((/~ "(.*?)"\)/.exec(condition)?.[1] ?? "").replaceAll("\\\\", "\\"));
      for (const path of ["/pictures/a-352x220.avif", "/assets/a.woff2", "/pagefind/index/fr_1.pf_index"])
        expect(pattern.test(path), path).toBe(true);
      for (const path of ["/", "/index.html", "/dessin.svg", "/feed.xml", "/rapport.pdf", "/assets/a.js"])
        expect(pattern.test(path), path).toBe(false);
    }
  });

  it("quote values that contain quotation marks", async () => {
    expect((await lines("set $carnet_permissions"))[0]).toMatch(/^set \$carnet_permissions ".*";$/);
  });
});
