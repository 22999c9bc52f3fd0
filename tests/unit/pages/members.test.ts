import { describe, expect, it } from "vitest";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { post, type Files } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 1",
  "taxonomies: { promotion: { label: Promotion, terms: { quatre: { label: Promotion 4, description: La quatrième. } } } }",
  "translations: { en: { title: Notebook } }",
);
const PEOPLE = {
  "public/img/donnees.png": "x",
  "content/people.yaml": [
    'donnees: { name: Équipe Données, team: yes, role: "l\'analyse", photo: /img/donnees.png, promotion: [quatre, EIG 5],',
    "  translations: { en: { role: analysis } } }",
    "appui: { name: Pôle Appui, photo: /img/absent.png, promotion: EIG 5 }",
    "design: { name: Cellule Design, promotion: quatre }",
  ].join("\n"),
};
const POSTS: Files = {
  "content/posts/2026-01-01-a.md": post("title: A", "author: Cellule Design", "promotion: quatre"),
  "content/posts/2026-01-02-b.md": post("title: B", "author: Cellule Design", "promotion: quatre"),
};

describe("the page of a term that people have", () => {
  it("shows them in the order of people.yaml, above its posts, on its first page only", async () => {
    const { at } = await planned({ ...SITE, ...PEOPLE, ...POSTS });
    const { data } = at("/promotion/quatre/");
    expect(data["members"]).toMatchObject([
      { name: "Équipe Données", role: "l’analyse", photo: "/img/donnees.png" },
      { name: "Cellule Design", url: "/auteurs/design/" },
    ]);
    expect(data["total"]).toBe(2);
    expect(at("/promotion/quatre/page/2/").data).not.toHaveProperty("members");
  });

  it.each([
    ["Cellule Design", "CD"],
    ["Thanh Ha LE", "TL"],
    ["L’équipe du programme", "L"],
    ["équipe projet", "ÉP"],
    ["Pôle 3", "P3"],
    ["𝒜lpha", "𝒜"],
  ])("gives the initials of %s, for those without a portrait", async (name, initials) => {
    const people = { "content/people.yaml": `une: { name: ${name}, promotion: quatre }` };
    const { at } = await planned({ ...SITE, ...people });
    expect(at("/promotion/quatre/").data["members"]).toMatchObject([{ initials }]);
  });

  it("exists before its first post, without feeds; the index counts them", async () => {
    const { at, urls, pages } = await planned({ ...SITE, ...PEOPLE, ...POSTS });
    const page = at("/promotion/eig-5/");
    expect(page).toMatchObject({
      kind: "tag",
      noindex: false,
      data: { title: "EIG 5", description: "Membres de «\u00a0EIG 5\u00a0»", total: 0, posts: [] },
    });
    expect(page.data["ownFeeds"]).toEqual([]);
    expect(urls("feed").filter((url) => url.includes("eig-5"))).toEqual([]);
    expect(at("/promotion/").data["groups"]).toMatchObject([
      { label: "EIG 5", count: 0, members: 2 },
      { label: "Promotion 4", count: 2, members: 2 },
    ]);
    const map = pages.find(({ kind }) => kind === "sitemap")?.text?.() ?? "";
    expect(map).toContain("<loc>https://blog.example.org/promotion/eig-5/</loc>");
  });

  it("links only to people who have a page, and shows only portraits that exist", async () => {
    const { at } = await planned({ ...SITE, ...PEOPLE, ...POSTS });
    const [donnees, appui] = at("/promotion/eig-5/").data["members"] as object[];
    expect(donnees).not.toHaveProperty("url");
    expect(appui).not.toHaveProperty("photo");
    const written = { "content/pages/auteurs/appui.md": post("title: Le pôle Appui") };
    const other = await planned({ ...SITE, ...PEOPLE, ...POSTS, ...written });
    expect(other.at("/promotion/eig-5/").data["members"]).toMatchObject([{}, { url: "/auteurs/appui/" }]);
    const hidden = await planned({
      ...SITE,
      ...PEOPLE,
      "content/posts/2026-01-01-a.md": post("title: A", "author: Cellule Design", "draft: true"),
      "content/posts/2026-01-02-b.md": post("title: B"),
    });
    const [, design] = hidden.at("/promotion/quatre/").data["members"] as object[];
    expect(design).not.toHaveProperty("url");
  });

  it("shows the links and accounts of someone who signs nothing: nobody else’s, since their page has them", async () => {
    const people = {
      "content/people.yaml": [
        'une: { name: Équipe Une, promotion: EIG 5, links: [{ label: Site, url: "https://une.example" }], handles: { mastodon: "@une@social.example" } }',
        "deux: { name: Équipe Deux, promotion: EIG 5, handles: { github: deux } }",
        "trois: { name: Équipe Trois, promotion: EIG 5 }",
        "quatre: { name: Équipe Quatre, promotion: EIG 5, handles: { github: quatre } }",
      ].join("\n"),
      "content/posts/2026-01-01-a.md": post("title: A", "author: Équipe Deux"),
      "content/posts/en/2026-01-03-c.md": post("title: C", "author: Équipe Une"),
      // A page of the owner's shows what its text says, and none of her links.
      "content/pages/auteurs/quatre.md": post("title: L’équipe Quatre"),
    };
    const { at } = await planned({ ...SITE, ...people });
    const profiles = (url: string): unknown[] =>
      (at(url).data["members"] as { profiles?: unknown }[]).map((one) => one.profiles);
    expect(profiles("/promotion/eig-5/")).toEqual([
      [
        { label: "Site", url: "https://une.example" },
        { label: "Mastodon", url: "https://social.example/@une" },
      ],
      undefined,
      undefined,
      [{ label: "GitHub", url: "https://github.com/quatre" }],
    ]);
    expect(at("/promotion/eig-5/").data["members"]).toMatchObject([{}, {}, {}, { url: "/auteurs/quatre/" }]);
    // In English, it is the other one who signs.
    expect(profiles("/en/promotion/eig-5/")).toMatchObject([
      undefined,
      [{ label: "GitHub" }],
      undefined,
      [{ label: "GitHub" }],
    ]);
  });

  it("is in every language of the site, with the words that people.yaml has in it", async () => {
    const english = { "content/posts/en/2026-01-03-c.md": post("title: C", "author: Équipe Données") };
    const { at } = await planned({ ...SITE, ...PEOPLE, ...POSTS, ...english });
    const page = at("/en/promotion/eig-5/");
    expect(page.data.description).toBe("Members of “EIG 5”");
    expect(page.data["members"]).toMatchObject([
      { name: "Équipe Données", role: "analysis", url: "/en/authors/donnees/" },
      { name: "Pôle Appui" },
    ]);
    expect(page.data.alternates).toMatchObject([
      { lang: "fr", url: "/promotion/eig-5/", translated: true },
      { lang: "en", current: true },
    ]);
    expect(page.data["members"]).not.toMatchObject([{ roleLang: expect.anything() as string }, {}]);
    // She signs in English only.
    expect(at("/promotion/eig-5/").data["members"]).not.toMatchObject([
      { url: expect.anything() as string },
      {},
    ]);
  });

  it("does not depend on drafts", async () => {
    const draft = {
      "content/posts/2026-01-04-d.md": post("title: D", "promotion: [EIG 5, EIG 6]", "draft: true"),
    };
    const without = await planned({ ...SITE, ...PEOPLE, ...POSTS });
    const withOne = await planned({ ...SITE, ...PEOPLE, ...POSTS, ...draft });
    expect(withOne.urls("tag")).toEqual(without.urls("tag"));
    expect(withOne.urls("tag")).toContain("/promotion/eig-5/");
    expect(withOne.urls("tag")).not.toContain("/promotion/eig-6/");
  });

  it("may be introduced by a page of the owner’s, and is recorded as the term’s as long as people have it", async () => {
    const own = { "content/pages/promotion/eig-5.md": post("title: La cinquième") };
    const { pages, at } = await planned({ ...SITE, ...PEOPLE, ...POSTS, ...own });
    expect(at("/promotion/eig-5/")).toMatchObject({
      entry: { file: "content/pages/promotion/eig-5.md" },
      data: { title: "La cinquième", description: "", members: [{}, {}] },
    });
    expect(publishedAddresses(pages)).toContainEqual({
      url: "/promotion/eig-5/",
      source: "tag",
      title: "EIG 5",
    });
  });
});

describe("the page of a person", () => {
  it("says which terms they have, in each language", async () => {
    const english = { "content/posts/en/2026-01-03-c.md": post("title: C", "author: Équipe Données") };
    const { at } = await planned({ ...SITE, ...PEOPLE, ...POSTS, ...english });
    expect(at("/auteurs/design/").data["terms"]).toMatchObject({
      promotion: [{ label: "Promotion 4", url: "/promotion/quatre/" }],
    });
    expect(at("/en/authors/donnees/").data["terms"]).toMatchObject({
      promotion: [{ url: "/en/promotion/quatre/" }, { url: "/en/promotion/eig-5/" }],
    });
  });

  it("is made only for those who sign", async () => {
    const { urls } = await planned({ ...SITE, ...PEOPLE, ...POSTS });
    expect(urls("person")).toEqual(["/auteurs/design/", "/auteurs/design/page/2/"]);
  });
});
