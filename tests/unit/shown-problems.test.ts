import { describe, expect, it } from "vitest";
import { problem, type Problem } from "../../src/problems.ts";
import { formatProblems, show, type FormatOptions, type ShownProblem } from "../../src/shown-problems.ts";

const missing = (line: number, href = "/a/"): Problem =>
  problem("dead-link", { file: "content/posts/a.md", line, column: 1 }, { href });

describe("shown problems", () => {
  it("are in order of place, each once, whatever order they were found in", () => {
    const shown = show([missing(9), missing(10), missing(2, "/b/"), missing(9), missing(2)], { lang: "fr" });
    expect(shown.map(({ line, value }) => [line, value])).toEqual([
      [2, "/a/"],
      [2, "/b/"],
      [9, "/a/"],
      [10, "/a/"],
    ]);
  });

  it("have the severity that the site gives their code, except errors that concern safety", () => {
    const script = problem("script", { file: "a.md", line: 1, column: 1 }, { found: "<script>" });
    const as = (severity: "note" | "off"): string[] =>
      show([missing(1), script], { lang: "fr", checks: { "dead-link": severity, script: severity } }).map(
        (one) => `${one.severity} ${one.code}`,
      );
    expect(as("note")).toEqual(["error script", "note dead-link"]);
    expect(as("off")).toEqual(["error script"]);
  });

  it("of a draft are warnings instead of errors, and say so, unless strict", () => {
    const place = { file: "content/posts/_a.md", line: 1, column: 1 };
    const error: Problem = { ...problem("bad-date", place, { found: "2026-02-30" }), ofDraft: true };
    const shown = [false, true].flatMap((strict) => show([error], { lang: "fr", strict }));
    expect(shown.map(({ severity, message }) => `${severity} ${message.slice(0, 33)}`)).toEqual([
      "warn Ce brouillon n’arrête pas la publ",
      "error « 2026-02-30 » n’est pas un jour ",
    ]);
  });
});

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
  it("shows the place, severity, code, message and hint, then counts; nothing if there is nothing", () => {
    expect(format([problemOf()])).toBe(
      "content/posts/x.md:12:3  erreur  bad-date\n  Cette date n’existe pas.\n  → date: 2021-02-28\n\n1 erreur dans 1 fichier\n",
    );
    expect(format([problemOf()], { color: true })).toContain("\u001B[31merreur\u001B[0m");
    expect(format([])).toBe("");
  });

  it("groups by file, puts notes last, and counts each kind", () => {
    const problems = [
      problemOf({ file: "a.md", severity: "note", code: "no-date", hint: "" }),
      problemOf({ file: "a.md", severity: "warn", code: "dead-link" }),
      problemOf({ file: "a.md", hint: "" }),
      problemOf({ file: "b.md", hint: "" }),
    ];
    const text = format(problems);
    expect(text.match(/^\S+:12:3 .*$/gm)).toEqual([
      "a.md:12:3  avertissement  dead-link",
      "a.md:12:3  erreur  bad-date",
      "b.md:12:3  erreur  bad-date",
      "a.md:12:3  note  no-date  Cette date n’existe pas.",
    ]);
    expect(text).toContain("bad-date\n  Cette date n’existe pas.\n\nb.md");
    expect(text.endsWith("\n\n2 erreurs, 1 avertissement, 1 note dans 2 fichiers\n")).toBe(true);
    expect(format(problems, { lang: "en" })).toMatch(/\n\n2 errors, 1 warning, 1 note in 2 files\n$/);
    expect(format(problems, { quiet: true })).toMatch(/\n\n2 erreurs dans 2 fichiers\n$/);
  });

  it("shows every error; of the warnings of a code, three in full, with the lines where they are again", () => {
    const many = (severity: "error" | "warn", count: number): ShownProblem[] =>
      Array.from({ length: count }, (_, n) =>
        problemOf({
          severity,
          line: n + 1,
          hint: "",
          message: `Lien /${String(n % 6)}/.`,
          value: `/${String(n % 6)}/`,
        }),
      );
    expect(format(many("error", 9)).match(/erreur {2}bad-date/g)).toHaveLength(9);
    expect(format(many("warn", 9))).toBe(
      [
        ...["content/posts/x.md:1:3  avertissement  bad-date", "  Lien /0/. (aussi ligne 7)"],
        ...["content/posts/x.md:2:3  avertissement  bad-date", "  Lien /1/. (aussi ligne 8)"],
        ...["content/posts/x.md:3:3  avertissement  bad-date", "  Lien /2/. (aussi ligne 9)"],
        ...["  d’autres du même genre :", "    ligne 4 : /3/", "    ligne 5 : /4/", "    ligne 6 : /5/"],
        "\n9 avertissements dans 1 fichier\n",
      ].join("\n"),
    );
  });

  it("shows the first note of a code in a file, and what distinguishes the others, on one line", () => {
    const notes = ["/a/", "/b/", "/a/", "/c/"].map((value, n) =>
      problemOf({ severity: "note", line: n + 1, hint: "", message: `Lien ${value}.`, value }),
    );
    expect(format(notes, { lang: "en" })).toContain(
      "x.md:1:3  note  bad-date  Lien /a/. (also line 3) (others of this kind: line 2: /b/, line 4: /c/)\n",
    );
  });

  it("counts warnings by code for a build, without notes, but shows those of built pages", () => {
    const problems = [
      problemOf({ severity: "warn", code: "dead-link" }),
      problemOf({ severity: "warn", code: "dead-link", file: "b.md" }),
      problemOf({ severity: "note" }),
    ];
    expect(format(problems, { counted: true, lang: "en" })).toBe(
      "  dead-link: 2 warnings\nTo read them: npx carnet check\n\n2 warnings in 2 files\n",
    );
    expect(format([problemOf({ severity: "note" })], { counted: true })).toBe("");
    const inFull = [problemOf(), problemOf({ severity: "warn", code: "html-link" })];
    expect(format(inFull, { counted: true })).toBe(format(inFull));
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
    expect(format([], { format: "json" })).toBe("[]\n");
    const text = format([problemOf({ value: "2021-02-30" })], { format: "json" });
    expect(JSON.parse(text)).toEqual([problemOf()]);
    const keys = ["file", "line", "column", "code", "severity", "message", "hint"];
    expect([...text.matchAll(/^ {4}"(\w+)":/gm)].map(([, key]) => key)).toEqual(keys);
  });

  it("contains no raw control character, and preserves the text", () => {
    const message = "a\u001B\u009B\u202Eb";
    const text = format([problemOf({ message })], { format: "json" });
    expect(text).not.toMatch(/[\u001B\u009B\u202E]/);
    expect(JSON.parse(text)).toMatchObject([{ message }]);
  });
});

