import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
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
