import { describe, expect, it } from "vitest";
import { archivePages } from "../../../src/pages/archives.ts";
import type { Draft } from "../../../src/pages/draft.ts";
import { postOf, siteOf } from "../feeds/samples.ts";

const posts = ["2022-05-12", "2022-05-01", "2022-01-01", "2020-12-31"].map((day) => postOf({ day }));

function archives(site: Record<string, unknown> = {}, lang = "fr"): Draft[] {
  return archivePages({ site: siteOf(site), lang, posts });
}

const of = (kind: Draft["kind"], drafts: readonly Draft[] = archives()): Draft[] =>
  drafts.filter((draft) => draft.kind === kind);

describe("the archive index", () => {
  it("counts the posts of each year, latest first, and links to each month", () => {
    expect(of("archives")).toMatchObject([
      {
        url: "/archives/",
        data: {
          total: 4,
          groups: [
            {
              label: "2022",
              url: "/archives/2022/",
              count: 3,
              months: [
                { label: "Mai", url: "/archives/2022/05/", count: 2 },
                { label: "Janvier", url: "/archives/2022/01/", count: 1 },
              ],
            },
            { label: "2020", url: "/archives/2020/", count: 1 },
          ],
        },
      },
    ]);
  });
});

describe("a year", () => {
  it("shows its posts by month, each month with its anchor and the address of its page", () => {
    const years = of("year");
    expect(years.map(({ url, data }) => [url, data["total"]])).toEqual([
      ["/archives/2022/", 3],
      ["/archives/2020/", 1],
    ]);
    expect(years[0]?.data["months"]).toMatchObject([
      { label: "Mai", id: "page--05", url: "/archives/2022/05/", posts: [posts[0], posts[1]] },
      { label: "Janvier", id: "page--01", url: "/archives/2022/01/", posts: [posts[2]] },
    ]);
  });
});

describe("a month", () => {
  it("has a page if it has posts, with only these, latest first", () => {
    expect(of("month").map(({ key, url, title, data }) => [key, url, title, data["posts"]])).toEqual([
      ["month:2022-05", "/archives/2022/05/", "Mai 2022", [posts[0], posts[1]]],
      ["month:2022-01", "/archives/2022/01/", "Janvier 2022", [posts[2]]],
      ["month:2020-12", "/archives/2020/12/", "Décembre 2020", [posts[3]]],
    ]);
  });

  it("is below its year in the breadcrumbs", () => {
    expect(of("month")[0]?.trail).toEqual([
      { label: "Accueil", url: "/" },
      { label: "Archives", url: "/archives/" },
      { label: "Articles de 2022", url: "/archives/2022/" },
    ]);
  });

  it("links to the months of its year, and to the previous and next months of any year", () => {
    const [may, january, december] = of("month").map(({ data }) => data);
    expect(january?.["siblings"]).toEqual([
      { label: "Mai", url: "/archives/2022/05/", count: 2 },
      { label: "Janvier", url: "/archives/2022/01/", count: 1 },
    ]);
    expect(january?.["later"]).toEqual({ label: "Mai 2022", url: "/archives/2022/05/" });
    expect(january?.["earlier"]).toEqual({ label: "Décembre 2020", url: "/archives/2020/12/" });
    expect(may).not.toHaveProperty("later");
    expect(december).not.toHaveProperty("earlier");
  });

  it("has an English title and address in English, under the language's prefix", () => {
    expect(of("month", archives({}, "en"))[0]).toMatchObject({
      url: "/en/archive/2022/05/",
      title: "May 2022",
    });
  });

  it.each([
    [{ month: "/:year/:month.html" }, "/2022/05.html"],
    [{ year: "/blog/:year/" }, "/blog/2022/05/"],
    [{ year: "/blog/:year.html" }, "/blog/2022/05/"],
    [{ year: "/blog/:year/", month: "/mois/:year-:month/" }, "/mois/2022-05/"],
  ])("with the patterns %j, is at %s", (addresses, url) => {
    expect(of("month", archives({ addresses }))[0]?.url).toBe(url);
  });
});
