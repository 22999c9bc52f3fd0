import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseOptions, type Options } from "../../../src/cli/options.ts";
import { formatOf, printNext, printSummary } from "../../../src/cli/tell.ts";
import { createTerminal } from "../../../src/cli/terminal.ts";
import { makeSite } from "../../support/site.ts";

function options(...argv: string[]): Options {
  const parsed = parseOptions(argv, { cwd: "/blog", clock: () => new Date(0), preview: false });
  if (!parsed.ok) throw new Error("refused");
  return parsed.options;
}

/** The lines printed at the end of a build. */
function summary(
  argv: readonly string[],
  lang: "fr" | "en" = "fr",
  changes = { pages: 4, written: 0, removed: 0 },
): string[] {
  let said = "";
  const stream = { write: (text: string): boolean => (said += text) !== "" };
  const told = { shown: [], lang, pages: 12, posts: 3 };
  printSummary(told, { changes, started: 0 }, options(...argv), createTerminal(stream, stream, {}));
  return said.trimEnd().split("\n");
}

/** What is printed about the next change to come. */
function next(...argv: string[]): string {
  let said = "";
  const stream = { write: (text: string): boolean => (said += text) !== "" };
  printNext({ next: "Demain." }, options(...argv), createTerminal(stream, stream, {}));
  return said;
}

it.each([
  [[], "Demain.\n"],
  [["--format", "github"], "::notice title=carnet::Demain.\n"],
  [["--format", "json"], ""],
  [["--quiet"], ""],
])("says with %j when to build again", (argv, expected) => {
  expect(next(...argv)).toBe(expected);
});

it("says nothing about the next build when nothing is to change", () => {
  const said: string[] = [];
  const stream = { write: (text: string): boolean => said.push(text) > 0 };
  printNext({}, options(), createTerminal(stream, stream, {}));
  expect(said).toEqual([]);
});

it.each([[["--quiet"]], [["--format", "json"]], [["--format", "github"]]])(
  "prints no summary with %j",
  (argv) => {
    expect(summary(argv)).toEqual([""]);
  },
);

it("has paths as in the repository for forges, and as in the site for everyone else", () => {
  const { root } = makeSite({ ".git/HEAD": "x", "sites/blog/content/site.yaml": "x" });
  const prefix = (format: string, site: string): string | undefined => {
    const quiet = { write: (): boolean => true };
    const asked = options("--site", join(root, site), "--format", format);
    return formatOf(asked, "fr", createTerminal(quiet, quiet, {})).prefix;
  };
  for (const format of ["github", "gitlab"]) {
    expect(prefix(format, "sites/blog")).toBe("sites/blog");
    expect(prefix(format, "")).toBe("");
  }
  for (const format of ["text", "json"]) expect(prefix(format, "sites/blog")).toBeUndefined();
});

describe("the last line of a build", () => {
  it.each([
    [[], "Dans _site ; pour le regarder : npx carnet dev"],
    [["--site", "autre"], "Dans _site ; pour le regarder : npx carnet dev --site autre"],
    [["--site=mon blog"], 'Dans _site ; pour le regarder : npx carnet dev --site "mon blog"'],
    [["--drafts", "--future"], "Dans _preview ; pour le regarder : npx carnet dev --drafts --future"],
    [
      ["--output", "../x"],
      "Dans /x ; pour le regarder, ouvrez ce fichier dans un navigateur : /x/index.html",
    ],
    [["--output", "x"], "Dans x ; pour le regarder, ouvrez ce fichier dans un navigateur : x/index.html"],
    [
      ["--output", "/tmp/x", "--drafts"],
      "Dans /tmp/x ; pour le regarder, ouvrez ce fichier dans un navigateur : /tmp/x/index.html",
    ],
  ])("after %j says how to view the result", (argv, line) => {
    expect(summary(argv).at(-1)).toBe(line);
  });

  it("is in English too", () => {
    expect(summary(["--output", "x"], "en").at(-1)).toBe(
      "In x; to view it, open this file in a browser: x/index.html",
    );
  });
});

describe("the first line of a build's summary", () => {
  it.each([
    [{ pages: 12, written: 40, removed: 0 }, "Site construit : 12 pages, dont 3 articles."],
    [
      { pages: 2, written: 3, removed: 1 },
      "Site construit : 12 pages, dont 3 articles ; 2 pages ont changé.",
    ],
    [{ pages: 0, written: 0, removed: 0 }, "Site à jour : 12 pages, dont 3 articles ; rien n’avait changé."],
    [
      { pages: 0, written: 1, removed: 0 },
      "Site mis à jour : 12 pages, dont 3 articles ; aucune page n’a changé, un autre fichier a été écrit.",
    ],
    [
      { pages: 0, written: 2, removed: 1 },
      "Site mis à jour : 12 pages, dont 3 articles ; aucune page n’a changé, 2 autres fichiers ont été écrits et un fichier a été retiré.",
    ],
  ])("after %j says what changed", (changes, line) => {
    expect(summary([], "fr", changes)[0]).toBe(line);
  });

  it("is in English too", () => {
    expect(summary([], "en", { pages: 0, written: 1, removed: 2 })[0]).toBe(
      "Site updated: 12 pages, 3 of them posts; no page has changed, one other file was written and 2 files were removed.",
    );
  });
});
