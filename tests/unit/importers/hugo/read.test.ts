// Tests how a Hugo blog is read. Its addresses are compared with Hugo's own in tests/e2e/hugo.test.ts.
import { describe, expect, it } from "vitest";
import { readHugo } from "../../../../src/importers/hugo/read.ts";
import type { OldSite, SourceEntry } from "../../../../src/importers/model.ts";
import { folder } from "../old-blog.ts";

const CONFIG = 'baseURL = "https://h.example.org/"\ndefaultContentLanguage = "fr"\n';

const site = (files: Record<string, string>, config = CONFIG): OldSite =>
  readHugo(folder({ "hugo.toml": config, ...files }));

const TEXT = "---\ntitle: A\n---\nTexte.\n";

function entryOf(found: OldSite, source: string): SourceEntry | undefined {
  return found.entries.find((one) => one.source === source);
}

it("a Hugo page without text, whose layout makes it, is left to Carnet at its address", () => {
  const found = site(
    {
      "content/archives.md": "---\ntitle: A\nlayout: archives\n---\n",
      "content/recherche.md": "---\ntitle: R\nlayout: search\n---\n\n",
      "content/recherche.en.md": "---\ntitle: S\nlayout: search\n---\n",
      "content/tri.md": "---\ntitle: T\nlayout: archives\n---\nUn texte.\n",
    },
    `${CONFIG}[languages.fr]\n[languages.en]\n`,
  );
  expect(found.entries.map(({ source }) => source)).toEqual(["content/tri.md"]);
  expect(found.settings["addresses"]).toMatchObject({ archives: "/archives/", search: "/recherche/" });
  expect(found.manual).toMatchObject([
    { kind: "template-page", found: "/archives/" },
    { kind: "template-page", found: "/en/recherche/" },
    { kind: "template-page", found: "/recherche/" },
  ]);
});

it.each([
  ["/posts", "fr", "/posts/"],
  ["posts/_index.md", "en", "/en/posts/"],
  ["/tags/", undefined, "/tags/"],
  ["/", "en", "/en/"],
  ["/notes", "fr", "/carnet/"],
  ["/inconnu", "fr", undefined],
])("the list that a Hugo text calls %s in %s was at %s", (name, lang, url) => {
  const found = site(
    { "content/posts/a.md": TEXT, "content/notes/_index.md": "---\ntitle: N\nurl: /carnet/\n---\n" },
    `${CONFIG}[languages.fr]\n[languages.en]\n`,
  );
  expect(found.listNamed?.(name, lang)).toBe(url);
});

it("a Hugo taxonomy of authors has the addresses of Carnet's people", () => {
  const config = `${CONFIG}[taxonomies]\nauthor = "authors"\n`;
  const signed = (name: string): string => `---\ntitle: A\nauthors: [${name}]\n---\nTexte.\n`;
  const found = site(
    {
      "content/posts/a.md": signed("Équipe données"),
      "content/posts/b.md": signed("ana"),
      "data/authors/donnees.yaml": "name: Équipe données\n",
    },
    config,
  );
  expect(found.settings["addresses"]).toMatchObject({ people: "/authors/", person: "/authors/:slug/" });
  const moved = found.lists?.(found.entries).redirects.map(({ from, to }) => `${decodeURI(from)} ${to}`);
  expect(moved).toContain("/authors/équipe-données/ /authors/donnees/");
  expect(moved).not.toContain("/authors/ana/ /authors/ana/");
  expect(site({ "content/posts/a.md": TEXT }).settings["addresses"]).not.toHaveProperty("person");
});

it("people are described under the taxonomy with which texts are signed", () => {
  const { people } = site(
    {
      "content/posts/a.md": "---\ntitle: A\nauthor: [Ana]\n---\n",
      "content/author/ana/_index.md": "---\nname: Ana Été\nbio: Chercheuse\n---\n",
    },
    'title = "A"\n[taxonomies]\nauthor = "author"\n',
  );
  expect(people).toMatchObject({ ana: { name: "Ana Été" } });
});

