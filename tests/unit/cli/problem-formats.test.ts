import { describe, expect, it } from "vitest";
import { formatProblems, type FormatOptions } from "../../../src/problem-formats.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";

const problemOf = (changes: Partial<ShownProblem> = {}): ShownProblem => ({
  file: "content/posts/x.md",
  line: 12,
  column: 3,
  code: "bad-date",
  severity: "error",
  message: "Cette date n’existe pas.",
  hint: "date: 2021-02-28",
  ...changes,
});

const format = (problems: readonly ShownProblem[], options: Partial<FormatOptions> = {}): string =>
  formatProblems(problems, { format: "text", lang: "fr", quiet: false, color: false, ...options });

describe("text", () => {
  it("shows the place, severity, code, message and hint, then counts", () => {
    expect(format([problemOf()])).toBe(
      "content/posts/x.md:12:3  erreur  bad-date\n  Cette date n’existe pas.\n  → date: 2021-02-28\n\n1 erreur dans 1 fichier\n",
    );
  });

  it("groups by file, puts notes last, and counts each kind", () => {
    const text = format([
      problemOf({ file: "a.md", severity: "note", code: "length", hint: "" }),
      problemOf({ file: "a.md", severity: "warn", code: "dead-link" }),
      problemOf({ file: "a.md", hint: "" }),
      problemOf({ file: "b.md", hint: "" }),
    ]);
    expect(text.match(/^\S+:12:3 .*$/gm)).toEqual([
      "a.md:12:3  avertissement  dead-link",
      "a.md:12:3  erreur  bad-date",
      "b.md:12:3  erreur  bad-date",
      "a.md:12:3  note  length  Cette date n’existe pas.",
    ]);
    expect(text).toContain("bad-date\n  Cette date n’existe pas.\n\nb.md");
    expect(text.endsWith("\n\n2 erreurs, 1 avertissement, 1 note dans 2 fichiers\n")).toBe(true);
  });

  it("counts in English too", () => {
    const text = format([problemOf(), problemOf({ severity: "warn" }), problemOf({ severity: "warn" })], {
      lang: "en",
    });
    expect(text.endsWith("\n1 error, 2 warnings in 1 file\n")).toBe(true);
  });

  it("shows every error, but three warnings of a code in a file, with the lines of the others", () => {
    const many = (severity: "error" | "warn" | "note", code: string, count: number) =>
      Array.from({ length: count }, (_, n) => problemOf({ severity, code, line: n + 1, hint: "" }));
    const text = format([
      ...many("error", "bad-date", 9),
      ...many("warn", "dead-link", 5),
      ...many("note", "length", 12),
    ]);
    expect(text.match(/ {2}erreur {2}bad-date/g)).toHaveLength(9);
    expect(text.match(/ {2}avertissement {2}dead-link/g)).toHaveLength(3);
    expect(text).toContain("  (d’autres du même genre : lignes 4, 5)\n");
    expect(text).toContain(
      "content/posts/x.md:1:3  note  length  Cette date n’existe pas. (d’autres du même genre : lignes 2, 3, 4, 5, 6, 7, 8, 9…)\n",
    );
    expect(text).toContain("9 erreurs, 5 avertissements, 12 notes dans 1 fichier");
  });

  it("counts warnings by code, without notes, for a build", () => {
    const [one, two, note] = [
      problemOf({ severity: "warn", code: "dead-link" }),
      problemOf({ severity: "warn", code: "dead-link", file: "b.md" }),
      problemOf({ severity: "note" }),
    ];
    expect(format([one, two, note], { counted: true, lang: "en" })).toBe(
      "  dead-link: 2 warnings\nTo read them: npx carnet check\n\n2 warnings in 2 files\n",
    );
    expect(format([note], { counted: true })).toBe("");
    const ofPage = problemOf({ severity: "warn", code: "html-link" });
    expect(format([ofPage], { counted: true })).toBe(format([ofPage]));
    expect(format([problemOf()], { counted: true })).toBe(format([problemOf()]));
  });

  it("shows only errors when quiet, and nothing when there are none", () => {
    expect(format([problemOf(), problemOf({ severity: "warn" })], { quiet: true })).toMatch(
      /\n1 erreur dans 1 fichier\n$/,
    );
    expect(format([problemOf({ severity: "warn" })], { quiet: true })).toBe("");
    expect(format([])).toBe("");
  });

  it("colours only when asked", () => {
    expect(format([problemOf()], { color: true })).toContain("\u001B[31merreur\u001B[0m");
    expect(format([problemOf()])).not.toContain("\u001B");
  });

  it("escapes control characters and direction marks of the content", () => {
    const text = format([
      problemOf({ file: "a\u001B[2J\nb.md", message: "x\u0007\u202Ey", hint: "un\ndeux" }),
    ]);
    expect(text).toContain("a\\u001b[2J\\u000ab.md:12:3");
    expect(text).toContain("  x\\u0007\\u202ey\n  → un\n    deux\n");
  });
});

