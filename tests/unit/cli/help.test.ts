import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/main.ts";
import { OPTION_NAMES } from "../../../src/cli/arguments.ts";
import { FORMATS } from "../../../src/problem-formats.ts";
import { cliWords } from "../../../src/strings/cli.ts";
import { usageWords } from "../../../src/strings/usage.ts";

describe.each(["fr", "en"] as const)("the help in %s", (lang) => {
  it("lists every command once, and no other", () => {
    const [, list = ""] = cliWords(lang).usage.split(/\n(?:Commandes|Commands)\n/);
    const named = list
      .split("\n\n")[0]
      ?.split("\n")
      .flatMap((line) => /^ {2}(\S+)/.exec(line)?.[1] ?? []);
    expect(named?.toSorted()).toEqual(Object.keys(COMMANDS).sort());
  });

  it("lists every option", () => {
    for (const option of OPTION_NAMES)
      expect(cliWords(lang).usage).toMatch(new RegExp(`^ .*--${option}\\b`, "m"));
  });

  it("fits a terminal of 80 columns", () => {
    expect(
      cliWords(lang)
        .usage.split("\n")
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });

  it("says what an option's value must be, and quotes the value given", () => {
    const words = usageWords(lang);
    expect(words.badValue("port", "abc")).toMatch(/--port.*abc.* 1 .* 65535/);
    for (const format of FORMATS) expect(words.badFormat("xml", FORMATS)).toContain(format);
    expect(words.badFormat("xml", ["text", "json"])).toMatch(/: (?:« xml »|“xml”) .* text (?:ou|or) json$/);
    expect(words.badValue("now", "2026-02-31")).toContain("--now 2026-03-02T09:00:00Z");
    expect(words.unwantedValue("--quiet")).toContain("--quiet");
    expect(words.notTaken("--drafts", "list")).toMatch(/ : carnet list brouillon$|: carnet list draft$/);
    expect(words.notTaken("--future", "list")).toMatch(
      / : carnet list "à paraître"$|: carnet list scheduled$/,
    );
    expect(words.notTaken("--port", "list")).toContain("--port");
  });
});

it("says who can see the site when an address to listen on is given", () => {
  const [fr, en] = (["fr", "en"] as const).map((lang) => usageWords(lang).unknownOption("--host", "port"));
  expect(fr).toContain("option inconnue : --host. carnet dev ne répond qu’à la machine où il tourne.");
  expect(en).toContain("unknown option: --host. carnet dev answers only the machine it runs on.");
  expect(usageWords("en").unknownOption("--drafs", "drafts")).toContain("Did you mean --drafts?");
});
