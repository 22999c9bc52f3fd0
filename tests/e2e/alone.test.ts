// A site without code or data of its owner's is rendered without Eleventy, to the same bytes.
import { join } from "node:path";
import { expect, it } from "vitest";
import { everyKind } from "../browser/every-kind.ts";
import { filesIn } from "../support/in-process.ts";
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

it("a site with every kind of page and layouts of its own, under a base path, is the same as through Eleventy", () => {
  const more = {
    "content/redirects.yaml": "/ancien/: /blog/\n",
    // In the menu, which marks the current page.
    "content/pages/été.md": "---\ntitle: Été\npermalink: /été/\n---\n\nUn texte.\n",
    "content/pages/aide.md": "---\ntitle: Aide\nlayout: note\n---\n\nUn texte.\n",
    "layouts/note.njk":
      "---\nlayout: cadre\nmot: Bonjour\n---\n{{ mot }} {{ title | slugify }} {{ page.url }} {{ pkg.name }}\n{% for one in collections.posts %}<i>{{ one.data.title }} {{ one.content | safe }}</i>{% endfor %}",
    "layouts/cadre.njk":
      '<html lang="fr"><title>{{ title }}</title><main>{{ content | safe }}</main>{{ eleventy.generator }}</html>',
    "package.json": '{ "name": "essai" }',
  };
  const base = ["--base-path", "/sous/"];
  const site = everyKind(more, ["--no-search", ...base]);
  expect(site.read("_site/aide/index.html")).toContain("Bonjour aide /aide/ essai");
  // A filter that no layout uses: it changes no page.
  site.write(config('config.addFilter("unused", (text: string) => text);'));
  expect(byEleventy(site, ["--output", "_site-b", ...base]).length).toBeGreaterThan(30);
  const [alone, through] = ["_site", "_site-b"].map((folder) => filesIn(join(site.root, folder)));
  expect([...(through?.keys() ?? [])]).toEqual([...(alone?.keys() ?? [])]);
  for (const [file, bytes] of alone ?? []) expect(through?.get(file) === bytes, file).toBe(true);
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
