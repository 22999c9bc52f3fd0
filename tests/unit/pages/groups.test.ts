import { describe, expect, it } from "vitest";
import { planned, settings, texts } from "./planned.ts";

describe("tags", () => {
  it("are in alphabetical order with counts, ignoring accents and case, numbers by value", async () => {
    const { data } = await planned(
      texts({
        "posts/2026-01-01-a": "tags: [zone, Été, écran, 10 ans, 9 ans]",
        "posts/2026-01-02-b": "tags: [Été, ete]",
      }),
    );
    expect(data("/mots-cles/", "groups")).toMatchObject([
      { label: "9 ans", count: 1 },
      { label: "10 ans", count: 1 },
      { label: "écran", count: 1 },
      { label: "Été", count: 2, url: "/mots-cles/ete/" },
      { label: "zone", count: 1 },
    ]);
    expect((await planned({})).data("/mots-cles/", "groups")).toEqual([]);
  });

  it("have descriptions in the typography of the page's language, and so do people", async () => {
    const { data } = await planned({
      ...texts({ "posts/2026-01-01-a": "tags: [Été]\nauthor: Ann Doe" }),
      "content/tags.yaml": 'ete: { label: Été, description: "L\'été !" }\n',
      "content/people.yaml": 'ann: { name: Ann Doe, role: "chef d\'équipe", description: "L\'oreille !" }\n',
    });
    expect(data("/mots-cles/ete/", "description")).toBe("L’été\u202f!");
    expect(data("/auteurs/ann/", "description")).toBe("L’oreille\u202f!");
    expect(data("/auteurs/ann/", "person")).toMatchObject({ description: "L’oreille\u202f!" });
    expect(data("/auteurs/ann/", "roles")).toEqual(["chef d’équipe"]);
    expect(data("/auteurs/", "groups")).toMatchObject([{ description: "chef d’équipe" }]);
  });

  it("are paginated, with feeds beside those of the site, at addresses of an old blog if need be", async () => {
    const posts = texts({ "posts/2026-01-01-a": "tags: [Été]", "posts/2026-01-02-b": "tags: [Été]" });
    const { urls, data } = await planned({ ...settings("postsPerPage: 1"), ...posts });
    expect(urls("tag")).toEqual(["/mots-cles/ete/", "/mots-cles/ete/page/2/"]);
    const feeds = ["/feed.xml", "/feed.json", "/mots-cles/ete/feed.xml"].map((url) => ({ url }));
    expect(data("/mots-cles/ete/", "feeds")).toMatchObject(feeds);
    const old = await planned({
      ...settings(
        "postsPerPage: 1",
        "addresses: { tags: /tags.html, tag: '/tag/:slug.html', page: '-:n.html' }",
      ),
      ...posts,
    });
    expect(old.urls("tags")).toEqual(["/tags.html"]);
    expect(old.urls("tag")).toEqual(["/tag/ete.html", "/tag/ete/-2.html"]);
    expect(old.urls("feed")).toContain("/tag/ete/feed.xml");
  });
});

