// Tests that posts which the old blog showed before their date are named.
import { expect, it } from "vitest";
import { nameEarlyPosts } from "../../../src/importers/early-posts.ts";
import { makeEntries } from "../../../src/importers/make-entries.ts";
import type { OldSite } from "../../../src/importers/model.ts";
import { folder, oldEntry, oldSite } from "./old-blog.ts";

it.each([
  [true, [["_posts/b.md", "2021-04-02"]]],
  [false, []],
])("texts shown before their date are named: %s", async (showsFuture, named) => {
  const post = (name: string, day: string, oldUrl?: string): OldSite["entries"][number] =>
    oldEntry({
      source: `_posts/${name}.md`,
      target: `content/posts/${day}-${name}.md`,
      day,
      draft: oldUrl === undefined,
      ...(oldUrl !== undefined && { oldUrl }),
    });
  const site = oldSite({
    showsFuture,
    entries: [
      post("a", "2021-04-01", "/a/"),
      post("b", "2021-04-02", "/b/"),
      post("brouillon", "2021-04-03"),
    ],
  });
  const made = await makeEntries(site, { files: folder({}), dest: "/nowhere", onProgress: () => undefined });
  nameEarlyPosts(site, made, new Date("2021-04-01T12:00:00Z"));
  const early = made.entries.flatMap((one) => one.made.manual.filter(({ kind }) => kind === "early-post"));
  expect(early.map(({ file, found }) => [file, found])).toEqual(named);
});
