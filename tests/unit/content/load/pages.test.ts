import { describe, expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

describe("pages", () => {
  test("take their address from their path", async () => {
    const { content, found } = await load({
      "content/pages/mentions-legales.md": post("title: Mentions"),
      "content/pages/guide/index.md": post("title: Guide"),
      "content/pages/guide/images.md": post("title: Images"),
      "content/pages/en/about.md": post("title: About"),
      ...one("title: A"),
    });
    expect(found).toEqual([]);
    expect(content.pages.map(({ url, lang, layout }) => `${url} ${lang} ${layout}`)).toEqual([
      "/en/about/ en page",
      "/guide/images/ fr page",
      "/guide/ fr page",
      "/mentions-legales/ fr page",
    ]);
  });
});

describe("related posts", () => {
  test("are those that share the rarest tags, then the latest", async () => {
    const { content } = await load({
      "content/posts/2026-01-01-rare.md": post("title: rare", "tags: [rare, commun]"),
      "content/posts/2026-01-02-a.md": post("title: a", "tags: [commun]"),
      "content/posts/2026-01-03-b.md": post("title: b", "tags: [commun]"),
      "content/posts/2026-01-04-c.md": post("title: c", "tags: [commun]"),
      "content/posts/2026-01-05-moi.md": post("title: moi", "tags: [commun, rare]"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["rare", "c", "b"]);
  });
  test("are found by terms of the site’s own taxonomies too, each in its taxonomy", async () => {
    const { content } = await load({
      "content/site.yaml": "title: A\ntaxonomies: { promotion: { label: P }, serie: { label: S } }\n",
      "content/posts/2026-01-01-serie.md": post("title: série", "promotion: quatre", "serie: coulisses"),
      "content/posts/2026-01-02-autre.md": post("title: autre", "promotion: quatre"),
      "content/posts/2026-01-03-rien.md": post("title: rien", "promotion: cinq"),
      // The same word in another taxonomy is another term.
      "content/posts/2026-01-04-mot.md": post("title: mot", "tags: [quatre, coulisses]"),
      "content/posts/2026-01-05-moi.md": post("title: moi", "promotion: quatre", "serie: coulisses"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["série", "autre"]);
  });
  test("are those that the post names, if any", async () => {
    const { content, problems } = await load({
      ...one("title: A", "related: [autre, perdu]"),
      "content/posts/2026-01-01-autre.md": post("title: Autre"),
    });
    expect(content.posts[0]?.related.map((one) => one.title)).toEqual(["Autre"]);
    expect(problems).toMatchObject([{ line: 3, code: "related", severity: "warn" }]);
  });
  test("are not found by a title, but the message gives the name", async () => {
    const { problems } = await load({
      ...one("title: A", "related: [L'été à Paris !]"),
      "content/posts/2026-01-01-ete.md": post("title: L'été à Paris !"),
    });
    expect(problems).toMatchObject([{ line: 3, code: "related", hint: "related: [2026-01-01-ete]" }]);
  });
  test("leave out the post itself, which is reported, drafts and scheduled posts", async () => {
    const { content, problems } = await load({
      ...one("title: A", "related: [titre, brouillon, a-venir, autre, autre]"),
      "content/posts/2026-01-01-autre.md": post("title: Autre"),
      "content/posts/_2026-01-02-brouillon.md": post("title: Brouillon"),
      "content/posts/2100-01-02-a-venir.md": post("title: À venir"),
    });
    const own = content.posts.find(({ title }) => title === "A");
    expect(own?.related.map((one) => one.title)).toEqual(["Autre"]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("« titre »")]);
  });
});
