import { describe, expect, it } from "vitest";
import { canChange, readHead, withChange } from "../../../src/admin/form/front-matter.ts";

const changed = (head: string, key: string, value?: unknown): string => withChange(head, [key, value], "\n");

describe("front matter in the form", () => {
  it("has the values that Carnet reads", () => {
    const head = "a: 2024.10\nb: 08\nc: 1e3\nd: 12\ne: oui\nf: 2024-01-02\ng: -0.5\n";
    expect(readHead(head)).toEqual({
      ...{ a: "2024.10", b: "08", c: "1e3", d: 12, e: "oui", f: "2024-01-02", g: -0.5 },
    });
  });

  it("can be changed where a value contains U+2028", () => {
    expect(changed("title: A\u2028B\nx: 1\n", "title", "C")).toBe("title: C\nx: 1\n");
  });

  it("cannot be changed if its YAML is invalid, except for a bare @name", () => {
    for (const head of ['title: "A\nx: 1\n', "- a\n", "mots\n", "title: A\ntitle: B\n", "title: A: B\n"])
      expect(canChange(head), head).toBe(false);
    for (const head of ["", "# Rien\n", "title: A\ntwitter: @nom\n"])
      expect(canChange(head), head).toBe(true);
    expect(changed("twitter: @nom\n", "title", "A")).toBe("twitter: @nom\ntitle: A\n");
    expect(readHead("twitter: @nom\n")).toEqual({ twitter: "@nom" });
    // If another key refers to this value, all keys are written again.
    expect(changed("title: &t A\nsubtitle: *t\ntwitter: @nom\n", "title", "B")).toContain(
      'twitter: "@nom"\n',
    );
  });
});

describe("front matter that cannot be changed line by line", () => {
  it("keeps the other keys if it is in braces, indented or ended by `...`", () => {
    expect(changed("{ title: A, x: 08 } # b\n", "title", "B")).toBe('{title: B, x: "08"} # b\n');
    expect(changed("  title: A\n  x: 1\n", "slug", "b")).toBe("title: A\nx: 1\nslug: b\n");
    expect(changed("title: A\n...\n", "slug", "b")).toContain("title: A\nslug: b\n");
  });

  it("keeps the values of other keys that refer to a changed one", () => {
    expect(changed("# a\ntitle: &t A\nsubtitle: *t\n", "title", "B")).toBe("# a\ntitle: B\nsubtitle: A\n");
  });
});

describe("a value of several lines", () => {
  it("is written on one line, so that no part of it looks like an item or a key", () => {
    expect(changed("x: 1\n", "description", "Deux :\n-un\n\n- deux")).toBe(
      'x: 1\ndescription: "Deux :\\n-un\\n\\n- deux"\n',
    );
    expect(changed("", "tags", ["a\nb", "c"])).toBe('tags: ["a\\nb", c]\n');
  });
});
