import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { isOwnersFault, layoutProblem } from "../../../src/cli/layout-error.ts";
import { makeSite } from "../../support/site.ts";

let root = "";
beforeEach(() => {
  ({ root } = makeSite({ ".eleventy.ts": "", "layouts/post.njk": "" }));
});

/** The place and message for an error of Eleventy's around what Nunjucks says. */
function shown(said: string, stack?: string): [string, string] {
  const cause = new Error(said);
  if (stack !== undefined) cause.stack = stack;
  const { file, line, column, message } = layoutProblem(new Error("Having trouble", { cause }), root);
  return [`${file}:${String(line)}:${String(column)}`, message];
}

describe("an error of the site's own layouts and code", () => {
  it("is in Nunjucks' words, at the line that it counts from 0 while a layout runs", () => {
    const said = "(./layouts/post.njk) [Line 1, Column 6]\n  Error: filter not found: crier";
    expect(shown(said)).toEqual(["layouts/post.njk:2:6", `Having trouble\n${said}`]);
  });

  it("is at the line that it counts from 1 while it parses", () => {
    const path = join(root, "layouts/post.njk");
    expect(shown(`(${path}) [Line 3, Column 4]\n  unknown block tag: nimp`)[0]).toBe("layouts/post.njk:3:4");
  });

  it("is in the innermost layout that Nunjucks names", () => {
    const said = "(./layouts/home.njk)\n  Error: (./layouts/post.njk) [Line 4, Column 2]\n  Error: no";
    expect(shown(said)[0]).toBe("layouts/post.njk:5:2");
  });

  it("is where the compiler says for .eleventy.ts", () => {
    expect(shown("Build failed\n.eleventy.ts:3:8: ERROR: Expected )")[0]).toBe(".eleventy.ts:3:9");
  });

  it("is where the site's code threw, and at .eleventy.ts for its compiled form", () => {
    const at = (file: string): string =>
      `Error: x\n    at f (${pathToFileURL(join(root, file)).href}?v=2:7:9)`;
    expect(shown("x", at("_data/été/a.mjs"))[0]).toBe("_data/été/a.mjs:7:9");
    expect(shown("x", at(".cache/config/a.mjs"))[0]).toBe(".eleventy.ts:1:1");
    expect(shown("x", "Error: x\n    at f (/ailleurs/b.js:1:1)")[0]).toBe(".eleventy.ts:1:1");
  });

  it("has each part of nested messages once, and ends even in a cycle", () => {
    const within = new Error("no such filter");
    const error = new Error("(post.njk)\n  Error: no such filter", { cause: within });
    within.cause = error;
    expect(layoutProblem(error, root).message).toBe("(post.njk)\n  Error: no such filter");
  });
});

it("tells a file that the site's code lacks from a failing disk", () => {
  const failed = (code: string, message: string): Error =>
    new Error(message, { cause: Object.assign(new Error(code), { code, syscall: "open", path: "/x" }) });
  expect(isOwnersFault(failed("ENOENT", "Error in Nunjucks Filter `x`"), root)).toBe(true);
  expect(isOwnersFault(failed("ENOSPC", "Error in Nunjucks Filter `x`"), root)).toBe(false);
  expect(isOwnersFault(failed("ENOENT", "somewhere else"), root)).toBe(false);
});
