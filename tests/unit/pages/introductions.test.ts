import { expect, it } from "vitest";
import type { Files } from "../content/site-root.ts";
import { planned, settings, texts } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 2",
  "taxonomies:",
  "  promotion:",
  "    label: Promotion",
  "    address: /promotions/:slug/",
  "    terms: { quatre: { label: Promotion 4, description: La quatrième. }, cinq: Promotion 5, six: Promotion 6 }",
);
const inFour = (count: number): Files =>
  texts(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`posts/2026-01-0${String(i + 1)}-a`, "promotion: quatre"]),
    ),
  );
const FOUR = texts({ "pages/promotions/quatre": "title: La quatrième promotion" });
const FIVE = texts({ "pages/promotions/cinq": "title: La cinquième promotion" });

it("a page at the address of a term introduces the first page of its list, which keeps posts and feeds", async () => {
  const { at, urls } = await planned({ ...SITE, ...inFour(3), ...FOUR });
  const page = at("/promotions/quatre/");
  expect(page).toMatchObject({
    kind: "tag",
    layout: "tag",
    entry: { file: "content/pages/promotions/quatre.md" },
    data: {
      title: "La quatrième promotion",
      total: 3,
      pager: { total: 2 },
      term: { label: "Promotion 4" },
      posts: [{}, {}],
      ownFeeds: [{ url: "/promotions/quatre/feed.xml" }],
      breadcrumbs: ["Accueil", "Promotion", "La quatrième promotion"].map((label) => ({ label })),
    },
  });
  expect(urls("feed")).toContain("/promotions/quatre/feed.xml");
  expect(urls("page")).toEqual([]);
  const second = at("/promotions/quatre/page/2/");
  expect(second.entry).toBeUndefined();
  expect(second.data.title).toBe("La quatrième promotion – page 2");
  expect(second.data.breadcrumbs.at(-2)).toEqual({
    label: "La quatrième promotion",
    url: "/promotions/quatre/",
  });
});

it("gives the list its description, or else leaves the term’s, but not “posts on …”: that describes no text", async () => {
  const { data } = await planned({
    ...SITE,
    ...inFour(1),
    ...FIVE,
    ...texts({ "pages/promotions/quatre": "", "pages/promotions/six": "description: Seize équipes." }),
  });
  expect(data("/promotions/quatre/", "description")).toBe("La quatrième.");
  expect(data("/promotions/cinq/", "description")).toBe("");
  expect(data("/promotions/six/", "description")).toBe("Seize équipes.");
  expect(data("/promotions/", "groups")).toMatchObject([
    { description: "La quatrième." },
    { label: "Promotion 5" },
    { description: "Seize équipes." },
  ]);
});

it("makes the list of a declared term exist before its first post, without feeds, and in the index", async () => {
  const { at, urls, data } = await planned({ ...SITE, ...FIVE, ...texts({ "posts/2026-01-01-a": "" }) });
  expect(at("/promotions/cinq/")).toMatchObject({
    kind: "tag",
    noindex: false,
    data: { total: 0, ownFeeds: [] },
  });
  expect(data("/promotions/", "groups")).toMatchObject([{ url: "/promotions/cinq/", count: 0 }]);
  expect(urls("feed").filter((url) => url.includes("promotions"))).toEqual([]);
});

it("introduces an undeclared tag once a post has it, and is an ordinary page until then", async () => {
  const page = texts({ "pages/mots-cles/terrain": "title: Sur le terrain" });
  const kind = async (tags: string): Promise<string> =>
    (await planned({ ...page, ...texts({ "posts/2026-01-01-a": tags }) })).at("/mots-cles/terrain/").kind;
  expect([await kind(""), await kind("tags: [Terrain]")]).toEqual(["page", "tag"]);
});

it("may be there by its permalink, have its own layout, and make the list `noindex`", async () => {
  const { at } = await planned({
    ...SITE,
    ...inFour(3),
    ...texts({ "pages/promo-4": "permalink: /promotions/quatre/\nlayout: fiche\nnoindex: true" }),
    "layouts/fiche.njk": "{{ content }}",
  });
  expect(at("/promotions/quatre/")).toMatchObject({ layout: "fiche", noindex: true });
  expect(at("/promotions/quatre/page/2/")).toMatchObject({ layout: "tag", noindex: true });
});

it("is the translation of the one in each language, and does not introduce a list in another language", async () => {
  const { at } = await planned({
    ...SITE,
    ...inFour(1),
    ...FOUR,
    ...texts({
      "posts/en/2026-01-01-b": "promotion: quatre",
      "pages/en/promotions/quatre": "title: The fourth",
    }),
  });
  expect(at("/en/promotions/quatre/").data.alternates).toMatchObject([
    { lang: "fr", url: "/promotions/quatre/", translated: true, indexed: true },
    { lang: "en", url: "/en/promotions/quatre/", current: true },
  ]);
  const stray = texts({ "pages/en/x": "permalink: /promotions/quatre/" });
  const { pages } = await planned({ ...SITE, ...inFour(1), ...stray });
  const there = pages.filter(({ url }) => url === "/promotions/quatre/").map(({ kind }) => kind);
  expect(there.sort()).toEqual(["page", "tag"]);
});

it("is not in the footer of pages, and gives the list its last change in the sitemap, if that is later", async () => {
  const page = texts({ "pages/promotions/quatre": "updated: 2026-02-01", "pages/a-propos": "" });
  const { data, text } = await planned({ ...SITE, ...inFour(1), ...page });
  expect(data("/", "footer")).toMatchObject([{ url: "/a-propos/" }]);
  expect(text("/sitemap.xml")).toMatch(/promotions\/quatre\/<\/loc>\s*<lastmod>2026-02-01</);
});

it("is left out while it is a draft, and the list is unchanged", async () => {
  const files = { ...SITE, ...inFour(1), ...texts({ "pages/promotions/quatre": "draft: true" }) };
  expect((await planned(files)).data("/promotions/quatre/", "title")).toBe("Promotion 4");
});

it("a page at the address of a person introduces their posts, and keeps their name and role", async () => {
  const { at } = await planned({
    "content/people.yaml": "donnees: { name: Équipe Données, role: analyse, description: Nous comptons. }\n",
    ...texts({
      "posts/2026-01-01-a": "author: Équipe Données",
      "pages/auteurs/donnees": "title: Ceux qui comptent\ndescription: Trois personnes.",
    }),
  });
  expect(at("/auteurs/donnees/").data).toMatchObject({
    ...{ title: "Ceux qui comptent", description: "Trois personnes.", total: 1 },
    person: { name: "Équipe Données", description: "Trois personnes." },
    roles: ["analyse"],
  });
});