it("terms have the addresses of their own that Hugo gave them", () => {
  const found = site(
    {
      "content/posts/a.md": "---\ntitle: A\ntags: [Activité]\ncategories: [Été]\nauthors: [ana]\n---\n",
      "content/authors/ana/_index.md": "---\ntitle: Ana Été\n---\n",
    },
    'title = "A"\ntheme = "x"\nremovePathAccents = true\n[taxonomies]\ntag = "tags"\ncategory = "categories"\nauthor = "authors"\n[permalinks]\ntags = "/tag/:slug/"\nauthors = "/author/:slug/"\n[permalinks.term]\ncategories = "/sujet/:slug/"\n',
  );
  expect(found.settings).toMatchObject({
    addresses: { tags: "/tags/", tag: "/tag/:slug/", people: "/authors/", person: "/author/:slug/" },
    taxonomies: { categories: { address: "/sujet/:slug/" } },
  });
  const { old = [], redirects = [] } = found.lists?.(found.entries) ?? {};
  expect(old.map(({ url }) => url)).toEqual(
    expect.arrayContaining(["/tag/activite/", "/sujet/ete/", "/author/ana-ete/", "/authors/", "/tags/"]),
  );
  expect(redirects.map(({ from, to }) => `${from} ${to}`)).toEqual(
    expect.arrayContaining(["/author/ana-ete/ /author/ana/", "/categories/ /sujet/"]),
  );
});

it("a folder of Hugo pages that describe terms is the list of the terms", () => {
  const found = site({
    "content/posts/a.md": "---\ntitle: A\ncategories: [Entretien]\n---\n",
    "content/categories/entretien.md": TEXT,
    "content/defis/b.md": TEXT,
  });
  const moved = found.lists?.(found.entries).redirects.map(({ from, to }) => `${from} ${to}`);
  expect(moved).toContain("/defis/ /");
  expect(moved?.filter((one) => one.startsWith("/categories/ "))).toEqual([]);
});

describe("Hugo menus", () => {
  const menus = (files: Record<string, string>, config?: string): string[] =>
    site(files, config).menus.map(
      ({ place, lang, file, entries }) =>
        `${file} ${place} ${lang ?? ""}: ${entries.map(({ label, to }) => `${label} → ${to}`).join(", ")}`,
    );
  it("are read with their entries in order", () => {
    const main = "[[menu.main]]\nname = 'À propos'\npageRef = '/about'\nweight = 20\n";
    const first = "[[menu.main]]\nidentifier = 'Blog'\nurl = '/posts/'\nweight = 10\n";
    const footer = "[[menu.footer]]\nname = 'Mentions'\nurl = '/mentions/'\n";
    expect(menus({}, CONFIG + main + first + footer)).toEqual([
      "hugo.toml nav : Blog → /posts/, À propos → /about",
      "hugo.toml footer : Mentions → /mentions/",
    ]);
  });
  it("are found in files of their own, and by language", () => {
    const file = { "config/_default/menus.yaml": "main:\n  - name: Blog\n    url: /blog/\n" };
    expect(menus(file)).toEqual(["config/_default/menus.yaml nav : Blog → /blog/"]);
    const each = {
      "config/_default/menus.en.yaml": "main:\n  - name: Posts\n    url: /en/posts/\n",
      "config/_default/menus.fr.yaml": "main:\n  - name: Articles\n    url: /posts/\n",
    };
    expect(menus(each)).toEqual([
      "config/_default/menus.en.yaml nav en: Posts → /en/posts/",
      "config/_default/menus.fr.yaml nav fr: Articles → /posts/",
    ]);
    const own = "[languages.fr]\n[[languages.fr.menus.main]]\nname = 'Accueil'\nurl = '/'\n";
    expect(menus({}, CONFIG + own)).toEqual(["hugo.toml nav fr: Accueil → /"]);
  });
  it("have the texts that place themselves in one, in order with the others", () => {
    const texts = {
      "content/a.md": "---\ntitle: A propos\nmenu: main\nweight: 30\n---\n",
      "content/b.md": "---\ntitle: B\nmenus: [main, footer]\n---\n",
      "content/c.md": "+++\ntitle = 'C'\nlinkTitle = 'Court'\n[menu.main]\nweight = 5\n+++\n",
      "content/d.md": "+++\ntitle = 'D'\n[menu.main]\nname = 'Dit'\nparent = 'C'\n+++\n",
      "content/e.md": "---\ntitle: E\ndraft: true\nmenu: main\n---\n",
    };
    const main = "[[menu.main]]\nname = 'Blog'\nurl = '/posts/'\nweight = 10\n";
    expect(menus(texts, CONFIG + main)).toEqual([
      "hugo.toml nav : Court → /c/, Blog → /posts/, A propos → /a/, B → /b/",
      "hugo.toml other : Dit → /d/",
      "content/b.md footer fr: B → /b/",
    ]);
  });
});

