import { expect, it } from "vitest";
import { contentChecks } from "../../../src/checks/content-checks.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { load, post, type Files } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

async function check(files: Files, hrefs: readonly string[] = []): Promise<string[]> {
  const { content } = await load(files);
  const references = hrefs.map((href) => ({ kind: "link" as const, href, text: "x", line: 9, column: 1 }));
  const rendered = new Map(
    [...content.posts, ...content.pages].map(({ file }) => [file, { ids: ["intro"], references }]),
  );
  const { pages } = planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] });
  const copies: never[] = [];
  return contentChecks({
    content,
    rendered,
    pages,
    copies,
    layoutIds: new Set(),
    isUnreadable: (path) => path === "/b.png",
  }).map(({ key, params }) => `${key} ${JSON.stringify(params)}`);
}

const A = "content/posts/2026-01-05-a.md";
const DESCRIBED = { [A]: post("title: A", "description: Une phrase.") };

it("knows pages, lists, files, icons and feeds to come, but not a picture that is left out", async () => {
  const files = { ...DESCRIBED, "public/a b.png": "x", "public/b.png": "x" };
  const hrefs = ["/blog/", "/blog/2026/01/05/a/#intro", "/a%20b.png", "/favicon.ico", "/feed.xml", "/b.png"];
  expect(await check(files, hrefs)).toEqual(['dead-link {"href":"/b.png"}']);
});

it("notes a description that is missing", async () => {
  expect(await check({ [A]: post("title: A") })).toEqual(["no-description {}"]);
});

it("says nothing of addresses that a refused setting may have changed", async () => {
  const files = { ...DESCRIBED, "content/site.yaml": "title: T\npermalink: /:x/\n" };
  expect(await check(files, ["/x/"])).toEqual([]);
});
