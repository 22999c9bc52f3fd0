// A small old blog of any of the three generators, made at random: fields of every shape, addresses that collide, and names that
// people give to files. The same seed gives the same blog. Every text says a word of its own.
import type { Generator } from "../../src/strings/import.ts";
import { createRandom, type Random } from "./random-site.ts";

export interface RandomBlog {
  kind: Generator;
  files: Record<string, string>;
  /** Source → the word that only this text says; a text without one only has front matter. */
  words: Map<string, string>;
}

const NAMES = [
  ...[
    "a-propos",
    "A propos",
    "Été 2019",
    "été-2019",
    "ete\u0301-2019",
    "CONTACT",
    "contact",
    "l’équipe",
    "a_b",
    "C++ & co",
  ],
  ...[
    "readme-first",
    "404",
    "search",
    "tags",
    "blog",
    "index",
    "données ouvertes",
    "日本",
    "x.y",
    "page",
    "feed",
    "ÉQUIPE",
  ],
  ...[
    "100%",
    "security-policy",
    "équipe",
    "a.b.c",
    "-dash-",
    "2019",
    "draft",
    "archives",
    "a--b",
    "œuvre",
    "people",
    "en",
  ],
];

const TITLES = [
  ...[
    '"A: b"',
    "'L’été'",
    "Simple",
    "2019",
    "true",
    '"{{ site.title }}"',
    "'<b>Gras</b> & co'",
    '"#1 : le \\"mieux\\""',
  ],
  ...[
    '"  "',
    "[a, b]",
    "{ fr: A }",
    "null",
    '"' + "long ".repeat(60) + '"',
    '"日本"',
    '"-"',
    "1.5",
    "2020-01-02",
    '"*_x_*"',
  ],
];

const DATES = [
  ...[
    "2019-03-02",
    "2019-3-2",
    "2020-02-30",
    "02/05/2021",
    "'Sun, 02 May 2021'",
    '"May 2, 2021"',
    "2021-05-02 10:00:00 +0200",
  ],
  ...[
    "2015-03-02T23:30:00-05:00",
    "2099-01-01",
    "hier",
    "20190302",
    "2019",
    "null",
    "'0000-00-00'",
    "1700-01-01",
    "[2019-01-02]",
  ],
];

/** Values of a field, as YAML on one line. */
const VALUES = [
  ...[
    "Du texte",
    "12",
    "1.5",
    "-0",
    "1e400",
    ".nan",
    ".inf",
    "2019-03-02",
    "true",
    "false",
    "null",
    "~",
    '""',
    "[]",
    "{}",
  ],
  ...[
    "[a, b]",
    "[1, 2]",
    "[a, 1, true, null]",
    "[[a], [b, [c]]]",
    "{ a: 1 }",
    "{ a: { b: { c: [d] } } }",
    "0x1F",
    "'0012'",
  ],
  ...[
    "[{ name: A, url: 'https://a.example.org' }]",
    "[{ a: [{ b: c }] }, d]",
    "{ 1: a, 'x y': b, true: c }",
    '"<i>x</i>"',
  ],
  ...[
    '"a\\nb"',
    '"\\u2028"',
    "'https://u:p@a.example.org'",
    "'javascript:alert(1)'",
    "{ '': a }",
    '"&amp; {{ x }}"',
    "'/old/'",
  ],
];

const FIELDS = [
  ...[
    "mission",
    "contact",
    "partners",
    "links",
    "Numbers",
    "x-y",
    "équipe",
    "'a b'",
    "layout",
    "type",
    "status",
    "weight",
    "id",
  ],
  ...[
    "'<p>Un <b>paragraphe</b></p>'",
    "'1'",
    "nav_order",
    "image",
    "cover",
    "author",
    "authors",
    "description",
    "updated",
    "lang",
  ],
  ...[
    "publishAt",
    "expires",
    "related",
    "noindex",
    "license",
    "corrections",
    "typography",
    "twitter",
    "imageAlt",
    "featured",
  ],
  ...[
    "lang-ref",
    "ref",
    "title_fr",
    "subnav_items",
    "toString",
    "constructor",
    "url_x",
    "locale",
    "excerpt",
    "comments",
    "toc",
  ],
  ...[
    "tags",
    "categories",
    "tag",
    "category",
    "keywords",
    "draft",
    "published",
    "headless",
    "permalinks",
    "menu",
    "order",
  ],
];

const ALIASES = [
  ...[
    "/",
    "/blog/",
    "/tags/",
    "/feed.xml",
    "/404.html",
    "/search/",
    "/archives/",
    "/a-propos/",
    "/contact/",
    "/old/",
    "old",
    "old/",
  ],
  ...[
    "../up/",
    "/a b/",
    "/été/",
    "radio buttons",
    "/x?y=1",
    "/x#y",
    "https://a.example.org/x/",
    "https://other.example.org/",
    "//x/",
  ],
  ...[
    "/index.php?p=1",
    "/%C3%A9t%C3%A9/",
    "/%zz/",
    "/fr/",
    "/people/",
    "''",
    "null",
    "/a/../b/",
    "/sitemap.xml",
    "/x.html",
    "/X.html",
  ],
];

