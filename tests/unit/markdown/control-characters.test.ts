import { describe, expect, it } from "vitest";
import { html, problems } from "./support.ts";

describe("control characters", () => {
  it.each(["\u0001", "\u0008", "\u001b", "\u001f", "\u007f", "\u0092", "\ufdd0", "\ufffe", "\uffff"])(
    "%j leaves the page, with a warning at its place",
    (character) => {
      const body = `Un texte\net un mo${character}t`;
      expect(html(body)).toBe("<p>Un texte\net un mot</p>");
      expect(problems(body)).toMatchObject([
        { code: "control-character", severity: "warn", line: 2, column: 9 },
      ]);
    },
  );

  it.each(["\u000b", "\u000c", "\u0085"])("%j becomes a space, for it parts words", (character) => {
    expect(html(`un${character}mot`)).toBe("<p>un mot</p>");
  });

  it("are told once a line, with their number", () => {
    const found = problems("a\u0001b\u0002c\n\n`d\u0003`");
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(found[0]?.message).toContain("2 caractères");
  });

  it("leave code and addresses too, where they could hide what an address is", () => {
    expect(html("`a\u0001` [b](java\u0001script:x)")).toBe("<p><code>a</code> b</p>");
  });

  it("tabs and line ends are none", () => {
    expect(problems("a\tb\n\n\tc")).toEqual([]);
  });
});