describe("a custom taxonomy", () => {
  it("has its index and pages at its own address, like tags, and is in the menu once a post has a term", async () => {
    const { at, urls, data } = await planned({
      ...settings(
        "taxonomies:",
        "  promotion: { label: Promotion, address: '/promotions/:slug.html' }",
        "  defi: { label: Défi }",
      ),
      ...texts({ "posts/2026-01-01-a": "promotion: EIG 4" }),
    });
    expect(at("/promotions/")).toMatchObject({
      kind: "tags",
      data: { title: "Promotion", taxonomy: "promotion", groups: [{ label: "EIG 4", count: 1 }] },
    });
    expect(urls("tag")).toEqual(["/promotions/eig-4.html"]);
    expect(urls("feed")).toContain("/promotions/eig-4/feed.xml");
    const menu = JSON.stringify(data("/", "nav"));
    expect([menu.includes("Promotion"), menu.includes("Défi")]).toEqual([true, false]);
  });

  it("has labels and descriptions in each language, and so do its terms", async () => {
    const { at } = await planned({
      ...settings(
        "taxonomies:",
        "  promotion:",
        "    label: Promotion",
        "    description: Une année.",
        "    terms: { eig-4: { label: EIG 4, en: { label: Fellows 4, description: The fourth. } } }",
        "translations: { en: { taxonomies: { promotion: { label: Cohort } } } }",
      ),
      ...texts({ "posts/2026-01-01-a": "promotion: eig-4", "posts/en/2026-01-02-b": "promotion: EIG 4" }),
    });
    expect(at("/promotion/").data).toMatchObject({ title: "Promotion", description: "Une année." });
    expect(at("/promotion/eig-4/").data.title).toBe("EIG 4");
    const english = at("/en/promotion/").data;
    expect(english.title).toBe("Cohort");
    expect(english.nav.map(({ label }) => label)).toContain("Cohort");
    expect(at("/en/promotion/eig-4/").data).toMatchObject({
      title: "Fellows 4",
      description: "The fourth.",
      breadcrumbs: ["Home", "Cohort", "Fellows 4"].map((label) => ({ label })),
    });
  });

  it("shows no description in another language, but the names that have no translation", async () => {
    const { at } = await planned({
      ...settings(
        "taxonomies:",
        "  promotion:",
        "    label: Promotion",
        "    description: Une année.",
        "    terms: { eig-4: { label: EIG 4, description: La quatrième. } }",
        "translations: { fr-CA: {} }",
      ),
      "content/tags.yaml": "code: { label: Code, description: Ce qui se programme. }\n",
      ...texts({
        "posts/en/2026-01-02-b": "promotion: EIG 4\ntags: [code]",
        "posts/2026-01-03-c": "lang: fr-CA\npromotion: EIG 4",
      }),
    });
    const { groups } = at("/en/promotion/").data as { groups?: object[] };
    expect(groups?.[0]).not.toHaveProperty("description");
    expect(
      [
        "/en/promotion/",
        "/en/promotion/eig-4/",
        "/en/tags/code/",
        "/fr-ca/promotion/",
        "/fr-ca/promotion/eig-4/",
      ]
        .map((url) => at(url).data)
        .map(({ title, description }) => [title, description]),
    ).toEqual([
      ["Promotion", ""],
      ["EIG 4", "Posts on “EIG 4”"],
      ["Code", "Posts on “Code”"],
      ["Promotion", "Une année."],
      ["EIG 4", "La quatrième."],
    ]);
  });
});

describe("people", () => {
  it("have a page in the languages of the posts they signed, with their data of people.yaml, and no feed", async () => {
    const { data, at, urls } = await planned({
      "content/people.yaml": "ada: { name: Ada Lovelace, role: Mathématicienne }\nnul: { name: Personne }\n",
      ...texts({
        "posts/2026-01-01-a": "author: Ada Lovelace, stagiaire",
        "posts/2026-01-02-b": "author: Ada Lovelace, designer",
        "posts/en/2026-01-02-b": "author: Grace Hopper",
      }),
    });
    expect(urls("person")).toEqual(["/auteurs/ada/", "/en/authors/grace-hopper/"]);
    expect(data("/auteurs/", "groups")).toMatchObject([
      { label: "Ada Lovelace", count: 2, description: "Mathématicienne", url: "/auteurs/ada/" },
    ]);
    // Roles of posts come latest first.
    expect(data("/auteurs/ada/", "roles")).toEqual(["Mathématicienne", "designer", "stagiaire"]);
    expect(at("/auteurs/ada/").data).not.toHaveProperty("ownFeeds");
  });

  it("are presented in the language of the page; a role without a translation stays, a description does not", async () => {
    const { at } = await planned({
      "content/people.yaml": [
        "anne: { name: Anne Roy, role: cheffe, description: Elle dessine., translations: { en: { role: lead, description: She draws. } } }",
        "jo: { name: Jo Bel, role: designer, description: Elle lit., translations: { en: { } } }",
      ].join("\n"),
      ...texts({
        "posts/2026-01-01-a": "authors: [anne, jo]",
        "posts/2026-01-02-b": "authors: [anne, jo]\nlang: en-GB",
      }),
    });
    expect(at("/en-gb/authors/anne/").data).toMatchObject({
      person: { role: "lead", description: "She draws." },
      roles: ["lead"],
    });
    expect(at("/en-gb/authors/").data).toMatchObject({
      groups: [{ description: "lead" }, { description: "designer" }],
    });
    expect(at("/en-gb/blog/2026/01/02/b/").entry).toMatchObject({ authors: [{ role: "lead" }, {}] });
    expect(at("/auteurs/anne/").data).toMatchObject({ person: { role: "cheffe" }, roles: ["cheffe"] });
    const { person, roles, description } = at("/en-gb/authors/jo/").data;
    expect(person).not.toHaveProperty("description");
    expect([roles, description]).toEqual([["designer"], "Posts by Jo Bel"]);
  });
});
