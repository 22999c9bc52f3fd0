import { expect, it } from "vitest";
import { createContentChecks } from "../../../src/checks/content-checks.ts";
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
  const found = createContentChecks({
    content,
    rendered,
    pages,
    copies,
    layoutIds: new Set(),
    isUnreadable: (path) => path === "/b.png",
  });
  return found().map(({ key, params }) => `${key} ${JSON.stringify(params)}`);
}

const A = "content/posts/2026-01-05-a.md";
const B = "content/posts/2026-01-06-b.md";
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

it("sees again what a replaced text links to, and the links of others to its headings", async () => {
  const { content } = await load({ ...DESCRIBED, [B]: post("title: B", "description: Une phrase.") });
  const link = (href: string) => ({ kind: "link" as const, href, text: "x", line: 9, column: 1 });
  const of = (ids: string[], ...hrefs: string[]) => ({ ids, references: hrefs.map(link) });
  const rendered = new Map([[A, of([], "/blog/2026/01/06/b/#suite")]]).set(B, of(["suite"], "/rien/"));
  const { pages } = planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] });
  const check = createContentChecks({ content, rendered, pages, copies: [], layoutIds: new Set() });
  expect(check().map(({ file, key }) => `${file} ${key}`)).toEqual([`${B} dead-link`]);
  rendered.set(B, of(["suite"], "/rien/", "/non/"));
  expect(check()).toHaveLength(2);
  rendered.set(B, of(["fin"]));
  expect(check().map(({ file, key }) => `${file} ${key}`)).toEqual([`${A} dead-anchor`]);
});

it("reports a link to a draft that an error keeps out, since the site is published without it", async () => {
  const files = { ...DESCRIBED, [B]: post("title: B", "draft: true", "date: non") };
  expect(await check(files, ["/blog/2026/01/06/b/"])).toEqual(['dead-link {"href":"/blog/2026/01/06/b/"}']);
});
