import { describe, expect, it } from "vitest";
import { jsonLd, postTimes, type JsonLdInput } from "../../../src/pages/json-ld.ts";
import { post, type Files } from "../content/site-root.ts";
import { postOf, siteOf } from "../feeds/samples.ts";
import { planned, settings } from "./planned.ts";

const SITE = "https://blog.example.org";
const URL = "/blog/2026/01/05/a/";
const FILES: Files = {
  ...settings("email: bonjour@example.org", 'social: [{ label: M, url: "https://s.example/@a" }]'),
  "content/people.yaml":
    "ada: { name: Ada Bel, role: rédactrice, links: [{ label: Site, url: 'https://ada.example' }] }\nequipe: { name: L’équipe, team: true }\n",
  "content/posts/2026-01-05-a.md": post(
    'title: "A </script> & B"',
    "authors: [ada, equipe]",
    "description: Un texte.",
    "tags: [Été]",
    "updated: 2026-02-03",
    "corrections: [{ date: 2026-02-04, text: Un chiffre. }]",
  ),
  "content/posts/2026-01-04-seul.md": post("title: Seul", "noindex: true"),
  "content/posts/2026-01-03-b.md": post("title: B", "authors: [ada, equipe]", "tags: [Été]"),
  "content/pages/aide.md": post("title: Aide"),
};

type Thing = Record<string, unknown>;

async function textAt(
  url: string,
  { files = FILES, ...more }: { files?: Files } & Partial<JsonLdInput> = {},
): Promise<string | undefined> {
  const plan = await planned(files);
  return jsonLd({ page: plan.at(url), site: plan.content.site, ...more });
}

async function graphAt(url: string, more: Parameters<typeof textAt>[1] = {}): Promise<Thing[]> {
  const { "@context": context, "@graph": graph } = JSON.parse((await textAt(url, more)) ?? "{}") as {
    "@context": string;
    "@graph": Thing[];
  };
  expect(context).toBe("https://schema.org");
  return graph;
}

describe("the JSON-LD of a post", () => {
  it("gives its authors, publisher, dates and corrections", async () => {
    const [posting] = await graphAt(URL, { words: 12 });
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
      publisher: { "@type": "Organization", "@id": `${SITE}/#organization`, name: "Carnet" },
      inLanguage: "fr",
      keywords: ["Été"],
      wordCount: 12,
      correction: [
        {
          "@type": "CorrectionComment",
          text: "Un chiffre.",
          datePublished: "2026-02-04T00:00:00+01:00",
        },
      ],
      isPartOf: { "@type": "Blog", "@id": `${SITE}/#blog`, name: "Carnet", url: `${SITE}/blog/` },
    });
  });

  it("cannot close its script element", async () => {
    const text = await textAt(URL);
    expect(text).not.toContain("<");
    expect(text).toContain("A \\u003c/script> & B");
  });

  it("gives its licence by address, or by name if it has none", async () => {
    const [linked] = await graphAt(URL, { license: { label: "CC BY", url: "https://cc.example/" } });
    expect(linked?.["license"]).toBe("https://cc.example/");
    const [named] = await graphAt(URL, { license: { label: "Maison" } });
    expect(named?.["license"]).toEqual({ "@type": "CreativeWork", name: "Maison" });
  });

  it("gives the site as its author if nobody signs it", async () => {
    const [posting] = await graphAt("/blog/2026/01/06/b/", {
      files: { ...FILES, "content/posts/2026-01-06-b.md": post("title: B") },
    });
    expect(posting?.["author"]).toMatchObject([{ "@type": "Organization", name: "Carnet" }]);
    expect(posting).not.toHaveProperty("keywords");
  });
});

