import { describe, expect, it } from "vitest";
import { parseOptions, type Options } from "../../../src/cli/options.ts";
import { printSummary } from "../../../src/cli/tell.ts";
import { createTerminal } from "../../../src/cli/terminal.ts";

function options(...argv: string[]): Options {
  const parsed = parseOptions(argv, { cwd: "/blog", clock: () => new Date(0), preview: false });
  if (!parsed.ok) throw new Error("refused");
  return parsed.options;
}

/** The lines that a build ends with. */
function summary(argv: readonly string[], made = 4, lang: "fr" | "en" = "fr"): string[] {
  let said = "";
  const stream = { write: (text: string): boolean => (said += text) !== "" };
  const told = { shown: [], lang, pages: 12, posts: 3 };
  printSummary(told, { made, started: 0 }, options(...argv), createTerminal(stream, stream, {}));
  return said.trimEnd().split("\n");
}

describe("the last line of a build", () => {
  it.each([
    [[], "Dans _site ; pour le regarder : npx carnet dev"],
    [["--site", "autre"], "Dans _site ; pour le regarder : npx carnet dev --site autre"],
    [["--site=mon blog"], 'Dans _site ; pour le regarder : npx carnet dev --site "mon blog"'],
    [["--drafts", "--future"], "Dans _preview ; pour le regarder : npx carnet dev --drafts --future"],
    [["--output", "x"], "Dans x ; pour le regarder, ouvrez ce fichier dans un navigateur : x/index.html"],
    [
      ["--output", "/tmp/x", "--drafts"],
      "Dans /tmp/x ; pour le regarder, ouvrez ce fichier dans un navigateur : /tmp/x/index.html",
    ],
  ])("after %j says how to look at what was made", (argv, line) => {
    expect(summary(argv).at(-1)).toBe(line);
  });

  it("says it in English", () => {
    expect(summary(["--output", "x"], 4, "en").at(-1)).toBe(
      "In x; to look at it, open this file in a browser: x/index.html",
    );
  });
});