const ADDRESSES = [
  ...[
    "/a-propos/",
    "/contact",
    "about.html",
    "/a/b/c/",
    "/:title/",
    "/:categories/:title/",
    "/{{ page.fileSlug }}/",
    "/{{ title }}/",
  ],
  ...[
    "/{{ page.date | date: '%Y/%m/%d' }}/x/",
    "{% if x %}/a/{% endif %}",
    "/blog/",
    "/tags/",
    "/feed.xml",
    "/été 2019/",
    "/404.html",
  ],
  ...[
    "/x.json",
    "/a//b/",
    "../c/",
    "/",
    "false",
    "null",
    "/:year/:slug.html",
    "pretty",
    "/x.php",
    "/{{ tag | slugify }}/",
    "/A/B/",
  ],
];

const SLUGS = [
  "a",
  "a/b",
  "../a",
  "Été",
  "a b",
  "ete\u0301",
  "index",
  "''",
  "12",
  "a.html",
  "/a/",
  "null",
  "[a]",
  "C",
];

const TERMS = [
  "open data",
  "Open Data",
  "accès",
  "acce\u0300s",
  "C++",
  "design/ux",
  "日本",
  "2019",
  "true",
  "''",
  "a",
  "A",
  "<b>",
];

const BODIES = [
  ...[
    "",
    "![x](missing.png)",
    "![x](/img/a.png)",
    "[lien](/a-propos/)",
    "[lien](../contact.md#x)",
    "[x]: /old/",
    "{{ x }}",
    "{% y %}",
  ],
  ...[
    "<script>alert(1)</script>",
    "[s](https://u:p@a.example.org/)",
    "<div onclick='x()'>",
    "```\n<script>\n```",
    "<iframe src='//x'>",
  ],
  ...[
    "{% include x.html a='b' %}",
    '{{< figure src="a.png" >}}',
    "# Titre\n\n## Titre",
    "<!-- x",
    "[^1]",
    "| a |\n|---|",
    "---",
    "- - -",
  ],
  ...[
    "<style>p{}</style>",
    "{% post_url 2019-01-02-a %}",
    '{{< ref "a.md" >}}',
    "[a](javascript:x)",
    "![](data:image/png;base64,AA)",
  ],
];

const FOLDERS = ["", "", "", "guides/", "Guides/", "été/", "en/", "a/b/", "team/", "tags/", "blog/", "news/"];

/** Some of a list, without repeats. */
const some = (random: Random, all: readonly string[], most: number): string[] => [
  ...new Set(Array.from({ length: random.number(most + 1) }, () => random.pick(all))),
];

function frontMatter(random: Random, kind: Generator): string {
  const lines = new Map<string, string>();
  const often = (key: string, all: readonly string[], times: number): void => {
    if (random.number(times) === 0) lines.set(key, random.pick(all));
  };
  if (random.number(10) > 0) lines.set("title", random.pick(TITLES));
  often("date", DATES, 3);
  often(kind === "hugo" ? "url" : "permalink", ADDRESSES, 4);
  often("slug", SLUGS, 6);
  if (random.number(3) === 0)
    lines.set(
      kind === "hugo" ? "aliases" : "redirect_from",
      `[${some(random, ALIASES, 4).map(quoted).join(", ")}]`,
    );
  often("aliases", ["radio buttons, option buttons", "/old/", "a"], 12);
  for (const key of ["tags", "categories"])
    if (random.number(3) === 0) lines.set(key, `[${some(random, TERMS, 3).map(quoted).join(", ")}]`);
  often("draft", ["true", "false", "'true'", "0"], 12);
  often("lang", ["en", "fr", "fr_FR", "xx", "12"], 8);
  often("author", ["alice", "[alice, bob]", "{ name: Alice }", "Zoé, design"], 4);
  for (const key of some(random, FIELDS, 5)) if (!lines.has(key)) lines.set(key, random.pick(VALUES));
  return [...lines].map(([key, value]) => `${key}: ${value}\n`).join("");
}

