// What an error in a text stops, and what it does not: drafts are warned of, and other texts may name what is kept out.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMarkDrafts } from "../../../src/content/collections.ts";
import { loadContent } from "../../../src/content/load.ts";
import type { Content } from "../../../src/content/types.ts";
import { problem } from "../../../src/problems.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, NOW, post, siteRoot, type Files } from "./site-root.ts";

const A = {
  "content/posts/2026-01-05-a.md": post("title: A", "tags: accessibilite", "author: ADA LOVELACE"),
};

/** `severity file code` of each problem, as a build reports it. */
async function told(files: Files, drafts = false, root = siteRoot(files)): Promise<string[]> {
  const builtinLayouts = ["base", "page", "post"];
  const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts, drafts });
  if (content === undefined) throw new Error(JSON.stringify(problems));
  return show(createMarkDrafts(content, drafts)(problems), { lang: "fr" }).map(
    ({ severity, file, code }) => `${severity} ${file} ${code}`,
  );
}

const files = (some: readonly { file: string }[]): string[] => some.map(({ file }) => file);

describe("a text that an error keeps out", () => {
  const B = "content/posts/2026-01-06-b.md";
  const PAGE = "content/pages/b.md";
  it.each([
    [B, "date: 2026-02-31", "bad-date", "/blog/2026/01/06/b/"],
    ["content/posts/b.md", "date: hier", "bad-date", "/blog/2026/03/02/b/"],
    ["content/posts/b.md", "lang: fr", "no-date", "/blog/2026/03/02/b/"],
    [PAGE, "noindex: parfois", "value", "/b/"],
    [PAGE, "permalink: ../x", "bad-permalink", "/b/"],
    [PAGE, "slug: ../C", "bad-permalink", "/c/"],
    [PAGE, "layout: x", "unknown-layout", "/b/"],
    [PAGE, "draf: true", "front-matter", "/b/"],
    [PAGE, "draft: bientôt", "value", "/b/"],
    [B, "description: Bilan : un an", "yaml", undefined],
  ])("is in no list, and has an address for its links: %s, %s", async (file, line, code, url) => {
    const { content, problems } = await load({ ...A, [file]: post("title: B", line) });
    expect(problems.map((one) => `${one.severity} ${one.code}`)).toEqual([`error ${code}`]);
    expect([...content.pages, ...content.withheld]).toEqual([]);
    expect(files(content.posts)).toEqual(Object.keys(A));
    expect(content.unsound.map((one) => one.url)).toEqual(url === undefined ? [] : [url]);
    expect(files(content.refused)).toEqual([file]);
  });
  it("has its tags and its body checked in the same run, and the title that its author wrote elsewhere", async () => {
    const { problems, content } = await load({
      ...A,
      [B]: post("titre: Le bilan", "date: 2026-02-31", "tags: [Accessibilité]"),
    });
    const codes = problems.map(({ code }) => code).sort();
    expect(codes).toEqual(["bad-date", "front-matter", "near-duplicate-tag"]);
    expect(content.unsound.map(({ title }) => title)).toEqual(["Le bilan"]);
  });
  it("takes no address from another text", async () => {
    const C = { "content/pages/c.md": post("title: C", "slug: b") };
    const { content, found } = await load({ ...A, [PAGE]: post("title: B", "date: non"), ...C });
    expect(found).toEqual([`${PAGE}:3:7 bad-date`]);
    expect(content.pages.map(({ url }) => url)).toEqual(["/b/"]);
  });
  it.each([
    [B, post("title: Bilan : un an")],
    [PAGE, post("title: B", "permalink: /2026/%/")],
    ["content/posts/_2026-01-06-b.md", post("title: Bilan : un brouillon")],
  ])("may be named by others: %s", async (file, text) => {
    const naming = (name: string): Files => ({
      ...{ ...A, [file]: text },
      "content/posts/en/2026-01-07-c.md": post("title: C", `translationOf: ${name}`, `related: ${name}`),
    });
    const about = (lines: string[]): string[] => lines.filter((line) => line.includes("/en/"));
    expect(about(await told(naming("b")))).toEqual([]);
    expect(about(await told(naming("2026-01-06-d")))).not.toEqual([]);
  });
});

