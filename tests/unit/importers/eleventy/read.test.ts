// Tests how an Eleventy blog is read: the paths of its texts, and the data of their folders.
import { describe, expect, it } from "vitest";
import { usualPattern } from "../../../../src/importers/eleventy/addresses.ts";
import { eleventyConfig, literals } from "../../../../src/importers/eleventy/config.ts";
import { copyOf } from "../../../../src/importers/eleventy/copies.ts";
import { readEleventy } from "../../../../src/importers/eleventy/read.ts";
import type { OldSite, SourceEntry } from "../../../../src/importers/model.ts";
import { readArgs } from "../../../../src/markdown/other-tools/template-tags.ts";
import { folder, oldEntry } from "../old-blog.ts";

const CONFIG = 'module.exports = () => ({ dir: { input: "src", includes: "_vues" } });';
const TEXT = "---\ntitle: A\n---\nTexte.\n";

const site = (files: Record<string, string>): OldSite =>
  readEleventy(folder({ "eleventy.config.js": CONFIG, ...files }));

function entry(file: string, text = TEXT, more: Record<string, string> = {}): SourceEntry | undefined {
  return site({ [file]: text, ...more }).entries.find(({ source }) => source === file);
}

describe("an Eleventy text", () => {
  it.each([
    ["src/posts/a.md", "post", "content/posts/a.md", "/posts/a/"],
    ["src/2021-04-01-a.md", "post", "content/posts/2021-04-01-a.md", "/2021-04-01-a/"],
    ["src/posts/a/index.md", "post", "content/posts/a/index.md", "/posts/a/"],
    ["src/posts/index.md", "page", "content/pages/posts/index.md", "/posts/"],
    ["src/pages/docs/a.md", "page", "content/pages/docs/a.md", "/pages/docs/a/"],
    ["src/en/posts/a.md", "post", "content/posts/en/a.md", "/en/posts/a/"],
  ])("%s is a %s, moves to %s, and had the address %s", (file, kind, target, oldUrl) => {
    expect(entry(file)).toMatchObject({ kind, target, oldUrl });
  });

  it("in a markup that Carnet does not read is reported, if it begins like a text", () => {
    const found = site({
      "src/posts/a.mdx": TEXT,
      "src/posts/b.adoc": TEXT,
      "src/c.rst": "Sans en-tête\n",
      "notes/d.mdx": TEXT,
    });
    expect(found.entries).toEqual([]);
    expect(found.manual.map(({ kind, file }) => [kind, file])).toEqual([
      ["other-markup", "src/posts/a.mdx"],
      ["other-markup", "src/posts/b.adoc"],
    ]);
  });

  it("is a post if its tags include `Posts`, which is not kept as a tag", () => {
    expect(entry("src/a.md", "---\ntags: [Posts, ux]\n---\n")).toMatchObject({ kind: "post", tags: ["ux"] });
  });

  it("inherits the data of its folders, the closest last; tags add up", () => {
    const found = entry("src/posts/2021/a.md", "---\ntags: [c]\n---\n", {
      "src/posts/posts.json":
        '{ "tags": ["posts", "a"], "author": "Ana", "permalink": "/x/{{ page.fileSlug }}/" }',
      "src/posts/2021/2021.11tydata.json": '{ "tags": "b", "author": "Bob" }',
    });
    expect(found).toMatchObject({ tags: ["a", "b", "c"], oldUrl: "/x/a/", inherited: { author: "Bob" } });
  });

  it("inherits data files with its own name, after those of its folders", () => {
    const found = entry("src/posts/a.md", TEXT, {
      "src/posts/posts.json": '{ "tags": "posts", "author": "Ana", "permalink": "/x/{{ page.fileSlug }}/" }',
      "src/posts/a.json": '{ "tags": "b", "author": "Bob" }',
      "src/posts/a.11tydata.json": '{ "permalink": "/ailleurs/" }',
      "src/posts/b.json": '{ "tags": "c" }',
    });
    expect(found).toMatchObject({ tags: ["b"], oldUrl: "/ailleurs/", inherited: { author: "Bob" } });
    const js = { "src/posts/a.11tydata.js": "export default { draft: true };" };
    expect(entry("src/posts/a.md", TEXT, js)).toMatchObject({ draft: true });
  });

  it.each([
    ["permalink:\n  build: /b/", "/b/"],
    ['permalink: /a/\neleventyComputed:\n  permalink: "/c/{{ page.fileSlug }}/"', "/c/a/"],
    ['eleventyComputed:\n  permalink: "/c/{{ page.fileSlug | nimp }}/"', undefined],
  ])("had its built or computed address: %s", (head, oldUrl) => {
    expect(entry("src/posts/a.md", `---\ntitle: A\n${head}\n---\nTexte.\n`)?.oldUrl).toBe(oldUrl);
  });

  it.each([
    "permalink: (data) => `/${data.x}/`",
    "permalink(data) { return `/${data.x}/`; }",
    "permalink: make",
  ])("is reported if code computes its address: %s", (code) => {
    const file = "src/posts/posts.11tydata.js";
    const { entries, manual } = site({ "src/posts/a.md": TEXT, [file]: `export default { ${code} };` });
    expect(entries[0]?.oldUrl).toBeUndefined();
    expect(manual.map(({ kind }) => kind)).toContain("computed-address");
  });

  it("has the terms of `category` and `categories`, its folders' included", () => {
    const found = entry("src/posts/a.md", "---\ncategory: Vie\ncategories: [Outils, Vie]\n---\n", {
      "src/posts/posts.json": '{ "categories": ["Blog"] }',
    });
    expect(found?.categories).toEqual(["Vie", "Blog", "Outils"]);
  });

  it("inherits literal values from a JavaScript data file, which is reported once", () => {
    const { entries, manual } = site({
      "src/posts/posts.11tydata.js": "module.exports = { lang: 'en', section: (data) => data.x };",
      "src/posts/a.md": TEXT,
      "src/posts/b.md": TEXT,
    });
    expect(entries.map(({ lang }) => lang)).toEqual(["en", "en"]);
    expect(manual).toEqual([
      { kind: "code-data", file: "src/posts/posts.11tydata.js", line: 1, found: "posts" },
    ]);
  });

  it.each([
    ["module.exports = {\n  draft: true,\n};", true],
    ["export default { permalink: false };", true],
    ["export default { permalink: undefined };", false],
    ["export default { layout: 'post', published: false }", true],
    ["export default { layout: 'post', permalink: (data) => `/blog/${data.page.fileSlug}/` }", false],
    ["export default {\n  // draft: true,\n  draft: process.env.DRAFTS === 'true',\n}", false],
  ])("is a draft if a literal in its folder's JavaScript data says so: %s", (code, draft) => {
    expect(entry("src/brouillons/a.md", TEXT, { "src/brouillons/brouillons.11tydata.js": code })?.draft).toBe(
      draft,
    );
  });

  it.each(["draft: true", "permalink: false", "published: false"])(
    "has no address if it was not published: %s",
    (line) => {
      const found = entry("src/posts/a.md", `---\n${line}\n---\n`);
      expect(found?.draft).toBe(true);
      expect(found).not.toHaveProperty("oldUrl");
    },
  );

  it.each([
    ["---\npermalink: /{{ inconnu }}/\n---\n", 2],
    ["---\ntitle: A\n---\n", 0],
  ])("is reported if only Eleventy can compute its address: %j, line %i", (text, line) => {
    const more: Record<string, string> =
      line === 0 ? { "src/posts/posts.json": '{ "permalink": "/{{ inconnu }}/" }' } : {};
    const { manual } = site({ "src/posts/a.md": text, ...more });
    expect(manual).toEqual([
      { kind: "computed-address", file: "src/posts/a.md", line, found: "/{{ inconnu }}/" },
    ]);
  });

  it("brings the media of its own folder", () => {
    const { entries } = site({
      "src/posts/a/index.md": TEXT,
      "src/posts/a/b.png": "",
      "src/posts/a/c.css": "",
    });
    expect(entries[0]?.beside).toEqual([{ source: "src/posts/a/b.png", target: "content/posts/a/b.png" }]);
  });
});

