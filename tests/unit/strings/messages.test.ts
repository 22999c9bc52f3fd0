import { describe, expect, it, test } from "vitest";
import { problem } from "../../../src/problems.ts";
import { show } from "../../../src/shown-problems.ts";
import { filled } from "../../../src/strings/problems/message.ts";
import { catalogue } from "../../../src/strings/problems.ts";

const PLACE = { file: "a.md", line: 1, column: 1 };

describe("a message", () => {
  it("is filled in, each value on one line and no longer than a quotation may be", () => {
    expect(filled("« {a} » ({b})", { a: "x\n y", b: 4.5 }, "fr")).toBe("« x y » (4,5)");
    expect(filled("{a} {.decorative}", { a: "é".repeat(300) }, "en")).toBe(
      `${"é".repeat(199)}… {.decorative}`,
    );
  });

  it("joins lists as its language does", () => {
    expect(filled("{a}", { a: ["x", "y", "z"] }, "fr")).toBe("x, y et z");
    expect(filled("{a}", { a: ["x", "y", "z"] }, "en")).toBe("x, y and z");
  });

  it("is reported with the values of its placeholders, as the compiler checks", () => {
    // @ts-expect-error: `href` is missing.
    problem("dead-link", PLACE, {});
    // @ts-expect-error: nothing says `text`.
    problem("no-title" satisfies string as "front-matter/no-title", PLACE, { text: "a" });
  });

  it("shows the line to paste if the problem has one, or else what to do", () => {
    const hints = [undefined, "[a](/b/)", { fr: "fr", en: "en" }].map(
      (fix) => show([problem("dead-link/withheld", PLACE, { href: "/a/" }, fix)], { lang: "fr" })[0]?.hint,
    );
    expect(hints).toEqual([catalogue["dead-link/withheld"].hint?.fr, "[a](/b/)", "fr"]);
  });
});

const namesIn = (text = ""): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test.each(Object.entries(catalogue))("%s is a sentence in both languages", (_, { fr, en, hint }) => {
  expect(namesIn(fr + (hint?.fr ?? ""))).toEqual(namesIn(en + (hint?.en ?? "")));
  expect([fr, en].filter((text) => !/^[\p{Lu}“«`{].*[.]$/u.test(text))).toEqual([]);
  expect(fr.replace(/`[^`]*`/g, "")).not.toMatch(/'|[^ ][;!?»]|«[^ ]/);
});
