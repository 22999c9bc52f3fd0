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
