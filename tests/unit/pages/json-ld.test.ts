import { expect, it } from "vitest";
import { jsonLd, postTimes, type JsonLdInput } from "../../../src/pages/json-ld.ts";
import { post, type Files } from "../content/site-root.ts";
import { postOf, siteOf } from "../feeds/samples.ts";
import { planned, settings } from "./planned.ts";

const SITE = "https://blog.example.org";
const URL = "/blog/2026/01/05/a/";
const LINKS =
  "[{ label: C, url: 'mailto:ada@x.fr' }, { label: P, url: /aide/ }, { label: S, url: 'https://a.fr' }]";
const FILES: Files = {
  ...settings("email: nous@example.org", 'social: [{ label: M, url: "https://s.example/@a" }]'),
  "content/people.yaml": `ada: { name: Ada Bel, role: rédactrice, links: ${LINKS} }\nequipe: { name: L’équipe, team: true, role: pôle }\n`,
  "content/posts/2026-01-05-a.md": post(
    'title: "A </script> & B"',
    "authors: [ada, equipe]",
    "description: Un texte.",
    "tags: [Été]",
    "corrections: [{ date: 2026-02-04, text: Un chiffre. }]",
  ),
  "content/posts/2026-01-04-seul.md": post("title: Seul", "noindex: true"),
  "content/posts/2026-01-03-b.md": post("title: B", "authors: [ada, equipe]", "tags: [Été]"),
  "content/posts/2026-01-02-c.md": post("title: C"),
  "content/pages/aide.md": post("title: Aide"),
};

type Thing = Record<string, unknown>;

async function textAt(
  url: string,
  more: Partial<JsonLdInput> = {},
  files = FILES,
): Promise<string | undefined> {
  const plan = await planned(files);
  return jsonLd({ page: plan.at(url), site: plan.content.site, ...more });
}

async function graphAt(url: string, more: Partial<JsonLdInput> = {}): Promise<Thing[]> {
  const text = (await textAt(url, more)) ?? "{}";
  // Nothing can close its script element.
  expect(text).not.toContain("<");
  const { "@context": context, "@graph": graph } = JSON.parse(text) as Thing;
  expect(context).toBe("https://schema.org");
  return graph as Thing[];
}

it("describes a post with its authors, publisher, dates and breadcrumbs; a team has no job title", async () => {
  const [posting, trail] = await graphAt(URL, {
    words: 12,
    license: { label: "BY", url: "https://cc.example/" },
  });
  expect(posting).toMatchObject({
    "@type": "BlogPosting",
    "@id": `${SITE}${URL}#article`,
    mainEntityOfPage: SITE + URL,
    headline: "A </script> & B",
    description: "Un texte.",
    datePublished: "2026-01-05T00:00:00+01:00",
    dateModified: "2026-02-04T00:00:00+01:00",
    author: [
      { "@type": "Person", name: "Ada Bel", url: `${SITE}/auteurs/ada/`, jobTitle: "rédactrice" },
      { "@type": "Organization", name: "L’équipe", url: `${SITE}/auteurs/equipe/` },
    ],
    publisher: {
      ...{ "@type": "Organization", "@id": `${SITE}/#organization`, name: "Carnet", url: `${SITE}/` },
      ...{ logo: `${SITE}/icon-512.png`, email: "nous@example.org", sameAs: ["https://s.example/@a"] },
    },
    inLanguage: "fr",
    license: "https://cc.example/",
    keywords: ["Été"],
    wordCount: 12,
  });
  const { author = [] } = posting as { author?: Thing[] };
  expect(author[1]).not.toHaveProperty("jobTitle");
  expect(trail?.["itemListElement"]).toMatchObject([
    { position: 1, name: "Accueil", item: `${SITE}/` },
    { position: 2, name: "Articles", item: `${SITE}/blog/` },
    { position: 3, name: "A </script> & B", item: SITE + URL },
  ]);
});

it("gives the site as the author of a post that nobody signs, and an unknown licence by its name", async () => {
  const [posting] = await graphAt("/blog/2026/01/02/c/", { license: { label: "Maison" } });
  expect(posting).toMatchObject({
    author: [{ "@type": "Organization", name: "Carnet" }],
    license: { "@type": "CreativeWork", name: "Maison" },
  });
  expect(posting).not.toHaveProperty("keywords");
});

it.each(["/blog/", "/mots-cles/", "/aide/"])("gives the breadcrumbs of %s, and no more", async (url) => {
  expect(await graphAt(url)).toMatchObject([{ "@type": "BreadcrumbList" }]);
});

it("describes the home page as the site, with its publisher and without breadcrumbs", async () => {
  expect(await graphAt("/")).toMatchObject([
    { "@type": "WebSite", url: `${SITE}/`, name: "Carnet", inLanguage: "fr" },
    { "@type": "Organization", logo: `${SITE}/icon-512.png` },
  ]);
});

it("describes a person with their links as absolute addresses, without email addresses", async () => {
  const [profile] = await graphAt("/auteurs/ada/");
  expect(profile?.["mainEntity"]).toEqual({
    ...{ "@type": "Person", name: "Ada Bel", url: `${SITE}/auteurs/ada/`, jobTitle: "rédactrice" },
    sameAs: [`${SITE}/aide/`, "https://a.fr"],
  });
});

it.each(["/404.html", "/blog/2026/01/04/seul/", "/feed.xml"])("describes no %s", async (url) => {
  expect(await textAt(url)).toBeUndefined();
});

it("describes nothing of a site without `url`, since all addresses would be relative", async () => {
  expect(await textAt(URL, {}, { ...FILES, "content/site.yaml": "title: Carnet\n" })).toBeUndefined();
});

it("gives no change before the hour of publication, and none if there was none", () => {
  const date = new Date("2021-04-01T10:00:00Z");
  const hour = "2021-04-01T12:00:00+02:00";
  const times = postTimes(postOf({ date, updated: "2021-04-01" }), siteOf());
  expect(times).toEqual({ published: hour, modified: hour });
  expect(postTimes(postOf(), siteOf())).toEqual({ published: "2021-04-01T00:00:00+02:00" });
});
