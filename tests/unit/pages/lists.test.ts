import { expect, it } from "vitest";
import type { Post } from "../../../src/content/types.ts";
import { homePage } from "../../../src/pages/blog.ts";
import { listPages, type Collection } from "../../../src/pages/lists.ts";
import { postOf, siteOf } from "../feeds/samples.ts";
import { planned, settings, texts } from "./planned.ts";

const shelf = (posts: readonly Post[], site: Record<string, unknown> = {}): Collection => ({
  site: siteOf(site),
  ...{ lang: "fr", posts, terms: [], named: new Map(), layouts: [] },
  ...{ entryOf: () => undefined, cover: () => undefined, present: (person) => person },
});
const posts = (n: number): Post[] => Array.from({ length: n }, (_, i) => postOf({ title: String(i + 1) }));
const listed = (n: number, site = {}): ReturnType<typeof listPages> =>
  listPages(shelf([], site), {
    ...{ kind: "blog", key: "blog", url: "/blog/", layout: "blog", title: "Articles", description: "" },
    ...{ data: { own: true }, trail: [], posts: posts(n) },
  });

it.each([0, 8])("a list of %i posts has one page, and no pager", (n) => {
  const pages = listed(n);
  expect(pages).toMatchObject([{ url: "/blog/", title: "Articles", data: { own: true, total: n } }]);
  expect(pages[0]?.data["pager"]).toBeUndefined();
});

it("a list continues at /page/2/ after eight posts", () => {
  const [, second, ...more] = listed(9);
  expect(more).toEqual([]);
  expect(second).toMatchObject({
    ...{ url: "/blog/page/2/", key: "blog/2", title: "Articles – page 2", data: { posts: [{ title: "9" }] } },
    trail: [{ label: "Articles", url: "/blog/" }],
  });
});

it("a pager links to the page before and the page after", () => {
  const pages = listed(20, { postsPerPage: 1 }).map(({ data }) => data["pager"]);
  expect(pages[9]).toEqual({ number: 10, total: 20, previous: "/blog/page/9/", next: "/blog/page/11/" });
  expect([pages[0], pages[19]]).toEqual([
    { number: 1, total: 20, next: "/blog/page/2/" },
    { number: 20, total: 20, previous: "/blog/page/19/" },
  ]);
});

it.each([
  ["the latest post first, then as many as a page holds", ["a", "b", "c", "d"], "a", "b c"],
  ["nothing of an empty site", [], undefined, ""],
])("the home page shows %s", (_, all, first, below) => {
  const written = all.map((title) => postOf({ title }));
  const { lead, posts: others } = homePage(shelf(written, { postsPerPage: 2 }), new Date(0)).data;
  expect((lead as Post | undefined)?.title).toBe(first);
  expect((others as Post[]).map(({ title }) => title).join(" ")).toBe(below);
});

const FOUR = texts({
  "posts/2022-05-12-a": "",
  "posts/2022-05-01-a": "",
  "posts/2022-01-01-a": "",
  "posts/2020-12-31-a": "",
});

it("the archive counts the posts of each year, latest first, each on one page by month", async () => {
  const { at, data } = await planned({ ...settings("postsPerPage: 3"), ...FOUR });
  expect(data("/archives/", "groups")).toMatchObject([
    { label: "2022", url: "/archives/2022/", count: 3 },
    { label: "2020", url: "/archives/2020/", count: 1 },
  ]);
  expect(at("/archives/2022/").data).toMatchObject({
    ...{ title: "2022", description: "Articles de 2022", total: 3 },
    months: [
      { label: "Mai", id: "page--05", posts: [{ day: "2022-05-12" }, { day: "2022-05-01" }] },
      { label: "Janvier", id: "page--01", posts: [{ day: "2022-01-01" }] },
    ],
  });
  expect(data("/blog/page/2/", "archives")).toBe("/archives/");
});

it("the archive is absent with `archive: off`, and so are links to it", async () => {
  const site = settings("addresses: { archive: off }");
  const { at, urls, data } = await planned({ ...site, ...FOUR });
  expect([...urls("archives"), ...urls("year")]).toEqual([]);
  expect(JSON.stringify(data("/", "nav"))).not.toContain("/archives/");
  expect(at("/blog/").data).not.toHaveProperty("archives");
});
