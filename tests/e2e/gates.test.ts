// Shows that each gate fails when it must: one thing at a time is broken in a sound site, and the gate must name the fault.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BuiltSite, type Changes } from "../gates/built-site.ts";
import { GATES, metadataFaults } from "../gates/index.ts";
import { CARNET, post, ROOT } from "../support/site.ts";
import { realPng } from "../unit/images/samples.ts";

const FR = "blog/2026/03/02/premier/index.html";
const EN = "en/blog/2026/03/03/first/index.html";
const HOST = "https://blog.example.org/blog";

const basePath = "/blog/";
let root = "";
let built = "";
let sound: BuiltSite;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "carnet-gates-"));
  built = join(root, "out");
  const files = {
    "content/site.yaml": [
      "title: Mon carnet",
      "description: Un carnet.",
      `url: ${HOST}/`,
      "license: CC BY 4.0",
      "twitter: moncarnet",
      "social: [{ label: Mastodon, url: 'https://social.example.org/@carnet' }]",
      "translations: { en: { title: My notebook } }",
      "",
    ].join("\n"),
    "content/people.yaml":
      "ada:\n  name: Ada Lovelace\n  role: Analyste\n  handles: { mastodon: '@ada@social.example.org' }\n",
    "content/posts/2026-03-02-premier.md": post(
      "L’été & « après » </script>",
      "Un [lien](/blog/2026/03/01/autre/).\n\n![Un pont](/img/pont.png)\n_Le pont_\n\n## Vidéo\n\nhttps://vimeo.com/76979871\n",
      "tags: [Été]\nupdated: 2026-03-09\nimage: /img/pont.png\nimageAlt: Un pont\ntwitter: adalovelace\nlang-ref: un\n",
    ).replace("author: Équipe éditoriale", "author: Ada Lovelace"),
    "content/posts/2026-03-01-autre.md": post("Autre", "Texte.", "tags: [Été]\n"),
    "content/posts/en/2026-03-03-first.md": post("First", "A text.", "lang-ref: un\n"),
    "content/pages/cachee.md": "---\ntitle: Cachée\nnoindex: true\n---\n\nTexte.\n",
    "content/redirects.yaml": "/ancien/: /blog/2026/03/01/autre/\n",
    "public/img/pont.png": await realPng({ width: 640, height: 480 }),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const args = ["build", "--output", built, "--now", "2026-06-01T12:00:00Z"];
  const run = spawnSync(process.execPath, [CARNET, ...args], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  sound = new BuiltSite(built, { basePath });
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const read = (file: string): string => readFileSync(join(built, file), "utf8");

/** The file with something replaced, which must be there. */
function broken(file: string, from: string | RegExp, to: string): Record<string, string> {
  const text = read(file);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} holds no ${String(from)}:\n${text.slice(0, 6000)}`);
  return { [file]: changed };
}

it("the gates find no fault in a sound site of two languages under a base path", async () => {
  expect(await metadataFaults(built, { basePath })).toEqual([]);
});

it("the gates fail without a home page or its canonical address", async () => {
  await expect(metadataFaults(join(root, "content"))).rejects.toThrow("holds no home page");
  const changes = broken("index.html", /<link rel="canonical"[^>]*>/, "");
  expect(() => new BuiltSite(built, { basePath, changes })).toThrow("no canonical address");
});

type Break = [what: string, file: string, from: string | RegExp, to: string, fault: string];

const HEAD: Break[] = [
  [
    "a canonical address of another page",
    FR,
    /(rel="canonical" href=")[^"]*/,
    `$1${HOST}/`,
    "canonical is not this page",
  ],
  [
    "a relative canonical address",
    FR,
    /(rel="canonical" href=")https:\/\/[^/]*/,
    "$1",
    "canonical is not this page",
  ],
  ["two canonical addresses", FR, /(<link rel="canonical"[^>]*>)/, "$1$1", "2 canonical addresses"],
  ["another address in previews", FR, /(og:url" content=")[^"]*/, `$1${HOST}/`, "og:url differs"],
  [
    "a language that is not returned",
    EN,
    /<link rel="alternate" hreflang="fr"[^>]*>/,
    "",
    "hreflang en is not returned by en/",
  ],
  [
    "a language that leads nowhere",
    FR,
    /(hreflang="en" href=")[^"]*/,
    `$1${HOST}/en/rien/`,
    "hreflang en leads to no page",
  ],
  [
    "a language that is another's",
    FR,
    /(hreflang="en" href=")[^"]*/,
    `$1${HOST}/`,
    "hreflang en leads to a page in fr",
  ],
  [
    "no language for all others",
    FR,
    /<link rel="alternate" hreflang="x-default"[^>]*>/,
    "",
    "no hreflang x-default",
  ],
  [
    "a page that is none of its languages",
    FR,
    /(hreflang="fr" href=")[^"]*/,
    `$1${HOST}/`,
    "hreflang fr is not this page",
  ],
  ["one language twice", FR, /(<link rel="alternate" hreflang="en"[^>]*>)/, "$1$1", "hreflang twice"],
  ["another title in previews", FR, /(og:title" content=")/, "$1X ", "og:title is not the title"],
  ["a post that is no article", FR, 'content="article"', 'content="website"', "og:type of a post is website"],
  ["another description in previews", FR, /(og:description" content=")/, "$1X ", "og:description is not"],
  ["a locale without a country", FR, 'content="fr_FR"', 'content="fr"', "og:locale is no locale"],
  [
    "a preview of a false size",
    FR,
    'og:image:width" content="1200"',
    'og:image:width" content="1201"',
    "og:image is 1200",
  ],
  [
    "a preview of a false type",
    FR,
    'og:image:type" content="image/jpeg"',
    'og:image:type" content="image/png"',
    "og:image is 1200",
  ],
  [
    "a preview that is no file",
    FR,
    /(og:image" content=")[^"]*/,
    `$1${HOST}/x.jpg`,
    "og:image leads to no file",
  ],
  ["a relative preview", FR, /(og:image" content=")https:\/\/[^/]*/, "$1", "og:image is not absolute"],
  [
    "a card that says nothing",
    "index.html",
    /<meta (property="og|name="twitter):image:alt"[^>]*>\s*/g,
    "",
    "a card without og:image:alt",
  ],
  ["a small card beside a preview", FR, "summary_large_image", "summary", "twitter:card is summary"],
  [
    "a handle that is an address",
    FR,
    'content="@adalovelace"',
    'content="https://x.com/ada"',
    "twitter:creator is no handle",
  ],
  ["a relative profile", "index.html", /(rel="me" href=")[^"]*/, "$1/moi/", "rel=me is not absolute"],
  [
    "a publication without zone",
    FR,
    /(article:published_time" content="[^"+]*)[^"]*/,
    "$1",
    "article:published_time is no instant",
  ],
  [
    "a change before the publication",
    FR,
    /(article:modified_time" content=")[^"]*/,
    "$12026-01-01T00:00:00+01:00",
    "article:modified_time is not after",
  ],
  [
    "an author without a page",
    FR,
    /(article:author" content=")[^"]*/,
    `$1${HOST}/rien/`,
    "article:author leads to no file",
  ],
  ["a tag that is not on the page", FR, /(article:tag" content=")/, "$1X", "article:tag is no tag"],
  [
    "the dates of an article on a list",
    "index.html",
    "</head>",
    '<meta property="article:tag" content="x"></head>',
    "article:tag on a home",
  ],
];

const JSON_LD: Break[] = [
  ["a text that closes its script", FR, "\\u003c/script>", "</script>", "JSON-LD: no graph"],
  ["an opening that is no end", FR, "\\u003c/script>", "<b>", "a < that could close it"],
  ["no graph at all", FR, /<script type="application\/ld\+json">.*?<\/script>/, "", "JSON-LD: 0 graphs"],
  [
    "a page that is not to be found",
    "cachee/index.html",
    "</head>",
    '<script type="application/ld+json">{}</script></head>',
    "on a page that is not to be found",
  ],
  ["another headline", FR, '"headline":"', '"headline":"X', "headline is not the h1"],
  [
    "a relative address",
    FR,
    '"mainEntityOfPage":"https://blog.example.org',
    '"mainEntityOfPage":"',
    "mainEntityOfPage is not absolute",
  ],
  ["an address of no file", FR, /("logo":")[^"]*/, `$1${HOST}/x.png`, "logo leads to no file"],
  ["a day instead of an instant", FR, /("dateModified":"[^"T]*)[^"]*/, "$1", "dates without a zone"],
  ["another publication", FR, /("datePublished":")2026-03-02/, "$12026-03-01", "datePublished is not"],
  ["an author without a name", FR, '"name":"Ada Lovelace"', '"name":""', "no author with a name"],
  ["no author", FR, /"author":\[.*?\],"publisher/, '"author":[],"publisher', "no author with a name"],
  ["a publisher without logo", FR, /,"logo":"[^"]*"/, "", "no publisher"],
  ["another picture", FR, '"width":1200', '"width":120', "image is not og:image"],
  [
    "another licence",
    FR,
    '"license":"https://creativecommons.org/',
    '"license":"https://example.org/',
    "license is not the page's",
  ],
  ["a post that is no post", FR, '"@type":"BlogPosting"', '"@type":"WebPage"', "0 things of a post"],
  [
    "a home without publisher",
    "index.html",
    '},{"@type":"Organization"',
    '},{"@type":"Thing"',
    "0 things of a home",
  ],
  ["a way in disorder", FR, '"position":2', '"position":3', "step 2 is not whole"],
  ["a way that is not shown", FR, /("position":2,"name":")/, "$1X", "BreadcrumbList is not what is shown"],
  [
    "a way to elsewhere",
    FR,
    /("position":3,"name":"[^"]*","item":"[^"]*\/)premier\//,
    "$1",
    "BreadcrumbList does not end here",
  ],
  ["no way", FR, '"@type":"BreadcrumbList"', '"@type":"Thing"', "0 BreadcrumbList"],
];

const FEEDS: Break[] = [
  ["Atom that is not well formed", "feed.xml", "</entry>", "", "Opening and ending tag mismatch"],
  ["a character that XML forbids", "feed.xml", "<title>", "<title>\u0001", "PCDATA invalid Char value 1"],
  ["no id", "feed.xml", /<id>.*?<\/id>/, "", "feed has not one id (4.1.1)"],
  ["a relative id", "feed.xml", /<id>https:[^<]*premier/, "<id>/premier", "id is not absolute: /premier"],
  ["two titles", "feed.xml", /(<title>.*?<\/title>)/, "$1$1", "feed has not one title"],
  ["a day instead of an instant", "feed.xml", /(<updated>[^T<]*)[^<]*/, "$1", "updated is no instant (3.3)"],
  [
    "a feed older than its texts",
    "feed.xml",
    /<updated>2026/,
    "<updated>2020",
    "updated is not the latest change",
  ],
  ["no author", "feed.xml", /<author>[^]*?<\/author>/g, "", "nobody signs the feed, nor all entries (4.1.1)"],
  ["an author without name", "feed.xml", /<name>[^<]*<\/name>/, "", "an author without one name (3.2.1)"],
  ["a relative author", "feed.xml", /<uri>https:\/\/[^/]*/, "<uri>", "an author's uri is not absolute"],
  [
    "the address of another feed",
    "feed.xml",
    /(rel="self"[^>]*href=")[^"]*/,
    `$1${HOST}/x.xml`,
    "rel=self is not this feed",
  ],
  [
    "a relative link",
    "feed.xml",
    /(rel="alternate"[^>]*href=")https:\/\/[^/]*/,
    "$1",
    "a link is not absolute",
  ],
  [
    "two links of one kind",
    "feed.xml",
    /(<link rel="alternate"[^>]*>)/,
    "$1$1",
    "two alternates of one type",
  ],
  ["a category without term", "feed.xml", /term="[^"]*"/, "", "a category without term"],
  [
    "content that is no escaped HTML",
    "feed.xml",
    'type="html"',
    'type="xhtml"',
    "content is not escaped HTML",
  ],
  ["no content", "feed.xml", /<content[^]*?<\/content>/, "", "no content"],
  [
    "published after its update",
    "feed.xml",
    /<published>2026/,
    "<published>2027",
    "published is no instant, or comes after",
  ],
  [
    "one id for two entries",
    "feed.xml",
    "2026/03/01/autre/</id>",
    "2026/03/02/premier/</id>",
    "one id for two entries",
  ],
  [
    "an entry that leads nowhere",
    "feed.xml",
    /(hreflang="fr" href="[^"]*)premier\//,
    "$1rien/",
    "address leads to no file",
  ],
  ["no language", "feed.xml", / xml:lang="fr"/, "", "no language"],
  [
    "a relative address in a text",
    "feed.xml",
    "&lt;a href=&quot;https://blog.example.org",
    "&lt;a href=&quot;",
    "href of <a> is not absolute",
  ],
  [
    "a picture that is no file",
    "feed.xml",
    /(&lt;img src=&quot;)[^&]*/,
    `$1${HOST}/x.png`,
    "src of <img> leads to no file",
  ],
  ["a picture without alt", "feed.xml", / alt=&quot;[^&]*&quot;/, "", "a picture without alt"],
  ["a script", "feed.xml", "&lt;p&gt;", "&lt;script&gt;&lt;/script&gt;&lt;p&gt;", "holds <script>"],
  ["a frame", "feed.xml", "&lt;p&gt;", "&lt;iframe&gt;&lt;/iframe&gt;&lt;p&gt;", "holds <iframe>"],
  ["a class", "feed.xml", "&lt;p&gt;", "&lt;p class=&quot;x&quot;&gt;", "class on <p>"],
  ["JSON that is none", "feed.json", "{", "", "expected object"],
  ["another version", "feed.json", "version/1.1", "version/1", "feed.json: version"],
  [
    "a key that the format does not know",
    "feed.json",
    '"title"',
    '"subtitle": "x", "title"',
    "subtitle is unknown",
  ],
  [
    "a relative address of an entry",
    "feed.json",
    /"url": "https:\/\/[^"]*premier/,
    '"url": "/premier',
    "url is not absolute",
  ],
  [
    "a day instead of an instant, in JSON",
    "feed.json",
    /("date_published": "[^"T]*)[^"]*/,
    "$1",
    "is no instant with a zone",
  ],
  [
    "the address of another feed, in JSON",
    "feed.json",
    /("feed_url": ")[^"]*/,
    `$1${HOST}/x.json`,
    "feed_url is not this feed",
  ],
  [
    "another title than Atom's",
    "feed.json",
    '"title": "Autre"',
    '"title": "Autres"',
    "does not say what feed.xml says",
  ],
  [
    "a feed that no head names",
    "mots-cles/ete/index.html",
    /(<link rel="alternate"[^>]*href="[^"]*)\/mots-cles\/ete\/feed\.xml/,
    "$1/feed.xml",
    "mots-cles/ete/feed.xml: no page announces it",
  ],
  [
    "a feed that people are not told of",
    "flux/index.html",
    /<a [^>]*href="\/blog\/mots-cles\/ete\/feed\.xml"[^>]*>/,
    "<a>",
    "mots-cles/ete/feed.xml: not on the page that lists the feeds",
  ],
  [
    "a head that names no feed",
    FR,
    /(type="application\/atom\+xml"[^>]*href=")[^"]*/,
    "$1/blog/x.xml",
    "that is no feed",
  ],
];

const SITEMAP: Break[] = [
  [
    "an element in disorder",
    "sitemap.xml",
    /(<loc>.*?<\/loc>)(\s*)(<lastmod>.*?<\/lastmod>)/,
    "$3$2$1",
    "This element is not expected",
  ],
  ["a date that is none", "sitemap.xml", /<lastmod>[^<]*/, "<lastmod>hier", "not a valid value"],
  ["a picture without address", "sitemap.xml", /<image:loc>.*?<\/image:loc>/, "", "Missing child element"],
  ["a language that is no tag", "sitemap.xml", 'hreflang="en"', 'hreflang="l’anglais"', "not a valid value"],
  ["an address that is no page", "sitemap.xml", "/02/premier/</loc>", "/02/rien/</loc>", "leads to no page"],
  ["an address twice", "sitemap.xml", /(<url>[^]*?<\/url>)/, "$1$1", "twice: "],
  [
    "a page that is left out",
    "sitemap.xml",
    /<url>\s*<loc>[^<]*premier\/[^]*?<\/url>/,
    "",
    `leaves out ${FR}`,
  ],
  [
    "a page that asks to be left out",
    "sitemap.xml",
    "blog/2026/03/01/autre/</loc>",
    "cachee/</loc>",
    "not a page to be found there",
  ],
  [
    "the day of the build",
    "sitemap.xml",
    "<lastmod>2026-03-09",
    "<lastmod>2026-06-01",
    "is not the day of the text's last change",
  ],
  [
    "a picture that is no file",
    "sitemap.xml",
    /(<image:loc>)[^<]*/,
    `$1${HOST}/x.png`,
    "a picture that is no file",
  ],
  [
    "a picture of another page",
    "sitemap.xml",
    /(<image:loc>)[^<]*/,
    `$1${HOST}/icon-512.png`,
    "that the page does not show",
  ],
  [
    "other languages than the page's",
    "sitemap.xml",
    /<xhtml:link[^>]*hreflang="en"[^>]*>/,
    "",
    "other languages than those of the page",
  ],
  [
    "robots sent elsewhere",
    "robots.txt",
    /Sitemap: .*/,
    `Sitemap: ${HOST}/x.xml`,
    "does not name the sitemap",
  ],
];

const ICONS: Break[] = [
  [
    "a size that is false",
    "site.webmanifest",
    '"192x192"',
    '"191x191"',
    "icon-192.png is 192x192 image/png, not 191x191",
  ],
  ["a type that is false", "site.webmanifest", "image/png", "image/webp", "not 192x192 image/webp"],
  [
    "no icon for phones' masks",
    "site.webmanifest",
    /"purpose": "maskable"/,
    '"purpose": "any"',
    "no maskable icon",
  ],
  [
    "an icon that is no file",
    "site.webmanifest",
    "icon-512.png",
    "icon-513.png",
    "icon-513.png leads to no file",
  ],
  ["no large icon", "site.webmanifest", /"512x512"/, '"192x192"', "no icon of 512x512"],
  [
    "a start outside the site",
    "site.webmanifest",
    '"start_url": "/blog/"',
    '"start_url": "/"',
    "start_url is outside the site",
  ],
  ["no name", "site.webmanifest", /"name": "[^"]*"/, '"name": ""', "name: "],
  ["no manifest", "index.html", /<link rel="manifest"[^>]*>/, "", "no manifest"],
  ["no icon for phones", "index.html", /<link rel="apple-touch-icon"[^>]*>/, "", "no apple-touch-icon"],
  ["other icons on a page", FR, /<link rel="icon"[^>]*>/, "", "other icons than the home page"],
  ["a drawing that is no XML", "icon.svg", "</svg>", "", "icon.svg:"],
  ["a drawing that is not square", "icon.svg", "0 0 512 512", "0 0 512 256", "is not square"],
];

async function faultsWith(gate: string, changes: Changes): Promise<string[]> {
  const judge = GATES[gate];
  if (judge === undefined) throw new Error(`No gate ${gate}`);
  return judge(new BuiltSite(built, { basePath, changes, like: sound }));
}

describe.each([
  ["head", HEAD],
  ["JSON-LD", JSON_LD],
  ["feeds", FEEDS],
  ["sitemap", SITEMAP],
  ["icons", ICONS],
] as const)("the %s gate fails on", (gate, breaks) => {
  it.each(breaks)("%s", async (_what, file, from, to, fault) => {
    const faults = await faultsWith(gate, broken(file, from, to));
    expect(faults.join("\n")).toContain(fault);
  });
});

it("the icons gate fails on a favicon.ico that declares a wrong size", async () => {
  const ico = readFileSync(join(built, "favicon.ico"));
  ico.writeUInt8(64, 6);
  expect(await faultsWith("icons", { "favicon.ico": ico })).toEqual([
    "favicon.ico: the picture of 64 px is not that",
  ]);
});

describe("the command that CI runs", () => {
  const check = (folder: string): { status: number | null; said: string } => {
    const args = [join(ROOT, "tests/site-check.mjs"), folder, "--base-path", basePath];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return { status, said: stdout + stderr };
  };

  it("passes a sound site", () => {
    const { status, said } = check(built);
    expect(said).toMatch(/^\d+ pages: 0 HTML errors, 0 problems .*, 0 faults of metadata\n$/);
    expect(status).toBe(0);
  });

  it.each([
    ["HTML that is not valid", FR, "</main>", "<em><div></div></em></main>", "element-permitted-content"],
    ["a dead link", FR, "/blog/blog/2026/03/01/autre/", "/blog/rien/", "html-link"],
    [
      "false metadata",
      FR,
      'og:image:width" content="1200"',
      'og:image:width" content="1"',
      "og:image is 1200",
    ],
  ])("fails on %s", (_, file, from, to, fault) => {
    const copy = mkdtempSync(join(root, "copy-"));
    cpSync(built, copy, { recursive: true });
    for (const [name, text] of Object.entries(broken(file, from, to))) writeFileSync(join(copy, name), text);
    const { status, said } = check(copy);
    expect(status).toBe(1);
    expect(said).toContain(fault);
  });
});
