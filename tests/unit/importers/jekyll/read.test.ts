// Tests how a Jekyll blog is read: its files, its configuration, its old addresses.
import { describe, expect, it } from "vitest";
import { newPattern } from "../../../../src/importers/jekyll/config.ts";
import { defaultsFor, tagsOf, titleOfSlug } from "../../../../src/importers/jekyll/front-matter.ts";
import { readJekyll } from "../../../../src/importers/jekyll/read.ts";
import type { OldSite, SourceEntry } from "../../../../src/importers/model.ts";
import { folder } from "../old-blog.ts";

const site = (config: string, files: Record<string, string> = {}): OldSite =>
  readJekyll(folder({ "_config.yml": config, ...files }));

/** The text of a blog that has only this file. */
function entry(file: string, text: string, config = ""): SourceEntry | undefined {
  return site(config, { [file]: text }).entries[0];
}

describe("a file of a Jekyll blog", () => {
  it.each([
    ["_posts/2021-04-01-titre.md", "post", "content/posts/2021-04-01-titre.md", "/2021/04/01/titre.html"],
    [
      "vie/_posts/2021-04-01-titre.html",
      "post",
      "content/posts/vie/2021-04-01-titre.md",
      "/vie/2021/04/01/titre.html",
    ],
    [
      "_posts/2021-04-01-fr-&#8211;-&eacute;t&eacute;.md",
      "post",
      "content/posts/2021-04-01-fr-été.md",
      "/2021/04/01/fr-&-8211;-&eacute;t&eacute;.html",
    ],
    ["_drafts/&#46;&#46;&#47;a&#0;.md", "post", "content/posts/_-a-.md", undefined],
    ["_drafts/idee.md", "post", "content/posts/_idee.md", undefined],
    ["_posts/_2021-04-01-titre.md", "post", "content/posts/_2021-04-01-titre.md", undefined],
    ["_posts/titre.md", "post", "content/posts/titre.md", undefined],
    ["_posts/2021-04-01-titre", "post", "content/posts/_2021-04-01-titre.md", undefined],
    ["_posts/idee", "post", "content/posts/_idee.md", undefined],
    ["_drafts/idee.txt", "post", "content/posts/_idee.txt.md", undefined],
    ["docs/aide.md", "page", "content/pages/docs/aide.md", "/docs/aide.html"],
    ["_recettes/tarte.md", "page", "content/pages/recettes/tarte.md", "/recettes/tarte.html"],
  ])("%s is a %s, moves to %s, and had the address %s", (file, kind, target, oldUrl) => {
    const found = entry(file, "---\ntitle: A\n---\nTexte.\n", "collections: { recettes: { output: true } }");
    expect(found).toMatchObject({ kind, target, draft: oldUrl === undefined });
    expect(found?.oldUrl).toBe(oldUrl);
  });

  it.each([
    ["img/a.png", ["public/img/a.png"]],
    ["_posts/a.png", ["public/a.png"]],
    ["_posts/.gitkeep", []],
    ["CNAME", ["public/CNAME"]],
    ["_sass/a.png", []],
    ["docs/_notes/a.png", []],
    ["README.md", []],
    ["notes/a.png", []],
    ["sans-front-matter.md", []],
  ])("%s is copied to %j", (file, targets) => {
    const { assets, entries } = site("exclude: [notes/]", { [file]: "---" });
    expect(assets.map(({ target }) => target)).toEqual(targets);
    expect(entries).toEqual([]);
  });

  it.each([
    ["*.brouillon.md", "notes/a.brouillon.md", true],
    ["notes/*/prive", "notes/2021/prive/a.md", true],
    ["notes/", "notes.md", false],
  ])("that `exclude: %s` concerns is left out: %s, %s", (pattern, file, isLeft) => {
    const found = site(`exclude: ["${pattern}"]`, { [file]: "---\ntitle: A\n---\nTexte.\n" });
    expect(found.entries).toHaveLength(isLeft ? 0 : 1);
  });

  it("of posts without extension or front matter is a draft if a post’s name begins so, and else is named", () => {
    const { entries, assets, manual } = site("", {
      "_posts/2021-04-01-titre": "Pas encore.\n",
      "_posts/notes": "À garder.\n",
      "_drafts/.gitignore": "*\n",
    });
    expect(entries).toMatchObject([
      { target: "content/posts/_2021-04-01-titre.md", draft: true, day: "2021-04-01" },
    ]);
    expect(assets).toEqual([]);
    expect(manual).toEqual([{ kind: "left-file", file: "_posts/notes", line: 0, found: "_posts/notes" }]);
  });

  it("of a collection that was not published had no address, and becomes a draft", () => {
    const found = entry("_recettes/tarte.md", "---\ntitle: A\n---\n", "collections: [recettes]");
    expect(found).toMatchObject({ kind: "page", draft: true });
    expect(found).not.toHaveProperty("oldUrl");
  });

  it("that cannot be read is reported with its line, and the others are read", () => {
    const { entries, manual } = site("", {
      "_posts/2021-01-01-a.md": "---\ntitle: A\n---\n",
      "_posts/2021-01-02-b.md": "---\ntitle: A\nx: [\n---\n",
    });
    expect(entries.map(({ source }) => source)).toEqual(["_posts/2021-01-01-a.md"]);
    expect(manual).toEqual([{ kind: "broken", file: "_posts/2021-01-02-b.md", line: 3, found: "x: [" }]);
  });
});

