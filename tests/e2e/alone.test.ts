// A site without code or data of its owner's is rendered without Eleventy, to the same bytes.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { everyKind } from "../browser/every-kind.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

/** A filter that no layout uses: it changes no page, but makes Eleventy render all of them. */
const OWNER = {
  ".eleventy.ts": `import carnet, { type EleventyConfig } from "carnet";

export default function (config: EleventyConfig): void {
  config.addPlugin(carnet);
  config.addFilter("unused", (text: string) => text);
}
`,
};

/** Builds, and returns the paths of the pages that Eleventy renders, from its debug output. */
function byEleventy(site: TestSite, args: readonly string[] = []): string[] {
  const { status, stderr, stdout } = site.carnet(["build", ...args], { DEBUG: "Eleventy:Template" });
  expect(status, stdout + stderr).toBe(0);
  return [...stderr.matchAll(/(\S+) written\./g)].map(([, path = ""]) =>
    path.replace(/^.*?_site[^/]*\//, ""),
  );
}

function expectSame(site: TestSite, one: string, other: string): void {
  const files = site.list(one);
  expect(site.list(other)).toEqual(files);
  for (const file of files)
    expect(site.read(join(one, file)) === site.read(join(other, file)), file).toBe(true);
}

describe("a site without the owner's own code or layouts", () => {
  it.each([
    ["of every kind of page", []],
    ["under a base path", ["--base-path", "/sous/"]],
  ])("%s is the same as through Eleventy", (_, args) => {
    const more = {
      "content/redirects.yaml": "/ancien/: /blog/\n",
      // In the menu, which marks the current page.
      "content/pages/été.md": "---\ntitle: Été\npermalink: /été/\n---\n\nUn texte.\n",
      // Above the list of a tag.
      "content/pages/mots-cles/methode.md": "---\ntitle: Nos méthodes\n---\n\nUn texte.\n",
    };
    const site = everyKind(more, ["--no-search"]);
    expect(byEleventy(site, ["--no-search", "--output", "_site-a", ...args])).toEqual([]);
    site.write(OWNER);
    const written = byEleventy(site, ["--no-search", "--output", "_site-b", ...args]);
    expect(written).toContain("index.html");
    expect(written.length).toBeGreaterThan(30);
    expectSame(site, "_site-a", "_site-b");
  });
});

describe("Eleventy renders", () => {
  const SITE = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2021-03-02-a.md": post("A", "a", "tags: [Été]\n"),
    "content/pages/aide.md": "---\ntitle: Aide\n---\n\nx\n",
  };
  it("all pages if there are data files, which any layout may read", () => {
    const site = makeSite({ ...SITE, "_data/couleur.json": '"vert"' });
    expect(byEleventy(site, ["--no-search"])).toContain("index.html");
  });
});
