import { describe, expect, it } from "vitest";
import { load, post, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { planned, settings } from "./planned.ts";

const SITE = settings(
  "postsPerPage: 2",
  "taxonomies:",
  "  promotion:",
  "    label: Promotion",
  "    address: /promotions/:slug/",
  "    terms: { quatre: { label: Promotion 4, description: La quatrième. }, cinq: Promotion 5, six: Promotion 6 }",
);

const inFour = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `content/posts/2026-01-0${String(i + 1)}-a${String(i)}.md`,
      post(`title: A${String(i)}`, "promotion: quatre"),
    ]),
  );

const FOUR = { "content/pages/promotions/quatre.md": post("title: La quatrième promotion") };
const FIVE = { "content/pages/promotions/cinq.md": post("title: La cinquième promotion") };

describe("a page at the address of a term", () => {
  it("introduces the term’s list, with its own title and text, and the posts and feeds of the list", async () => {
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
      },
    });
    expect(page.data["posts"]).toHaveLength(2);
    expect(page.data["ownFeeds"]).toMatchObject([{ url: "/promotions/quatre/feed.xml" }]);
    expect(page.data.breadcrumbs.map(({ label }) => label)).toEqual([
      "Accueil",
      "Promotion",
      "La quatrième promotion",
    ]);
    expect(urls("feed")).toContain("/promotions/quatre/feed.xml");
    expect(urls("page")).toEqual([]);
  });

  it("introduces only the first page of the list; the others have its title", async () => {
    const { at } = await planned({ ...SITE, ...inFour(3), ...FOUR });
    const second = at("/promotions/quatre/page/2/");
    expect(second.entry).toBeUndefined();
    expect(second.data.title).toBe("La quatrième promotion – page 2");
    expect(second.data.breadcrumbs.at(-2)).toEqual({
      label: "La quatrième promotion",
      url: "/promotions/quatre/",
    });
  });

  it("gives the list its description, or else leaves the term’s", async () => {
    const own = {
      "content/pages/promotions/quatre.md": post("title: Quatre", "description: Seize équipes."),
    };
    const described = await planned({ ...SITE, ...inFour(1), ...own });
    expect(described.at("/promotions/quatre/").data.description).toBe("Seize équipes.");
    expect(described.at("/promotions/").data["groups"]).toMatchObject([{ description: "Seize équipes." }]);
    const left = await planned({ ...SITE, ...inFour(1), ...FOUR, ...FIVE });
    expect(left.at("/promotions/quatre/").data.description).toBe("La quatrième.");
    // “Posts on …” describes a list, not a text.
    expect(left.at("/promotions/cinq/").data.description).toBe("");
  });

  it("exists before the first post of a declared term, without feeds, and is in the index", async () => {
    const { at, urls } = await planned({
      ...SITE,
      ...FIVE,
      "content/posts/2026-01-01-a.md": post("title: A"),
    });
    expect(at("/promotions/cinq/")).toMatchObject({
      kind: "tag",
      noindex: false,
      data: { title: "La cinquième promotion", total: 0, posts: [], ownFeeds: [] },
    });
    expect(at("/promotions/").data["groups"]).toMatchObject([
      { label: "Promotion 5", url: "/promotions/cinq/", count: 0 },
    ]);
    expect(urls("feed").filter((url) => url.includes("promotions"))).toEqual([]);
    // A term without posts has a list only if a page introduces it.
    expect(urls("tag")).toEqual(["/promotions/cinq/"]);
  });

  it("introduces an undeclared tag once a post has it, and is an ordinary page until then", async () => {
    const page = { "content/pages/mots-cles/terrain.md": post("title: Sur le terrain") };
    const before = await planned({
      ...settings(),
      ...page,
      "content/posts/2026-01-01-a.md": post("title: A"),
    });
    expect(before.at("/mots-cles/terrain/").kind).toBe("page");
    const tagged = { "content/posts/2026-01-01-a.md": post("title: A", "tags: [Terrain]") };
    const after = await planned({ ...settings(), ...page, ...tagged });
    expect(after.at("/mots-cles/terrain/")).toMatchObject({ kind: "tag", data: { title: "Sur le terrain" } });
  });

  it("may be there by its permalink, and have its own layout", async () => {
    const page = post("title: Quatre", "permalink: /promotions/quatre/", "layout: fiche");
    const { at } = await planned({
      ...SITE,
      ...inFour(3),
      "content/pages/promo-4.md": page,
      "layouts/fiche.njk": "{{ content }}",
    });
    expect(at("/promotions/quatre/").layout).toBe("fiche");
    expect(at("/promotions/quatre/page/2/").layout).toBe("tag");
  });

  it("makes all pages of the list `noindex` if it is", async () => {
    const page = { "content/pages/promotions/quatre.md": post("title: Quatre", "noindex: true") };
    const { at } = await planned({ ...SITE, ...inFour(3), ...page });
    expect(at("/promotions/quatre/").noindex).toBe(true);
    expect(at("/promotions/quatre/page/2/").noindex).toBe(true);
  });

  it("is the translation of the one in each language, and does not introduce a list in another language", async () => {
    const english = { "content/posts/en/2026-01-01-b.md": post("title: B", "promotion: quatre") };
    const both = await planned({
      ...SITE,
      ...inFour(1),
      ...english,
      ...FOUR,
      "content/pages/en/promotions/quatre.md": post("title: The fourth"),
    });
    expect(both.at("/en/promotions/quatre/").data.alternates).toMatchObject([
      { lang: "fr", url: "/promotions/quatre/", translated: true, indexed: true },
      { lang: "en", url: "/en/promotions/quatre/", current: true },
    ]);
    const stray = { "content/pages/en/x.md": post("title: X", "permalink: /promotions/quatre/") };
    const { pages } = await planned({ ...SITE, ...inFour(1), ...stray });
    expect(
      pages
        .filter(({ url }) => url === "/promotions/quatre/")
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["page", "tag"]);
  });

  it("is not in the footer of pages", async () => {
    const pages = {
      "content/pages/a-propos.md": post("title: À propos"),
      "content/pages/quatre.md": post("title: Quatre", "permalink: /promotions/quatre/"),
    };
    const { at } = await planned({ ...SITE, ...inFour(1), ...FIVE, ...pages });
    expect(at("/").data.footer.map(({ url }) => url)).toEqual(["/a-propos/"]);
  });

  it("is in the search index once", async () => {
    const { shards } = await planned({ ...SITE, ...inFour(1), ...FOUR }, { search: "indexed" });
    expect(shards.flatMap(({ texts }) => texts.map(({ entry }) => entry?.url)).sort()).toEqual([
      "/blog/2026/01/01/a0/",
      "/promotions/quatre/",
    ]);
  });

  it("has in the sitemap the date of its latest change or that of its posts", async () => {
    const days = { late: "2026-02-01", early: "2025-02-01" };
    const lastmod = async (updated: string): Promise<string | undefined> => {
      const page = post("title: Quatre", `updated: ${updated}`);
      const files = { ...SITE, ...inFour(1), "content/pages/promotions/quatre.md": page };
      const text = (await planned(files)).at("/sitemap.xml").text?.() ?? "";
      expect(text.split("<loc>https://blog.example.org/promotions/quatre/</loc>")).toHaveLength(2);
      return /promotions\/quatre\/<\/loc>\s*<lastmod>([^<]*)/.exec(text)?.[1];
    };
    expect(await lastmod(days.late)).toBe("2026-02-01");
    expect(await lastmod(days.early)).toBe("2026-01-01");
  });

  it("is left out while it is a draft, and the list is unchanged", async () => {
    const draft = { "content/pages/promotions/quatre.md": post("title: Quatre", "draft: true") };
    const { at } = await planned({ ...SITE, ...inFour(1), ...draft });
    expect(at("/promotions/quatre/").data.title).toBe("Promotion 4");
    const { content } = await load({ ...SITE, ...inFour(1), ...draft }, { drafts: true });
    const inputs = { rendered: () => renderedOf(), cover: () => undefined, assets: [] };
    const shown = planSite(content, inputs).pages.find(({ url }) => url === "/promotions/quatre/");
    expect(shown).toMatchObject({ kind: "tag", noindex: true, data: { title: "Quatre", total: 1 } });
  });
});