describe("an Eleventy include", () => {
  const { include } = site({
    "src/_vues/note.liquid": "<p>Une note.</p>",
    "src/_vues/menu.njk": "{% for x in y %}{% endfor %}",
    "src/_vues/mesure.html": "<script>x</script>",
  });
  it.each([
    ["note", "<p>Une note.</p>"],
    ["note.liquid", "<p>Une note.</p>"],
    ["menu", undefined],
    ["mesure.html", undefined],
    ["absent", undefined],
  ])("%s gives %s: only plain text is inserted", (name, text) => {
    expect(include(name, { args: readArgs(""), inner: "" })).toBe(text);
  });
});

describe("the address pattern of new posts", () => {
  const post = (day: string, oldUrl: string): SourceEntry => oldEntry({ day, oldUrl });
  it("is that of most old posts", () => {
    expect(
      usualPattern([
        post("2021-04-01", "/2021/04/01/a/"),
        post("2021-05-02", "/2021/05/02/b/"),
        post("2021-05-03", "/c/"),
      ]),
    ).toBe("/:year/:month/:day/:slug/");
    expect(usualPattern([post("2021-04-01", "/blog/2021/a.html")])).toBe("/blog/:year/:slug.html");
  });

  it("ignores pages and drafts", () => {
    expect(usualPattern([oldEntry({ kind: "page", day: "2021-04-01", oldUrl: "/a/" }), oldEntry({})])).toBe(
      "/blog/:slug/",
    );
  });
});