describe("JSON", () => {
  it("is an array of problems with these keys in this order, and no other", () => {
    const extra = { ...problemOf(), key: "bad-date/impossible", params: {} };
    const parsed: unknown = JSON.parse(format([extra], { format: "json" }));
    expect(parsed).toEqual([problemOf()]);
    expect(Object.keys((parsed as object[])[0] ?? {})).toEqual([
      "file",
      "line",
      "column",
      "code",
      "severity",
      "message",
      "hint",
    ]);
  });

  it("is an empty array when there is no problem", () => {
    expect(format([], { format: "json" })).toBe("[]\n");
  });

  it("contains no raw control character, and preserves the text", () => {
    const message = "a\u001B\u009B\u202Eb";
    const text = format([problemOf({ message })], { format: "json" });
    expect(text).not.toMatch(/[\u001B\u009B\u202E]/);
    expect(JSON.parse(text)).toMatchObject([{ message }]);
  });
});

describe("annotations", () => {
  it("are one workflow command each", () => {
    expect(
      format(
        [problemOf(), problemOf({ severity: "warn", hint: "" }), problemOf({ severity: "note", hint: "" })],
        { format: "github" },
      ),
    ).toBe(
      "::error file=content/posts/x.md,line=12,col=3,title=bad-date::Cette date n’existe pas.%0Adate: 2021-02-28\n" +
        "::warning file=content/posts/x.md,line=12,col=3,title=bad-date::Cette date n’existe pas.\n" +
        "::notice file=content/posts/x.md,line=12,col=3,title=bad-date::Cette date n’existe pas.\n",
    );
  });

  it("escape what would end a property or a line", () => {
    const text = format([problemOf({ file: "a,b:c%.md", message: "100%\nx\r::stop", hint: "" })], {
      format: "github",
    });
    expect(text).toBe("::error file=a%2Cb%3Ac%25.md,line=12,col=3,title=bad-date::100%25%0Ax\\u000d::stop\n");
  });

  it.each([
    ["sites/blog", "sites/blog/"],
    ["./sites/blog/", "sites/blog/"],
    [".", ""],
    ["", ""],
  ])("name files from the repository's root for a site in %j", (prefix, start) => {
    expect(format([problemOf()], { format: "github", prefix })).toContain(`file=${start}content/posts/x.md,`);
  });
});

describe("a Code Quality report", () => {
  interface Issue {
    fingerprint: string;
  }
  const report = (...problems: Parameters<typeof format>[0]): Issue[] =>
    JSON.parse(format(problems, { format: "gitlab" })) as Issue[];

  it("has the fields that GitLab requires, with the hint, and paths from the repository's root", () => {
    const [one] = JSON.parse(format([problemOf()], { format: "gitlab", prefix: "sites/blog" })) as Issue[];
    expect(one).toEqual({
      description: "Cette date n’existe pas. date: 2021-02-28",
      check_name: "bad-date",
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      severity: "major",
      location: { path: "sites/blog/content/posts/x.md", lines: { begin: 12 } },
    });
  });

  it("recognizes a problem whose line has moved, and tells two identical ones apart", () => {
    const [first, second] = report(problemOf({ line: 3 }), problemOf({ line: 9 }));
    const [moved] = report(problemOf({ line: 40 }));
    expect(moved?.fingerprint).toBe(first?.fingerprint);
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
    expect(report(problemOf({ file: "y.md" }))[0]?.fingerprint).not.toBe(first?.fingerprint);
  });

  it("is an empty array when there is no problem", () => {
    expect(format([], { format: "gitlab" })).toBe("[]\n");
  });
});