describe("a page at the address of a person", () => {
  it("introduces the posts they signed, and keeps the name and role of people.yaml", async () => {
    const { at } = await planned({
      ...settings(),
      "content/people.yaml":
        "donnees: { name: Équipe Données, role: analyse, description: Nous comptons. }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "author: Équipe Données"),
      "content/pages/auteurs/donnees.md": post("title: Ceux qui comptent", "description: Trois personnes."),
    });
    expect(at("/auteurs/donnees/")).toMatchObject({
      kind: "person",
      entry: { file: "content/pages/auteurs/donnees.md" },
      data: {
        title: "Ceux qui comptent",
        description: "Trois personnes.",
        person: { name: "Équipe Données", description: "Trois personnes." },
        roles: ["analyse"],
        total: 1,
      },
    });
    expect(at("/auteurs/").data["groups"]).toMatchObject([{ label: "Équipe Données", count: 1 }]);
  });
});

it("a page at the address of an index replaces it", async () => {
  const { at } = await planned({
    ...SITE,
    ...inFour(1),
    "content/pages/promotions.md": post("title: Toutes les promotions"),
  });
  const { kind, layout, data } = at("/promotions/");
  expect([kind, layout]).toEqual(["page", "page"]);
  expect(data).toMatchObject({ title: "Toutes les promotions", groups: [{ label: "Promotion 4" }] });
});