it.each(["public", "./public/"])("the folder that Jekyll wrote to, %s, is left out", (destination) => {
  const { entries, assets, manual } = site(`destination: ${destination}`, {
    "a.md": "---\ntitle: A\n---\nTexte.\n",
    "public/a.html": "<p>A</p>",
    "public/b.md": "---\ntitle: B\n---\nTexte.\n",
    "public/a.png": "",
  });
  expect(entries.map(({ source }) => source)).toEqual(["a.md"]);
  expect({ assets, manual }).toEqual({ assets: [], manual: [] });
});

describe("a collection whose texts have dates", () => {
  const config =
    "collections: { actualites: { output: true, permalink: '/actualites/:title/' }, fiches: { output: true } }";
  const text = (more: string): string => `---\ntitle: A\n${more}---\nTexte.\n`;
  const files = {
    "_actualites/un.md": text("date: 2021-04-01\ntags: [a]\n"),
    "_actualites/2021-04-02-deux.md": text(""),
    "_actualites/sans-date.md": text(""),
    "_fiches/2021-04-03-trois.md": text(""),
    "_pages/actualites.md": "---\nlayout: actualites\npermalink: /actualites/\n---\n",
  };

  it("is the blog of a site without posts, with its addresses and its list", () => {
    const { entries, settings } = site(`include: [_pages]\n${config}`, files);
    expect(entries.map(({ kind, target, day, oldUrl }) => [kind, target, day, oldUrl])).toEqual([
      ["post", "content/posts/2021-04-02-deux.md", "2021-04-02", "/actualites/deux/"],
      ["page", "content/pages/actualites/sans-date.md", undefined, "/actualites/sans-date/"],
      ["post", "content/posts/un.md", "2021-04-01", "/actualites/un/"],
      ["page", "content/pages/fiches/2021-04-03-trois.md", undefined, "/fiches/2021-04-03-trois.html"],
    ]);
    expect(settings).toMatchObject({ permalink: "/actualites/:slug/", addresses: { blog: "/actualites/" } });
  });

  it("holds pages where the blog has posts", () => {
    const { entries } = site(config, { ...files, "_posts/2021-04-01-a.md": text("") });
    expect(entries.filter(({ kind }) => kind === "post")).toHaveLength(1);
  });
});

it("a folder with a leading _ is published if the configuration includes it", () => {
  const { entries, manual } = site("include: [_pages/, .htaccess]\ncollections: [notes]", {
    "_pages/gens/programme.md": "---\ntitle: A\npermalink: /programme/\nredirect_from: /qui/\n---\nTexte.\n",
    "_pages/archive.md": "---\nlayout: archive\npermalink: /tout/\n---\n",
    "_autres/b.md": "---\ntitle: B\n---\n",
  });
  expect(entries).toMatchObject([
    { kind: "page", target: "content/pages/gens/programme.md", oldUrl: "/programme/", aliases: ["/qui/"] },
  ]);
  expect(manual).toMatchObject([{ kind: "template-page", file: "_pages/archive.md", found: "/tout/" }]);
});

