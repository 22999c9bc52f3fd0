import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { siteFiles } from "../../../src/cli/init.ts";
import { keepAddresses } from "../../../src/build/address-book.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { loadRoot, post, siteRoot } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

it("keeps what someone wrote in the address book during the build", async () => {
  const root = siteRoot({
    "content/posts/2026-01-05-a.md": post("title: A"),
    "content/addresses.txt": "/blog/\tblog\tBlog\n",
  });
  const { content } = await loadRoot(root);
  const plan = planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] });
  const book = join(root, "content/addresses.txt");
  appendFileSync(book, "/vieux/chemin/\n");
  expect(keepAddresses(plan)).toMatchObject({ isAsRead: false });
  const text = readFileSync(book, "utf8");
  expect(text).toContain("/vieux/chemin/");
  expect(text).toContain("/blog/2026/01/05/a/");
  expect(keepAddresses(plan)).toMatchObject({ added: 0 });
  expect(readFileSync(book, "utf8")).toBe(text);
});

it("promises no address of the sample of `carnet init`, nor of lists of nothing else", async () => {
  const now = new Date("2026-03-02");
  const files = siteFiles({ lang: "en", root: "/a", now }, { name: "c", version: "1", folder: "/c" });
  const sample = "content/posts/2026-03-02-first-post.md";
  const of = async (more: Record<string, string>) => {
    const { content } = await loadRoot(
      siteRoot({
        ...Object.fromEntries([...files].filter(([path]) => path.startsWith("content/"))),
        ...more,
      }),
    );
    keepAddresses(planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] }));
    return readFileSync(join(content.site.root, "content/addresses.txt"), "utf8");
  };
  const alone = await of({});
  expect(alone).toContain("/blog/\tblog");
  expect(alone).not.toMatch(/first-post|\/tags?\/\S|\/authors\/\S|2026/);
  expect(await of({ "content/posts/2026-03-01-b.md": post("title: B", "tags: [About this blog]") })).toMatch(
    /about-this-blog/,
  );
  expect(await of({ [sample]: post("title: Mine") })).toContain("first-post");
});
