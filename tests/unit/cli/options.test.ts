import { describe, expect, it } from "vitest";
import { splitCommand } from "../../../src/cli/arguments.ts";
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
  it("builds the current folder into _site by default", () => {
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
      port: 8080,
    });
  });

  it("resolves relative paths from the current folder", () => {
    expect(options("--site", "../autre", "--output=public")).toMatchObject({
      site: "/home/ana/autre",
      output: "/home/ana/blog/public",
    });
    expect(options("--site", "../autre", "--base", "avant")).toMatchObject({
      base: "/home/ana/blog/avant",
    });
    expect(options("--output=--avant").output).toBe("/home/ana/blog/--avant");
  });

  it.each([["--drafts"], ["--future"]])("writes to _preview with %s, unless told otherwise", (option) => {
    expect(options(option).output).toBe("/home/ana/blog/_preview");
    expect(options(option, "--output", "x").output).toBe("/home/ana/blog/x");
  });

  it("reads the clock each time, so that a long-running process sees the day change", () => {
    const days = [new Date("2026-06-01T22:00:00Z"), new Date("2026-06-02T00:01:00Z")];
    const parsed = parseOptions([], { cwd: "/", clock: () => days.shift() ?? NOON, preview: false });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.options.now().toISOString()).toBe("2026-06-01T22:00:00.000Z");
    expect(parsed.options.now().toISOString()).toBe("2026-06-02T00:01:00.000Z");
  });

  it("never reads the clock when --now sets the time", () => {
    const clock = (): Date => {
      throw new Error("asked");
    };
    const parsed = parseOptions(["--now", "2026-03-02T09:00:00Z"], { cwd: "/", clock, preview: false });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.options.now().toISOString()).toBe("2026-03-02T09:00:00.000Z");
    expect(parsed.options.now()).toEqual(parsed.options.now());
  });

  it.each<[string[], object]>([
    [["-p", "3000"], { key: "unknownOption", option: "-p", suggestion: "port" }],
    [["-f"], { key: "unknownOption", option: "-f" }],
    [["--out", "x"], { key: "unknownOption", option: "--out", suggestion: "output" }],
    [["-s", "x"], { key: "unknownOption", option: "-s" }],
    [["--un"], { key: "unknownOption", option: "--un" }],
    [["--drafs"], { key: "unknownOption", option: "--drafs", suggestion: "drafts" }],
    [["--json"], { key: "unknownOption", option: "--json", suggestion: "format json" }],
    [["--xyzzy"], { key: "unknownOption", option: "--xyzzy" }],
    [["--constructor"], { key: "unknownOption", option: "--constructor" }],
    [["--output"], { key: "missingValue", option: "--output" }],
    [["--output", "--quiet"], { key: "missingValue", option: "--output" }],
    [["--output="], { key: "missingValue", option: "--output" }],
    [["--quiet=yes"], { key: "unwantedValue", option: "--quiet" }],
    [["--format", "xml"], { key: "badFormat", value: "xml", formats: ["text", "json", "github", "gitlab"] }],
    [["--lang", "de"], { key: "badValue", option: "lang", value: "de" }],
    ...["demain", "2026-02-31", "2026-02-31T09:00:00Z", "2026-03-02T99:00"].map(
      (value): [string[], object] => [["--now", value], { key: "badValue", option: "now", value }],
    ),
    ...["blog.example.org", "https://", "https://a b.fr", "ftp://a.fr", "https://a.fr/%E9/"].map(
      (value): [string[], object] => [["--url", value], { key: "badValue", option: "url", value }],
    ),
    ...["/a b/", "//", "/a//b", `/${"a-long-name".repeat(5)}/é`].map((value): [string[], object] => [
      ["--base-path", value],
      { key: "badValue", option: "base-path", value },
    ]),
    ...["abc", "70000", "65536", "80.5", "0x50", "8e3", "-1"].map((value): [string[], object] => [
      ["--port", value],
      { key: "badValue", option: "port", value },
    ]),
    [["mon-site"], { key: "extraArgument", value: "mon-site" }],
  ])("refuses %j and says why", (argv, error) => {
    expect(refusal(...argv)).toEqual(error);
  });

  it("uses the language asked for, also in errors", () => {
    expect(parse("--lang", "en", "--drafs")).toMatchObject({ ok: false, lang: "en" });
    expect(parse("--drafs")).toMatchObject({ ok: false, lang: "fr" });
    const typed = { cwd: "/", clock: () => NOON, preview: false, spoken: "en" as const };
    expect(parseOptions(["--drafs"], typed)).toMatchObject({ ok: false, lang: "en" });
    expect(parseOptions([], typed)).toMatchObject({ options: { spoken: "en" } });
    expect(parseOptions(["--lang", "fr"], typed)).toMatchObject({ options: { spoken: "fr", lang: "fr" } });
  });

  it.each([
    ["--port", "0"],
    ["--port", "65535"],
    ["--now", "2028-02-29"],
    ["--now", "2026-03-02T23:30:00-05:00"],
    ["--url", "https://exemple.org/blog"],
    ["--base-path", "/blog/"],
    ["--base-path", "blog"],
    ["--base-path", "/"],
    ["--lang", "fr"],
    ["--lang", "en"],
    ["--format", "json"],
  ])("accepts %s %s", (option, value) => {
    expect(refusal(option, value)).toBe("accepted");
  });

  it.each([[["-h"]], [["--help"]]])("understands %j", (argv) => {
    expect(parse(...argv)).toMatchObject({ ok: true, help: true });
  });
});

describe("a command that does not take every option or format", () => {
  const limits = { options: ["site", "format"], formats: ["text", "json"] } as const;
  const limited = (...argv: string[]): unknown => {
    const parsed = parseOptions(argv, { cwd: "/", clock: () => NOON, preview: false, ...limits });
    return parsed.ok ? "accepted" : parsed.error;
  };

  it("refuses the others", () => {
    expect(limited("--site", "x", "--format", "json")).toBe("accepted");
    expect(limited("--drafts")).toEqual({ key: "notTaken", option: "--drafts" });
    expect(limited("--format", "github")).toEqual({
      ...{ key: "badFormat", value: "github", formats: ["text", "json"] },
    });
  });

  it("says first that an option does not exist, or lacks its value", () => {
    expect(limited("--drafs")).toMatchObject({ key: "unknownOption" });
    expect(limited("--github")).toEqual({ key: "unknownOption", option: "--github" });
    expect(limited("--url")).toMatchObject({ key: "missingValue" });
  });
});

it("builds the preview of carnet dev into _preview, unless told otherwise", () => {
  const typed = { cwd: "/home/ana/blog", clock: () => NOON, preview: true };
  expect(parseOptions([], typed)).toMatchObject({ options: { output: "/home/ana/blog/_preview" } });
  expect(parseOptions(["--output", "x"], typed)).toMatchObject({ options: { output: "/home/ana/blog/x" } });
});

describe("the command", () => {
  it.each([
    [["build", "--site", "x"], "build", ["--site", "x"]],
    [["--site", "x", "build"], "build", ["--site", "x"]],
    [["--quiet", "check", "--site=build"], "check", ["--quiet", "--site=build"]],
    [["--site", "build"], "", ["--site", "build"]],
    [["new", "Un", "titre"], "new", ["Un", "titre"]],
    [["--version"], "", ["--version"]],
    [[], "", []],
  ])("of %j is %j", (argv, name, rest) => {
    expect(splitCommand(argv)).toEqual({ name, rest });
  });
});
