import { describe, expect, it } from "vitest";
import { load, loadSettings, post } from "../site-root.ts";

/** What is found in a statement that lacks nothing but what `lines` lack of an audit. */
const problemsOf = async (...lines: string[]): Promise<Awaited<ReturnType<typeof load>>["problems"]> => {
  const all = [
    ...lines,
    "declaredOn: 2026-01-05",
    "contact: { phone: '0102030405' }",
    ...["nonConformities", "environment", "tools"].map((key) => `${key}: [une]`),
    "sample: [{ label: A, url: / }]",
  ];
  const { problems } = await loadSettings("accessibility:", ...all.map((line) => `  ${line}`));
  return problems;
};

describe("an accessibility status", () => {
  it("that the audit does not allow is refused at its place, with the allowed one as the fix", async () => {
    expect(
      await problemsOf("rate: 60", "auditedOn: 2026-02-01", "status: totalement conforme"),
    ).toMatchObject([
      {
        file: "content/site.yaml",
        line: 5,
        column: 11,
        severity: "error",
        code: "accessibility",
        hint: "  status: partiellement conforme",
      },
    ]);
  });

  it("that needs an audit is refused without one, even if `checks` is off", async () => {
    const { problems } = await load({
      "content/posts/2026-01-05-titre.md": post("title: A"),
      "content/site.yaml":
        "title: T\nchecks: { accessibility: off }\naccessibility: { status: partiellement conforme }\n",
    });
    expect(problems.filter(({ severity }) => severity !== "note")).toMatchObject([
      { severity: "error", hint: "accessibility: { status: non conforme }" },
    ]);
  });

  it("that matches the audit, or claims less, is accepted", async () => {
    expect(await problemsOf("rate: 60", "auditedOn: 2026-02-01", "status: partiellement conforme")).toEqual(
      [],
    );
    expect(await problemsOf("rate: 60", "auditedOn: 2026-02-01", "status: non conforme")).toEqual([]);
  });
});

it("an audit date that does not exist or is in the future is refused", async () => {
  expect(await problemsOf("auditedOn: 2026-02-30", "rate: 60")).toMatchObject([
    { line: 3, severity: "error", hint: "  auditedOn: 2026-02-28" },
  ]);
  // Carnet must not invent the date of an audit.
  expect(await problemsOf("auditedOn: 2026-03-03", "rate: 60")).toMatchObject([
    { line: 3, severity: "error", hint: "  # auditedOn: 2026-03-03" },
  ]);
  expect(await problemsOf("auditedOn: 2026-03-02", "rate: 60")).toEqual([]);
});

it("an audit too old to rely on gets a warning, unless the status does not rely on it", async () => {
  expect(await problemsOf("auditedOn: 2023-03-01", "rate: 60")).toMatchObject([
    { line: 3, severity: "warn" },
  ]);
  expect(await problemsOf("auditedOn: 2023-03-01", "rate: 60", "status: non conforme")).toEqual([]);
});

it("reports a file of public/ in the place of the statement, in each language of the site", async () => {
  const files = {
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/posts/en/2026-01-05-title.md": post("title: A"),
    "public/accessibilite/index.html": "x",
    "public/en/accessibility/index.html": "x",
    "public/de/accessibility/index.html": "x",
  };
  const site = "title: T\nurl: https://x.org\nemail: a@x.org\ntranslations: { en: { title: T } }\n";
  const { found, problems } = await load({
    ...files,
    "content/site.yaml": `${site}accessibility: { declaredOn: 2026-01-05 }\n`,
  });
  expect(found).toEqual([
    "public/accessibilite/index.html:1:1 accessibility",
    "public/en/accessibility/index.html:1:1 accessibility",
  ]);
  expect(problems.find(({ code }) => code === "accessibility")?.hint).toContain(
    "Supprimez public/accessibilite/index.html.",
  );
  expect((await load({ ...files, "content/site.yaml": site })).found).toEqual([]);
});

describe("a statement that does not say all that the law requires", () => {
  const missing = async (accessibility: string, more = ""): Promise<string[]> => {
    const { problems } = await load({
      "content/posts/2026-01-05-titre.md": post("title: A"),
      "content/site.yaml": `title: T\n${more}accessibility: ${accessibility}\n`,
    });
    return problems.map(({ severity, line, hint }) => `${severity} ${String(line)} ${hint}`);
  };

  it("gets a note of what it lacks: without an audit, its day and a contact", async () => {
    expect(await missing("{}")).toEqual([expect.stringMatching(/^note \d .*: declaredOn, contact$/)]);
    expect(await missing("{ declaredOn: 2026-01-05 }", "email: a@example.org\n")).toEqual([]);
    expect(await missing("{ declaredOn: 2026-01-05, contact: { form: /contact/ } }")).toEqual([]);
    expect(await missing("{ declaredOn: 2026-01-05, contact: { name: A } }")).toEqual([
      expect.stringMatching(/: contact$/),
    ]);
  });

  it("after an audit, also how and where it was made, and what it found", async () => {
    const audit = "declaredOn: 2026-01-05, auditedOn: 2026-01-05";
    const email = "email: a@example.org\n";
    expect(await missing(`{ ${audit}, rate: 60, tools: [axe] }`, email)).toEqual([
      expect.stringMatching(/: nonConformities, environment, sample$/),
    ]);
    expect(await missing(`{ ${audit}, rate: 100 }`, email)).toEqual([
      expect.stringMatching(/: environment, tools, sample$/),
    ]);
  });
});
