import { expect, it } from "vitest";
import type { Model } from "../../../src/eleventy/model.ts";
import { fillData } from "../../../src/eleventy/page-data.ts";
import type { Page } from "../../../src/pages/types.ts";
import { post } from "../content/site-root.ts";
import { modelOf } from "./samples.ts";

const FILES = {
  "content/posts/2026-01-01-a.md": post("title: A"),
  "content/posts/2026-01-02-b.md": post("title: B"),
};

/** The data that the layout of one page receives. */
function dataOf(model: Model, isIt: (page: Page) => boolean): Record<string, unknown> {
  const page = model.prepared.plan.pages.find(isIt);
  if (!page) throw new Error("No such page");
  const data = { page: "as it was" };
  fillData(data, page, model);
  return data;
}
const at = (model: Model, url: string): Record<string, unknown> => dataOf(model, (page) => page.url === url);

it("a list has its posts as items, and a post its own data but not Eleventy's `page`", async () => {
  const model = await modelOf(FILES);
  const [b, a] = model.collections["posts"] ?? [];
  expect(at(model, "/")).toMatchObject({ kind: "home", lead: b, posts: [a] });
  expect(at(model, "/blog/")["posts"]).toEqual([b, a]);
  const months = dataOf(model, ({ data }) => Array.isArray(data["months"]))["months"] as {
    posts: unknown[];
  }[];
  expect(months.flatMap(({ posts }) => posts)).toEqual([b, a]);
  const own = { kind: "post", title: "B", previous: a, page: "as it was" };
  expect(at(model, "/blog/2026/01/02/b/")).toMatchObject(own);
});

it("what a page lacks does not hide the site's own data of that name", async () => {
  const model = await modelOf(FILES);
  const page = model.prepared.plan.pages.find(({ url }) => url === "/blog/2026/01/02/b/");
  const data = { title: "_data/title", image: "_data/image", page: {} };
  if (page) fillData(data, page, model);
  expect(data).toMatchObject({ title: "B", image: "_data/image" });
});

it("every page has the site's licence, and a post its own", async () => {
  const model = await modelOf({
    ...FILES,
    "content/site.yaml": "title: Carnet\nlicense: etalab-2.0\n",
    "content/posts/2026-01-04-d.md": post("title: D", "license: CC BY 4.0"),
  });
  const siteLicense = { label: "Licence Ouverte 2.0", url: expect.any(String) as unknown };
  expect(at(model, "/")).toMatchObject({ license: siteLicense, siteLicense });
  expect(at(model, "/blog/2026/01/04/d/")).toMatchObject({ license: { label: "CC BY 4.0" }, siteLicense });
});

it("every page has the site's words, its direction and locale in its own language", async () => {
  const model = await modelOf({
    "content/site.yaml":
      "title: Un titre\nurl: https://example.org\ndescription: Un blog.\nlang: fr\ntranslations: { en: { title: A title, description: A blog. } }\n",
    "content/posts/2026-01-01-a.md": post("title: A"),
    "content/posts/en/2026-01-01-a.md": post("title: A", "translationOf: 2026-01-01-a"),
    "content/posts/2026-01-01-b.md": post("title: B", "lang: ar"),
  });
  const inLanguage = (lang: string): unknown => dataOf(model, ({ entry }) => entry?.lang === lang);
  const words = (title: string, description: string): object => ({
    siteTitle: title,
    siteDescription: description,
  });
  expect(inLanguage("fr")).toMatchObject({
    ...{ ...words("Un titre", "Un blog."), dir: "ltr", locale: "fr_FR" },
    pageUrl: "/blog/2026/01/01/a/",
  });
  expect(inLanguage("en")).toMatchObject({
    ...{ ...words("A title", "A blog."), dir: "ltr", locale: "en_US" },
  });
  expect(inLanguage("ar")).toMatchObject({ ...words("Un titre", ""), dir: "rtl" });
});

it("the search page alone has the policy that search needs, and every page that of audience measurement", async () => {
  const audience = "audience: { matomo: https://stats.example.org/m/, siteId: 12, consent: exempt }\n";
  const yaml = `title: A\nurl: https://example.org\n${audience}`;
  const model = await modelOf({ ...FILES, "content/site.yaml": yaml }, "indexed");
  const [search, other] = ["search", "post"].map(
    (name) => dataOf(model, ({ kind }) => kind === name)["policy"],
  );
  expect(search).not.toBe(other);
  for (const policy of [search, other]) expect(policy).toContain("https://stats.example.org");
});

it("a published text can be shared, but not a draft", async () => {
  const model = await modelOf({ ...FILES, "content/posts/2026-01-04-d.md": post("title: D", "author: Ada") });
  const page = model.prepared.plan.pages.find(({ url }) => url === "/blog/2026/01/04/d/");
  if (page?.entry?.kind !== "post") throw new Error("No post.");
  const shared = (one: Page): unknown => {
    const data: Record<string, unknown> = {};
    fillData(data, one, model);
    return data["shareLinks"];
  };
  expect(shared(page)).not.toEqual([]);
  expect(shared({ ...page, data: page.data, entry: { ...page.entry, unpublished: "draft" } })).toEqual([]);
});
