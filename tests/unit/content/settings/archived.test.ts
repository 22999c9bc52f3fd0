import { describe, expect, it } from "vitest";
import { load, loadSettings, post } from "../site-root.ts";

describe("an archived site", () => {
  it("is archived from its date on", async () => {
    const today = await loadSettings("archived: 2026-03-02");
    expect(today.problems).toEqual([]);
    expect(today.content.site.archived).toEqual({ date: "2026-03-02" });
    expect(today.content.nextChange).toBeUndefined();
  });

  it("is not archived before its date, when the site next changes", async () => {
    const { content } = await loadSettings("archived: 2026-03-03");
    expect(content.site.archived).toBeUndefined();
    expect(content.nextChange).toEqual({
      at: new Date("2026-03-02T23:00:00Z"),
      file: "content/site.yaml",
      what: "archived",
    });
  });

  it("has its own message, with the typography of its language", async () => {
    const one = await loadSettings("archived: { date: 2026-03-01, message: 'Fini : merci !' }");
    expect(one.content.site.archived?.message).toBe("Fini\u00a0: merci\u202f!");
    const each = await loadSettings(
      "archived:",
      "  date: 2026-03-01",
      "  message: { fr: Fini !, en: Over! }",
    );
    expect(each.content.site.archived?.message).toEqual({ fr: "Fini\u202f!", en: "Over!" });
  });
});

describe("a mistake in `archived`", () => {
  it.each([
    ["archived: 2026-02-30", 2, "archived: 2026-02-28"],
    ["archived: { date: 2026-02-30, message: Fini }", 2, "archived: { date: 2026-02-28, message: Fini }"],
    ["archived: { date: 2026-13-01 }", 2, "archived: { date: 2027-01-15 }"],
    ["archived: bientôt", 2],
    ["archived: true", 2],
    ["archived: { message: Fini }", 2, "archived: { message: Fini, date: 2026-06-30 }"],
  ])("%s is refused at its line, with a fix", async (line, at, hint = "archived: 2026-06-30") => {
    const { problems } = await loadSettings(line);
    expect(problems).toMatchObject([{ file: "content/site.yaml", line: at, severity: "error" }]);
    expect(problems[0]?.hint).toContain(hint);
  });

  it("an unknown key gets a warning", async () => {
    const { found, content } = await loadSettings("archived: { date: 2026-03-01, motif: Fini }");
    expect(found).toEqual(["content/site.yaml:2:31 unknown-key"]);
    expect(content.site.archived).toEqual({ date: "2026-03-01" });
  });
});

describe("a post of a site that is archived", () => {
  const site = (day: string): string => `title: T\narchived: ${day}\n`;
  const dated = (...lines: string[]): ReturnType<typeof load> =>
    load({
      "content/site.yaml": site("2026-02-10"),
      "content/posts/2026-02-10-a.md": post("title: A", "description: Le jour même, encore un article."),
      "content/posts/2026-02-11-b.md": post("title: B", "description: Le lendemain, un de trop.", ...lines),
    });

  it("is reported at its date if that is after the day of the archive", async () => {
    const { problems } = await dated();
    expect(problems).toMatchObject([
      { file: "content/posts/2026-02-11-b.md", line: 2, severity: "warn", code: "late-post" },
    ]);
    expect(problems[0]?.message).toContain(
      "daté du 2026-02-11, après le jour où le site est archivé (2026-02-10)",
    );
    expect((await dated("date: 2026-02-12")).found).toContain("content/posts/2026-02-11-b.md:4:7 late-post");
  });

  it("is not reported if the archive has a day that does not exist", async () => {
    const { found } = await load({
      "content/site.yaml": site("2026-02-30"),
      "content/posts/2026-04-01-a.md": post("title: A"),
    });
    expect(found).toEqual(["content/site.yaml:2:11 bad-date"]);
  });

  it("is reported before either day has come", async () => {
    const { found } = await load({
      "content/site.yaml": site("2026-06-30"),
      "content/posts/2026-07-01-a.md": post("title: A"),
    });
    expect(found).toEqual(["content/posts/2026-07-01-a.md:2:1 late-post"]);
  });

  it("is not reported if it is a draft", async () => {
    expect((await dated("draft: true")).found).toEqual([]);
  });
});