describe("annotations", () => {
  it("are one workflow command each, in which what would end a property or a line is escaped", () => {
    const problems = [
      problemOf(),
      problemOf({ severity: "warn", hint: "", file: "a,b:c%.md" }),
      problemOf({ severity: "note", hint: "", message: "100%\nx\r::stop" }),
    ];
    expect(format(problems, { format: "github", prefix: "./sites/blog/" })).toBe(
      "::error file=sites/blog/content/posts/x.md,line=12,col=3,title=bad-date::Cette date n’existe pas.%0Adate: 2021-02-28\n" +
        "::warning file=sites/blog/a%2Cb%3Ac%25.md,line=12,col=3,title=bad-date::Cette date n’existe pas.\n" +
        "::notice file=sites/blog/content/posts/x.md,line=12,col=3,title=bad-date::100%25%0Ax\\u000d::stop\n",
    );
    expect(format([problemOf()], { format: "github", prefix: "." })).toContain("file=content/posts/x.md,");
  });
});

describe("a Code Quality report", () => {
  const report = (...problems: ShownProblem[]): { fingerprint: string }[] =>
    JSON.parse(format(problems, { format: "gitlab", prefix: "sites/blog" })) as { fingerprint: string }[];

  it("has the fields that GitLab requires, with the hint, and paths from the repository's root", () => {
    expect(report()).toEqual([]);
    expect(report(problemOf())).toEqual([
      {
        description: "Cette date n’existe pas. date: 2021-02-28",
        check_name: "bad-date",
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        severity: "major",
        location: { path: "sites/blog/content/posts/x.md", lines: { begin: 12 } },
      },
    ]);
  });

  it("recognizes a problem whose line has moved, and tells two identical ones apart", () => {
    const [first, second] = report(problemOf({ line: 3 }), problemOf({ line: 9 }));
    expect(report(problemOf({ line: 40 }))[0]).toMatchObject({ fingerprint: first?.fingerprint });
    const others = [second, ...report(problemOf({ file: "y.md" }))].map((one) => one?.fingerprint);
    expect(others).not.toContain(first?.fingerprint);
  });
});