it("the plugin's feed, and lists at the addresses of their files, keep their addresses", () => {
  const { settings, addresses } = site({
    "eleventy.config.js":
      'c.addPlugin(feedPlugin, { outputPath: "/feed/feed.xml" });\nreturn { dir: { input: "src" } };',
    "src/tags.njk": "---\ntitle: Tags\n---\n",
    "src/tag-pages.njk":
      '---js\nconst pagination = { data: "collections", size: 1 };\nconst permalink = "/tags/{{ tag | slugify }}/";\n---\n',
    "src/blog.njk": '---js\nconst eleventyNavigation = { key: "Blog" };\n---\n',
    "src/prive/prive.json": '{ "permalink": false }',
    "src/prive/x.njk": "<p>x</p>",
  });
  expect(settings["addresses"]).toEqual({
    feed: "/feed/feed.xml",
    tag: "/tags/:slug/",
    tags: "/tags/",
  });
  expect(addresses.map(({ url }) => url)).toEqual(["/feed/feed.xml", "/blog/", "/tags/"]);
});

it("the menu of Eleventy comes from front matter, or from a data file", () => {
  const nav = (key: string, order: number, more = ""): string =>
    `---\ntitle: A\neleventyNavigation: { key: ${key}, order: ${String(order)}${more} }\n---\nTexte.\n`;
  const { menus } = site({
    "src/b.md": nav("Contact", 3),
    "src/a.md": nav("nous", 2, ", title: À propos"),
    "src/c.md": nav("Détail", 1, ", parent: nous"),
    "src/d.md": nav("Code", 4, ", url: https://x.example/"),
    "src/blog.njk": '---js\nconst eleventyNavigation = { key: "Blog", order: 1 };\n---\n',
    "src/_data/navigation.json": '[{ "text": "Presse", "url": "/presse/" }]',
  });
  expect(menus.map(({ entries }) => entries.map(({ label, to }) => `${label} ${to}`))).toEqual([
    ["Blog /blog/", "À propos /a/", "Contact /b/", "Code https://x.example/"],
    // Below another entry: Carnet's menu has one level.
    ["Détail /c/"],
    ["Presse /presse/"],
  ]);
  expect(menus.map(({ place }) => place)).toEqual(["nav", "other", "nav"]);
});

it("leaves out the pages that Eleventy wrote to a folder of its input, but not what it copied", () => {
  const code = 'c.addPassthroughCopy("public/img"); return { dir: { input: ".", output: "public" } };';
  const { entries, manual, assets, addresses } = site({
    "eleventy.config.js": code,
    "a.md": TEXT,
    "public/a/index.html": "<p>A</p>",
    "public/a.md": TEXT,
    "public/img/a.png": "",
  });
  expect(entries.map(({ source }) => source)).toEqual(["a.md"]);
  expect({ manual, addresses }).toEqual({ manual: [], addresses: [] });
  expect(assets.map(({ source }) => source)).toEqual(["public/img/a.png"]);
});

