import { describe, expect, it } from "vitest";
import { html, problems } from "./support.ts";

describe("control characters", () => {
  it.each(["\u0001", "\u0008", "\u001b", "\u001f", "\u007f", "\u0092", "\ufdd0", "\ufffe", "\uffff"])(
    "are removed, with a warning at their place: %j",
    (character) => {
      const body = `Un texte\net un mo${character}t`;
      expect(html(body)).toBe("<p>Un texte\net un mot</p>");
      expect(problems(body)).toMatchObject([
        { code: "control-character", severity: "warn", line: 2, column: 9 },
      ]);
    },
  );

  it.each(["\u000b", "\u000c", "\u0085"])("become a space if they separate words: %j", (character) => {
    expect(html(`un${character}mot`)).toBe("<p>un mot</p>");
  });

  it("are reported once per line, with their number", () => {
    const found = problems("a\u0001b\u0002c\n\n`d\u0003`");
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(found[0]?.message).toContain("2 caractères");
  });

  it("are removed from code and addresses too", () => {
    expect(html("`a\u0001` [b](java\u0001script:x)")).toBe("<p><code>a</code> b</p>");
  });

  it("do not include tabs and line ends", () => {
    expect(problems("a\tb\n\n\tc")).toEqual([]);
  });
});