describe("an error in a draft", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["content/posts/_2026-11-20-b.md", post("title: B", "date: 2026-02-31"), "bad-date"],
    ["content/posts/_2026-02-31-b.md", post("title: B"), "bad-date"],
    ["content/pages/_idees/b.md", "Sans en-tête.", "front-matter"],
    ["content/posts/_b.md", new Uint8Array([0x2d, 0xff]), "encoding"],
    ["content/posts/2026-11-20-b.md", post("date: non", "draft: true"), "bad-date"],
    ["content/pages/b.md", post("title: [B]", "published: no"), "value"],
    ["content/pages/b.md", post("title: B", "layout: x", "draft: true"), "unknown-layout"],
  ])("is a warning, and the site is complete without %s: %s", async (file, text, code) => {
    const lines = await told({ ...A, [file]: text });
    expect(lines).toContain(`warn ${file} ${code}`);
    expect(lines.filter((line) => line.startsWith("error"))).toEqual([]);
    const { content } = await load({ ...A, [file]: text });
    expect([files(content.unreadDrafts), content.refused]).toEqual([[file], []]);
  });
  it("stops a preview that shows drafts", async () => {
    const file = "content/posts/_2026-11-20-b.md";
    const site = { ...A, [file]: post("title: B", "date: 2026-02-31") };
    expect(await told(site, true)).toEqual([`error ${file} bad-date`]);
    const { content } = await load(site, { drafts: true });
    expect([content.unreadDrafts, files(content.refused)]).toEqual([[], [file]]);
  });
  it("is an error if the text is only scheduled", async () => {
    const file = "content/posts/2026-11-20-b.md";
    expect(await told({ ...A, [file]: post("title: B", "layout: x") })).toEqual([
      `error ${file} unknown-layout`,
    ]);
  });
  it("is a warning if the draft is a symbolic link", async () => {
    const root = siteRoot(A);
    for (const name of ["_b.md", "c.md"])
      symlinkSync(join(root, "content/site.yaml"), join(root, "content/posts", name));
    expect(await told({}, false, root)).toEqual([
      "warn content/posts/_b.md file",
      "error content/posts/c.md file",
    ]);
  });
  it("is marked as a draft’s, unlike an address that vanished because of the draft", async () => {
    const file = "content/posts/2026-01-05-a.md";
    const { content } = await load({ [file]: post("title: A", "draft: true") });
    const gone = problem("vanished-url/withheld", { file, line: 3, column: 8 }, { url: "/a/" });
    const other = problem("undated-draft", { file, line: 3, column: 8 }, {});
    expect(createMarkDrafts(content, false)([gone, other])).toEqual([gone, { ...other, ofDraft: true }]);
    expect(createMarkDrafts(content, true)([other])).toEqual([other]);
  });
  it.each(["date: 2026-02-31", "layout: x"])("changes no name and no address on pages: %s", async (wrong) => {
    const held = ["draft: true", "tags: [Accessibilité, a-b]", "author: Ada Lovelace"];
    const shown = ({ posts, people }: Content): unknown => [
      posts.map(({ terms }) => terms["tags"]?.map(({ label, url }) => [label, url])),
      people.map(({ name }) => name),
    ];
    const { content } = await load({
      ...A,
      "content/posts/2026-01-01-b.md": post("title: B", wrong, ...held),
    });
    expect(shown(content)).toEqual(shown((await load(A)).content));
  });
});

describe("a draft with the address of another text", () => {
  const DRAFT = "content/pages/b.md";
  it.each(["content/pages/a.md", "content/pages/c.md", "content/pages/_c.md", "public/x/index.html"])(
    "does not take it from %s",
    async (file) => {
      const draft = { [DRAFT]: post("title: B", "draft: true", "permalink: /x/") };
      const lines = await told({ ...A, ...draft, [file]: post("title: C", "permalink: /x/") });
      expect(lines).toEqual([`warn ${DRAFT} duplicate-url`]);
    },
  );
  it("clashes with it in a preview only: otherwise the other text is published", async () => {
    const draft = { [DRAFT]: post("title: B", "draft: true", "permalink: /x/") };
    const site = { ...A, ...draft, "content/pages/c.md": post("title: C", "permalink: /x/") };
    expect(await told(site, true)).toEqual(["error content/pages/c.md duplicate-url"]);
    expect(files((await load(site)).content.pages)).toEqual(["content/pages/c.md"]);
  });
});

describe("a draft without a date", () => {
  it.each([
    ["content/posts/_brouillon.md", ""],
    ["content/posts/idee.md", "draft: true"],
    ["content/posts/_20241205-idee.md", ""],
  ])("gets a note with the line that would date it: %s %s", async (file, line) => {
    const { content, problems } = await load({ ...A, [file]: post("title: B", line) });
    expect(problems).toMatchObject([
      { file, severity: "note", code: "undated-draft", line: 1, hint: "date: 2026-03-02" },
    ]);
    expect([files(content.withheld), content.unreadDrafts]).toEqual([[file], []]);
  });
  it("takes the current day of the site in a preview; a page needs none", async () => {
    const site = {
      "content/posts/_brouillon.md": post("title: B"),
      "content/pages/_idee.md": post("title: C"),
    };
    const { content, problems } = await load(site, { drafts: true, now: new Date("2026-07-01T22:30:00Z") });
    expect(content.posts[0]).toMatchObject({ day: "2026-07-02", url: "/blog/2026/07/02/brouillon/" });
    expect(problems.map(({ code }) => code)).toEqual(["undated-draft"]);
  });
});
