import { describe, expect, it } from "vitest";
import { blogPages, homePage } from "../../../src/pages/blog.ts";
import { listPages, type Collection } from "../../../src/pages/lists.ts";
import type { Post } from "../../../src/content/types.ts";
import { postOf, siteOf } from "../feeds/samples.ts";

const shelf = (posts: readonly Post[], site: Record<string, unknown> = {}): Collection => ({
  site: siteOf(site),
  ...{ lang: "fr", posts, isOneOfSeveral: false },
  introductions: { at: () => undefined, terms: () => [] },
});
const posts = (n: number): Post[] => Array.from({ length: n }, (_, i) => postOf({ title: String(i + 1) }));

const FIRST = {
  kind: "blog",
  key: "blog",
  url: "/blog/",
  layout: "blog",
  title: "Articles",
  description: "",
  data: { own: true },
  trail: [],
  opening: () => "Une liste",
} as const;

describe("a list", () => {
  it("of one page has no pager", () => {
    const [page, ...more] = listPages(shelf(posts(8)), { ...FIRST, posts: posts(8) });
    expect(more).toEqual([]);
    expect(page).toMatchObject({ url: "/blog/", title: "Articles", data: { own: true, total: 8 } });
    expect(page?.pager).toBeUndefined();
  });

  it("continues at /page/2/ after eight posts, with a pager", () => {
    const pages = listPages(shelf(posts(9)), { ...FIRST, posts: posts(9) });
    expect(pages.map((page) => page.url)).toEqual(["/blog/", "/blog/page/2/"]);
    const second = pages[1];
    expect(second?.title).toBe("Articles – page 2");
    expect(second?.key).toBe("blog/2");
    expect(second?.data["posts"]).toHaveLength(1);
    expect(second?.trail).toEqual([{ label: "Articles", url: "/blog/" }]);
    expect(second?.pager?.()).toEqual({
      number: 2,
      total: 2,
      previous: "/blog/",
      pages: [
        { number: 1, url: "/blog/", current: false },
        { number: 2, url: "/blog/page/2/", current: true },
      ],
    });
  });

  it("has one page if it is empty", () => {
    expect(listPages(shelf([]), { ...FIRST, posts: [] })).toMatchObject([
      { url: "/blog/", data: { posts: [], total: 0 } },
    ]);
  });

  it("links at most to its first and last page and two pages on each side", () => {
    const pages = listPages(shelf([], { postsPerPage: 1 }), { ...FIRST, posts: posts(20) });
    expect(pages[9]?.pager?.()).toMatchObject({
      previous: "/blog/page/9/",
      next: "/blog/page/11/",
      pages: [1, 8, 9, 10, 11, 12, 20].map((number) => ({ number, current: number === 10 })),
    });
  });
});

describe("the home page", () => {
  it("shows the latest post first, then as many as a page holds", () => {
    const all = posts(5);
    expect(homePage(shelf(all, { postsPerPage: 2 })).data).toMatchObject({
      lead: all[0],
      posts: [all[1], all[2]],
      total: 5,
      more: "/blog/",
    });
  });

  describe("with calls", () => {
    const call = (title: string, day?: string, closed = false): Post =>
      postOf({
        title,
        ...(day !== undefined && {
          deadline: { day, date: day, closes: new Date(`${day}T22:00:00Z`), closed },
        }),
      });
    const shown = (...all: Post[]): unknown[] => {
      const { lead, leads, posts: below } = homePage(shelf(all, { postsPerPage: 2 })).data;
      const titles = (some: unknown): string => (some as Post[]).map(({ title }) => title).join(" ");
      return [(lead as Post | undefined)?.title, titles(leads), titles(below)];
    };

    it("shows an open one first, however old, then the latest other posts", () => {
      expect(shown(call("a"), call("b"), call("c"), call("d", "2026-07-01"))).toEqual(["d", "d", "a b"]);
    });

    it("sorts open ones by deadline, and those with the same deadline latest first", () => {
      const calls = [call("b", "2026-07-02"), call("c", "2026-07-01"), call("d", "2026-07-02")];
      expect(shown(call("a"), ...calls)).toEqual(["c", "c b d", "a"]);
    });

    it("shows at most three first: the others stay in order of date", () => {
      const calls = ["05", "02", "03", "04"].map((day) => call(day, `2026-07-${day}`));
      expect(shown(call("a"), ...calls, call("b"))).toEqual(["02", "02 03 04", "a 05"]);
    });

    it("shows the latest post first if all are closed", () => {
      expect(shown(call("a"), call("b", "2026-07-01", true))).toEqual(["a", "a", "b"]);
      expect(shown()).toEqual([undefined, "", ""]);
    });
  });

  it("has the title of the site, in each language", () => {
    const site = { title: "Carnet", translations: { en: { title: "Notebook", description: "Notes." } } };
    expect(homePage(shelf([], site)).title).toBe("Carnet");
    expect(homePage({ ...shelf([], site), lang: "en" })).toMatchObject({
      url: "/en/",
      title: "Notebook",
      description: "Notes.",
    });
  });

  it("has the description of the site only where readers can read it", () => {
    const site = { title: "Carnet", description: "Des notes.", translations: { en: { title: "Notebook" } } };
    const described = (lang: string): string => homePage({ ...shelf([], site), lang }).description;
    expect(["fr", "fr-CH", "en"].map(described)).toEqual(["Des notes.", "Des notes.", ""]);
  });
});

it("each page of the list of all posts links to the archive of its language", () => {
  const pages = blogPages({ ...shelf(posts(9)), lang: "en" });
  expect(pages.map(({ data }) => data["archives"])).toEqual(["/en/archive/", "/en/archive/"]);
});
