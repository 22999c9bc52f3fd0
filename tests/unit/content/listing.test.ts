import { describe, expect, it } from "vitest";
import { listTexts, type ListedText } from "../../../src/content/listing.ts";
import { NOW, post, siteRoot, type Files } from "./site-root.ts";

const POSTS = "content/posts";

async function listing(
  files: Files,
  more: { url?: string; basePath?: string } = {},
): Promise<{ texts: ListedText[] }> {
  const { texts, problems } = await listTexts({
    ...{ root: siteRoot(files), now: NOW, builtinLayouts: ["page", "post"] },
    ...more,
  });
  if (!texts) throw new Error(JSON.stringify(problems));
  return { texts };
}

async function one(name: string, ...lines: string[]): Promise<ListedText | undefined> {
  return (await listing({ [`${POSTS}/${name}`]: post("title: A", ...lines) })).texts[0];
}

describe("the list of texts", () => {
  it("says all that a text's file says, under names that do not change", async () => {
    const { texts } = await listing({
      [`${POSTS}/2026-02-03-a.md`]: post(
        'title: "Bilan : deux ans"',
        "description: Ce que nous avons appris.",
        "author: Équipe projet, rédaction et Pôle données, analyse",
        "tags: [Données ouvertes, Bilan]",
        "updated: 2026-02-10",
        "deadline: 2026-03-15 17:00",
        "expires: 2027-01-01",
      ),
    });
    expect(JSON.parse(JSON.stringify(texts))).toEqual([
      {
        file: "content/posts/2026-02-03-a.md",
        kind: "post",
        state: "published",
        title: "Bilan : deux ans",
        description: "Ce que nous avons appris.",
        url: "/blog/2026/02/03/a/",
        address: "https://blog.example.org/blog/2026/02/03/a/",
        date: "2026-02-03",
        publishAt: "2026-02-03T00:00:00+01:00",
        updated: "2026-02-10",
        expires: "2027-01-01T00:00:00+01:00",
        deadline: "2026-03-15T17:00:00+01:00",
        authors: ["Équipe projet", "Pôle données"],
        tags: ["Données ouvertes", "Bilan"],
        terms: [],
        lang: "fr",
      },
    ]);
  });

  it("has the same names for a text that says less, with null or an empty list", async () => {
    const [full, page] = [
      await one("2026-02-03-a.md"),
      (await listing({ "content/pages/a.md": post("title: A") })).texts[0],
    ];
    expect(Object.keys(page ?? {})).toEqual(Object.keys(full ?? {}));
    expect(page).toMatchObject({ kind: "page", description: null, date: null, publishAt: null });
    expect(page).toMatchObject({ url: "/a/", deadline: null, authors: [], tags: [] });
  });

  it.each([
    ["2026-02-03-a.md", [], "published", "2026-02-03T00:00:00+01:00"],
    ["_2026-02-03-a.md", [], "draft", "2026-02-03T00:00:00+01:00"],
    ["2026-02-03-a.md", ["draft: true"], "draft", "2026-02-03T00:00:00+01:00"],
    ["2026-07-14-a.md", [], "scheduled", "2026-07-14T00:00:00+02:00"],
    ["2026-02-03-a.md", ["publishAt: 2026-03-02 11:01"], "scheduled", "2026-03-02T11:01:00+01:00"],
    ["2026-02-03-a.md", ["publishAt: 2026-03-02 10:59"], "published", "2026-03-02T10:59:00+01:00"],
    ["2026-02-03-a.md", ["expires: 2026-03-01"], "expired", "2026-02-03T00:00:00+01:00"],
    ["2027-02-03-a.md", ["published: false"], "draft", "2027-02-03T00:00:00+01:00"],
  ])("lists %s with %j as %s", async (name, lines, state, publishAt) => {
    expect(await one(name, ...lines)).toMatchObject({ state, publishAt, date: publishAt.slice(0, 10) });
  });

  it("gives a draft that has no date neither a date nor an address, which would be those of today", async () => {
    const nothing = { date: null, publishAt: null, url: null, address: null };
    expect(await one("_a.md")).toMatchObject({ state: "draft", ...nothing });
    expect(await one("_a.md", "date: 2026-05-01")).toMatchObject({ date: "2026-05-01" });
  });

  it("begins with posts, what waits for someone first, then the latest", async () => {
    const { texts } = await listing({
      "content/pages/a.md": post("title: A"),
      "content/pages/_b.md": post("title: B"),
      [`${POSTS}/2026-01-01-vieux.md`]: post("title: A"),
      [`${POSTS}/2026-02-01-neuf.md`]: post("title: B"),
      [`${POSTS}/2026-02-01-autre.md`]: post("title: C"),
      [`${POSTS}/2025-01-01-passe.md`]: post("title: D", "expires: 2025-06-01"),
      [`${POSTS}/2026-06-01-demain.md`]: post("title: E"),
      [`${POSTS}/_2024-01-01-brouillon.md`]: post("title: F"),
      [`${POSTS}/_idee.md`]: post("title: G"),
      [`${POSTS}/2026-01-02-casse.md`]: post("title: H", "date: non"),
    });
    expect(texts.map(({ file }) => file.replace(/^content\/(posts\/)?/, ""))).toEqual([
      "2026-01-02-casse.md",
      "_idee.md",
      "_2024-01-01-brouillon.md",
      "2026-06-01-demain.md",
      "2026-02-01-autre.md",
      "2026-02-01-neuf.md",
      "2026-01-01-vieux.md",
      "2025-01-01-passe.md",
      "pages/_b.md",
      "pages/a.md",
    ]);
  });

  it.each([
    ["2026-01-02-casse.md", "@", "2026-01-02"],
    ["_casse.md", "@", null],
    ["2026-01-02-gabarit.md", "title: A\nlayout: absent", "2026-01-02"],
  ])("lists %s, which an error keeps out, with what its name says", async (name, head, date) => {
    const { texts } = await listing({ [`${POSTS}/${name}`]: post(head) });
    expect(texts).toMatchObject([
      {
        file: `${POSTS}/${name}`,
        kind: "post",
        state: "unreadable",
        date,
        title: null,
        url: null,
        lang: null,
      },
    ]);
  });

  it("writes addresses as visitors type them, with the host and the path asked for", async () => {
    const files = { "content/site.yaml": "title: T\n", "content/pages/a.md": post("title: A") };
    expect((await listing(files)).texts[0]).toMatchObject({ url: "/a/", address: "/a/" });
    expect((await listing(files, { basePath: "/x/" })).texts[0]).toMatchObject({
      url: "/a/",
      address: "/x/a/",
    });
    expect((await listing(files, { url: "https://a.example/y/" })).texts[0]).toMatchObject({
      ...{ url: "/a/", address: "https://a.example/y/a/" },
    });
  });
});
