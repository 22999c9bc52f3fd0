import { describe, expect, it } from "vitest";
import { problem, type Problem } from "../../src/problems.ts";
import { show, type ShownBefore } from "../../src/shown-problems.ts";

const missing = (line: number, href = "/a/"): Problem =>
  problem("dead-link/missing", { file: "content/posts/a.md", line, column: 1 }, { href });

describe("problems that are shown", () => {
  it("stand in order of place, each once, whatever order they were found in", () => {
    const shown = show([missing(9), missing(10), missing(2, "/b/"), missing(9), missing(2)], { lang: "fr" });
    expect(shown.map(({ line, message }) => [line, /\/.\//.exec(message)?.[0]])).toEqual([
      [2, "/a/"],
      [2, "/b/"],
      [9, "/a/"],
      [10, "/a/"],
    ]);
  });

  it("leave out what the site turned off, before and after", () => {
    const checks = { "dead-link": "off" as const };
    const [one, before] = [missing(1), new WeakMap()];
    expect(show([one], { lang: "fr", checks }, before)).toEqual([]);
    expect(show([one], { lang: "fr", checks }, before)).toEqual([]);
  });

  it("keep their words from one call to the next, and those that come anew among them", () => {
    const before: ShownBefore = new WeakMap();
    const [one, two] = [missing(1), missing(5)];
    const [first] = show([one], { lang: "fr" }, before);
    const again = show([two, missing(3), one, missing(5)], { lang: "fr" }, before);
    expect(again[0]).toBe(first);
    expect(again.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(again).toEqual(show([one, missing(3), two], { lang: "fr" }));
  });
});
