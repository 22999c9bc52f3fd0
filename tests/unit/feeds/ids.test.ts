import { describe, expect, it } from "vitest";
import { formerId, jekyllId } from "../../../src/feeds/ids.ts";
import { postOf, siteOf } from "./samples.ts";

it.each(["/blog/2021/04/01/bilan/", "/blog/2021/04/01/bilan.html", "/blog/2021/04/01/bilan"])(
  "the id of Jekyll is the folder of the address and the slug, without extension: %s",
  (url) => {
    expect(jekyllId(postOf({ url }))).toBe("/blog/2021/04/01/bilan");
  },
);

it("the id of Jekyll has the slug of the file name, unless the post sets its slug", () => {
  const post = postOf({ file: "content/posts/2021-04-01-Été.md", slug: "ete", url: "/blog/ete/" });
  expect(jekyllId(post)).toBe("/blog/%C3%89t%C3%A9");
  expect(jekyllId({ ...post, addressKey: "slug" })).toBe("/blog/ete");
});

describe("the former id of a post on a site that has moved", () => {
  const idOf = (ids: string, post: Parameters<typeof postOf>[0] = {}): string | undefined =>
    formerId(postOf({ url: "/articles/bilan/", ...post }), siteOf({ feeds: { ids } }));

  it("is its address on the old host, under the old path", () => {
    expect(idOf("https://old.example.org")).toBe("https://old.example.org/articles/bilan/");
    expect(idOf("https://old.example.org/blog/")).toBe("https://old.example.org/blog/articles/bilan/");
  });

  it("follows the old form of addresses, in each language", () => {
    expect(idOf("/blog/:year/:month/:day/:slug/")).toBe("/blog/2021/04/01/bilan/");
    expect(idOf("/:year/:title.html", { lang: "en" })).toBe("/en/2021/bilan.html");
    expect(idOf("https://old.example.org/:year/:slug/")).toBe("https://old.example.org/2021/bilan/");
  });

  it("does not follow the old form if the post has its own permalink", () => {
    expect(idOf("https://old.example.org/:year/:slug/", { addressKey: "permalink" })).toBe(
      "https://old.example.org/articles/bilan/",
    );
  });

  it.each([
    "jekyl",
    "/blog/",
    "/:annee/:slug/",
    "https://a.org/:x/:slug/",
    "old.example.org",
    "https://a.org/:year/",
  ])("is refused if it is invalid, or the same for several posts: %s", (ids) => {
    expect(() => siteOf({ feeds: { ids } })).toThrow();
  });
});
