import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "../../../src/content/load.ts";
import { createMarkDrafts } from "../../../src/content/collections.ts";
import { problem } from "../../../src/problems.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, NOW, post, siteRoot, type Files } from "./site-root.ts";

const A = { "content/posts/2026-01-05-a.md": post("title: A") };

/** `severity file code` of each problem, as a build reports it. */
async function told(files: Files, drafts = false, root = siteRoot(files)): Promise<string[]> {
  const builtinLayouts = ["base", "page", "post"];
  const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts, drafts });
  if (content === undefined) throw new Error(JSON.stringify(problems));
  return show(createMarkDrafts(content, drafts)(problems), { lang: "fr" }).map(
    ({ severity, file, code }) => `${severity} ${file} ${code}`,
  );
}

const unread = ({ unreadDrafts = [] }: { unreadDrafts?: readonly { file: string }[] }): string[] =>
  unreadDrafts.map(({ file }) => file);

describe("an error in a draft", () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ["in a value", "content/posts/_2026-11-20-b.md", post("title: B", "date: 2026-02-31"), "bad-date"],
    ["in its YAML", "content/posts/_2026-11-20-b.md", post("title: B", "@"), "yaml"],
    ["in its name", "content/posts/_2026-02-31-b.md", post("title: B"), "bad-date"],
    ["in a folder of drafts", "content/pages/_idees/b.md", "Sans en-tête.", "front-matter"],
    ["in its encoding", "content/posts/_b.md", new Uint8Array([0x2d, 0xff]), "encoding"],
    ["in a text with `draft`", "content/posts/2026-11-20-b.md", post("date: non", "draft: true"), "bad-date"],
    ["in a text with `published`", "content/pages/b.md", post("title: [B]", "published: no"), "value"],
    ["in its address", "content/pages/b.md", post("title: B", "slug: ../b", "draft: true"), "bad-permalink"],
    ["in its layout", "content/pages/b.md", post("title: B", "layout: x", "draft: true"), "unknown-layout"],
  ])("%s is a warning, and the site is complete without the draft", async (_where, file, text, code) => {
    const files = { ...A, [file]: text };
    expect(await told(files)).toContain(`warn ${file} ${code}`);
    expect((await told(files)).filter((line) => line.startsWith("error"))).toEqual([]);
    const { content } = await load(files);
    expect(unread(content)).toEqual([file]);
    expect(content.refused).toEqual([]);
  });

  it("stops a preview that shows drafts", async () => {
    const file = "content/posts/_2026-11-20-b.md";
    const files = { ...A, [file]: post("title: B", "date: 2026-02-31") };
    expect(await told(files, true)).toEqual([`error ${file} bad-date`]);
    const { content } = await load(files, { drafts: true });
    expect(content.refused).toHaveLength(1);
    expect(unread(content)).toEqual([]);
  });

  it.each([
    ["`draft` has an unknown value", ["title: B", "draft: bientôt"]],
    ["the key is not `draft`", ["title: B", "brouillon: oui"]],
    ["`draft` is false", ["date: non", "draft: false"]],
    ["it is only scheduled", ["layout: x", "date: 2027-01-01"]],
  ])("is an error if the text is not recognised as a draft: %s", async (_why, lines) => {
    const files = { ...A, "content/posts/2026-11-20-b.md": post(...lines) };
    expect((await told(files)).some((line) => line.startsWith("error content/posts/2026-11-20-b.md"))).toBe(
      true,
    );
    expect((await load(files)).content.refused).toHaveLength(1);
  });

  it("is a warning if the draft is a symbolic link", async () => {
    const root = siteRoot(A);
    symlinkSync(join(root, "content/site.yaml"), join(root, "content/posts/_b.md"));
    symlinkSync(join(root, "content/site.yaml"), join(root, "content/posts/c.md"));
    expect(await told({}, false, root)).toEqual([
      "warn content/posts/_b.md file",
      "error content/posts/c.md file",
    ]);
  });

  it("is marked as a draft’s, unlike an address that vanished because of the draft", async () => {
    const { content } = await load({ "content/posts/2026-01-05-a.md": post("title: A", "draft: true") });
    const place = { file: "content/posts/2026-01-05-a.md", line: 3, column: 8 };
    const gone = problem("vanished-url/withheld", place, { url: "/a/" });
    expect(createMarkDrafts(content, false)([gone])).toEqual([gone]);
    const other = problem("undated-draft", place, {});
    expect(createMarkDrafts(content, false)([other])).toEqual([{ ...other, ofDraft: true }]);
    expect(createMarkDrafts(content, true)([other])).toEqual([other]);
  });
});

