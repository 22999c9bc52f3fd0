import { describe, expect, it } from "vitest";
import { writeAddressBook } from "../../../src/content/address-book.ts";
import { load, post } from "./site-root.ts";

const POST = { "content/posts/2026-01-01-a.md": post("title: A", "description: x") };

/** What is read from an address book with these lines, and the problems reported in it. */
async function read(
  ...lines: string[]
): Promise<{ known: string[]; strange: readonly string[]; found: string[] }> {
  const { content, found } = await load({ ...POST, "content/addresses.txt": lines.join("\n") });
  return {
    known: content.book.known.map(({ url, source, title, line }) =>
      [line, url, source, title].filter((part) => part !== "").join(" | "),
    ),
    strange: content.book.strange,
    found: found.filter((one) => one.startsWith("content/addresses.txt")),
  };
}

describe("the address book", () => {
  it("holds one address per line, with its file and title", async () => {
    expect(
      await read("# Carnet", "/b/\tcontent/posts/b.md\tUn titre, deux mots", "/feed.xml\tfeed", ""),
    ).toEqual({
      known: ["2 | /b/ | content/posts/b.md | Un titre, deux mots", "3 | /feed.xml | feed"],
      strange: [],
      found: [],
    });
  });

  it("accepts CRLF, a byte-order mark, spaces for tabs, unsorted lines and duplicates", async () => {
    expect(await read("\uFEFF/b/  content/posts/b.md\r", "  /a/\r", "", "/b/\tx/y.md\r", "/café/\r")).toEqual(
      {
        known: ["1 | /b/ | content/posts/b.md", "2 | /a/", "5 | /caf%C3%A9/"],
        strange: [],
        found: [],
      },
    );
  });

  it("keeps both sides of an unfinished merge", async () => {
    expect(
      await read("/a/", "<<<<<<< HEAD", "/b/", "||||||| base", "=======", "/c/", ">>>>>>> autre", "/d/"),
    ).toEqual({
      known: ["1 | /a/", "3 | /b/", "6 | /c/", "8 | /d/"],
      strange: [],
      found: [],
    });
  });

  it.each([
    "blog/titre/",
    "https://blog.example.org/a/",
    "/a/../b/",
    "/a//b/",
    "//ailleurs.example/",
    "/.git/",
  ])("keeps the line %s, which is not an address of the site", async (line) => {
    expect(await read("/a/", line)).toEqual({
      known: ["1 | /a/"],
      strange: [line],
      found: [],
    });
  });
});

describe("the address book that a build writes", () => {
  const known = [
    { url: "/b/", source: "content/posts/b.md", title: "B", line: 1 },
    { url: "/a/", source: "content/posts/a.md", title: "A", line: 2 },
  ];
  const lines = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("#"));

  it("is sorted by address, and keeps addresses that are gone", () => {
    const built = [{ url: "/0/", source: "content/pages/0.md", title: "Zéro" }];
    expect(lines(writeAddressBook({ known, strange: [] }, built, "fr"))).toEqual([
      "/0/\tcontent/pages/0.md\tZéro",
      "/a/\tcontent/posts/a.md\tA",
      "/b/\tcontent/posts/b.md\tB",
      "",
    ]);
  });

  it("has the current title, on one line", () => {
    const built = [{ url: "/a/", source: "content/posts/a.md", title: "A\tb\nc" }];
    expect(lines(writeAddressBook({ known, strange: [] }, built, "fr"))[0]).toBe(
      "/a/\tcontent/posts/a.md\tA b c",
    );
  });

  it("keeps the file and title of a post whose old address now redirects", () => {
    const built = [
      { url: "/a/", source: "redirect", title: "/c/" },
      { url: "/vieux/", source: "redirect", title: "/c/" },
    ];
    expect(lines(writeAddressBook({ known, strange: [] }, built, "fr"))).toEqual([
      "/a/\tcontent/posts/a.md\tA",
      "/b/\tcontent/posts/b.md\tB",
      "/vieux/\tredirect\t/c/",
      "",
    ]);
  });

  it("ends with the lines that hold no address, unchanged", () => {
    expect(lines(writeAddressBook({ known: [], strange: ["quoi ?"] }, known, "fr")).slice(-2)).toEqual([
      "quoi ?",
      "",
    ]);
  });

  it("is the same after it is read and written again", async () => {
    const text = writeAddressBook({ known, strange: [] }, [], "en");
    const { content } = await load({ ...POST, "content/addresses.txt": text });
    expect(writeAddressBook(content.book, [], "en")).toBe(text);
  });
});