describe("a Hugo text", () => {
  const LANGUAGES = "[languages.fr]\n[languages.en]\n[languages.de]\ncontentDir = 'content-de'\n";
  it.each([
    ["content/posts/a.md", "post", "fr", "content/posts/a.md"],
    ["content/posts/2021/a.md", "post", "fr", "content/posts/2021/a.md"],
    ["content/posts/a/index.md", "post", "fr", "content/posts/a/index.md"],
    ["content/posts/a.en.md", "post", "en", "content/posts/en/a.md"],
    ["content-de/posts/a.md", "post", "de", "content/posts/de/a.md"],
    ["content/a.md", "page", "fr", "content/pages/a.md"],
    ["content/docs/a.html", "page", "fr", "content/pages/docs/a.md"],
  ])("%s is a %s in %s, and moves to %s", (file, kind, lang, target) => {
    const found = site({ "content/posts/x.md": TEXT, [file]: TEXT }, CONFIG + LANGUAGES);
    expect(entryOf(found, file)).toMatchObject({ kind, lang, target, langInPath: lang !== "fr" });
  });

  it.each([
    "draft: true",
    'draft: "true"',
    "headless: true",
    "build: { render: never }",
    "build: { render: link }",
    "_build: { render: never }",
    "_build: { list: always, render: false }",
  ])("that Hugo did not publish has no address: %s", (line) => {
    const file = "content/posts/a.md";
    const found = entryOf(site({ [file]: `---\ntitle: A\n${line}\n---\n` }), file);
    expect(found?.draft).toBe(true);
    expect(found).not.toHaveProperty("oldUrl");
  });

  it("may write its keys in any case", () => {
    const file = "content/posts/a.md";
    const lines = 'Title: Un titre\nDATE: 2021-03-04\nTags: [web]\nSeries: [Été]\n"Slug": b\nCouleur: bleu\n';
    const found = site({ [file]: `---\n${lines}---\n` }, `${CONFIG}[taxonomies]\nserie = "series"\n`);
    const entry = entryOf(found, file);
    expect(entry).toMatchObject({ title: "Un titre", day: "2021-03-04", tags: ["web"], oldUrl: "/posts/b/" });
    expect(entry?.text.data).toHaveProperty("series", ["Été"]);
    expect(entry?.text.head).toBe(
      'title: Un titre\ndate: 2021-03-04\ntags: [web]\nseries: [Été]\n"slug": b\nCouleur: bleu\n',
    );
  });

  it.each([
    "---\ntitle: A\nDraft: true\n---\n",
    '+++\nTitle = "A"\n# ici\nDRAFT = true\n+++\n',
    '{ "Draft": true\n}\n',
  ])("is a draft if a key says so in any case: %j", (written) => {
    expect(site({ "content/posts/a.md": written }).entries).toMatchObject([{ draft: true }]);
  });

  it("has the values under `params`, except `draft` and `slug`", () => {
    const params = "params:\n  Author: Ana\n  tags: [web]\n  draft: true\n  slug: b\n";
    const { entries } = site({ "content/posts/a.md": `---\ntitle: A\n${params}---\n` });
    expect(entries).toMatchObject([
      { inherited: { author: "Ana" }, tags: ["web"], draft: false, oldUrl: "/posts/a/" },
    ]);
  });

  it.each(["_build: { list: never }", "build: { render: always }"])(
    "that Hugo published keeps its address: %s",
    (line) => {
      const file = "content/posts/a.md";
      expect(entryOf(site({ [file]: `---\ntitle: A\n${line}\n---\n` }), file)).toMatchObject({
        draft: false,
        oldUrl: "/posts/a/",
      });
    },
  );

  it.each(["a.org", "a.rst", "a.pdc", "b/index.adoc"])("in another markup, %s, is reported", (name) => {
    const file = `content/posts/${name}`;
    const { entries, manual } = site({ [file]: "= A\n" });
    expect(entries).toEqual([]);
    expect(manual).toEqual([{ kind: "other-markup", file, line: 0, found: file }]);
  });

  it("of a bundle brings its files, for each language", () => {
    const found = site(
      {
        "content/posts/a/index.md": TEXT,
        "content/posts/a/index.en.md": TEXT,
        "content/posts/a/img/b.png": "",
      },
      CONFIG + LANGUAGES,
    );
    const source = "content/posts/a/img/b.png";
    expect(found.entries.map(({ beside }) => beside)).toEqual([
      [{ source, target: "content/posts/en/a/img/b.png" }],
      [{ source, target: "content/posts/a/img/b.png" }],
    ]);
    expect(found.assets).toEqual([]);
  });

  it("of a bundle brings the files that it names from the same bundle in other languages", () => {
    const english = "---\ntitle: A\nimages: [c.png]\n---\n![B](img/b.png)\n";
    const folders = CONFIG + '[languages.fr]\n[languages.en]\ncontentDir = "content/en"\n';
    const files = ["img/b.png", "c.png", "d.png"].map((file) => [`content/posts/a/${file}`, ""]);
    const found = site(
      {
        "content/posts/a/index.md": TEXT,
        ...(Object.fromEntries(files) as Record<string, string>),
        "content/en/posts/a/index.md": english,
        "content/en/posts/a/c.png": "",
      },
      folders,
    );
    expect(entryOf(found, "content/en/posts/a/index.md")?.beside).toEqual([
      { source: "content/en/posts/a/c.png", target: "content/posts/en/a/c.png" },
      { source: "content/posts/a/img/b.png", target: "content/posts/en/a/img/b.png" },
    ]);
    expect(entryOf(found, "content/posts/a/index.md")?.beside).toHaveLength(3);
  });

  it.each([
    ["beside it", ["posts/a/index.md"], "posts/a/note.md"],
    ["in HTML", ["posts/a/index.md"], "posts/a/note.html"],
    ["in another markup", ["posts/a/index.md"], "posts/a/note.org"],
    ["in a folder below", ["posts/a/index.md"], "posts/a/sous/note.md"],
    ["as an `index.md` in a folder below", ["posts/a/index.md"], "posts/a/sous/index.md"],
    ["as an `_index.md` in a folder below", ["posts/a/index.md"], "posts/a/sous/_index.md"],
    ["beside an index in another markup", ["posts/a/index.org"], "posts/a/note.md"],
    ["in a language that the bundle lacks", ["posts/a/index.md"], "posts/a/note.en.md"],
    ["of a bundle in another language", ["posts/a/index.en.md"], "posts/a/note.md"],
  ])("of a bundle, %s, was not a page, and is reported", (_, bundle, resource) => {
    const all = [...bundle, resource].map((path) => [`content/${path}`, TEXT]);
    const { entries, manual } = site(Object.fromEntries(all) as Record<string, string>, CONFIG + LANGUAGES);
    const file = `content/${resource}`;
    expect(entries.map(({ source }) => source)).not.toContain(file);
    expect(manual).toContainEqual({ kind: "page-resource", file, line: 0, found: file });
  });

  it("beside a bundle with the same path in another content folder is not a page either", () => {
    const { entries } = site(
      { "content/posts/a/index.md": TEXT, "content-de/posts/a/b.md": TEXT },
      CONFIG + LANGUAGES,
    );
    expect(entries.map(({ source }) => source)).toEqual(["content/posts/a/index.md"]);
  });

  it("in a folder with `_index.md` has an address, even beside `index.md`", () => {
    const found = site({
      "content/posts/_index.md": "---\ntitle: A\n---\n",
      "content/posts/index.md": TEXT,
      "content/posts/b.md": TEXT,
    });
    expect(entryOf(found, "content/posts/b.md")).toMatchObject({ oldUrl: "/posts/b/" });
  });

  it("is grouped with its translations", () => {
    const found = site({ "content/posts/a.md": TEXT, "content/posts/a.en.md": TEXT }, CONFIG + LANGUAGES);
    expect(found.entries.map(({ group }) => group)).toEqual(["posts/a", "posts/a"]);
  });
});

