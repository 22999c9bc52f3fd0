import { describe, expect, it } from "vitest";
import type { Prepared } from "../../../src/build/prepare.ts";
import { Store } from "../../../src/build/store.ts";
import { createModel, type Model } from "../../../src/eleventy/model.ts";
import { fillData } from "../../../src/eleventy/page-data.ts";
import { load, post, type Files } from "../content/site-root.ts";
import type { Page } from "../../../src/pages/types.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { renderedOf } from "./samples.ts";

async function modelOf(files: Files, search?: "indexed"): Promise<Model> {
  const { content } = await load(files);
  const entries = [...content.posts, ...content.pages, ...content.withheld];
  const rendered = new Map(entries.map(({ file }) => [file, { ...renderedOf(), digest: "", media: [] }]));
  const plan = planSite(content, {
    rendered: () => renderedOf(),
    cover: () => undefined,
    assets: [],
    search,
  });
  const prepared: Prepared = {
    plan,
    rendered,
    covers: new Map(),
    assets: {},
    copies: [],
    jobs: [],
    store: new Store("/nowhere", { trust: false, keep: false }),
  };
  return createModel(prepared);
}

function dataOf(page: Page, model: Model): Record<string, unknown> {
  const data: Record<string, unknown> = { page: "as it was" };
  fillData(data, page, model);
  return data;
}

const titles = (items: readonly { data: Record<string, unknown> }[] | undefined): unknown[] | undefined =>
  items?.map(({ data }) => data["title"]);

const FILES = {
  "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été, constructor]"),
  "content/posts/2026-01-02-b.md": post("title: B", "tags: [ete, Été]"),
  "content/posts/2026-01-03-c.md": post("title: C", "draft: true", "tags: [Été]"),
  "content/pages/aide.md": post("title: Aide"),
};

