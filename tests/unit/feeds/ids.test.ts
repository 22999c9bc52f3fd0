import { expect, it } from "vitest";
import { formerId } from "../../../src/feeds/entries.ts";
import { postOf, siteOf } from "./samples.ts";

const OLD = "https://old.example.org";
const JEKYLL = { file: "content/posts/2021-04-01-Été.md", slug: "ete", url: "/blog/ete/" };

it.each([
  // Its folder and the slug of its file name, without extension.
  ["jekyll", { url: "/blog/2021/04/01/bilan/" }, "/blog/2021/04/01/bilan"],
  ["jekyll", { url: "/blog/2021/04/01/bilan.html" }, "/blog/2021/04/01/bilan"],
  ["jekyll", JEKYLL, "/blog/%C3%89t%C3%A9"],
  ["jekyll", { ...JEKYLL, addressKey: "slug" }, "/blog/ete"],
  // Its address on the old host, under the old path.
  [OLD, {}, `${OLD}/articles/bilan/`],
  [`${OLD}/blog/`, {}, `${OLD}/blog/articles/bilan/`],
  // The old form of addresses, in each language, unless the post has its own permalink.
  ["/blog/:year/:month/:day/:slug/", {}, "/blog/2021/04/01/bilan/"],
  ["/:year/:title.html", { lang: "en" }, "/en/2021/bilan.html"],
  [`${OLD}/:year/:slug/`, {}, `${OLD}/2021/bilan/`],
  [`${OLD}/:year/:slug/`, { addressKey: "permalink" }, `${OLD}/articles/bilan/`],
] as const)("`feeds: { ids: %s }` gives a post %j its former id %s", (ids, post, id) => {
  expect(formerId(postOf({ url: "/articles/bilan/", ...post }), siteOf({ feeds: { ids } }))).toBe(id);
});

it.each([
  "jekyl",
  "/blog/",
  "/:annee/:slug/",
  "https://a.org/:x/:slug/",
  "old.example.org",
  "https://a.org/:year/",
])("`feeds.ids` is refused if it is invalid, or the same for several posts: %s", (ids) => {
  expect(() => siteOf({ feeds: { ids } })).toThrow();
});