describe("a Hugo file", () => {
  it.each([
    ["static/img/a.png", ["public/img/a.png"]],
    ["static/CNAME", ["public/CNAME"]],
    ["static/style.css", []],
    ["content/posts/a.png", ["public/posts/a.png"]],
    ["layouts/a.png", []],
  ])("%s is copied to %j", (file, targets) => {
    expect(site({ [file]: "" }).assets.map(({ target }) => target)).toEqual(targets);
  });
});

it.each([
  ['staticDir = "fixe"', ["fixe/a.png", "static/b.png"], ["public/a.png"]],
  ['staticDir = ["fixe", "./autre/"]', ["fixe/a.png", "autre/b.png"], ["public/a.png", "public/b.png"]],
  [
    'staticDir = "fixe"\nstaticDir2 = "autre"',
    ["fixe/a.png", "autre/b.png"],
    ["public/a.png", "public/b.png"],
  ],
  ['[languages.fr]\nstaticDir2 = "autre"', ["static/a.png", "autre/b.png"], ["public/a.png", "public/b.png"]],
  [
    'staticDir = "ignoré"\n[[module.mounts]]\nsource = "fixe"\ntarget = "static/img"',
    ["ignoré/c.png", "fixe/a.png", "static/b.png"],
    ["public/img/a.png"],
  ],
  [
    '[[module.mounts]]\nSource = "dessins/logo.png"\ntarget = "static/logo.png"',
    ["dessins/logo.png", "dessins/autre.png"],
    ["public/logo.png"],
  ],
])("copies only what `%s` publishes", (config, files, targets) => {
  const found = site(Object.fromEntries(files.map((file) => [file, ""])), `${CONFIG}${config}\n`);
  expect(found.assets.map(({ target }) => target).sort()).toEqual(targets);
});