describe("a page that a template makes from posts", () => {
  it("is a text if it has at least 40 words besides its list", () => {
    const list = "{% for a in site.gens %}\n- {{ a.nom }}\n{% endfor %}\n";
    const read = (words: number): OldSite =>
      site("", { "gens.md": `---\ntitle: A\n---\n${"mot ".repeat(words)}\n\n${list}` });
    expect(read(40)).toMatchObject({ entries: [{ source: "gens.md" }], manual: [] });
    expect(read(39)).toMatchObject({ entries: [], manual: [{ kind: "template-page" }] });
  });

  it("is a text if it has words and makes no list", () => {
    const read = (body: string): OldSite => site("", { "gens.md": `---\ntitle: A\n---\n${body}` });
    expect(read("{% if site.email %}Écrivez.{% endif %} Le programme.\n").entries).toHaveLength(1);
    expect(read("{% assign a = site.posts %}\n{% include liste.html %}\n").entries).toEqual([]);
  });

  it.each([
    ["{% for p in site.data.partenaires %}{% for v in p.villes %}{{ v }}{% endfor %}{% endfor %}\n", 1],
    ["{% for f in page.faq %}{{ f.q }}{% endfor %}\n", 1],
    [
      "{% for p in site.data.partenaires %}{{ p }}{% endfor %}{% for p in site.posts %}{{ p }}{% endfor %}\n",
      0,
    ],
    ["{% for p in liste %}{{ p }}{% endfor %}\n", 0],
    ["{% for t in site.data.t %}{% assign p = site.posts | where: t %}{{ p }}{% endfor %}\n", 0],
  ])("is a text if it lists only data, which is written nowhere else: %s", (body, texts) => {
    expect(site("", { "gens.md": `---\ntitle: A\n---\n${body}` }).entries).toHaveLength(texts);
  });

  it("is reported, and the list keeps its address", () => {
    const { entries, manual, settings, addresses } = site("", {
      "articles/index.html":
        "---\npagination: { enabled: true }\n---\n{% for post in paginator.posts %}{% endfor %}\n",
    });
    expect(entries).toEqual([]);
    expect(manual).toMatchObject([{ kind: "template-page", line: 4, found: "/articles/" }]);
    expect(settings["addresses"]).toEqual({ blog: "/articles/" });
    expect(addresses).toEqual([{ url: "/articles/", what: "list" }]);
  });

  it("at the root does not set the address of Carnet's list", () => {
    const found = site("", {
      "index.html": "---\npagination: { enabled: true }\n---\n{% for p in q %}{% endfor %}\n",
    });
    expect(found.listAtRoot).toBe(true);
    expect(found.settings["addresses"]).toBeUndefined();
  });

  it("is recognised by its layout if it has no text", () => {
    expect(entry("tags.md", "---\nlayout: tag-list\n---\n")).toBeUndefined();
    expect(entry("tags.md", "---\nlayout: tag-list\n---\nUn texte.\n")).toMatchObject({ kind: "page" });
  });

  it("that only redirects becomes a redirect", () => {
    const { entries, redirects } = site("", { "vieux.md": "---\nredirect_to: /neuf/\n---\n" });
    expect(entries).toEqual([]);
    expect(redirects).toEqual([{ from: "/vieux.html", to: "/neuf/", file: "vieux.md", line: 1 }]);
  });
});

