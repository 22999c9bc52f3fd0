// The compiled command, as users and CI run it, on a whole small site.
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";

it("a site of one post and a two-line site.yaml is checked and built, without Eleventy", () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier article", "Un texte.", "tags: [Méthode]\n"),
  });
  expect(site.carnet(["check", "--strict"])).toMatchObject({ status: 0, stderr: "" });
  const run = site.carnet(["build"], { DEBUG: "Eleventy*" });
  expect([run.status, run.stderr]).toEqual([0, ""]);
  expect(site.read("_site/blog/2026/03/02/premier/index.html")).toContain("<p>Un texte.</p>");
  expect(site.list("_site")).toEqual(
    expect.arrayContaining([
      ...["404.html", "_headers", "_redirects", "archives/2026/index.html", "archives/index.html"],
      ...["auteurs/equipe-editoriale/index.html", "auteurs/index.html", "blog/index.html"],
      ...["feed.json", "feed.xml", "index.html", "mots-cles/index.html", "mots-cles/methode/feed.xml"],
      ...["mots-cles/methode/index.html", "recherche/index.html", "robots.txt", "sitemap.xml"],
    ]),
  );
});

it("the same bytes are written in another folder, time zone and locale, from files with other times, and at another moment", () => {
  const first = "content/posts/2026-03-02-premier.md";
  const files = {
    "content/site.yaml": SITE_YAML,
    [first]: post("Premier", "Bonjour `code`.", "tags: [Été, écologie, Zone]\n"),
    "content/posts/2026-03-02-second.md": post("Second", "Salut.", "tags: [écologie]\nexpires: 2026-09-01\n"),
    "content/posts/2026-07-14-futur.md": post("Futur", "Plus tard."),
  };
  const [one, two] = [makeSite(files), makeSite(files)];
  utimesSync(join(two.root, first), new Date(0), new Date(0));
  const at = (now: string): string[] => ["build", "--no-search", "--now", now];
  expect(one.carnet(at("2026-04-02T00:00:00Z"), { TZ: "UTC", LC_ALL: "C" }).status).toBe(0);
  const elsewhere = { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8" };
  expect(two.carnet(at("2026-07-13T21:59:59Z"), elsewhere).status).toBe(0);
  expect(two.list("_site")).toEqual(one.list("_site"));
  for (const path of one.list("_site"))
    expect(two.read(`_site/${path}`), path).toBe(one.read(`_site/${path}`));
});

it("an owner's page or file takes the place of Carnet's own", () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/pages/index.md": post("Bienvenue", "À nous."),
    "public/robots.txt": "User-agent: à-nous\n",
    "public/404.html": "Perdu",
    "public/_headers": "/*\n  X-A: b\n",
  });
  expect(site.carnet(["build", "--no-search"]).status).toBe(0);
  expect(site.read("_site/index.html")).toContain("<p>À nous.</p>");
  expect(site.read("_site/robots.txt")).toBe("User-agent: à-nous\n");
  expect(site.read("_site/404.html")).toBe("Perdu");
  expect(site.read("_site/_headers")).toBe("/*\n  X-A: b\n");
});