describe("a draft with the address of another text", () => {
  const DRAFT = "content/pages/b.md";
  const draft = (...lines: string[]): Files => ({ [DRAFT]: post("title: B", "draft: true", ...lines) });

  it.each(["content/pages/a.md", "content/pages/c.md"])("does not take it from %s", async (file) => {
    const files = { ...A, ...draft("permalink: /x/"), [file]: post("title: C", "permalink: /x/") };
    expect(await told(files)).toEqual([`warn ${DRAFT} duplicate-url`]);
    const { content } = await load(files);
    expect(content.pages.map((page) => page.file)).toEqual([file]);
    expect(unread(content)).toEqual([DRAFT]);
  });

  it("does not take it from a file of public/", async () => {
    const files = { ...A, ...draft("permalink: /x/"), "public/x/index.html": "" };
    expect(await told(files)).toEqual([`warn ${DRAFT} duplicate-url`]);
  });

  it("is a warning if the other is a draft too", async () => {
    const other = { "content/pages/_c.md": post("title: C", "permalink: /x/") };
    expect(await told({ ...A, ...draft("permalink: /x/"), ...other })).toEqual([
      `warn ${DRAFT} duplicate-url`,
    ]);
  });

  it("is an error in a preview, as it is between two published texts", async () => {
    const other = { "content/pages/c.md": post("title: C", "permalink: /x/") };
    const files = { ...A, ...draft("permalink: /x/"), ...other };
    expect(await told(files, true)).toEqual(["error content/pages/c.md duplicate-url"]);
    const published = { ...files, [DRAFT]: post("title: B", "permalink: /x/") };
    expect(await told(published)).toEqual(["error content/pages/c.md duplicate-url"]);
    expect((await load(published)).content.pages).toEqual([]);
  });
});

describe("a published text that names a draft", () => {
  const BROKEN = { "content/posts/_2026-01-06-b.md": post("title: Bilan : un brouillon") };
  const naming = (...lines: string[]): Files => ({
    ...{ ...A, ...BROKEN },
    "content/posts/en/2026-01-07-c.md": post("title: C", ...lines),
  });

  it("in translationOf gets no warning, unlike one that names no text", async () => {
    expect(await told(naming("translationOf: 2026-01-06-b"))).toEqual([
      "warn content/posts/_2026-01-06-b.md yaml",
    ]);
    expect(await told(naming("translationOf: 2026-01-06-d"))).toContain(
      "warn content/posts/en/2026-01-07-c.md translation",
    );
  });

  it("is linked to its published translation, not to a draft in that language", async () => {
    const { content } = await load({
      ...A,
      "content/posts/2026-01-04-a.md": post("title: B", "lang-ref: x", "draft: true"),
      "content/posts/2026-01-06-a.md": post("title: C", "lang-ref: x"),
      "content/posts/en/2026-01-07-c.md": post("title: D", "lang-ref: x"),
    });
    const english = content.posts.find(({ lang }) => lang === "en");
    expect(english?.translations.map(({ title }) => title)).toEqual(["C"]);
  });
});

describe("a published text that names a text with an error", () => {
  it.each([
    ["in its front matter", "content/posts/2026-01-06-b.md", post("title: Bilan : un an")],
    ["in a date", "content/posts/2026-01-06-b.md", post("title: B", "deadline: 2026-02-31")],
    ["in its address", "content/pages/b.md", post("title: B", "permalink: /2026/%/")],
  ])("%s gets neither error nor warning", async (_where, file, text) => {
    const naming = post("title: C", "translationOf: b", "related: b");
    const lines = await told({ ...A, [file]: text, "content/posts/en/2026-01-07-c.md": naming });
    expect(lines.filter((line) => line.startsWith("error"))).toEqual([expect.stringContaining(file)]);
    expect(lines.filter((line) => /(?:error|warn) content\/posts\/en\//.test(line))).toEqual([]);
  });
});

describe("a draft without a date", () => {
  const FILE = "content/posts/_brouillon.md";

  it("gets a note with the line that would date it", async () => {
    const { content, problems } = await load({ ...A, [FILE]: post("title: B") });
    expect(problems).toMatchObject([{ file: FILE, severity: "note", code: "undated-draft", line: 1 }]);
    expect(problems[0]?.hint).toBe("date: 2026-03-02");
    expect(content.withheld.map(({ file }) => file)).toEqual([FILE]);
    expect(unread(content)).toEqual([]);
  });

  it("takes the current day in a preview", async () => {
    for (const [now, day] of [
      ["2026-03-02T10:00:00Z", "2026-03-02"],
      // In Paris it is the next day.
      ["2026-07-01T22:30:00Z", "2026-07-02"],
    ] as const) {
      const { content } = await load(
        { ...A, [FILE]: post("title: B") },
        { drafts: true, now: new Date(now) },
      );
      expect(content.posts[0]).toMatchObject({ file: FILE, day, unpublished: "draft" });
      expect(content.posts[0]?.url).toBe(`/blog/${day.replaceAll("-", "/")}/brouillon/`);
    }
  });

  it.each([
    ["a draft by its front matter", "content/posts/idee.md", "draft: true"],
    ["a draft with its day in another form", "content/posts/_20241205-idee.md", ""],
  ])("gets the note too: %s", async (_which, file, line) => {
    const { problems } = await load({ ...A, [file]: post("title: B", line) });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["note undated-draft"]);
  });

  it("is an error once it is no longer a draft; a page needs no date", async () => {
    expect(await told({ ...A, "content/posts/idee.md": post("title: B") })).toEqual([
      "error content/posts/idee.md no-date",
    ]);
    expect(await told({ ...A, "content/pages/_idee.md": post("title: B") })).toEqual([]);
  });
});
