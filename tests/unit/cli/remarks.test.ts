import { describe, expect, it } from "vitest";
import { createRemarks } from "../../../src/cli/remarks.ts";
import type { Format } from "../../../src/problem-formats.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";

const warning = (file: string, line = 5, code = "missing-alt"): ShownProblem => ({
  file: `content/posts/${file}.md`,
  line,
  column: 1,
  code,
  severity: "warn",
  message: `Le message de ${code}`,
  hint: "",
});
const error: ShownProblem = { ...warning("z", 2, "bad-date"), severity: "error" };
const note: ShownProblem = { ...warning("n", 2, "length"), severity: "note" };

/** What is printed after each save, in order. */
function said(
  saves: readonly (readonly ShownProblem[])[],
  {
    format = "text",
    quiet = false,
    lang = "fr",
  }: { format?: Format; quiet?: boolean; lang?: "fr" | "en" } = {},
): string[] {
  const remarks = createRemarks();
  return saves.map((shown) => remarks(shown, { format, quiet, lang, color: false }));
}

describe("the report of a save", () => {
  it("lists all problems at first, then only new ones with the number of older ones left", () => {
    const [first, second] = said([
      [warning("a"), warning("b"), note],
      [warning("a"), warning("b"), warning("c"), note],
    ]);
    expect(first).toContain("2 avertissements, 1 note dans 3 fichiers\n");
    expect(first).not.toContain("Toujours");
    expect(second).toBe(
      "content/posts/c.md:5:1  avertissement  missing-alt\n  Le message de missing-alt\n\n" +
        "1 avertissement dans 1 fichier\nToujours là, parmi ce qui a déjà été signalé : 2 avertissements, 1 note.\n",
    );
  });

  it("is empty when no problem changed, even if their lines moved", () => {
    expect(said([[warning("a", 5)], [warning("a", 7)]])[1]).toBe("");
  });

  it("treats the second of two identical problems in one file as new", () => {
    expect(said([[warning("a", 5)], [warning("a", 5), warning("a", 9)]])[1]).toContain("a.md:9:1");
  });

  it("says how many problems are left when one is gone, and when all are", () => {
    const saves = said([[warning("a"), warning("b")], [warning("b")], [], []]);
    expect(saves.slice(1)).toEqual([
      "Toujours là, parmi ce qui a déjà été signalé : 1 avertissement.\n",
      "Plus aucun problème.\n",
      "",
    ]);
  });

  it("lists a problem again when it comes back", () => {
    expect(said([[warning("a")], [], [warning("a")]])[2]).toContain("a.md:5:1");
  });

  it("repeats errors until they are gone, and still knows the warnings reported before", () => {
    const saves = said([[warning("a")], [error], [error], [warning("a")]]);
    expect(saves[1]).toContain("bad-date");
    expect(saves[2]).toContain("bad-date");
    expect(saves[3]).toBe("Toujours là, parmi ce qui a déjà été signalé : 1 avertissement.\n");
  });

  it("gives programs the whole list when it changes", () => {
    const saves = said([[warning("a")], [warning("a"), warning("b")], [warning("a"), warning("b")]], {
      format: "json",
    });
    expect(JSON.parse(saves[1] ?? "")).toHaveLength(2);
    expect(saves[2]).toBe("");
  });

  it("gives programs an error again as long as it is there", () => {
    const [first, second, third] = said([[error], [error], [warning("a")]], { format: "json" });
    expect(second).toBe(first);
    expect(JSON.parse(third ?? "")).toMatchObject([{ severity: "warn" }]);
  });

  it("mentions no warning when quiet", () => {
    expect(said([[warning("a"), error], [warning("a")], []], { quiet: true }).slice(1)).toEqual(["", ""]);
  });

  it("is in English too", () => {
    expect(said([[warning("a"), note], [note], []], { lang: "en" }).slice(1)).toEqual([
      "Reported before and still there: 1 note.\n",
      "No problem is left.\n",
    ]);
  });
});