it("texts in a folder mounted for a language are in that language", () => {
  const mount = (source: string, lang: string): string =>
    `[[module.mounts]]\nsource = "${source}"\ntarget = "content"\nlang = "${lang}"\n`;
  const found = site(
    { "textes/posts/a.md": TEXT, "texts/posts/a.md": TEXT },
    `${CONFIG}[languages.fr]\n[languages.en]\n${mount("textes", "fr")}${mount("texts", "en")}`,
  );
  expect(found.entries.map(({ source, target, lang }) => [source, target, lang])).toEqual([
    ["textes/posts/a.md", "content/posts/a.md", "fr"],
    ["texts/posts/a.md", "content/posts/en/a.md", "en"],
  ]);
});

it.each([
  ["assets/img/a.png", ""],
  ["ressources/img/a.png", 'assetDir = "ressources"\n'],
])("a picture at %s is available on demand", (source, config) => {
  const found = site({ [source]: "", "assets/style.scss": "" }, CONFIG + config);
  expect({ assets: found.assets, onDemand: found.onDemand }).toEqual({
    assets: [],
    onDemand: [{ source, target: "public/img/a.png" }],
  });
});

describe("`_index.md`", () => {
  it("cascades its values, the closest last", () => {
    const found = site({
      "content/posts/_index.md": "---\ncascade:\n  author: Ana\n  params: { license: CC-BY }\n---\n",
      "content/posts/2021/_index.md": "+++\n[cascade]\nauthor = 'Bob'\n+++\n",
      "content/posts/2021/a.md": TEXT,
      "content/posts/b.md": TEXT,
    });
    expect(entryOf(found, "content/posts/2021/a.md")?.inherited).toMatchObject({
      author: "Bob",
      license: "CC-BY",
    });
    expect(entryOf(found, "content/posts/b.md")?.inherited).toMatchObject({ author: "Ana" });
  });

  it.each([
    ["contentDir = 'content/fr'", "content/fr"],
    ["contentDir = './textes/'", "textes"],
    ["[languages.fr]\ncontentDir = 'content/francais'\n[languages.en]", "content/francais"],
  ])("cascades its values to posts with %j", (line, root) => {
    const found = site(
      {
        [`${root}/posts/_index.md`]: "---\ncascade: { author: Ana }\n---\n",
        [`${root}/posts/a.md`]: TEXT,
      },
      CONFIG + line,
    );
    expect(entryOf(found, `${root}/posts/a.md`)).toMatchObject({
      kind: "post",
      inherited: { author: "Ana" },
    });
  });

  it("cascades only to texts in its own language", () => {
    const found = site(
      {
        "content/posts/_index.md": "---\ncascade: { author: Ana }\n---\n",
        "content/posts/_index.en.md": "---\ncascade: { author: Bob }\n---\n",
        "content/posts/a.md": TEXT,
        "content/posts/a.en.md": TEXT,
        "content/posts/a.de.md": TEXT,
      },
      `${CONFIG}[languages.fr]\n[languages.en]\n[languages.de]\n`,
    );
    expect(found.entries.map(({ lang, inherited }) => [lang, inherited["author"]])).toEqual([
      ["de", undefined],
      ["en", "Bob"],
      ["fr", "Ana"],
    ]);
  });

  it.each([
    ["", "Cy"],
    ["target: { path: /posts/**, kind: page }", "Ana"],
    ["_target: { path: '/posts/{a,b}' }", "Ana"],
    ["target: { path: /posts/* }", "Cy"],
    ["target: { kind: section }", "Cy"],
    ["target: { lang: en }", "Cy"],
  ])("cascades only to its target: %j gives %s", (target, author) => {
    const file = "content/posts/2021/a.md";
    const list = `cascade:\n  - author: Ana\n    ${target === "" ? "target: { lang: de }" : target}\n  - author: Cy\n`;
    const folders = target.includes("{a,b}") ? "content/posts/a.md" : file;
    const found = site({ [folders]: TEXT, "content/posts/_index.md": `---\n${list}---\n` });
    expect(entryOf(found, folders)?.inherited).toEqual({ author });
  });

  it("and the configuration cascade terms and `draft`", () => {
    const found = site(
      {
        "content/posts/_index.md": "---\ncascade: { draft: true, tags: [ux] }\n---\n",
        "content/posts/a.md": TEXT,
      },
      `${CONFIG}[cascade]\ncategories = ["Vie"]\n`,
    );
    expect(found.entries).toMatchObject([{ draft: true, tags: ["ux"], categories: ["Vie"] }]);
    expect(found.entries[0]).not.toHaveProperty("oldUrl");
  });

  it("cascades terms of a taxonomy, whose pages are listed as old addresses", () => {
    const found = site(
      {
        "content/posts/_index.md": "---\ncascade: { series: [Été] }\n---\n",
        "content/posts/a.md": TEXT,
        "content/posts/b.md": "---\ntitle: B\nseries: [Hiver]\n---\n",
      },
      `${CONFIG}[taxonomies]\nserie = "series"\n`,
    );
    const old = found.lists?.(found.entries).old.map(({ url }) => decodeURI(url)) ?? [];
    expect(old.filter((url) => /^\/series\/[^/]+\/$/.test(url))).toEqual(["/series/hiver/", "/series/été/"]);
  });

  it("makes a list of a subfolder, whose address redirects to the nearest list", () => {
    const found = site(
      {
        "content/posts/2021/_index.md": "---\ntitle: En 2021\n---\n",
        "content/posts/2021/a.md": TEXT,
        "content/posts/2022/b.md": TEXT,
        "content/docs/_index.md": "---\ntitle: Guides\nurl: /guides/\n---\n",
        "content/docs/c.md": TEXT,
      },
      `${CONFIG}[permalinks]\nposts = "/:year/:slug/"\n`,
    );
    const moved = found.lists?.(found.entries).redirects.map(({ from, to }) => `${from} ${to}`);
    for (const [from, to] of [
      ["/posts/2021/", "/posts/"],
      ["/posts/2021/page/1/", "/posts/"],
      ["/posts/2021/index.xml", "/index.xml"],
      ["/guides/", "/"],
    ])
      expect(moved).toContain(`${from ?? ""} ${to ?? ""}`);
    expect(moved?.join()).not.toContain("/posts/2022/");
    expect(found.addresses).toContainEqual({ url: "/posts/2021/", what: "list" });
  });

  it("cascades keys in any case", () => {
    const found = site({
      "content/posts/_index.md": "---\nCascade: { Draft: true, Author: Ana }\n---\n",
      "content/posts/a.md": TEXT,
    });
    expect(found.entries).toMatchObject([{ draft: true, inherited: { author: "Ana" } }]);
  });

  it("describes a tag and an author", () => {
    const found = site({
      "content/tags/ux/_index.md": "---\ntitle: Usages\ndescription: Ce qui sert.\n---\n",
      "content/authors/ana/_index.md": "---\ntitle: Ana\nparams: { role: dev }\n---\nElle\nécrit.\n",
    });
    expect(found.tags).toEqual({ ux: { label: "Usages", description: "Ce qui sert." } });
    expect(found.people).toMatchObject({ ana: { name: "Ana", role: "dev", description: "Elle écrit." } });
    expect(found.manual).toEqual([]);
  });

  it.each([
    ["\navatar: moi.jpg", "moi.jpg", "/authors/ana/moi.jpg"],
    ["\nparams: { photo: ./img/moi.jpg }", "img/moi.jpg", "/authors/ana/img/moi.jpg"],
    // HugoBlox shows this file without being told.
    ["", "avatar.png", "/authors/ana/avatar.png"],
    ["\navatar: ailleurs.jpg", "moi.jpg", "ailleurs.jpg"],
  ])("describes an author with%s and the portrait %s beside the text", (keys, file, photo) => {
    const found = site({
      "content/authors/ana/_index.md": `---\ntitle: Ana${keys}\n---\n`,
      [`content/authors/ana/${file}`]: "",
    });
    expect(found.people).toMatchObject({ ana: { photo } });
    expect(found.assets).toMatchObject([{ target: `public/authors/ana/${file}` }]);
  });

  it.each([
    ["content/posts/_index.md", "Un texte.\n", [["list-text", "/posts/"]]],
    ["content/posts/_index.md", "", []],
    ["content/docs/_index.md", "", [["list-page", "/docs/"]]],
    ["content/docs/_index.md", "Un texte.\n", [["list-page", "/docs/"]]],
    ["content/categories/vie-d-équipe/_index.md", "Un texte.\n", []],
    ["content/tags/ux/_index.md", "", []],
    ["content/_index.md", "Bienvenue.\n", [["list-text", "/"]]],
  ])("of a list, %s with %j, reports %j", (file, body, asked) => {
    const found = site({ "content/posts/a.md": TEXT, [file]: `---\ntitle: A\n---\n${body}` });
    expect(found.manual.map(({ kind, found: what }) => [kind, what])).toEqual(asked);
  });
});