it("a Jekyll blog with `collections_dir` has its texts at the usual places and addresses", () => {
  const config = [
    "permalink: /:categories/:title/",
    "collections_dir: textes/",
    "collections: { recettes: { output: true } }",
    "defaults: [{ scope: { path: _posts }, values: { author: Ana } }]",
  ].join("\n");
  const { entries, elsewhere } = site(config, {
    "textes/_posts/2021-01-01-a.md": "---\ntitle: A\n---\n",
    "textes/_recettes/soupe.md": "---\ntitle: Soupe\n---\n",
    "textes/autre.md": "---\ntitle: Autre\n---\n",
  });
  expect(entries.map(({ source, target, oldUrl }) => [source, target, oldUrl])).toEqual([
    ["textes/_posts/2021-01-01-a.md", "content/posts/2021-01-01-a.md", "/a/"],
    ["textes/_recettes/soupe.md", "content/pages/recettes/soupe.md", "/recettes/soupe.html"],
    ["textes/autre.md", "content/pages/textes/autre.md", "/textes/autre/"],
  ]);
  expect(entries[0]).toMatchObject({ categories: [], inherited: { author: "Ana" } });
  expect(elsewhere).toEqual([]);
});

it("only a published collection brings its media", () => {
  const { assets } = site("collections: { recettes: { output: true }, notes: {} }", {
    "_recettes/img/soupe.png": "",
    "_recettes/soupe.scss": "",
    "_notes/a.png": "",
    "_includes/a.png": "",
  });
  expect(assets).toEqual([{ source: "_recettes/img/soupe.png", target: "public/recettes/img/soupe.png" }]);
});

describe("a Jekyll text in another markup", () => {
  it.each(["_posts/2021-01-01-a.textile", "_drafts/a.adoc", "infos/a.org"])("is reported: %s", (file) => {
    const { manual, assets, entries } = site("", { [file]: "---\ntitle: A\n---\nh2. A\n" });
    expect(manual).toEqual([{ kind: "other-markup", file, line: 0, found: file }]);
    expect({ assets, entries }).toEqual({ assets: [], entries: [] });
  });

  it("is not reported without front matter", () => {
    expect(site("", { "LISEZMOI.adoc": "= A\n" }).manual).toEqual([]);
  });
});

describe("the feed of a Jekyll blog", () => {
  const template = (id: string): Record<string, string> => ({
    "atom.xml": `<feed><entry><id>${id}</id></entry></feed>`,
  });
  it.each([
    ["plugins: [jekyll-feed]", {}, "/feed.xml", { ids: "jekyll" }, 0],
    ["gems: [jekyll-feed]\nfeed: { path: flux.xml }", {}, "/flux.xml", { ids: "jekyll" }, 0],
    ["", template("{{ site.url }}{{ post.id }}"), "/atom.xml", { ids: "jekyll" }, 0],
    ["", template("{{ site.url }}{{ post.url }}"), "/atom.xml", undefined, 0],
    ["", template("{{ post.uuid }}"), "/atom.xml", undefined, 1],
  ])("from %j and %j has the address %s and the ids %j", (config, files, feed, feeds, asked) => {
    const { settings, manual, addresses } = site(config, files);
    expect(settings).toMatchObject({ addresses: { feed } });
    expect(settings["feeds"]).toEqual(feeds);
    expect(addresses).toEqual([{ url: feed, what: "feed" }]);
    expect(manual.filter(({ kind }) => kind === "feed-template")).toHaveLength(asked);
  });
});