it("leaves out what Eleventy was told to overlook", () => {
  const { entries } = site({
    "eleventy.config.js": `module.exports = (c) => { c.ignores.add("./src/prive/**"); return { dir: { input: "src" } }; };`,
    ".eleventyignore": "# notes\n/src/_brouillons/\nsrc/**/*.old.md\n!src/a.md\n",
    "src/.eleventyignore": "plus-tard.md\n",
    ".gitignore": "_site/\nsrc/local\n",
    "src/a.md": TEXT,
    "src/prive/b.md": TEXT,
    "src/_brouillons/c.md": TEXT,
    "src/posts/d.old.md": TEXT,
    "src/plus-tard.md": TEXT,
    "src/local/e.md": TEXT,
  });
  expect(entries.map(({ source }) => source)).toEqual(["src/a.md"]);
});

it.each([
  ['if (process.env.NODE_ENV === "development") {\n  c.ignores.add("posts/**");\n}', true],
  ["if (process.env.ELEVENTY_RUN_MODE !== 'build') c.ignores.add('posts/**');", true],
  ['if (!isProduction) c.ignores.add("posts/**");', true],
  [
    'const dev = process.argv.includes("--serve");\nif (dev) { c.ignores.add("x"); c.ignores.add("posts/**"); }',
    true,
  ],
  ['if (process.env.NODE_ENV === "production") {\n  c.ignores.add("posts/**");\n}', false],
  [
    'if (process.env.NODE_ENV !== "production") {\n  c.addGlobalData("a", 1);\n}\nc.ignores.add("posts/**");',
    false,
  ],
])("imports what %s overlooks only while writing: %s", (code, isImported) => {
  const { entries } = site({
    "eleventy.config.js": `module.exports = (c) => {\n${code}\n};`,
    "posts/a.md": TEXT,
  });
  expect(entries).toHaveLength(isImported ? 1 : 0);
});

it("takes the index of the folder of posts in HTML for a list, even if its folder gives it their tag", () => {
  const { entries, addresses } = site({
    "src/posts/posts.json": '{ "tags": "posts" }',
    "src/posts/index.html": "---\ntitle: Le blog\nlayout: liste\n---\n",
    "src/posts/vieux/index.html": "---\ntitle: Vieux\ndate: 2019-02-03\n---\n<p>Texte.</p>\n",
  });
  expect(entries.map(({ source }) => source)).toEqual(["src/posts/vieux/index.html"]);
  expect(addresses).toContainEqual({ url: "/posts/", what: "list" });
});

it("reads data of folders in the formats that the configuration adds", () => {
  const code = 'module.exports = (c) => { c.addDataExtension("yml, yaml", lire); };';
  const more = { "actu/actu.yml": "tags: vie\nauthor: Ana\n", "actu/a.11tydata.yaml": "author: Léa\n" };
  const { entries } = site({ "eleventy.config.js": code, "actu/a.md": TEXT, ...more });
  expect(entries).toMatchObject([{ tags: ["vie"], inherited: { author: "Léa" } }]);
  expect(site({ "src/actu/a.md": TEXT, "src/actu/actu.yml": "tags: vie\n" }).entries).toMatchObject([
    { tags: [] },
  ]);
});

it.each([
  [
    "() => { return (data) => `${data.page.filePathStem}.${data.page.outputFileExtension}`; }",
    "/posts/a.html",
  ],
  ['"/x/{{ page.fileSlug }}/"', "/x/a/"],
  ["() => calcul", undefined],
])("texts have the address that the configuration gives to all: %s", (value, oldUrl) => {
  const code = `module.exports = (c) => { c.addGlobalData("permalink", ${value}); };`;
  const { entries, manual } = site({ "eleventy.config.js": code, "posts/a.md": TEXT });
  expect(entries[0]?.oldUrl).toBe(oldUrl);
  expect(manual.map(({ kind }) => kind)).toEqual(oldUrl === undefined ? ["computed-address"] : []);
});

it("a post in HTML without any code is a post; a page in HTML is left to do", () => {
  const html = (body: string): string => `---\ntitle: A\n---\n<p>Texte</p>${body}\n`;
  const { entries, manual } = site({
    "src/posts/a.html": html(""),
    "src/posts/b.html": html("{{ x }}"),
    "src/c.html": html(""),
  });
  expect(entries).toMatchObject([
    { source: "src/posts/a.html", target: "content/posts/a.md", oldUrl: "/posts/a/" },
  ]);
  expect(manual).toMatchObject([{ file: "src/c.html" }, { file: "src/posts/b.html" }]);
});

