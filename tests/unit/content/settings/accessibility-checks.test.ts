import { describe, expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const problemsOf = async (...lines: string[]): Promise<Awaited<ReturnType<typeof load>>["problems"]> => {
  const { problems } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml": ["title: T", "accessibility:", ...lines.map((line) => `  ${line}`), ""].join("\n"),
  });
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
    expect(problems).toMatchObject([{ severity: "error", hint: "accessibility: { status: non conforme }" }]);
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
  const site = "title: T\nurl: https://x.org\ntranslations: { en: { title: T } }\n";
  const { found, problems } = await load({ ...files, "content/site.yaml": `${site}accessibility: {}\n` });
  expect(found).toEqual([
    "public/accessibilite/index.html:1:1 accessibility",
    "public/en/accessibility/index.html:1:1 accessibility",
  ]);
  expect(problems.find(({ code }) => code === "accessibility")?.hint).toContain(
    "Supprimez public/accessibilite/index.html.",
  );
  expect((await load({ ...files, "content/site.yaml": site })).found).toEqual([]);
});
