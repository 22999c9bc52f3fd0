import { describe, expect, it } from "vitest";
import { listTexts, type ListedText } from "../../../src/content/listing.ts";
import { NOW, post, siteRoot, type Files } from "./site-root.ts";

async function listed(files: Files, more: { url?: string; basePath?: string } = {}): Promise<ListedText[]> {
  const builtinLayouts = ["page", "post"];
  const { texts } = await listTexts({ root: siteRoot(files), now: NOW, builtinLayouts, ...more });
  return texts ?? [];
}

const inPosts = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/posts/${name}.md`, text]));

describe("the list of texts", () => {
  it("says all that a text's file says, under names that do not change", async () => {
    const [full] = await listed(
      inPosts({
        "2026-02-03-a": post(
          ...['title: "Bilan : deux ans"', "description: Ce que nous avons appris."],
          ...["author: Équipe projet, rédaction et Pôle données, analyse", "tags: [Données ouvertes, Bilan]"],
          ...["updated: 2026-02-10", "expires: 2027-01-01"],
          ...["event: { start: 2026-03-10 }", "deadline: 2026-03-03 12:00"],
        ),
      }),
    );
    expect(JSON.parse(JSON.stringify(full))).toEqual({
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
      authors: ["Équipe projet", "Pôle données"],
      tags: ["Données ouvertes", "Bilan"],
      terms: [],
      lang: "fr",
      event: "2026-03-10",
      deadline: "2026-03-03T12:00:00+01:00",
    });
    // A page has the same names, with null or an empty list.
    const [page] = await listed({ "content/pages/a.md": post("title: A") });
    expect(Object.keys(page ?? {})).toEqual(Object.keys(full ?? {}));
    expect(page).toMatchObject({ kind: "page", url: "/a/", description: null, date: null, publishAt: null });
    expect(page).toMatchObject({ authors: [], tags: [] });
  });
  it.each([
    ["_2026-02-03-a", "", "draft", "2026-02-03T00:00:00+01:00"],
    ["2026-07-14-a", "", "scheduled", "2026-07-14T00:00:00+02:00"],
    ["2026-02-03-a", "publishAt: 2026-03-02 11:01", "scheduled", "2026-03-02T11:01:00+01:00"],
    ["2026-02-03-a", "expires: 2026-03-01", "expired", "2026-02-03T00:00:00+01:00"],
    ["2027-02-03-a", "published: false", "draft", "2027-02-03T00:00:00+01:00"],
    // A draft without a date has no address either, which would be that of today.
    ["_a", "", "draft", null],
    // What an error keeps out is listed with what its name says.
    ["2026-01-02-casse", "@", "unreadable", null],
    ["2026-01-02-gabarit", "layout: absent", "unreadable", null],
  ])("shows %s with %j as %s", async (name, line, state, publishAt) => {
    const [text] = await listed(inPosts({ [name]: post("title: A", line) }));
    expect(text).toMatchObject({ state, publishAt });
    expect(text?.date ?? null).toBe(publishAt?.slice(0, 10) ?? /^\d+-\d+-\d+/.exec(name)?.[0] ?? null);
    expect(text?.url === null).toBe(publishAt === null);
  });
  it("begins with posts, what waits for someone first, then the latest", async () => {
    const texts = await listed({
      "content/pages/a.md": post("title: A"),
      "content/pages/_b.md": post("title: B"),
      ...inPosts({
        "2026-01-01-vieux": post("title: A"),
        "2026-02-01-neuf": post("title: B"),
        "2026-02-01-autre": post("title: C"),
        "2025-01-01-passe": post("title: D", "expires: 2025-06-01"),
        "2026-06-01-demain": post("title: E"),
        "_2024-01-01-brouillon": post("title: F"),
        _idee: post("title: G"),
        "2026-01-02-casse": post("title: H", "date: non"),
      }),
    });
    const names = texts.map(({ file }) => file.replace(/^content\/(posts\/)?(?:\d+-\d+-\d+-)?|\.md$/g, ""));
    expect(names.join(" ")).toBe(
      "casse _idee _2024-01-01-brouillon demain autre neuf vieux passe pages/_b pages/a",
    );
  });
  it.each([
    [{}, "/a/"],
    [{ basePath: "/x/" }, "/x/a/"],
    [{ url: "https://a.example/y/" }, "https://a.example/y/a/"],
  ])("writes addresses as visitors type them with %j", async (options, address) => {
    const files = { "content/site.yaml": "title: T\n", "content/pages/a.md": post("title: A") };
    expect(await listed(files, options)).toMatchObject([{ url: "/a/", address }]);
  });
});
