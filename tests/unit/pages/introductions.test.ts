import { expect, it } from "vitest";
import { publishedAddresses } from "../../../src/pages/plan.ts";
import { planned, settings, texts } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 2",
  "taxonomies:",
  "  promotion:",
  "    label: Promotion",
  "    address: /promotions/:slug/",
  "    terms: { quatre: { label: Promotion 4, description: La quatrième. }, cinq: Promotion 5, six: Promotion 6 }",
);
const POSTS = texts({
  "posts/2026-01-01-a": "promotion: quatre\ntags: [Terrain]\nauthor: Équipe Données",
  "posts/2026-01-02-a": "promotion: quatre",
  "posts/2026-01-03-a": "promotion: quatre",
  "posts/en/2026-01-01-b": "promotion: quatre",
});
const PAGES = texts({
  "pages/promotions/quatre": "title: La quatrième promotion\nupdated: 2026-02-01",
  "pages/promotions/cinq": "",
  "pages/cohorte": "permalink: /promotions/six/\ndescription: Seize équipes.\nlayout: fiche\nnoindex: true",
  "pages/mots-cles/terrain": "",
  "pages/mots-cles/ailleurs": "",
  "pages/auteurs/donnees": "title: Ceux qui comptent\ndescription: Trois personnes.",
  "pages/en/promotions/quatre": "title: The fourth",
  "pages/a-propos": "",
});
const FILES = {
  ...SITE,
  ...POSTS,
  ...PAGES,
  "content/people.yaml": "donnees: { name: Équipe Données, role: analyse, description: Nous comptons. }\n",
  "layouts/fiche.njk": "{{ content }}",
};

it.each<[what: string, url: string, page: object]>([
  [
    "the first page of a term’s list, which keeps its posts and feeds",
    "/promotions/quatre/",
    {
      ...{ kind: "tag", layout: "tag", entry: { file: "content/pages/promotions/quatre.md" } },
      data: {
        title: "La quatrième promotion",
        // A page without a description leaves the term's.
        description: "La quatrième.",
        ...{ total: 3, pager: { total: 2 }, term: { label: "Promotion 4" }, posts: [{}, {}] },
        ownFeeds: [{ url: "/promotions/quatre/feed.xml" }],
        breadcrumbs: ["Accueil", "Promotion", "La quatrième promotion"].map((label) => ({ label })),
      },
    },
  ],
  [
    "the further pages by its title only",
    "/promotions/quatre/page/2/",
    { entry: undefined, data: { title: "La quatrième promotion – page 2" } },
  ],
  [
    // “Posts on …” describes no text.
    "a declared term before its first post, without feeds, for search engines too",
    "/promotions/cinq/",
    { kind: "tag", noindex: false, data: { total: 0, posts: [], ownFeeds: [], description: "" } },
  ],
  [
    "a list by its permalink, with its own description and layout, or hides it",
    "/promotions/six/",
    { kind: "tag", layout: "fiche", noindex: true, data: { description: "Seize équipes." } },
  ],
  [
    "an undeclared tag that a post has, also if that is the only one",
    "/mots-cles/terrain/",
    { kind: "tag", noindex: false, data: { title: "Terrain", total: 1 } },
  ],
  ["nothing at the address of a tag that no post has", "/mots-cles/ailleurs/", { kind: "page" }],
  [
    "a person’s posts, and keeps their name and role",
    "/auteurs/donnees/",
    {
      kind: "person",
      data: {
        ...{ title: "Ceux qui comptent", description: "Trois personnes.", total: 1, roles: ["analyse"] },
        person: { name: "Équipe Données", description: "Trois personnes." },
      },
    },
  ],
  [
    "a list in its own language, as the translation of the one in another",
    "/en/promotions/quatre/",
    {
      data: {
        title: "The fourth",
        alternates: [{ url: "/promotions/quatre/", translated: true }, { url: "/en/promotions/quatre/" }],
      },
    },
  ],
])("an owner’s page introduces %s: %s", async (_, url, page) => {
  expect((await planned(FILES)).at(url)).toMatchObject(page);
});

it("a list that is introduced is in the index with the page’s description, in no footer, and changed when either did", async () => {
  const { data, text, pages } = await planned(FILES);
  expect(data("/promotions/", "groups")).toMatchObject([
    { label: "Promotion 4", count: 3, description: "La quatrième." },
    { label: "Promotion 5", url: "/promotions/cinq/", count: 0 },
    { label: "Promotion 6", description: "Seize équipes." },
  ]);
  expect(data("/", "footer")).toMatchObject([{ url: "/a-propos/" }]);
  expect(text("/sitemap.xml")).toMatch(/promotions\/quatre\/<\/loc>\s*<lastmod>2026-02-01</);
  const recorded = { url: "/promotions/quatre/", source: "tag", title: "Promotion 4" };
  expect(publishedAddresses(pages)).toContainEqual(recorded);
});

it("a draft introduces nothing, nor does a page in another language at the address of the list", async () => {
  const draft = texts({ "pages/promotions/quatre": "draft: true" });
  expect((await planned({ ...SITE, ...POSTS, ...draft })).data("/promotions/quatre/", "title")).toBe(
    "Promotion 4",
  );
  const stray = texts({ "pages/en/x": "permalink: /promotions/quatre/" });
  const { pages } = await planned({ ...SITE, ...POSTS, ...stray });
  const there = pages.filter(({ url }) => url === "/promotions/quatre/").map(({ kind }) => kind);
  expect(there.sort()).toEqual(["page", "tag"]);
});
