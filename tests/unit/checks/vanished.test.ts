import { expect, it, test } from "vitest";
import { linkCheckInput } from "../../../src/checks/content-checks.ts";
import { createResolve } from "../../../src/checks/resolve.ts";
import { checkVanished } from "../../../src/checks/vanished.ts";
import { planSite, publishedAddresses } from "../../../src/pages/plan.ts";
import { load, post, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

const alpha = (...lines: string[]): string =>
  post("title: Alpha", "author: Jo Bel", "tags: [Design]", ...lines);
const FILE = "content/posts/2026-01-05-alpha.md";
const A = { [FILE]: alpha() };
const B = { "content/posts/2026-01-06-b.md": post("title: B", "author: Jo Bel", "tags: [Design]") };
const SITE = { "content/site.yaml": "title: T\nurl: https://blog.example.org\n" };
const URL = "/blog/2026/01/05/alpha/";

async function plan(files: Files): Promise<ReturnType<typeof planSite>> {
  const { content } = await load(files);
  return planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] });
}

/** `place key: fix` of each problem, once `before` has been published and then replaced by `after`. */
async function vanished(before: Files, after: Files, pretended = false): Promise<string[]> {
  const known = publishedAddresses((await plan(before)).pages);
  const book = known.map(({ url, source, title }) => [url, source, title].join("\t")).join("\n");
  const { content, pages } = await plan({ ...after, "content/addresses.txt": book });
  const resolve = createResolve(
    linkCheckInput({ content, pages, rendered: new Map(), copies: [], layoutIds: new Set() }),
  );
  return checkVanished(content, { published: publishedAddresses(pages), resolve, pretended }).map(
    ({ file, key, fix }) => `${file} ${key}: ${typeof fix === "string" ? fix : ""}`,
  );
}

it("reports nothing while all addresses answer, or lead to one that does", async () => {
  expect(await vanished(A, A)).toEqual([]);
  const moved = { "content/posts/2026-01-05-beta.md": alpha() };
  const redirects = { "content/redirects.yaml": `${URL}: /blog/2026/01/05/beta/` };
  expect(await vanished(A, { ...moved, ...redirects })).toEqual([]);
});

test.each([
  ["the file is the same", FILE, alpha("slug: autre").replace("Alpha", "Autre"), "/blog/2026/01/05/autre/"],
  ["the title is the same", "content/posts/2026-01-07-x.md", alpha(), "/blog/2026/01/07/x/"],
])("offers the new address of a text that moved: %s", async (_, file, text, to) => {
  expect(await vanished(A, { [file]: text })).toEqual([`${file} vanished-url/moved: ${URL}: ${to}`]);
});

it("offers the nearest page, or the list above, for what is gone", async () => {
  const near = { "content/posts/2026-01-05-alphas.md": post("title: Autre", "tags: [Designs]") };
  const gone = await vanished(A, near);
  expect(gone.filter((line) => !line.includes("feed"))).toEqual([
    `content/addresses.txt vanished-url/gone: ${URL}: /blog/2026/01/05/alphas/`,
    "content/addresses.txt vanished-url/gone: /mots-cles/design/: /mots-cles/designs/",
    "content/addresses.txt vanished-url/gone: /auteurs/jo-bel/: /auteurs/",
  ]);
});

it.each([
  ["_2026-01-05-alpha.md", post("title: Alpha", "@")],
  ["2026-01-05-alpha.md", post("title: Alpha", "draft: true", "layout: x")],
  ["2026-01-05-alpha.md", post("title: Alpha", "draft: true")],
])("says that a published text is held back again, even one that cannot be read: %s", async (name, text) => {
  const file = `content/posts/${name}`;
  expect(await vanished(A, { ...B, [file]: text })).toEqual([`${file} vanished-url/withheld: `]);
});

it("says nothing of a text for which a given day is too early", async () => {
  const before = { [FILE]: alpha("permalink: /alpha/") };
  const early = { [FILE]: alpha("permalink: /alpha/", "publishAt: 2026-05-05 10:00") };
  expect(await vanished(before, early, true)).toEqual([]);
  expect(await vanished(before, early)).not.toEqual([]);
});

it("says nothing of what expired, nor of its lists", async () => {
  const other = { "content/posts/2026-01-07-c.md": post("title: C", "author: Al Roc", "tags: [Code]") };
  expect(await vanished({ ...A, ...other }, { [FILE]: alpha("expires: 2026-01-06"), ...other })).toEqual([]);
});

it("says nothing of feeds if this run has no address: the host may give one when it publishes", async () => {
  expect(await vanished({ ...A, ...SITE }, A)).toEqual([]);
});

test.each([
  ["a text has an error", { "content/posts/2026-01-06-b.md": post("title: B", "date: 2026-02-31") }],
  ["a setting has one", { ...B, "content/site.yaml": "title: T\nurl: blog.example.org\n" }],
])("says nothing while %s, since addresses may be missing because of it", async (_, after) => {
  expect(await vanished(A, after)).toEqual([]);
});
