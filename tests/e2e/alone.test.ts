// A site without code or data of its owner's is rendered without Eleventy, to the same bytes.
import { join } from "node:path";
import { expect, it } from "vitest";
import { everyKind } from "../browser/every-kind.ts";
import { config } from "../support/owner-site.ts";
import { makeSite, SITE_YAML, type TestSite } from "../support/site.ts";

/** Builds, and returns the paths of the pages that Eleventy renders, from its debug output. */
function byEleventy(site: TestSite, args: readonly string[] = []): string[] {
  const { status, stderr, stdout } = site.carnet(["build", "--no-search", ...args], {
    DEBUG: "Eleventy:Template",
  });
  expect(status, stdout + stderr).toBe(0);
  return [...stderr.matchAll(/(\S+) written\./g)].map(([, path = ""]) =>
    path.replace(/^.*?_site[^/]*\//, ""),
  );
}

it.each([
  ["with every kind of page", []],
  ["under a base path", ["--base-path", "/sous/"]],
])("a site %s is the same as through Eleventy", (_, args) => {
  const more = {
    "content/redirects.yaml": "/ancien/: /blog/\n",
    // In the menu, which marks the current page.
    "content/pages/été.md": "---\ntitle: Été\npermalink: /été/\n---\n\nUn texte.\n",
    // Above the list of a tag.
    "content/pages/mots-cles/methode.md": "---\ntitle: Nos méthodes\n---\n\nUn texte.\n",
  };
  const site = everyKind(more, ["--no-search"]);
  expect(byEleventy(site, ["--output", "_site-a", ...args])).toEqual([]);
  // A filter that no layout uses: it changes no page.
  site.write(config('config.addFilter("unused", (text: string) => text);'));
  const written = byEleventy(site, ["--output", "_site-b", ...args]);
  expect(written).toContain("index.html");
  expect(written.length).toBeGreaterThan(30);
  const files = site.list("_site-a");
  expect(site.list("_site-b")).toEqual(files);
  for (const file of files)
    expect(site.read(join("_site-a", file)) === site.read(join("_site-b", file)), file).toBe(true);
});

it("Eleventy renders all pages if there are data files, which any layout may read: a day in YAML stays a text", () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "_data/lieux.yaml": "- jour: 2026-03-02\n  code: 08\n",
    "layouts/home.njk": "{{ lieux[0].jour }} {{ lieux[0].code }}",
  });
  expect(byEleventy(site)).toContain("index.html");
  expect(site.read("_site/index.html")).toBe("2026-03-02 08");
});
