import { describe, expect, it } from "vitest";
import { load, post } from "../site-root.ts";

/** A site on 2 March 2026 with these lines in `site.yaml`. */
const archived = (...lines: string[]): ReturnType<typeof load> =>
  load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml": ["title: T", ...lines, ""].join("\n"),
  });

describe("a site that is archived", () => {
  it("is so from its day on, in the site’s zone", async () => {
    const today = await archived("archived: 2026-03-02");
    expect(today.problems).toEqual([]);
    expect(today.content.site.archived).toEqual({ date: "2026-03-02" });
    expect(today.content.nextChange).toBeUndefined();
  });

  it("is as any other before that day, which is the next one to build on", async () => {
    const { content } = await archived("archived: 2026-03-03");
    expect(content.site.archived).toBeUndefined();
    expect(content.nextChange).toEqual({
      at: new Date("2026-03-02T23:00:00Z"),
      file: "content/site.yaml",
      what: "archived",
    });
  });

  it("says so in its own words, set by the rules of their language", async () => {
    const one = await archived("archived: { date: 2026-03-01, message: 'Fini : merci !' }");
    expect(one.content.site.archived?.message).toBe("Fini\u00a0: merci\u202f!");
    const each = await archived("archived:", "  date: 2026-03-01", "  message: { fr: Fini !, en: Over! }");
    expect(each.content.site.archived?.message).toEqual({ fr: "Fini\u202f!", en: "Over!" });
  });
});

describe("an archived site that says it wrong", () => {
  it.each([
    ["archived: 2026-02-30", 2],
    ["archived: { date: 2026-13-01 }", 2],
    ["archived: bientôt", 2],
    ["archived: true", 2],
    ["archived: { message: Fini }", 2, "archived: { message: Fini, date: 2026-06-30 }"],
  ])("%s is refused at its line, with one to paste", async (line, at, hint = "archived: 2026-06-30") => {
    const { problems } = await archived(line);
    expect(problems).toMatchObject([{ file: "content/site.yaml", line: at, severity: "error" }]);
    expect(problems[0]?.hint).toContain(hint);
  });

  it("is warned of a key that means nothing there", async () => {
    const { found, content } = await archived("archived: { date: 2026-03-01, motif: Fini }");
    expect(found).toEqual(["content/site.yaml:2:31 unknown-key"]);
    expect(content.site.archived).toEqual({ date: "2026-03-01" });
  });
});
