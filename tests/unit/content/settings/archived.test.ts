import { describe, expect, it } from "vitest";
import { load, post } from "../site-root.ts";

/** A site on 2 March 2026 with these lines in `site.yaml`. */
const archived = (...lines: string[]): ReturnType<typeof load> =>
  load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml": ["title: T", ...lines, ""].join("\n"),
  });

describe("an archived site", () => {
  it("is archived from its date on", async () => {
    const today = await archived("archived: 2026-03-02");
    expect(today.problems).toEqual([]);
    expect(today.content.site.archived).toEqual({ date: "2026-03-02" });
    expect(today.content.nextChange).toBeUndefined();
  });

  it("is not archived before its date, when the site next changes", async () => {
    const { content } = await archived("archived: 2026-03-03");
    expect(content.site.archived).toBeUndefined();
    expect(content.nextChange).toEqual({
      at: new Date("2026-03-02T23:00:00Z"),
      file: "content/site.yaml",
      what: "archived",
    });
  });

  it("has its own message, with the typography of its language", async () => {
    const one = await archived("archived: { date: 2026-03-01, message: 'Fini : merci !' }");
    expect(one.content.site.archived?.message).toBe("Fini\u00a0: merci\u202f!");
    const each = await archived("archived:", "  date: 2026-03-01", "  message: { fr: Fini !, en: Over! }");
    expect(each.content.site.archived?.message).toEqual({ fr: "Fini\u202f!", en: "Over!" });
  });
});

describe("a mistake in `archived`", () => {
  it.each([
    ["archived: 2026-02-30", 2],
    ["archived: { date: 2026-13-01 }", 2],
    ["archived: bientôt", 2],
    ["archived: true", 2],
    ["archived: { message: Fini }", 2, "archived: { message: Fini, date: 2026-06-30 }"],
  ])("%s is refused at its line, with a fix", async (line, at, hint = "archived: 2026-06-30") => {
    const { problems } = await archived(line);
    expect(problems).toMatchObject([{ file: "content/site.yaml", line: at, severity: "error" }]);
    expect(problems[0]?.hint).toContain(hint);
  });

  it("an unknown key gets a warning", async () => {
    const { found, content } = await archived("archived: { date: 2026-03-01, motif: Fini }");
    expect(found).toEqual(["content/site.yaml:2:31 unknown-key"]);
    expect(content.site.archived).toEqual({ date: "2026-03-01" });
  });
});