it("leaves out the texts that Hugo was told to overlook", () => {
  const { entries } = site(
    { "content/posts/a.md": TEXT, "content/posts/b.brouillon.md": TEXT, "content/prive/c.md": TEXT },
    `${CONFIG}ignoreFiles = ['\\.brouillon\\.md$', '/prive/', '(']\n`,
  );
  expect(entries.map(({ source }) => source)).toEqual(["content/posts/a.md"]);
});

describe("the lists of a Hugo blog", () => {
  const config = `${CONFIG}[permalinks.page]
posts = "/:year/:slug/"
[permalinks.section]
posts = "/journal/"
guides = "/aide/:section/"
[pagination]
path = "p"
[outputFormats.rss]
baseName = "feed"
`;
  const found = site(
    {
      "content/posts/a.md": TEXT,
      "content/guides/_index.md": "---\ntitle: G\n---\n",
      "content/guides/b.md": TEXT,
    },
    config,
  );

  it("are where the configuration puts them", () => {
    expect(found.settings["addresses"]).toMatchObject({
      blog: "/journal/",
      page: "p/:n/",
      feed: "/feed.xml",
    });
    expect(found.manual).toMatchObject([{ kind: "list-page", found: "/aide/guides/" }]);
    expect(found.listNamed?.("/guides", "fr")).toBe("/aide/guides/");
  });

  it("redirect from their pages and feeds", () => {
    const moved = found.lists?.(found.entries).redirects.map(({ from, to }) => `${from} ${to}`);
    expect(moved).toEqual([
      "/p/1/ /journal/",
      "/aide/guides/ /",
      "/aide/guides/feed.xml /feed.xml",
      "/aide/guides/p/1/ /",
      "/journal/feed.xml /feed.xml",
      "/journal/p/1/ /journal/",
      "/tags/ /journal/",
      "/tags/feed.xml /feed.xml",
      "/tags/p/1/ /journal/",
      "/categories/ /journal/",
      "/categories/feed.xml /feed.xml",
      "/categories/p/1/ /journal/",
    ]);
  });
});

