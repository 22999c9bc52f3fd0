// Shows that the gates of pages fail when they must: one thing at a time is broken in a sound site, and the gate must name the
// fault.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  FR,
  EN,
  HOST,
  built,
  type Break,
  faultsWith,
  usesSoundSite,
  describeGate,
} from "../gates/sound-site.ts";

usesSoundSite();

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

describeGate("head", HEAD);
describeGate("JSON-LD", JSON_LD);
describeGate("icons", ICONS);

it("the icons gate fails on a favicon.ico that declares a wrong size", async () => {
  const ico = readFileSync(join(built, "favicon.ico"));
  ico.writeUInt8(64, 6);
  expect(await faultsWith("icons", { "favicon.ico": ico })).toEqual([
    "favicon.ico: the picture of 64 px is not that",
  ]);
});
