// A site in English only, with every kind of page and file, must contain no French phrase of the interface.
import { expect, it } from "vitest";
import { frenchIn, frenchPhrases } from "../support/french-words.ts";
import { makeSite, type TestSite } from "../support/site.ts";

const BODY = `## A heading

Some text with a note[^1] and a [link to all articles](/blog/).

> [!WARNING]
> Some words of warning.

| Name | Other |
|---|---|
| one | two |

## Another heading

![A drawing](/image.svg)

https://www.dailymotion.com/video/x7zgtds

## A last heading

https://www.example.org/

[^1]: A note.
`;

const YAML = `title: The notebook
url: https://blog.example.org
lang: en
description: What the programme does.
email: contact@blog.example.org
newsletter: https://letter.example.org
repository: https://github.com/example/carnet
license: CC-BY-4.0
postsPerPage: 1
taxonomies: { year-group: { label: Year group } }
audience: { matomo: https://stats.example.org/, siteId: 1, consent: ask }
accessibility:
  audit: { date: 2026-02-03, rate: 71.5, auditor: A firm }
  nonConformities: [old documents]
`;

const post = (title: string, more: string, body = BODY): string =>
  `---\ntitle: ${title}\ndescription: ${title}, in a sentence that is long enough for a search engine to show it whole.\n${more}---\n\n${body}`;

function english(more: Record<string, string> = {}): TestSite {
  const site = makeSite({
    "content/site.yaml": YAML,
    "content/people.yaml": "ann: { name: Ann Doe, role: writer, year-group: [Two, Three] }\n",
    "content/redirects.yaml": "/old/: /blog/2026/03/05/first/\n",
    "content/posts/2026-03-05-first.md": post(
      "A first",
      "author: Ann Doe\ntags: [Method, Story]\nimage: /image.svg\nupdated: 2026-04-01\ncorrections: [{ date: 2026-04-02, text: A number. }]\nyear-group: [Two]\n",
    ),
    "content/posts/2026-02-02-second.md": post(
      "A second",
      "author: Ann Doe\ntags: [Method]\nimage: https://elsewhere.example/x.jpg\n",
    ),
    "content/posts/2025-08-07-third.md": post("A third", "author: A team\ntags: [Method]\n", "Some text.\n"),
    "content/pages/about.md": "---\ntitle: About us\n---\n\nWho we are.\n",
    "public/image.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="80" height="40" fill="#55269b"/></svg>',
    ...more,
  });
  const { status, stdout, stderr } = site.carnet(["build"], { LANG: "en_US.UTF-8" });
  expect(status, stdout + stderr).toBe(0);
  expect(frenchIn(stdout + stderr)).toEqual([]);
  return site;
}

const TEXTS = /\.(?:html|xml|json|webmanifest|txt|conf)$|\/_(?:headers|redirects)$/;

function spoken(site: TestSite): string[] {
  const phrases = frenchPhrases();
  return site
    .list("_site")
    .filter((file) => TEXTS.test(file) && !file.startsWith("pagefind/"))
    .flatMap((file) => frenchIn(site.read(`_site/${file}`), phrases).map((phrase) => `${file}: ${phrase}`));
}

it("a site in English only has no French phrase of the interface in any kind of page or file", () => {
  const site = english();
  const kinds = new Set(
    site.list("_site").flatMap((file) => (file.endsWith(".html") ? kindOf(site.read(`_site/${file}`)) : [])),
  );
  expect([...kinds].sort()).toEqual(
    [
      ...["home", "blog", "post", "page", "tags", "tag", "people", "person"],
      ...[
        "archives",
        "year",
        "month",
        "search",
        "feeds",
        "accessibility",
        "audience",
        "notFound",
        "redirect",
      ],
    ].sort(),
  );
  expect(spoken(site)).toEqual([]);
  // Nor in an address: these follow the language of the site.
  expect(
    site
      .list("_site")
      .filter((file) =>
        /^(mots-cles|auteurs|recherche|flux|accessibilite|mesure-d-audience|archives)\//.test(file),
      ),
  ).toEqual([]);
});

it("a French phrase in a layout is found", () => {
  const site = english({ "layouts/partials/feed-link.njk": "<p>S’abonner à la lettre</p>" });
  const found = spoken(site);
  expect(found).toContain("tags/method/index.html: S’abonner à la lettre");
  expect(new Set(found.map((one) => one.split(": ")[1]))).toEqual(new Set(["S’abonner à la lettre"]));
});

it("the phrases looked for are many, only French, and matched as whole words", () => {
  const phrases = frenchPhrases();
  expect(phrases.length).toBeGreaterThan(150);
  expect(phrases).toEqual(
    expect.arrayContaining(["Aller au contenu", "résultats", "Janvier", "min de lecture", "Par"]),
  );
  expect(phrases).not.toContain("Pagination");
  expect(frenchIn("<a>Aller&#10;au contenu</a>".replace("&#10;", "\n"))).toEqual(["Aller au contenu"]);
  expect(frenchIn("Parks, marsh, Marsh")).toEqual([]);
});

function kindOf(html: string): string[] {
  return /<body class="[^"]*\bkind-(\w+)/.exec(html)?.slice(1) ?? [];
}
