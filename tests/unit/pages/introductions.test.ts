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
  it("introduces the term’s list: title and text are the page’s, posts and feeds the list’s", async () => {
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
    expect(page.data["ownFeeds"]).toMatchObject([
      { url: "/promotions/quatre/feed.xml" },
      { url: "/promotions/quatre/feed.json" },
    ]);
    expect(page.data.breadcrumbs.map(({ label }) => label)).toEqual([
      "Accueil",
      "Promotion",
      "La quatrième promotion",
    ]);
    expect(urls("feed")).toContain("/promotions/quatre/feed.xml");
    expect(urls("page")).toEqual([]);
  });

  it("stands above the first page of the list alone; the others have its title", async () => {
    const { at } = await planned({ ...SITE, ...inFour(3), ...FOUR });
    const second = at("/promotions/quatre/page/2/");
    expect(second.entry).toBeUndefined();
    expect(second.data.title).toBe("La quatrième promotion – page 2");
    expect(second.data.breadcrumbs.at(-2)).toEqual({
      label: "La quatrième promotion",
      url: "/promotions/quatre/",
    });
  });

  it("describes it, and leaves the term’s description where it has none", async () => {
    const own = {
      "content/pages/promotions/quatre.md": post("title: Quatre", "description: Seize équipes."),
    };
    const described = await planned({ ...SITE, ...inFour(1), ...own });
    expect(described.at("/promotions/quatre/").data.description).toBe("Seize équipes.");
    expect(described.at("/promotions/").data["groups"]).toMatchObject([{ description: "Seize équipes." }]);
    const left = await planned({ ...SITE, ...inFour(1), ...FOUR, ...FIVE });
    expect(left.at("/promotions/quatre/").data.description).toBe("La quatrième.");
    // “Posts on …” is said of a list, and of no text.
    expect(left.at("/promotions/cinq/").data.description).toBe("");
  });

  it("is there before the first post of a declared term, without feeds, and its index leads to it", async () => {
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
    // Only a page makes a list of nothing.
    expect(urls("tag")).toEqual(["/promotions/cinq/"]);
  });

  it("introduces a tag that posts alone know, and stays a page of its own until one does", async () => {
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

  it("may stand there by its permalink, and be shown in a layout of its own", async () => {
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

  it("keeps all pages of the list out of search engines where it says so", async () => {
    const page = { "content/pages/promotions/quatre.md": post("title: Quatre", "noindex: true") };
    const { at } = await planned({ ...SITE, ...inFour(3), ...page });
    expect(at("/promotions/quatre/").noindex).toBe(true);
    expect(at("/promotions/quatre/page/2/").noindex).toBe(true);
  });

  it("has that of each language for its translation, and none introduces the list of another language", async () => {
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

  it("is not among the pages that the foot of each page leads to", async () => {
    const pages = {
      "content/pages/a-propos.md": post("title: À propos"),
      "content/pages/quatre.md": post("title: Quatre", "permalink: /promotions/quatre/"),
    };
    const { at } = await planned({ ...SITE, ...inFour(1), ...FIVE, ...pages });
    expect(at("/").data.footer.map(({ url }) => url)).toEqual(["/a-propos/"]);
  });

  it("is searched once", async () => {
    const { shards } = await planned({ ...SITE, ...inFour(1), ...FOUR }, { search: "indexed" });
    expect(shards.flatMap(({ entries }) => entries.map(({ url }) => url)).sort()).toEqual([
      "/blog/2026/01/01/a0/",
      "/promotions/quatre/",
    ]);
  });

  it("is dated in the sitemap by what changed last, it or its posts", async () => {
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

  it("is left out while it is a draft, and the list stays as it was", async () => {
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
  it("introduces the posts they signed; name, role and portrait stay those of people.yaml", async () => {
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

it("a page at the address of an index stands in its place, as ever", async () => {
  const { at } = await planned({
    ...SITE,
    ...inFour(1),
    "content/pages/promotions.md": post("title: Toutes les promotions"),
  });
  const { kind, layout, data } = at("/promotions/");
  expect([kind, layout]).toEqual(["page", "page"]);
  expect(data).toMatchObject({ title: "Toutes les promotions", groups: [{ label: "Promotion 4" }] });
});
