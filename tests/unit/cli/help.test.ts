import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/main.ts";
import { cliWords } from "../../../src/strings/cli.ts";

describe.each(["fr", "en"] as const)("the help in %s", (lang) => {
  it("names each command once, and no other", () => {
    const [, list = ""] = cliWords(lang).usage.split(/\n(?:Commandes|Commands)\n/);
    const named = list
      .split("\n\n")[0]
      ?.split("\n")
      .map((line) => /^ {2}(\S+)/.exec(line)?.[1]);
    expect(named?.toSorted()).toEqual(Object.keys(COMMANDS).sort());
  });
});
