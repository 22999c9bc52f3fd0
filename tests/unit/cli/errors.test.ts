import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { describeMachineError, isOwnersFault, layoutProblem } from "../../../src/cli/errors.ts";
import { makeSite } from "../../support/site.ts";

const failed = (code: string): Error =>
  Object.assign(new Error(code), { code, path: "/srv/blog", syscall: "open" });

describe.each(["fr", "en"] as const)("a failure of the machine, in %s", (lang) => {
  it.each([
    ["EACCES", /\(\/srv\/blog\) \[EACCES\][^]*--output/],
    ["ENOSPC", /Rien n’a été publié|Nothing was published/],
    ["ESTALE", /\(\/srv\/blog\) \[ESTALE\]/],
  ] as const)("%s says what to do", (code, words) => {
    expect(describeMachineError(failed(code), lang)).toMatch(words);
  });
});

it("an unknown failure is its stack", () => {
  const error = new Error("nope");
  expect(describeMachineError(error, "fr")).toBe(error.stack);
  expect(describeMachineError("nope", "fr")).toBe("nope");
});

describe("an error of the site's own layouts and code", () => {
  let root = "";
  beforeEach(() => {
    ({ root } = makeSite({ ".eleventy.ts": "", "layouts/post.njk": "" }));
  });
  const thrownAt = (file: string): string =>
    `Error: x\n    at f (${pathToFileURL(join(root, file)).href}?v=2:7:9)`;

  it.each([
    // Nunjucks counts lines from 0 while a layout runs, and from 1 while it parses.
    ["(./layouts/post.njk) [Line 1, Column 6]\n  Error: filter not found: crier", "layouts/post.njk:2:6"],
    ["(ROOT/layouts/post.njk) [Line 3, Column 4]\n  unknown block tag: nimp", "layouts/post.njk:3:4"],
    [
      "(./layouts/home.njk)\n  Error: (./layouts/post.njk) [Line 4, Column 2]\n  Error: no",
      "layouts/post.njk:5:2",
    ],
    ["Build failed\n.eleventy.ts:3:8: ERROR: Expected )", ".eleventy.ts:3:9"],
    ["Having trouble parsing data file ./_data/a.json\nUnexpected token", "_data/a.json:1:1"],
    ["_data/été/a.mjs", "_data/été/a.mjs:7:9"],
    [".cache/config/a.mjs", ".eleventy.ts:1:1"],
    ["../ailleurs/b.js", ".eleventy.ts:1:1"],
  ])("%j is shown at %s, in its own words", (said, place) => {
    const message = said.replace("ROOT", root);
    const cause = new Error(message);
    if (!said.includes(":")) cause.stack = thrownAt(said);
    const problem = layoutProblem(new Error("Having trouble", { cause }), root);
    expect(`${problem.file}:${String(problem.line)}:${String(problem.column)}`).toBe(place);
    expect(problem.message).toBe(`Having trouble\n${message}`);
  });

  it("has each part of nested messages once, and ends even in a cycle", () => {
    const within = new Error("no such filter");
    const error = new Error("(post.njk)\n  Error: no such filter", { cause: within });
    within.cause = error;
    expect(layoutProblem(error, root).message).toBe("(post.njk)\n  Error: no such filter");
  });

  it.each([
    ["ENOENT", "Error in Nunjucks Filter `x`", true],
    ["ENOSPC", "Error in Nunjucks Filter `x`", false],
    ["ENOENT", "somewhere else", false],
  ])("%s in %s is the owner's fault: %s", (code, message, isOwners) => {
    expect(isOwnersFault(new Error(message, { cause: failed(code) }), root)).toBe(isOwners);
  });
});