describe("a model", () => {
  it("has every published post and page, latest first, and no draft", async () => {
    const { collections } = await modelOf(FILES);
    expect(titles(collections.posts)).toEqual(["B", "A"]);
    expect(titles(collections.pages)).toEqual(["Aide"]);
    expect(titles(collections.all)).toEqual(["B", "A", "Aide"]);
  });

  it("has the posts of a tag by slug and by label, each once, whatever the tag's name", async () => {
    const { byTerm } = (await modelOf(FILES)).collections;
    expect([...byTerm.keys()].sort()).toEqual(["constructor", "ete", "Été"]);
    expect(titles(byTerm.get("ete"))).toEqual(["B", "A"]);
    expect(titles(byTerm.get("Été"))).toEqual(["B", "A"]);
    expect(titles(byTerm.get("constructor"))).toEqual(["A"]);
  });

  it("has a post once when two of its terms have the same name", async () => {
    const { byTerm } = (
      await modelOf({
        "content/site.yaml": "title: A\ntaxonomies: { promotion: { label: Promotion } }\n",
        "content/posts/2026-01-01-a.md": post("title: A", "tags: [eau]", "promotion: eau"),
      })
    ).collections;
    expect(titles(byTerm.get("eau"))).toEqual(["A"]);
  });

  it("gives lists their posts as items, and a post its own data but not Eleventy's `page`", async () => {
    const model = await modelOf(FILES);
    const dataAt = (url: string): Record<string, unknown> => {
      const page = model.prepared.plan.pages.find((one) => one.url === url);
      if (!page) throw new Error(`No page at ${url}`);
      return dataOf(page, model);
    };
    const [b, a] = model.collections.posts;
    expect(dataAt("/")).toMatchObject({ kind: "home", lead: b, posts: [a] });
    expect(dataAt("/blog/")["posts"]).toEqual([b, a]);
    const own = dataAt("/blog/2026/01/02/b/");
    expect(own).toMatchObject({ kind: "post", title: "B", previous: a });
    expect(own["page"]).toBe("as it was");
  });

  it("gives every page the site's licence, and a post its own", async () => {
    const model = await modelOf({
      ...FILES,
      "content/site.yaml": "title: Carnet\nlicense: etalab-2.0\n",
      "content/posts/2026-01-04-d.md": post("title: D", "license: CC BY 4.0"),
    });
    const labelsAt = (url: string): unknown => {
      const page = model.prepared.plan.pages.find((one) => one.url === url);
      if (!page) throw new Error(`No page at ${url}`);
      const { license, siteLicense } = dataOf(page, model);
      return [license, siteLicense];
    };
    const site = { label: "Licence Ouverte 2.0", url: expect.any(String) as unknown };
    expect(labelsAt("/")).toEqual([site, site]);
    expect(labelsAt("/blog/2026/01/04/d/")).toMatchObject([{ label: "CC BY 4.0" }, site]);
  });

  it("tells every page what the site is called and what it is about, in the page's language if that is known", async () => {
    const model = await modelOf({
      "content/site.yaml":
        "title: Un titre\ndescription: Un blog.\nlang: fr\ntranslations: { en: { title: A title, description: A blog. } }\n",
      "content/posts/2026-01-01-a.md": post("title: A"),
      "content/posts/en/2026-01-01-a.md": post("title: A", "translationOf: 2026-01-01-a"),
      "content/posts/2026-01-01-b.md": post("title: B", "lang: ar"),
    });
    const told = (lang: string, name: string): Set<unknown> =>
      new Set(
        model.prepared.plan.pages
          .filter((page) => page.lang === lang)
          .map((page) => dataOf(page, model)[name]),
      );
    expect(told("fr", "siteTitle")).toEqual(new Set(["Un titre"]));
    expect(told("en", "siteTitle")).toEqual(new Set(["A title"]));
    expect(told("ar", "siteTitle")).toEqual(new Set(["Un titre"]));
    expect(told("fr", "siteDescription")).toEqual(new Set(["Un blog."]));
    expect(told("en", "siteDescription")).toEqual(new Set(["A blog."]));
    expect(told("ar", "siteDescription")).toEqual(new Set([""]));
  });

  it("gives a page its own address, direction, locale and alternate locales", async () => {
    const model = await modelOf({
      "content/site.yaml": "title: A\nurl: https://example.org\nlang: fr\n",
      "content/posts/2026-01-01-a.md": post("title: A"),
      "content/posts/en/2026-01-01-a.md": post("title: A", "translationOf: 2026-01-01-a"),
      "content/posts/2026-01-01-b.md": post("title: B", "lang: ar"),
    });
    const at = (lang: string): Record<string, unknown> => {
      const page = model.prepared.plan.pages.find(({ entry }) => entry?.lang === lang);
      if (!page) throw new Error(`No post in ${lang}`);
      expect(dataOf(page, model)["pageUrl"]).toBe(page.url);
      return dataOf(page, model);
    };
    expect(at("fr")).toMatchObject({ dir: "ltr", locale: "fr_FR", localeAlternates: ["en_US"] });
    expect(at("en")).toMatchObject({ dir: "ltr", locale: "en_US", localeAlternates: ["fr_FR"] });
    expect(at("ar")).toMatchObject({ dir: "rtl", localeAlternates: [] });
  });

  it("gives the search page alone the policy that search needs, and every page that of audience measurement", async () => {
    const audience = "audience: { matomo: https://stats.example.org/m/, siteId: 12, consent: exempt }\n";
    const yaml = `title: A\nurl: https://example.org\n${audience}`;
    const model = await modelOf({ ...FILES, "content/site.yaml": yaml }, "indexed");
    const { policies, prepared } = model;
    expect(policies.search).not.toBe(policies.page);
    for (const policy of [policies.search, policies.page])
      expect(policy).toContain("https://stats.example.org");
    const kinds = new Set(prepared.plan.pages.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["search", "post"]));
    for (const page of prepared.plan.pages)
      expect(dataOf(page, model)["policy"]).toBe(page.kind === "search" ? policies.search : policies.page);
  });

  it("gives months their posts as items", async () => {
    const model = await modelOf(FILES);
    const page = model.prepared.plan.pages.find(({ data }) => Array.isArray(data["months"]));
    if (!page) throw new Error("No page of months.");
    const months = dataOf(page, model)["months"] as { posts: unknown[] }[];
    expect(months.flatMap(({ posts }) => posts)).toEqual(model.collections.posts);
  });

  it("offers to share a published text, but not a draft", async () => {
    const model = await modelOf({
      ...FILES,
      "content/posts/2026-01-04-d.md": post("title: D", "author: Ada"),
    });
    const page = model.prepared.plan.pages.find(({ url }) => url === "/blog/2026/01/04/d/");
    if (page?.entry?.kind !== "post") throw new Error("No post.");
    expect(dataOf(page, model)["shareLinks"]).not.toEqual([]);
    const draft = { ...page, data: page.data, entry: { ...page.entry, unpublished: "draft" as const } };
    expect(dataOf(draft, model)["shareLinks"]).toEqual([]);
  });
});
