// What an error keeps out is still read as far as possible, so that one run reports all that is wrong with it.
import { describe, expect, it, test } from "vitest";
import type { Content } from "../../../../src/content/types.ts";
import { load, post } from "../site-root.ts";

const A = { "content/posts/2026-01-05-a.md": post("title: A", "tags: Accessibilité") };

const files = (some: readonly { file: string }[] = []): string[] => some.map(({ file }) => file);
const addresses = ({ unsound }: Content): string[] => unsound.map(({ url }) => url);

describe("a text that an error keeps out", () => {
  it.each<[string, string, string, string]>([
    ["a date", "content/posts/2026-01-06-b.md", post("title: B", "date: 2026-02-31"), "/blog/2026/01/06/b/"],
    ["a date, with no day in its name", "content/posts/b.md", post("title: B", "date: hier"), "/b/"],
    ["no day at all", "content/posts/b.md", post("title: B"), "/b/"],
    ["no title", "content/posts/2026-01-06-b.md", post("description: x"), "/blog/2026/01/06/b/"],
    ["a title that is a list", "content/pages/b.md", post("title: [B]"), "/b/"],
    ["a value", "content/pages/b.md", post("title: B", "noindex: parfois"), "/b/"],
    ["a permalink", "content/pages/b.md", post("title: B", "permalink: ../x"), "/b/"],
    ["a slug", "content/pages/b.md", post("title: B", "slug: ../C"), "/c/"],
    ["a layout", "content/pages/b.md", post("title: B", "layout: x"), "/b/"],
    ["a misspelt draft", "content/pages/b.md", post("title: B", "draf: true"), "/b/"],
  ])("by %s is in no list, and has an address for its links", async (_what, file, text, url) => {
    const { content, problems } = await load({ ...A, [file]: text });
    expect(problems.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(files([...content.posts, ...content.pages, ...content.withheld])).toEqual(files(content.posts));
    expect(files(content.unsound)).toEqual([file]);
    expect(files(content.refused)).toEqual([file]);
    expect(addresses(content).every((one) => one.endsWith(url))).toBe(true);
  });

  it("has its tags, its people and its body checked in the same run", async () => {
    const text = post("title: B", "date: 2026-02-31", "tags: [accessibilite]").replace("Texte.", "# B");
    const { problems } = await load({ ...A, "content/posts/2026-01-06-b.md": text });
    expect(problems.map(({ code }) => code).sort()).toEqual(["bad-date", "near-duplicate-tag"]);
  });

  it("is known by the title that its author wrote elsewhere", async () => {
    const { content } = await load({ "content/pages/b.md": post("titre: Le bilan", "description: x") });
    expect(content.unsound.map(({ title }) => title)).toEqual(["Le bilan"]);
  });

  it("takes no address from another text", async () => {
    const texts = {
      "content/pages/b.md": post("title: B", "date: non"),
      "content/pages/c.md": post("title: C", "slug: b"),
    };
    const { content, problems } = await load({ ...A, ...texts });
    expect(problems.map(({ code }) => code)).toEqual(["bad-date"]);
    expect(content.pages.map(({ url }) => url)).toEqual(["/b/"]);
  });
});

test("two texts at one address are both read", async () => {
  const texts = {
    "content/pages/b.md": post("title: B"),
    "content/pages/c.md": post("title: C", "slug: b"),
  };
  const { content, problems } = await load({ ...A, ...texts });
  expect(problems.map(({ code }) => code)).toEqual(["duplicate-url"]);
  expect(files(content.unsound)).toEqual(Object.keys(texts));
  expect(content.pages).toEqual([]);
});

test("a draft that is kept out changes no name on pages", async () => {
  const a = post("title: A", "tags: accessibilite", "author: ADA LOVELACE");
  for (const wrong of ["date: 2026-02-31", "layout: x"]) {
    const draft = post("title: B", wrong, "draft: true", "tags: Accessibilité", "author: Ada Lovelace");
    const texts = { "content/posts/2026-01-01-b.md": draft, "content/posts/2026-01-05-a.md": a };
    const { content } = await load(texts);
    const [shown] = content.posts;
    expect(shown?.terms["tags"]?.map(({ label }) => label)).toEqual(["accessibilite"]);
    expect(content.people.map(({ name }) => name)).toEqual(["ADA LOVELACE"]);
  }
});

test("a term that only such a draft has takes no address from another one", async () => {
  const texts = {
    "content/posts/2026-01-01-b.md": post("title: B", "date: 2026-02-31", "draft: true", "tags: a-b"),
    "content/posts/2026-01-05-a.md": post("title: A", "tags: a.b"),
  };
  const { content } = await load(texts);
  const alone = await load({ "content/posts/2026-01-05-a.md": texts["content/posts/2026-01-05-a.md"] });
  const urls = ({ posts }: Content): unknown =>
    posts.map(({ terms }) => terms["tags"]?.map(({ url }) => url));
  expect(urls(content)).toEqual(urls(alone.content));
});
