import { describe, expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const problemsOf = async (...lines: string[]): Promise<Awaited<ReturnType<typeof load>>["problems"]> => {
  const { problems } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml": ["title: T", "accessibility:", ...lines.map((line) => `  ${line}`), ""].join("\n"),
  });
  return problems;
};

describe("a state that the audit does not allow", () => {
  it("is refused at its place, with the one that may be written", async () => {
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

  it("is refused where nothing was audited, whatever checks says", async () => {
    const { problems } = await load({
      "content/posts/2026-01-05-titre.md": post("title: A"),
      "content/site.yaml":
        "title: T\nchecks: { accessibility: off }\naccessibility: { status: partiellement conforme }\n",
    });
    expect(problems).toMatchObject([{ severity: "error", hint: "accessibility: { status: non conforme }" }]);
  });

  it("is no fault where it is the audit's own, or less", async () => {
    expect(await problemsOf("rate: 60", "auditedOn: 2026-02-01", "status: partiellement conforme")).toEqual(
      [],
    );
    expect(await problemsOf("rate: 60", "auditedOn: 2026-02-01", "status: non conforme")).toEqual([]);
  });
});

it("refuses the day of an audit that does not exist or has not come", async () => {
  expect(await problemsOf("auditedOn: 2026-02-30", "rate: 60")).toMatchObject([
    { line: 3, severity: "error", hint: "  auditedOn: 2026-02-28" },
  ]);
  // Nobody may invent the day of an audit.
  expect(await problemsOf("auditedOn: 2026-03-03", "rate: 60")).toMatchObject([
    { line: 3, severity: "error", hint: "  # auditedOn: 2026-03-03" },
  ]);
  expect(await problemsOf("auditedOn: 2026-03-02", "rate: 60")).toEqual([]);
});

it("says when an audit is too old to be relied on, unless the site no longer does", async () => {
  expect(await problemsOf("auditedOn: 2023-03-01", "rate: 60")).toMatchObject([
    { line: 3, severity: "warn" },
  ]);
  expect(await problemsOf("auditedOn: 2023-03-01", "rate: 60", "status: non conforme")).toEqual([]);
});
