import { expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const POSTS = Object.fromEntries(
  ["2022-05-12", "2022-05-01", "2022-01-01", "2020-12-31"].map((day) => [
    `content/posts/${day}-a.md`,
    post("title: A"),
  ]),
);

it("the archive index counts the posts of each year, latest first", async () => {
  const { at } = await planned(POSTS);
  expect(at("/archives/").data).toMatchObject({
    total: 4,
    groups: [
      { label: "2022", url: "/archives/2022/", count: 3 },
      { label: "2020", url: "/archives/2020/", count: 1 },
    ],
  });
});

it("a year shows all its posts on one page, by month, each with its anchor", async () => {
  const { at, urls } = await planned({ ...settings("postsPerPage: 1"), ...POSTS });
  expect(urls("year")).toEqual(["/archives/2022/", "/archives/2020/"]);
  expect(at("/archives/2022/").data).toMatchObject({
    title: "Articles de 2022",
    total: 3,
    months: [
      { label: "Mai", id: "page--05", posts: [{ day: "2022-05-12" }, { day: "2022-05-01" }] },
      { label: "Janvier", id: "page--01", posts: [{ day: "2022-01-01" }] },
    ],
  });
});

it("`archive: off` makes no archives, and no links to them", async () => {
  const { at, urls } = await planned(
    { ...settings("addresses: { archive: off }"), ...POSTS },
    { search: "indexed" },
  );
  expect([...urls("archives"), ...urls("year")]).toEqual([]);
  expect(at("/").data.nav.map(({ url }) => url)).not.toContain("/archives/");
  expect(at("/blog/").data).not.toHaveProperty("archives");
  expect(at("/recherche/").data).not.toHaveProperty("archivesUrl");
});