describe("the JSON-LD of other pages", () => {
  it.each([
    ["/blog/", "Blog"],
    ["/mots-cles/", "CollectionPage"],
    ["/mots-cles/ete/", "CollectionPage"],
    ["/archives/2026/", "CollectionPage"],
    ["/aide/", "WebPage"],
    ["/auteurs/ada/", "ProfilePage"],
  ])("describes %s as a %s of the site, with breadcrumbs", async (url, type) => {
    const [thing, trail] = await graphAt(url);
    expect(thing).toMatchObject({
      "@type": type,
      url: SITE + url,
      inLanguage: "fr",
      isPartOf: { "@type": "WebSite", "@id": `${SITE}/#website` },
    });
    expect(trail?.["@type"]).toBe("BreadcrumbList");
  });

  it("is about the same blog, or person, on each page of their list", async () => {
    const files = {
      ...FILES,
      ...settings("postsPerPage: 1"),
      "content/posts/2026-01-06-b.md": post("title: B", "author: ada"),
    };
    const [blog] = await graphAt("/blog/page/2/", { files });
    expect(blog).toMatchObject({ "@id": `${SITE}/#blog`, name: "Carnet", url: `${SITE}/blog/` });
    // “page 2 of 2” says nothing of the blog.
    expect(blog).not.toHaveProperty("description");
    expect((await graphAt("/blog/", { files }))[0]).toHaveProperty("description");
    const [page] = await graphAt("/auteurs/ada/page/2/", { files });
    expect(page).toMatchObject({
      url: `${SITE}/auteurs/ada/page/2/`,
      mainEntity: { name: "Ada Bel", url: `${SITE}/auteurs/ada/` },
    });
  });

  it("describes the home page as the site, with its publisher and without breadcrumbs", async () => {
    const [site, publisher, ...others] = await graphAt("/");
    expect(site).toMatchObject({ "@type": "WebSite", "@id": `${SITE}/#website`, name: "Carnet" });
    expect(publisher).toMatchObject({
      "@type": "Organization",
      logo: `${SITE}/icon-512.png`,
      email: "bonjour@example.org",
      sameAs: ["https://s.example/@a"],
    });
    expect(others).toEqual([]);
  });

  it("gives a person's links as absolute addresses, without email addresses", async () => {
    const links =
      "[{ label: C, url: 'mailto:ada@x.fr' }, { label: P, url: /aide/ }, { label: S, url: 'https://a.fr' }]";
    const [profile, trail] = await graphAt("/auteurs/ada/", {
      files: { ...FILES, "content/people.yaml": `ada: { name: Ada Bel, role: éditrice, links: ${links} }\n` },
    });
    expect(profile?.["mainEntity"]).toEqual({
      ...{ "@type": "Person", name: "Ada Bel", url: `${SITE}/auteurs/ada/`, jobTitle: "éditrice" },
      sameAs: [`${SITE}/aide/`, "https://a.fr"],
    });
    const items = trail?.["itemListElement"] as Thing[];
    expect(items.map(({ name, item }) => [name, item])).toEqual([
      ["Accueil", `${SITE}/`],
      ["Auteurs", `${SITE}/auteurs/`],
      ["Ada Bel", `${SITE}/auteurs/ada/`],
    ]);
  });

  it("gives a team no job title, whatever its role", async () => {
    const files = {
      ...FILES,
      "content/people.yaml": "ada: { name: Ada Bel }\nequipe: { name: L’équipe, team: true, role: pôle }\n",
    };
    const [profile] = await graphAt("/auteurs/equipe/", { files });
    const team = { "@type": "Organization", name: "L’équipe", url: `${SITE}/auteurs/equipe/` };
    expect(profile?.["mainEntity"]).toEqual(team);
    const [posting] = await graphAt(URL, { files });
    expect(posting?.["author"]).toEqual([
      { "@type": "Person", name: "Ada Bel", url: `${SITE}/auteurs/ada/` },
      team,
    ]);
  });
});

describe("there is no JSON-LD", () => {
  it.each(["/404.html", "/blog/2026/01/04/seul/", "/feed.xml"])("for %s", async (url) => {
    expect(await textAt(url)).toBeUndefined();
  });

  it("for a site without `url`, since all addresses would be relative", async () => {
    const files = { ...FILES, "content/site.yaml": "title: Carnet\n" };
    expect(await textAt(URL, { files })).toBeUndefined();
  });
});

describe("the times of a post", () => {
  it("never give a change before the hour of publication", () => {
    const date = new Date("2021-04-01T10:00:00Z");
    expect(postTimes(postOf({ date, updated: "2021-04-01" }), siteOf())).toEqual({
      published: "2021-04-01T12:00:00+02:00",
      modified: "2021-04-01T12:00:00+02:00",
    });
  });

  it("give no change if there was none", () => {
    expect(postTimes(postOf(), siteOf())).toEqual({ published: "2021-04-01T00:00:00+02:00" });
  });
});

it("marks an archived site and its blog as such, but not one to be archived later", async () => {
  const files = { "content/posts/2026-01-01-a.md": post("title: A") };
  for (const [line, said] of [
    ["archived: 2026-02-01", true],
    ["archived: 2027-02-01", false],
  ] as const) {
    const { at, content } = await planned({ ...files, ...settings(line) });
    for (const url of ["/", "/blog/"]) {
      const text = jsonLd({ page: at(url), site: content.site }) ?? "";
      expect(text.includes('"creativeWorkStatus":"Archived"'), `${line} ${url}`).toBe(said);
    }
  }
});

describe("a post of an ordered term", () => {
  const parts = (terms: string): Files => ({
    ...settings("taxonomies: { serie: { label: S, ordered: yes } }"),
    "content/posts/2026-01-01-un.md": post("title: Un", `serie: ${terms}`),
    "content/posts/2026-01-05-a.md": post("title: A", `serie: ${terms}`),
  });
  const series = (slug: string, name: string): Thing => ({
    "@type": "CreativeWorkSeries",
    "@id": `${SITE}/serie/${slug}/#series`,
    name,
    url: `${SITE}/serie/${slug}/`,
  });

  it("is a part of the blog and of a series, with its position", async () => {
    const [posting] = await graphAt(URL, { files: parts("Journal") });
    expect(posting?.["position"]).toBe(2);
    expect(posting?.["isPartOf"]).toEqual([
      { "@type": "Blog", "@id": `${SITE}/#blog`, name: "Carnet", url: `${SITE}/blog/` },
      series("journal", "Journal"),
    ]);
  });

  it("has no position if it is a part of two series, which may differ", async () => {
    const [posting] = await graphAt(URL, { files: parts("[Journal, Guide]") });
    expect(posting).not.toHaveProperty("position");
    expect(posting?.["isPartOf"]).toMatchObject([
      { "@type": "Blog" },
      series("journal", "Journal"),
      series("guide", "Guide"),
    ]);
  });
});
