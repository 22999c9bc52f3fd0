// What two kinds of feed reader get of a post with everything that only a page can show, read by a real feed parser.
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { isTag, type Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { expect, it } from "vitest";
import { makeSite, post, type TestSite } from "../support/site.ts";

const BODY = `## Le titre

Un lien [relatif](../autre/), un lien [du site](/blog/), un lien [de cette page](#le-titre) et une note[^1].

![La salle](/img/salle.svg)
_Le premier jour © Jeanne Martin_

<iframe src="https://www.dailymotion.com/video/x7zgtds" title="Le film" onload="x()"></iframe>
_La légende du film_

::video[Le second]{url=https://vimeo.com/1 poster=/img/salle.svg}

> [!NOTE]
> À savoir.

- [x] fait

| A | B |
|---|---|
| 1 | 2 |

\`\`\`js
const a = "<b>";
\`\`\`

<div class="encadre" id="boite" data-x="1" style="color:red">Un encadré</div>

<details><summary>Plus</summary>Le détail</details>

[^1]: Le texte de la note.
`;

const READERS = {
  "an Atom reader": (site: TestSite) => {
    const [entry] = parseAtomFeed(site.read("_site/feed.xml")).entries ?? [];
    return { link: entry?.links?.[0]?.href, html: entry?.content?.value ?? "", title: entry?.title?.value };
  },
  "a JSON Feed reader": (site: TestSite) => {
    const [item] = parseJsonFeed(site.read("_site/feed.json")).items ?? [];
    return { link: item?.url, html: item?.content_html ?? "", title: item?.title };
  },
};

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><rect width="8" height="6"/></svg>';

it.each(Object.entries(READERS))("%s gets a text that reads well without the site", (_name, read) => {
  const site = makeSite({
    "content/site.yaml": "title: Mon carnet\nurl: https://blog.example.org/base/\n",
    "content/posts/2026-01-05-titre.md": post("Un titre & demi", BODY),
    "public/img/salle.svg": DRAWING,
  });
  expect(site.carnet(["build", "--no-search", "--quiet"])).toMatchObject({ status: 0 });
  const { html, link, title } = read(site);
  expect([link, title]).toEqual(["https://blog.example.org/base/blog/2026/01/05/titre/", "Un titre & demi"]);
  wholeAddresses(html);
  figures(html);
  linksForPlayers(html);
  nothingOfTheSite(html);
  allText(html);
});

const elements = (html: string): Element[] => DomUtils.findAll(isTag, parseDocument(html).children);

function wholeAddresses(html: string): void {
  const addresses = elements(html).flatMap(({ attribs }) =>
    [attribs["href"], attribs["src"], attribs["poster"]].filter((one) => one !== undefined),
  );
  for (const address of addresses) expect(address).toMatch(/^https:\/\//);
  expect(addresses).toContain("https://blog.example.org/base/blog/2026/01/05/titre/#le-titre");
  expect(addresses).toContain("https://blog.example.org/base/blog/2026/01/05/autre/");
  expect(addresses).toContain("https://blog.example.org/base/img/salle.svg");
}

function figures(html: string): void {
  const named = (name: string): Element[] => elements(html).filter((one) => one.name === name);
  expect(named("figcaption").map((caption) => DomUtils.textContent(caption))).toEqual([
    "Le premier jour © Jeanne Martin",
    "La légende du film",
  ]);
  expect(named("figure")).toHaveLength(3);
}

function linksForPlayers(html: string): void {
  expect(html).toContain('<a href="https://www.dailymotion.com/video/x7zgtds">');
  expect(html).toMatch(/<a href="https:\/\/vimeo\.com\/1"><img src="[^"]*\/base\/img\/salle\.svg" alt=""/);
}

function nothingOfTheSite(html: string): void {
  for (const { name, attribs } of elements(html)) {
    expect(["script", "style", "iframe", "template", "button", "input", "form"]).not.toContain(name);
    expect(Object.keys(attribs).filter((key) => /^(?:class|id|style|on|data-|aria-|role)/.test(key))).toEqual(
      [],
    );
  }
}

function allText(html: string): void {
  const text = DomUtils.textContent(parseDocument(html).children).replace(/\s+/g, " ");
  for (const part of ["À savoir.", "☑", 'const a = "<b>";', "Un encadré", "Plus", "Le détail", "la note."])
    expect(text).toContain(part);
  expect(text).not.toContain("En appuyant");
}
