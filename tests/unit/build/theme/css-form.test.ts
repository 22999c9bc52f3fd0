import { describe, expect, it } from "vitest";
import { cssForm, withEnds } from "../../../../src/build/theme/css-form.ts";

const said = (css: string): string => {
  const { open, stray } = cssForm(css);
  const all = [...open.map((one) => ["open", one] as const), ...stray.map((one) => ["stray", one] as const)];
  return all.map(([what, { sign, offset }]) => `${what} ${sign} ${String(offset)}`).join(", ");
};

describe("the open and stray signs of a stylesheet", () => {
  it.each([
    ["a { color: red }", ""],
    ["a { color: red", "open { 2"],
    ["a { b { color: red }", "open { 2"],
    ["a { b { c {", "open { 2, open { 6, open { 10"],
    ["/* a", "open /* 0"],
    ["a {} /* b { */ c {}", ""],
    ["a {} /*/", "open /* 5"],
    ["@media (min-width: 3em { a {} }", "open ( 7"],
    ["a[b { }", "open [ 1"],
    ["a {} } b {}", "stray } 5"],
    ["a { b: c) }", ""],
    ['a { content: "}" }', ""],
    ["a { content: '\\'}' }", ""],
    ['a { content: "b\n}', ""],
    ['a { content: "b', 'open { 2, open " 13'],
    ["a { content: 'b", "open { 2, open ' 13"],
    ["a { b: url(c}d) }", ""],
    ["a { b: url(/img/(1).png) }", ""],
    ['a { b: url("c)") }', ""],
    [".a\\{ { }", ""],
    ["", ""],
  ])("in %j: %s", (css, wanted) => {
    expect(said(css)).toBe(wanted);
  });

  it("are none once the missing ends are added", () => {
    for (const css of ["a {", "a { /* b", 'a { b: "c', "@media (a", "a [b"]) {
      expect(said(css)).not.toBe("");
      expect(said(withEnds(css))).toBe("");
    }
    expect(withEnds('@media (a) { b { c: "d')).toBe('@media (a) { b { c: "d"}}');
    expect(withEnds("a {}")).toBe("a {}");
  });

  it("are found in long runs of signs, within the time limit of a test", () => {
    const long = '"\\'.repeat(50_000) + "url(".repeat(50_000) + "/*".repeat(50_000);
    expect(cssForm(long).open.length).toBeGreaterThan(0);
  });
});