const quoted = (written: string): string =>
  /^[[{'"]|^(null|true|\d+)$/.test(written) ? written : `"${written}"`;

/** Where the texts of each kind are, with the words that make one a post by its name. */
const PLACES: Readonly<Record<Generator, readonly string[]>> = {
  jekyll: ["_posts/", "_posts/", "en/_posts/", "", "_drafts/", "_team/", "_projects/", "_notes/"],
  hugo: [
    "content/posts/",
    "content/posts/",
    "content/posts/en/",
    "content/",
    "content/tags/",
    "content/categories/",
    "content/authors/",
  ],
  eleventy: ["posts/", "posts/", "content/posts/", "", "src/", "blog/", "people/"],
};

export function randomBlog(seed: number): RandomBlog {
  const random = createRandom(seed);
  const kind = (["jekyll", "hugo", "eleventy"] as const)[seed % 3] ?? "jekyll";
  const files: Record<string, string> = { ...settingsOf(random, kind) };
  const words = new Map<string, string>();
  for (let n = 3 + random.number(8); n > 0; n--) {
    const place = random.pick(PLACES[kind]);
    const day =
      random.number(3) > 0 ? random.pick(["2019-01-02-", "2020-12-31-", "2019-13-45-", "19-1-2-"]) : "";
    const isDated = /posts|blog|_projects/.test(place);
    const folder = random.pick(FOLDERS);
    const name = random.pick(NAMES);
    const end =
      kind === "hugo"
        ? random.pick(["", "", "", ".en", "/index", "/_index"])
        : random.pick(["", "", "", "/index"]);
    const file = `${place}${folder}${isDated ? day : ""}${name}${end}.${random.pick(["md", "md", "md", "markdown", "html"])}`;
    const word = `mot${String(seed)}x${String(n)}`;
    const body =
      random.number(12) === 0 ? "" : `${word} ${some(random, BODIES, 3).join("\n\n")}\n\n${word}\n`;
    files[file] = random.number(20) === 0 ? body : `---\n${frontMatter(random, kind)}---\n${body}`;
    if (body !== "") words.set(file, word);
  }
  // At least one that nothing disturbs.
  const [place = ""] = PLACES[kind];
  files[`${place}2018-01-02-plain.md`] = `---\ntitle: Plain\n---\nplain${String(seed)}\n`;
  words.set(`${place}2018-01-02-plain.md`, `plain${String(seed)}`);
  return { kind, files, words };
}

function settingsOf(random: Random, kind: Generator): Record<string, string> {
  const people = random.pick([
    "alice: { name: Alice, twitter: '@a' }\nbob: Bob\n",
    "- name: Zoé\n  id: zoe\n  links: [{ url: x }]\n",
  ]);
  const menu =
    "[{ title: A, url: /a-propos/ }, { name: B, url: 'https://b.example.org' }, { title: C, url: /gone/ }]";
  const pictures =
    random.number(2) === 0 ? { "img/a.png": "no picture", "static/img/a.png": "no picture" } : {};
  if (kind === "jekyll")
    return {
      "_config.yml": [
        "title: Blog",
        "url: https://blog.example.org",
        `permalink: ${random.pick(["pretty", "date", "/:title/", "/blog/:year/:month/:day/:title.html", "/:categories/:title/"])}`,
        `collections: ${random.pick(["{ team: { output: true }, notes: {}, projects: { output: true, permalink: '/p/:year/:name/' } }", "[team, projects, notes]"])}`,
        random.pick(["lang: fr", "lang: en_US", "locale: xx-weird-locale-name", ""]),
        random.pick([
          "defaults: [{ scope: { path: '' }, values: { layout: x, author: alice } }]",
          "paginate: 5",
          "timezone: Nowhere",
        ]),
        "",
      ].join("\n"),
      "_data/people.yml": people,
      "_data/menu.yml": menu,
      "about-list.html": "---\npermalink: /liste/\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}\n",
      ...pictures,
    };
  if (kind === "hugo")
    return {
      "hugo.yaml": [
        "baseURL: https://blog.example.org/",
        random.pick([
          "languageCode: fr",
          "defaultContentLanguage: en\nlanguages: { en: {}, fr: { title: Carnet } }",
          "languageCode: en-us",
        ]),
        random.pick([
          "permalinks: { posts: '/:year/:month/:slug/' }",
          "permalinks: { posts: '/:sections/:title/' }",
          "uglyURLs: true",
          "",
        ]),
        random.pick(["taxonomies: { tag: tags, author: authors }", "pagination: { pagerSize: 7 }", ""]),
        `menu: { main: ${menu}, footer: ${menu} }`,
        "",
      ].join("\n"),
      "data/authors.yaml": people,
      ...pictures,
    };
  return {
    "eleventy.config.js": `export default { dir: { input: "${random.pick([".", "./"])}" } };\n`,
    "_data/metadata.json": JSON.stringify({
      title: "Blog",
      url: "https://blog.example.org",
      language: random.pick(["fr", "en", "?"]),
    }),
    "_data/people.yaml": people,
    "_data/menu.yaml": menu,
    "posts/posts.json": random.pick([
      '{ "tags": "posts" }',
      '{ "permalink": "/blog/{{ page.fileSlug }}/", "tags": ["posts"] }',
      '{ "permalink": "/{{ page.date | toPath }}/{{ page.fileSlug }}/" }',
      "{ broken",
    ]),
    "tags.njk":
      "---\npagination: { data: collections, size: 1, alias: tag }\npermalink: /tags/{{ tag | slugify }}/\n---\n",
    ...pictures,
  };
}
