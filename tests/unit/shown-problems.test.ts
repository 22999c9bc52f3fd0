import { describe, expect, it } from "vitest";
import { problem, type Problem } from "../../src/problems.ts";
import { show } from "../../src/shown-problems.ts";

const missing = (line: number, href = "/a/"): Problem =>
  problem("dead-link", { file: "content/posts/a.md", line, column: 1 }, { href });

describe("shown problems", () => {
  it("are in order of place, each once, whatever order they were found in", () => {
    const shown = show([missing(9), missing(10), missing(2, "/b/"), missing(9), missing(2)], { lang: "fr" });
    expect(shown.map(({ line, message }) => [line, /\/.\//.exec(message)?.[0]])).toEqual([
      [2, "/a/"],
      [2, "/b/"],
      [9, "/a/"],
      [10, "/a/"],
    ]);
  });

  it("leave out what the site turned off", () => {
    const checks = { "dead-link": "off" as const };
    expect(show([missing(1)], { lang: "fr", checks })).toEqual([]);
  });

  describe("of a draft that is left out", () => {
    const place = { file: "content/posts/_a.md", line: 1, column: 1 };
    const error: Problem = { ...problem("bad-date", place, { found: "2026-02-30" }), ofDraft: true };

    it.each([
      ["fr", "Ce brouillon n’arrête pas la publication. « 2026-02-30 » n’est pas un jour"],
      ["en", "This draft does not stop the publication. “2026-02-30” is not a day"],
    ] as const)("are warnings that say so: %s", (lang, message) => {
      const [one] = show([error], { lang });
      expect(one?.severity).toBe("warn");
      expect(one?.message).toContain(message);
    });

    it("are errors without that sentence in strict mode", () => {
      const [one] = show([error], { lang: "fr", strict: true });
      expect(one).toMatchObject({ severity: "error" });
      expect(one?.message).toMatch(/^« 2026-02-30 »/);
    });

    it("are warnings if the site makes them errors, or else have the severity that it gives them", () => {
      const draft: Problem = { ...missing(1), ofDraft: true };
      const as = (severity: "error" | "warn" | "note" | "off"): string[] =>
        show([draft], { lang: "fr", checks: { "dead-link": severity } }).map(
          (one) => `${one.severity} ${one.message.slice(0, 12)}`,
        );
      expect(as("error")).toEqual(["warn Ce brouillon"]);
      expect(as("warn")).toEqual(["warn Le lien « /a"]);
      expect(as("note")).toEqual(["note Le lien « /a"]);
      expect(as("off")).toEqual([]);
    });
  });
});
