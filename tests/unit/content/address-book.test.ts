import { describe, expect, it } from "vitest";
import { writeAddressBook } from "../../../src/content/address-book.ts";
import { load, one } from "./site-root.ts";

describe("the address book", () => {
  it.each<[string[], string[], string[]]>([
    [
      ["# Carnet", "/b/\tcontent/posts/b.md\tUn titre, deux mots", "/feed.xml\tfeed", ""],
      ["2 | /b/ | content/posts/b.md | Un titre, deux mots", "3 | /feed.xml | feed | "],
      [],
    ],
    // CRLF, a byte-order mark, spaces for tabs, unsorted lines, duplicates, letters with accents.
    [
      ["\uFEFF/b/  content/posts/b.md\r", "  /a/\r", "", "/b/\tx/y.md\r", "/café/\r"],
      ["1 | /b/ | content/posts/b.md | ", "2 | /a/ |  | ", "5 | /caf%C3%A9/ |  | "],
      [],
    ],
    // Both sides of an unfinished merge.
    [
      ["/a/", "<<<<<<< HEAD", "/b/", "||||||| base", "=======", "/c/", ">>>>>>> autre", "/d/"],
      ["1 | /a/ |  | ", "3 | /b/ |  | ", "6 | /c/ |  | ", "8 | /d/ |  | "],
      [],
    ],
    // Lines that are no address of the site are kept: losing one may lose an address.
    [
      ["/a/", "blog/titre/", "https://blog.example.org/a/"],
      ["1 | /a/ |  | "],
      ["blog/titre/", "https://blog.example.org/a/"],
    ],
    [
      ["/a/../b/", "/a//b/", "//ailleurs.example/", "/.git/"],
      [],
      ["/a/../b/", "/a//b/", "//ailleurs.example/", "/.git/"],
    ],
  ])("of lines %j is read", async (lines, known, strange) => {
    const { content, found } = await load({ ...one("title: A"), "content/addresses.txt": lines.join("\n") });
    const read = content.book.known.map(({ url, source, title, line }) =>
      [line, url, source, title].join(" | "),
    );
    expect([read, content.book.strange, found]).toEqual([known, strange, []]);
  });
});

describe("the address book that a build writes", () => {
  const A = "/a/\tcontent/posts/a.md\tA";
  const B = "/b/\tcontent/posts/b.md\tB";
  const known = [
    { url: "/b/", source: "content/posts/b.md", title: "B", line: 1 },
    { url: "/a/", source: "content/posts/a.md", title: "A", line: 2 },
  ];
  it.each([
    // Sorted by address, with those that are gone.
    [{ url: "/0/", source: "content/pages/0.md", title: "Zéro" }, ["/0/\tcontent/pages/0.md\tZéro", A, B]],
    [{ url: "/a/", source: "content/posts/a.md", title: "A\tb\nc" }, ["/a/\tcontent/posts/a.md\tA b c", B]],
    // An old address that redirects keeps the file and title of its post.
    [{ url: "/a/", source: "redirect", title: "/c/" }, [A, B]],
    [{ url: "/vieux/", source: "redirect", title: "/c/" }, [A, B, "/vieux/\tredirect\t/c/"]],
  ])("with %j has its lines, and those that hold no address", (built, lines) => {
    const text = writeAddressBook({ known, strange: ["quoi ?"] }, [built], "fr");
    expect(text.split("\n").filter((line) => !line.startsWith("#"))).toEqual([...lines, "quoi ?", ""]);
  });
  it("is the same after it is read and written again", async () => {
    const text = writeAddressBook({ known, strange: [] }, [], "en");
    const { content } = await load({ ...one("title: A"), "content/addresses.txt": text });
    expect(writeAddressBook(content.book, [], "en")).toBe(text);
  });
});
