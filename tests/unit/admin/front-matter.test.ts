import { describe, expect, it } from "vitest";
import { canChange, readHead, withChange } from "../../../src/admin/form/front-matter.ts";

const changed = (head: string, key: string, value?: unknown): string => withChange(head, [key, value], "\n");

describe("the values of front matter in the form", () => {
  it("are what Carnet reads", () => {
    const head = "a: 2024.10\nb: 08\nc: 1e3\nd: 12\ne: oui\nf: 2024-01-02\ng: -0.5\n";
    expect(readHead(head)).toEqual({
      ...{ a: "2024.10", b: "08", c: "1e3", d: 12, e: "oui", f: "2024-01-02", g: -0.5 },
    });
  });

  it("are there where a line separator of typesetters stands among them", () => {
    expect(changed("title: A\u2028B\nx: 1\n", "title", "C")).toBe("title: C\nx: 1\n");
  });

  it("are left alone where it cannot be told what belongs to which key", () => {
    for (const head of ['title: "A\nx: 1\n', "- a\n", "mots\n", "title: A\ntitle: B\n", "title: A: B\n"])
      expect(canChange(head), head).toBe(false);
    for (const head of ["", "# Rien\n", "title: A\ntwitter: @nom\n"])
      expect(canChange(head), head).toBe(true);
    expect(changed("twitter: @nom\n", "title", "A")).toBe("twitter: @nom\ntitle: A\n");
    expect(readHead("twitter: @nom\n")).toEqual({ twitter: "@nom" });
    // All is written anew where another key names a value of this one.
    expect(changed("title: &t A\nsubtitle: *t\ntwitter: @nom\n", "title", "B")).toContain(
      'twitter: "@nom"\n',
    );
  });
});

describe("front matter whose keys have no lines of their own", () => {
  it("keeps all others in braces, and set in from the margin", () => {
    expect(changed("{ title: A, x: 08 } # b\n", "title", "B")).toBe('{title: B, x: "08"} # b\n');
    expect(changed("  title: A\n  x: 1\n", "slug", "b")).toBe("title: A\nx: 1\nslug: b\n");
    expect(changed("title: A\n...\n", "slug", "b")).toContain("title: A\nslug: b\n");
  });

  it("keeps what others said by the name of a value that is changed", () => {
    expect(changed("# a\ntitle: &t A\nsubtitle: *t\n", "title", "B")).toBe("# a\ntitle: B\nsubtitle: A\n");
  });
});

describe("a text of several lines", () => {
  it("is written in one, where no word of it looks like an item or a key", () => {
    expect(changed("x: 1\n", "description", "Deux :\n-un\n\n- deux")).toBe(
      'x: 1\ndescription: "Deux :\\n-un\\n\\n- deux"\n',
    );
    expect(changed("", "tags", ["a\nb", "c"])).toBe('tags: ["a\\nb", c]\n');
  });
});
