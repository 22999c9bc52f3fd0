import { describe, expect, it } from "vitest";
import { formerId, jekyllId } from "../../../src/feeds/ids.ts";
import { postOf, siteOf } from "./samples.ts";

it.each(["/blog/2021/04/01/bilan/", "/blog/2021/04/01/bilan.html", "/blog/2021/04/01/bilan"])(
  "is the folder of the address and the slug, without extension: %s",
  (url) => {
    expect(jekyllId(postOf({ url }))).toBe("/blog/2021/04/01/bilan");
  },
);

it("has the slug as the file's name has it, unless the address asks for one", () => {
  const post = postOf({ file: "content/posts/2021-04-01-Été.md", slug: "ete", url: "/blog/ete/" });
  expect(jekyllId(post)).toBe("/blog/%C3%89t%C3%A9");
  expect(jekyllId({ ...post, addressKey: "slug" })).toBe("/blog/ete");
});

describe("of a site that has moved", () => {
  const idOf = (ids: string, post: Parameters<typeof postOf>[0] = {}): string | undefined =>
    formerId(postOf({ url: "/articles/bilan/", ...post }), siteOf({ feeds: { ids } }));

  it("is the address at its old home, under its old path", () => {
    expect(idOf("https://old.example.org")).toBe("https://old.example.org/articles/bilan/");
    expect(idOf("https://old.example.org/blog/")).toBe("https://old.example.org/blog/articles/bilan/");
  });

  it("is what the old form of addresses makes, in each language", () => {
    expect(idOf("/blog/:year/:month/:day/:slug/")).toBe("/blog/2021/04/01/bilan/");
    expect(idOf("/:year/:title.html", { lang: "en" })).toBe("/en/2021/bilan.html");
    expect(idOf("https://old.example.org/:year/:slug/")).toBe("https://old.example.org/2021/bilan/");
  });

  it("is not made of the old form where the post has an address of its own", () => {
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
  ])("is refused where it names nothing, or all posts alike: %s", (ids) => {
    expect(() => siteOf({ feeds: { ids } })).toThrow();
  });
});
