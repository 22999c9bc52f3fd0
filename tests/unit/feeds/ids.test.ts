import { expect, it } from "vitest";
import { jekyllId } from "../../../src/feeds/ids.ts";
import { postOf } from "./samples.ts";

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
