// The redirect from the root of a site whose home page has another address: hosts and readers ask for the root first.
import { expect, test } from "vitest";
import { load, post, type Files } from "./site-root.ts";

const ENGLISH = { "content/posts/en/2026-01-06-b.md": post("title: B") };

/** `from → to` of the redirects of a site with these settings, then its problems, except notes. */
async function redirected(settings: string, files: Files = {}): Promise<string[]> {
  const { content, found } = await load({
    "content/site.yaml": `title: A\nurl: https://blog.example.org\n${settings}\n`,
    "content/posts/2026-01-05-a.md": post("title: A"),
    ...files,
  });
  return [...content.redirects.map(({ from, to }) => `${from} → ${to}`), ...found];
}

const HOME = "addresses: { home: /accueil/ }";

test("the root redirects to the home page, in each language of the site", async () => {
  expect(await redirected(HOME)).toEqual(["/ → /accueil/"]);
  expect(await redirected(HOME, ENGLISH)).toEqual(["/ → /accueil/", "/en/ → /en/accueil/"]);
});

test("the redirect has its place at that address in site.yaml", async () => {
  const { content } = await load({
    "content/site.yaml": `title: A\n${HOME}\n`,
    "content/posts/2026-01-05-a.md": post("title: A"),
  });
  expect(content.redirects).toEqual([
    { from: "/", to: "/accueil/", place: { file: "content/site.yaml", line: 2, column: 20 } },
  ]);
});

test.each(["", "addresses: { home: / }", "addresses: { home: /index.html }", "addresses: { blog: /actus/ }"])(
  "the root does not redirect with %j",
  async (settings) => {
    expect(await redirected(settings, ENGLISH)).toEqual([]);
  },
);

test.each<[string, string, Files]>([
  ["a page", HOME, { "content/pages/index.md": post("title: Accueil") }],
  ["a file", HOME, { "public/index.html": "<!DOCTYPE html>" }],
  ["the list of posts", "addresses: { home: /accueil/, blog: / }", {}],
  ["a taxonomy", `${HOME}\ntaxonomies: { promo: { label: Promotion, address: /:slug/ } }`, {}],
  ["another site", `${HOME}\nalsoServed: [/]`, {}],
])("the root does not redirect if the site uses it: %s", async (_, settings, files) => {
  expect(await redirected(settings, files)).toEqual([]);
});

test("a redirect in redirects.yaml takes precedence", async () => {
  const files = { "content/redirects.yaml": "/: /blog/\n" };
  expect(await redirected(HOME, files)).toEqual(["/ → /blog/"]);
});

test("an old address that leads to the root redirects straight to the home page", async () => {
  const files = { "content/redirects.yaml": "/vieux/: /\n" };
  expect(await redirected(HOME, files)).toEqual(["/ → /accueil/", "/vieux/ → /accueil/"]);
});

test("the root redirects to the home page if only a draft uses it", async () => {
  expect(await redirected(HOME, { "content/pages/index.md": post("title: Accueil", "draft: true") })).toEqual(
    ["/ → /accueil/"],
  );
});
