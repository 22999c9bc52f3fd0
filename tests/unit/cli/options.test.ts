import { describe, expect, it } from "vitest";
import { parseOptions, type Options, type Parsed } from "../../../src/cli/options.ts";

const NOON = new Date("2026-06-01T12:00:00Z");

function parse(...argv: string[]): Parsed {
  return parseOptions(argv, { cwd: "/home/ana/blog", clock: () => NOON, preview: false });
}

function options(...argv: string[]): Options {
  const parsed = parse(...argv);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.options;
}

function refusal(...argv: string[]): unknown {
  const parsed = parse(...argv);
  return parsed.ok ? "accepted" : parsed.error;
}

describe("the command line", () => {
  it("builds the current folder into _site when nothing is said", () => {
    expect(options()).toMatchObject({
      site: "/home/ana/blog",
      output: "/home/ana/blog/_site",
      drafts: false,
      future: false,
      strict: false,
      format: "text",
      quiet: false,
      cache: true,
      search: true,
      external: false,
      port: 8080,
    });
  });

  it("takes relative paths from where the person typed", () => {
    expect(options("--site", "../autre", "--output=public")).toMatchObject({
      site: "/home/ana/autre",
      output: "/home/ana/blog/public",
    });
  });

  it.each([["--drafts"], ["--future"]])("writes to _preview with %s, unless told where", (option) => {
    expect(options(option).output).toBe("/home/ana/blog/_preview");
    expect(options(option, "--output", "x").output).toBe("/home/ana/blog/x");
  });

  it("asks the clock again each time, so that a process that stays sees the day change", () => {
    const days = [new Date("2026-06-01T22:00:00Z"), new Date("2026-06-02T00:01:00Z")];
    const parsed = parseOptions([], { cwd: "/", clock: () => days.shift() ?? NOON, preview: false });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.options.now().toISOString()).toBe("2026-06-01T22:00:00.000Z");
    expect(parsed.options.now().toISOString()).toBe("2026-06-02T00:01:00.000Z");
  });

  it("never asks the clock where --now fixed the instant", () => {
    const clock = (): Date => {
      throw new Error("asked");
    };
    const parsed = parseOptions(["--now", "2026-03-02T09:00:00Z"], { cwd: "/", clock, preview: false });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.options.now().toISOString()).toBe("2026-03-02T09:00:00.000Z");
    expect(parsed.options.now()).toEqual(parsed.options.now());
  });

  it.each([
    [["--drafs"], { key: "unknownOption", option: "--drafs", suggestion: "drafts" }],
    [["--xyzzy"], { key: "unknownOption", option: "--xyzzy" }],
    [["--constructor"], { key: "unknownOption", option: "--constructor" }],
    [["--output"], { key: "missingValue", option: "--output" }],
    [["--output", "--quiet"], { key: "missingValue", option: "--output" }],
    [["--output="], { key: "missingValue", option: "--output" }],
    [["--quiet=yes"], { key: "badValue", option: "--quiet", value: "yes", allowed: "--quiet" }],
    [
      ["--format", "xml"],
      { key: "badValue", option: "--format", value: "xml", allowed: "text, json, github, gitlab" },
    ],
    [["--lang", "de"], { key: "badValue", option: "--lang", value: "de", allowed: "fr, en" }],
    [
      ["--now", "demain"],
      { key: "badValue", option: "--now", value: "demain", allowed: "2026-03-02T09:00:00Z" },
    ],
    [
      ["--now", "2026-02-31T99:00"],
      { key: "badValue", option: "--now", value: "2026-02-31T99:00", allowed: "2026-03-02T09:00:00Z" },
    ],
    [
      ["--url", "blog.example.org"],
      { key: "badValue", option: "--url", value: "blog.example.org", allowed: "https://blog.example.org" },
    ],
    [["--base-path", "/a b/"], { key: "badValue", option: "--base-path", value: "/a b/", allowed: "/blog/" }],
    [["--port", "70000"], { key: "badValue", option: "--port", value: "70000", allowed: "8080" }],
    [["--port", "80.5"], { key: "badValue", option: "--port", value: "80.5", allowed: "8080" }],
    [["mon-site"], { key: "extraArgument", value: "mon-site" }],
  ])("refuses %j and says why", (argv, error) => {
    expect(refusal(...argv)).toEqual(error);
  });

  it("speaks the language asked for, also of a mistake", () => {
    expect(parse("--lang", "en", "--drafs")).toMatchObject({ ok: false, lang: "en" });
    expect(parse("--drafs")).toMatchObject({ ok: false, lang: "fr" });
  });

  it.each([
    ["--port", "0"],
    ["--base-path", "/blog/"],
    ["--base-path", "blog"],
    ["--base-path", "/"],
  ])("accepts %s %s", (option, value) => {
    expect(refusal(option, value)).toBe("accepted");
  });

  it.each([[["-h"]], [["--help"]]])("understands %j", (argv) => {
    expect(parse(...argv)).toMatchObject({ ok: true, help: true });
  });
});

it("builds the preview of carnet dev into _preview, and elsewhere when told", () => {
  const typed = { cwd: "/home/ana/blog", clock: () => NOON, preview: true };
  expect(parseOptions([], typed)).toMatchObject({ options: { output: "/home/ana/blog/_preview" } });
  expect(parseOptions(["--output", "x"], typed)).toMatchObject({ options: { output: "/home/ana/blog/x" } });
});
