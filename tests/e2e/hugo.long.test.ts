// Sites that the real Hugo also builds: one that is imported keeps its addresses, and one that leaves Carnet too.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Report } from "../../src/importers/report.ts";
import { notRun } from "../support/not-run.ts";
import { say } from "../support/command.ts";
import { hasHugo, hugoBlog, hugoText } from "../support/hugo.ts";
import { makeSite, post, ROOT, SITE_YAML } from "../support/site.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>\n';

const CONFIG = `baseURL = "https://hugo.example.org/"
title = "Un blog"
defaultContentLanguage = "fr"
[languages.fr]
languageName = "Français"
[languages.en]
languageName = "English"
[languages.en.permalinks]
posts = "/:year/:slug/"
`;

const dated = (title: string, ...lines: string[]): string => hugoText(title, "date = 2021-06-02", ...lines);

it("an imported Hugo blog answers at every address of a text that Hugo published", async (context) => {
  if (!hasHugo) notRun(context, "hugo is not installed (Debian: hugo)");
  const blog = hugoBlog({
    "hugo.toml": CONFIG,
    "content/posts/C Maj & co.md": dated("A", 'aliases = ["vieux", "/racine/"]'),
    "content/posts/a--b.md": dated("B", 'slug = "Mon Slug & co -- Été"'),
    "content/posts/numero.en.md": dated("Number & one"),
    "content/posts/lot/index.md": dated("Lot"),
    "content/posts/lot/note.md": dated("Note"),
    "content/about.md": hugoText("About", 'url = "/qui.html"'),
  });
  const site = makeSite({});
  const run = await say(
    "import",
    site.root,
    "hugo",
    blog.root,
    join(site.root, "nouveau"),
    "--format",
    "json",
    "--quiet",
  );
  expect(run.status, run.err).toBe(0);
  const { texts } = JSON.parse(run.out) as Report;
  for (const { old } of texts) expect(blog.addresses).toContain(old);
  expect(texts).toHaveLength(5);
  const built = site.carnet(["build", "--no-search", "--quiet", "--site", "nouveau"]);
  expect(built.status, built.stdout + built.stderr).toBe(0);
  const missing = blog.addresses.filter((address) => {
    const path = join(site.root, "nouveau/_site", address);
    return !existsSync(address.endsWith("/") ? join(path, "index.html") : path);
  });
  expect(missing.filter((address) => !/\/page\/|\.xml$/.test(address))).toEqual([]);
});

describe("a site that leaves Carnet", () => {
  beforeEach((context) => {
    if (!hasHugo) notRun(context, "hugo is not installed");
  });

  const settings = (guide: string): string | undefined =>
    /^```toml\n([^]*?)^```/m.exec(readFileSync(join(ROOT, "docs", guide), "utf8"))?.[1];

  it("has the same texts at the same addresses with the settings of the guides", () => {
    const toml = settings("owning.md") ?? "";
    expect(settings("tenir.md")).toBe(toml);
    const texts = {
      "content/posts/2021-03-02-un.md": post("Un", "x", "updated: 2021-05-01\n"),
      "content/posts/2021-03-03-deux/index.md": post("Deux", "![A](a.svg)"),
      "content/posts/2021-03-03-deux/a.svg": DRAWING,
      "content/posts/2021-03-04-minuit.md": post("Minuit", "x", "publishAt: 2021-03-04 00:30:00\n"),
      "content/posts/2021-03-06-nom.md": post("Nom", "x", "slug: autre-nom\n"),
      "content/posts/sans-jour.md": post("Sans jour", "x", "date: 2021-03-07\n"),
      "content/posts/2099-01-01-futur.md": post("Futur"),
      "content/posts/2021-03-07-heure.md": post("Heure", "x", "publishAt: 2099-01-01 18:00:00\n"),
      "content/posts/_2021-03-08-brouillon.md": post("Brouillon"),
      "content/posts/2021-03-09-non.md": post("Non", "x", "published: false\n"),
      "content/posts/2021-03-10-draft.md": post("Draft", "x", "draft: true\n"),
      "content/posts/2021-03-11-fini.md": post("Fini", "x", "expires: 2021-06-01\n"),
      "content/pages/a-propos.md": "---\ntitle: À propos\n---\n\nx\n",
    };
    const addresses = [
      "/a-propos/",
      "/blog/2021/03/02/un/",
      "/blog/2021/03/03/deux/",
      "/blog/2021/03/04/minuit/",
      "/blog/2021/03/06/autre-nom/",
      "/blog/2021/03/07/sans-jour/",
    ];
    const ofTexts = (one: string): boolean => /^\/(?:blog\/\d|a-)[^]*\/$/.test(one);
    const hugo = hugoBlog({ ...texts, "hugo.toml": toml });
    expect(hugo.addresses.filter(ofTexts)).toEqual(addresses);
    expect(existsSync(join(hugo.root, "public/blog/2021/03/03/deux/a.svg"))).toBe(true);
    const site = makeSite({ ...texts, "content/site.yaml": SITE_YAML });
    expect(site.carnet(["build", "--no-search", "--quiet"]).status).toBe(0);
    const book = site.read("content/addresses.txt").split(/\s+/);
    expect(book.filter(ofTexts).sort()).toEqual(addresses);
  }, 60_000);
});