describe("the lists of a Jekyll blog", () => {
  it.each([
    ["paginate: 5", { page: "page:n/" }, true],
    ["paginate_path: /blog/page:num", { page: "page:n/", blog: "/blog/" }, false],
    ["pagination: { permalink: /page/:num/ }", { page: "page/:n/" }, false],
    ["jekyll-archives: { enabled: [tags] }", { tag: "/tag/:slug/" }, false],
    [
      "jekyll-archives: { permalinks: { tag: /sujet/:name/, year: /a/:year/ } }",
      { tag: "/sujet/:slug/", year: "/a/:year/" },
      false,
    ],
  ])("with %j have the addresses %j", (config, addresses, listAtRoot) => {
    expect(site(config)).toMatchObject({ settings: { addresses }, listAtRoot });
  });

  it.each([
    ["permalinks: { category: /theme/:name/ }", "/theme/:slug/"],
    ["enabled: [categories]", "/category/:slug/"],
  ])("of categories, with jekyll-archives: { %s }, have the address %s", (archives, address) => {
    expect(site(`jekyll-archives: { ${archives} }`).settings["taxonomies"]).toEqual({
      categories: { label: "", address },
    });
  });

  it.each([
    ["/page/:num/", ["index.html"], { page: "page/:n/" }, true],
    ["/page/:num/", [], { page: "page/:n/" }, true],
    ["/blog/page/:num/", ["index.html", "blog/index.html"], { page: "page/:n/", blog: "/blog/" }, false],
    ["/blog/page:num/", ["index.html"], { page: "page:n/", blog: "/blog/" }, false],
    ["/page/:num/", ["page/index.html"], { page: ":n/", blog: "/page/" }, false],
    ["/blog/:num/", [], { page: ":n/", blog: "/blog/" }, false],
    ["page:num", ["index.html"], { page: "page:n/" }, true],
    ["/page/", [], { page: "page:n/" }, true],
  ])(
    "with pages at %j and the files %j have the address of their first page",
    (path, files, addresses, listAtRoot) => {
      const found = site(`paginate_path: ${path}`, Object.fromEntries(files.map((file) => [file, ""])));
      expect(found).toMatchObject({ settings: { addresses }, listAtRoot });
      expect(found.settings["addresses"]).toEqual(addresses);
    },
  );
});

describe("the settings of a Jekyll blog", () => {
  it("are those that Carnet also has", () => {
    const { settings, base, lang } = site(
      [
        "title: Un blog",
        "url: https://a.example.org/",
        "baseurl: /blog/",
        "locale: fr_CA",
        "timezone: America/Montreal",
        "paginate: 12",
        "author: { name: Ana, email: ana@example.org }",
        'twitter_username: "@ana"',
      ].join("\n"),
    );
    expect(settings).toMatchObject({
      title: "Un blog",
      url: "https://a.example.org/blog",
      lang: "fr-CA",
      timeZone: "America/Montreal",
      postsPerPage: 12,
      email: "ana@example.org",
      twitter: "ana",
      publisher: "Ana",
    });
    expect({ base, lang }).toEqual({ base: "/blog", lang: "fr-CA" });
  });

  it("leave out invalid values", () => {
    const { settings } = site(
      "url: a.example.org\ntimezone: Paris\nemail: ana [at] example\npaginate: beaucoup",
    );
    expect(settings).not.toHaveProperty("url");
    expect(settings).not.toHaveProperty("timeZone");
    expect(settings).not.toHaveProperty("email");
    expect(settings).not.toHaveProperty("postsPerPage");
  });

  it.each([
    [undefined, "/:year/:month/:day/:slug.html"],
    ["pretty", "/:year/:month/:day/:slug/"],
    ["/:categories/:title/", "/:slug/"],
    ["/blog/:i_month/:slug.html", "/blog/:month/:slug.html"],
    ["/:y_day/:title/", "/:year/:month/:day/:slug/"],
    ["/:year/:month/", "/:year/:month/:day/:slug/"],
  ])("turn the permalink %s into %s for new posts", (written, pattern) => {
    expect(newPattern(written)).toBe(pattern);
  });

  it("treat a collection without a folder as another site's", () => {
    expect(site("collections: { docs: { output: true }, notes: { output: false } }").elsewhere).toEqual([
      "/docs/",
    ]);
  });
});

it.each([
  ["plugins: [jemoji]", "texts-and-titles"],
  ["gems: [jemoji]", "texts-and-titles"],
  ["plugins: [jekyll-feed]", undefined],
])("a Jekyll blog shows emoji codes as emoji with its plugin: %s", (config, emoji) => {
  expect(site(config).emoji).toBe(emoji);
});