describe("the settings of a Hugo blog", () => {
  it("are read from any file, in any case, with the permalink of posts", () => {
    const { settings, lang } = site(
      {
        "config/_default/params.yaml": "description: Un blog\nauthor: { name: Ana }\n",
        "config/_default/permalinks.toml": 'posts = "/:year/:slug/"\n',
        "config/production/hugo.toml": 'title = "En ligne"\n',
        "config/production/params.yaml": "autre: 1\n",
        "config/staging/hugo.toml": 'title = "Essai"\n',
        "content/posts/a.md": TEXT,
      },
      'BaseURL = "https://h.example.org/"\ntitle = "H"\ndefaultContentLanguage = "fr"\ntimeZone = "Europe/Paris"\npaginate = 7\n',
    );
    expect(settings).toMatchObject({
      title: "En ligne",
      description: "Un blog",
      url: "https://h.example.org",
      publisher: "Ana",
      permalink: "/:year/:slug/",
      postsPerPage: 7,
      timeZone: "Europe/Paris",
    });
    expect(lang).toBe("fr");
  });

  it("of one language come from the files that name it", () => {
    const { settings } = site(
      {
        "config/_default/languages.en.toml": 'title = "Notebook"\n[params]\ndescription = "A blog"\n',
        "config/_default/languages.fr.toml": 'title = "Carnet"\n',
        "config/_default/params.fr.toml": 'description = "Un blog"\nauthor = "Ana"\n',
        "config/_default/params.en.toml": 'author = "Ann"\nemail = "ann@example.org"\n',
        "content/posts/a.md": TEXT,
      },
      CONFIG,
    );
    expect(settings).toMatchObject({ title: "Carnet", description: "Un blog", publisher: "Ana" });
    expect(settings["email"]).toBeUndefined();
    expect(settings["translations"]).toEqual({ en: { title: "Notebook", description: "A blog" } });
  });

  it("keep the list of posts at its usual address when the configuration puts it on the home page", () => {
    const { settings } = site({ "content/posts/a.md": TEXT }, `${CONFIG}[permalinks.section]\nposts = "/"\n`);
    expect(settings["addresses"]).toMatchObject({ blog: "/posts/" });
  });

  it.each([
    ["", "/posts/:slug/"],
    ['[permalinks]\nposts = "/:sections/:filename"\n', "/posts/:slug/"],
    ['[permalinks]\nposts = "/:year/:weekday/:slug/"\n', "/posts/:slug/"],
    ["uglyURLs = true\n", "/posts/:slug.html"],
  ])("with %j give new posts the permalink %s", (config, permalink) => {
    expect(site({ "content/posts/a.md": TEXT }, CONFIG + config).settings["permalink"]).toBe(permalink);
  });

  it("give texts the addresses of their permalink, from parts of their date", () => {
    const found = site(
      {
        "content/posts/a.md": "---\ntitle: A\ndate: 2021-04-09\n---\nTexte.\n",
        "content/posts/b.md": TEXT,
      },
      `${CONFIG}[permalinks]\nposts = "/:year/:month/:day/:slug/"\n`,
    );
    expect(entryOf(found, "content/posts/a.md")?.oldUrl).toBe("/2021/04/09/a/");
    expect(entryOf(found, "content/posts/b.md")?.oldUrl).toBeUndefined();
  });

  it("make posts of the section with a usual name, else of the fullest one", () => {
    const kinds = (files: string[]): (string | undefined)[] =>
      site(Object.fromEntries(files.map((file) => [file, TEXT])))
        .entries.map(({ kind, source }) => (kind === "post" ? source : undefined))
        .filter((one) => one !== undefined);
    expect(kinds(["content/docs/a.md", "content/docs/b.md", "content/blog/c.md"])).toEqual([
      "content/blog/c.md",
    ]);
    expect(kinds(["content/carnet/a.md", "content/carnet/b.md", "content/docs/c.md"])).toEqual([
      "content/carnet/a.md",
      "content/carnet/b.md",
    ]);
  });
});

