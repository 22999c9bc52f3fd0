import { describe, expect, it } from "vitest";
import { fileSlug, titleSlug } from "../../../src/importers/hugo-config.ts";
import { readHugo } from "../../../src/importers/hugo.ts";
import { addressesOf, headed, imported, inMemory } from "./old-blog.ts";

const DATED = "date: 2021-05-02";

it("names and titles become addresses as Hugo makes them", () => {
  const plain = { keepsCase: false, dropsAccents: false };
  expect(fileSlug("C Maj & co", plain)).toBe("c-maj--co");
  expect(titleSlug("Titre & co  double -- a@b: 50 % l’État", plain)).toBe("titre-co-double--a@b-50-létat");
  expect(titleSlug("L’État", { keepsCase: true, dropsAccents: true })).toBe("LEtat");
});

describe("a Hugo blog", () => {
  it("has the addresses of its patterns, of `slug` and of `url`", () => {
    const site = readHugo(
      inMemory({
        "hugo.toml": '[permalinks]\nposts = "/:year/:month/:slug/"\ndocs = "/d/:section/:contentbasename/"\n',
        "content/posts/a.md": headed(DATED, "title: Un titre & co"),
        "content/posts/b.md": headed(DATED, "Slug: Le Bé"),
        "content/posts/c.md": headed(DATED, "url: special/c.html"),
        "content/posts/d.md":
          "+++\ndate = 2021-05-02T23:30:00-05:00\ntitle = 'D'\ndraft = false\n+++\nTexte.\n",
        "content/posts/e.md": '{\n "date": "2021-05-02", "draft": true\n}\nTexte.\n',
        "content/docs/x/y.md": headed("title: Y"),
        "content/Mes Notes/Un deux.md": headed("title: N"),
        "content/docs2/dot.md": headed("slug: lencr.org"),
        "content/about.md": headed("_build: { render: never }"),
      }),
    );
    expect(addressesOf(site)).toEqual({
      "content/posts/a.md": "/2021/05/un-titre-co/",
      "content/posts/b.md": "/2021/05/le-bé/",
      "content/posts/c.md": "/special/c.html",
      "content/posts/d.md": "/2021/05/d/",
      "content/posts/e.md": undefined,
      "content/docs/x/y.md": "/d/docs/y/",
      "content/Mes Notes/Un deux.md": "/mes-notes/un-deux/",
      "content/docs2/dot.md": "/docs2/lencr.org/",
      "content/about.md": undefined,
    });
  });

  it("in two languages keeps the addresses of `permalinks` and `baseURL` under `languages`", async () => {
    const { report, read } = await imported("hugo", {
      "config/_default/hugo.yaml": "defaultContentLanguage: en\ntitle: Digital\n",
      "config/_default/languages.yaml":
        "en:\n  baseURL: https://digital.example.org/\n  contentDir: content/en\n  permalinks: { blog: '/:year/:month/:day/:title/' }\n" +
        "fr:\n  baseURL: https://numerique.example.org/\n  contentDir: content/fr\n  title: Numérique\n  permalinks: { blog: '/:year/:month/:day/:title/' }\n",
      "content/en/blog/one.md": headed(DATED, "title: Number one"),
      "content/fr/blog/one.md": headed(DATED, "title: Numéro un", "translationKey: one"),
      "content/en/blog/covid.md": headed(DATED, "title: Covid"),
      "content/fr/blog/covid.md": headed(DATED, "title: Covid"),
    });
    expect(report.counts).toMatchObject({ read: 4, posts: 4 });
    expect(report.texts.map((text) => [text.old, text.new])).toEqual([
      ["/2021/05/02/covid/", "/2021/05/02/covid/"],
      ["/2021/05/02/number-one/", "/2021/05/02/number-one/"],
      ["/fr/2021/05/02/covid/", "/fr/2021/05/02/covid/"],
      ["/fr/2021/05/02/numéro-un/", "/fr/2021/05/02/numéro-un/"],
    ]);
    expect(read("site.yaml")).toMatch(/^url: https:\/\/digital\.example\.org$/m);
    expect(read("site.yaml")).toContain("permalink: /:year/:month/:day/:slug/\n");
    expect(read("posts/fr/one.md")).toContain("permalink: /fr/2021/05/02/numéro-un/\n");
  });

  it("on one host has each language below its path, by folder or by suffix", () => {
    const site = readHugo(
      inMemory({
        "hugo.yaml":
          "baseURL: https://a.example.org/x/\ndefaultContentLanguage: fr\nlanguages:\n  fr: {}\n  en: { permalinks: { posts: '/p/:slug/' } }\n  de: { baseURL: 'https://a.example.org/x/deutsch/' }\n",
        "content/posts/a.md": headed(DATED, "title: A"),
        "content/posts/a.en.md": headed(DATED, "title: A b"),
        "content/posts/a.de.md": headed(DATED, "title: A"),
      }),
    );
    expect(addressesOf(site)).toEqual({
      "content/posts/a.md": "/posts/a/",
      "content/posts/a.en.md": "/en/p/a-b/",
      "content/posts/a.de.md": "/deutsch/posts/a/",
    });
    expect(site.texts.map(({ target }) => target)).toEqual([
      "content/posts/de/a.md",
      "content/posts/en/a.md",
      "content/posts/a.md",
    ]);
  });

  it("keeps the files of a bundle beside its text, and names the texts that are no pages", () => {
    const site = readHugo(
      inMemory({
        "hugo.toml": "",
        "content/posts/lot/index.md": headed(DATED, "title: Lot", "aliases: [vieux, /racine/]"),
        "content/posts/lot/note.md": headed("title: Note"),
        "content/posts/lot/photo.png": "",
        "content/posts/guide.adoc": "= Guide\n",
        "static/img/a.png": "",
      }),
    );
    expect(site.texts).toMatchObject([
      { target: "content/posts/lot/index.md", aliases: ["/posts/vieux", "/racine/"] },
    ]);
    expect(site.assets).toEqual([
      { source: "static/img/a.png", target: "public/img/a.png" },
      { source: "content/posts/lot/photo.png", target: "content/posts/lot/photo.png" },
    ]);
    expect(site.todo.map(({ kind, file }) => [kind, file])).toEqual([
      ["markup", "content/posts/guide.adoc"],
      ["resource", "content/posts/lot/note.md"],
    ]);
  });

  it("has lists, terms, authors and sections where they were", async () => {
    const { read, report } = await imported("hugo", {
      "hugo.toml":
        'baseURL = "https://a.example.org/"\ndefaultContentLanguage = "fr"\n[taxonomies]\ntag = "tags"\nserie = "series"\nauthor = "authors"\n[[menus.main]]\nname = "Articles"\npageRef = "/blog"\nweight = 2\n[[menus.main]]\nname = "Ailleurs"\nurl = "/rien/"\nweight = 1\n',
      "content/blog/_index.md": "---\ntitle: Articles\n---\n",
      "content/blog/a.md": headed(DATED, "title: A", "tags: [Été]", "series: [Un Deux]", "authors: [lea]"),
      "content/authors/lea/_index.md": "---\ntitle: Léa Exemple\n---\nElle écrit.\n",
      "content/tags/été/_index.md": "---\ntitle: L’été\n---\n",
      "content/projets/_index.md": headed("title: Projets"),
      "content/archives.md": "---\nlayout: archives\nurl: /tout/\n---\n",
    });
    expect(read("site.yaml")).toContain("  series:\n    label: Series\n    address: /series/:slug/\n");
    expect(read("site.yaml")).toContain("archives: /tout/");
    expect(read("site.yaml")).toContain("nav:\n  - label: Articles\n    url: /blog\n");
    expect(read("people.yaml")).toBe("lea:\n  name: Léa Exemple\n  description: Elle écrit.\n");
    expect(read("pages/projets.md")).toContain("title: Projets");
    const redirects = read("redirects.yaml");
    for (const line of [
      "/tags/été/: /tags/ete/",
      "/blog/index.xml: /index.xml",
      "/authors/lea/index.xml: /authors/lea/feed.xml",
    ])
      expect(redirects).toContain(line);
    expect(report.counts).toMatchObject({ read: 6, posts: 1, pages: 1, templates: 4 });
    expect(report.todo).toEqual([{ kind: "menu", file: "", found: "Ailleurs → /rien/" }]);
  });
});