describe("front matter defaults", () => {
  const scope = (path: string, author: string, type?: string): unknown => ({
    scope: { path, ...(type !== undefined && { type }) },
    values: { author },
  });

  it.each([
    ["vie/a.md", "posts", "dossier"],
    ["a.md", "posts", "articles"],
    ["vieux/a.md", "pages", "tous"],
  ])("for %s among %s come from the closest scope: %s", (path, type, author) => {
    const defaults = [scope("vie", "dossier"), scope("", "articles", "posts"), scope("", "tous")];
    expect(defaultsFor({ defaults }, path, type)).toEqual({ author });
  });

  it.each([
    ["vie/*", "vie/a.md", true],
    ["_posts/vie/**/*.md", "_posts/vie/2010/ete/a.md", true],
    ["_posts/vie/**/*.md", "_posts/vie/a.md", true],
    ["_posts/vie/**/*.md", "_posts/autre/a.md", false],
    ["dossier/*/fin", "dossier/un/fin/a.md", true],
    ["dossier/*/fin", "dossier/un/deux/fin/a.md", false],
    ["a.b/*.md", "a+b/c.md", false],
  ])("for %s concern %s: %s", (path, file, applies) => {
    expect(defaultsFor({ defaults: [scope(path, "Ana")] }, file)).toEqual(applies ? { author: "Ana" } : {});
  });

  it.each(["en", { a: 1 }, [1, null, { scope: 3 }]])("are ignored if invalid: %j", (defaults) => {
    expect(defaultsFor({ defaults }, "a.md")).toEqual({});
  });
});

describe("a Jekyll text", () => {
  it.each([
    [{ tags: "a b, c" }, {}, ["a", "b", "c"]],
    [{ tag: "un mot" }, {}, ["un mot"]],
    [{ tags: ["un mot"], tag: "a" }, {}, ["a", "un mot"]],
    [{}, { tags: "a" }, ["a"]],
    [{ tags: [] }, { tags: "a" }, []],
    [{}, {}, undefined],
  ])("with %j and the defaults %j has the tags %j", (data, defaults, tags) => {
    expect(tagsOf(data, defaults)).toEqual(tags);
  });

  it("without a title takes it from its slug", () => {
    expect(titleOfSlug("la-suite_du bilan")).toBe("La Suite Du Bilan");
    expect(titleOfSlug("--")).toBe("Sans titre");
  });

  it.each([
    ["en/_posts/2021-01-01-a.md", "---\ntitle: A\n---\n", { lang: "en", langInPath: true, categories: [] }],
    ["en/_posts/2021-01-01-a.md", "---\nlang: fr\n---\n", { lang: "fr", langInPath: true, categories: [] }],
    [
      "vie/_posts/2021-01-01-a.md",
      "---\ncategories: b\n---\n",
      { langInPath: false, categories: ["vie", "b"] },
    ],
  ])("takes its language and categories from its folder and front matter: %s, %j", (file, text, expected) => {
    expect(entry(file, text)).toMatchObject(expected);
  });
});

it("the menus of Jekyll's usual themes are read", () => {
  const menus = (config: string, files: Record<string, string> = {}): unknown[] =>
    site(config, files).menus.flatMap(({ place, entries }) =>
      entries.map(({ label, to }) => [place, label, to]),
    );
  expect(
    menus("", {
      "_data/navigation.yml":
        "main:\n  - title: Articles\n    url: /\nfooter:\n  - title: Mentions\n    url: /mentions/\n",
    }),
  ).toEqual([
    ["nav", "Articles", "/"],
    ["footer", "Mentions", "/mentions/"],
  ]);
  expect(menus("", { "_data/menu.yml": "- name: Blog\n  link: /blog/\n" })).toEqual([
    ["nav", "Blog", "/blog/"],
  ]);
  expect(menus("navbar-links:\n  Nous: nous\n  Plus: [a, b]\n")).toEqual([["nav", "Nous", "nous"]]);
  expect(
    menus("header_pages: [nous.md]", { "nous.md": '---\nlayout: page\ntitle: "À propos"\n---\nTexte.\n' }),
  ).toEqual([["nav", "À propos", "nous.md"]]);
});

it("files of a Jekyll blog that only its host or robots read are reported, unless a template makes them", () => {
  const { manual } = site("", {
    "robots.txt": "User-agent: *",
    "google1.html": "x",
    "sitemap.xml": "---\n---\n<urlset/>",
    "_layouts/a.html": "x",
    "main.css": "x",
  });
  expect(manual.map(({ kind, found }) => [kind, found])).toEqual([
    ["left-file", "/google1.html"],
    ["left-file", "/robots.txt"],
  ]);
});