it("redirects of a file that Eleventy copied to the root are read", () => {
  const { redirects, manual } = site({
    "eleventy.config.js": 'module.exports = (c) => { c.addPassthroughCopy({ "./statique/": "/" }); };',
    "statique/_redirects": "/vieux /neuf/ 301\n/a/* /b/:splat\n",
    "ailleurs/_redirects": "/x /y/\n",
  });
  expect(redirects).toMatchObject([{ from: "/vieux", to: "/neuf/", file: "statique/_redirects" }]);
  expect(manual).toMatchObject([{ kind: "redirect-pattern", found: "/a/* /b/:splat" }]);
});

describe("the configuration of Eleventy", () => {
  const config = (code: string): ReturnType<typeof eleventyConfig> =>
    eleventyConfig(folder({ ".eleventy.js": code }), []);

  it.each([
    ['c.addPassthroughCopy("img")', "img/a/b.png", "img/a/b.png"],
    ['c.addPassthroughCopy("./src/img/");', "src/img/a.png", "img/a.png"],
    ['c.addPassthroughCopy({ "src/assets": "/" })', "src/assets/a.png", "a.png"],
    ['c.addPassthroughCopy({ "src/fav.png": "img/f.png" })', "src/fav.png", "img/f.png"],
    ['c.addPassthroughCopy({ "src/fav.png": "/" })', "src/fav.png", "fav.png"],
    ['c.addPassthroughCopy({ "src/fav.png": "." })', "src/fav.png", "fav.png"],
    ['c.addPassthroughCopy("src/**/*.{pdf,csv}")', "src/a/b/c.csv", "a/b/c.csv"],
    ['c.addPassthroughCopy({ "src/**/*.pdf": "docs" })', "src/a/b.pdf", "docs/b.pdf"],
    ['c.addPassthroughCopy("src/**/*.pdf")', "src/a/b.png", undefined],
    ['["src/img", "src/CNAME"].forEach((p) => c.addPassthroughCopy(p));', "src/CNAME", "CNAME"],
    ["for (const p of ['src/img']) {\n  c.addPassthroughCopy(p);\n}", "src/img/a.png", "img/a.png"],
    ['c.addPassthroughCopy("img")', "images/a.png", undefined],
    ['// c.addPassthroughCopy("img")', "img/a.png", undefined],
  ])("%s serves %s at %s", (code, file, to) => {
    expect(copyOf(file, config(`${code}\nreturn { dir: { input: "src" } };`))).toBe(to);
  });

  it.each([
    ["(data) => `/blog/${data.page.fileSlug}/`", "/blog/{{ page.fileSlug }}/"],
    ["({ page }) => `/${page.fileSlug}/`", "/{{ page.fileSlug }}/"],
    ["(data) => `/${slug(data.title)}/`", "(data) => …"],
    ["function (data) { return 1; }", "(data) => …"],
    [
      "function (data) {\n  return `/${data.lang}/${data.page.fileSlug}/`;\n}",
      "/{{ lang }}/{{ page.fileSlug }}/",
    ],
    ["(data) => { if (data.x) return `/a/`; return `/b/`; }", "(data) => …"],
    ["(data) => `/a/${data.x}/` + data.y", "(data) => …"],
  ])("reads the permalink %s as %s", (code, permalink) => {
    expect(literals(`export default { permalink: ${code} };`)).toMatchObject({ permalink });
  });

  it("is read for literals only, not computed values", () => {
    expect(
      literals(
        "module.exports = { title: 'L\\'été', url: `https://${host}/`, // lang: 'de'\n lang: \"fr\", tags: ['a', \"b\"] };",
      ),
    ).toEqual({ title: "L'été", lang: "fr", tags: ["a", "b"] });
  });
});

it("files that Eleventy copied and that only its host or robots read are reported", () => {
  const { manual } = site({
    "eleventy.config.js": 'c.addPassthroughCopy({ "./public/": "/" });\nreturn { dir: { input: "src" } };',
    "public/robots.txt": "User-agent: *",
    "public/css/a.css": "x",
  });
  expect(manual).toEqual([{ kind: "left-file", file: "public/robots.txt", line: 0, found: "/robots.txt" }]);
});