it("files of a Hugo blog that only its host or robots read are reported, those of one folder once", () => {
  const { assets, manual } = site({
    "static/robots.txt": "User-agent: *",
    "static/google1.html": "x",
    "static/demo/a.html": "x",
    "static/css/a.css": "x",
    "static/humans.txt": "x",
  });
  expect(assets.map(({ target }) => target)).toEqual(["public/humans.txt"]);
  expect(manual.map(({ kind, file, found }) => [kind, file, found])).toEqual([
    ["left-file", "static/demo/a.html", "/demo/"],
    ["left-file", "static/google1.html", "/google1.html"],
    ["left-file", "static/robots.txt", "/robots.txt"],
  ]);
});

it("the text of a term or of a folder of pages in Hugo becomes a page at the address of the list", () => {
  const list = (title: string): string => `---\ntitle: ${title}\n---\nUn texte.\n`;
  const { entries } = site(
    {
      "content/posts/a.md": TEXT,
      "content/categories/été/_index.md": list("L’été"),
      "content/categories/été/_index.en.md": list("Summer"),
      "content/docs/_index.md": list("Documents"),
    },
    `${CONFIG}[languages.fr]\n[languages.en]\n`,
  );
  expect(entries.filter(({ kind }) => kind === "page")).toMatchObject([
    { target: "content/pages/en/categories/ete.md", title: "Summer" },
    { target: "content/pages/categories/ete.md", title: "L’été" },
    { target: "content/pages/docs.md", oldUrl: "/docs/", title: "Documents" },
  ]);
});

it.each([
  ["enableEmoji = true", "texts"],
  ["enableEmoji = false", undefined],
])("a Hugo blog shows emoji codes as emoji if it says so: %s", (line, emoji) => {
  expect(site({}, `${CONFIG}${line}\n`).emoji).toBe(emoji);
});
