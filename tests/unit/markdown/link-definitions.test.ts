// `[label]: address` that nothing uses, or that comes second.
import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

const hint = (body: string): string | undefined => problems(body)[0]?.hint;

describe("a definition that no link uses", () => {
  it.each([
    ["an address", "Source", "https://e.org/a", "[Source](https://e.org/a)"],
    ["an address of the site", "La carte", "/blog/ 'Titre'", "[La carte](/blog/ 'Titre')"],
    ["a mail address", "Contact", "equipe@e.org", "[Contact](mailto:equipe@e.org)"],
    ["a word", "Attention", "fragile", "\\[Attention]: fragile"],
  ])("is noted, with what shows its line: %s", (_, label, address, shown) => {
    const line = `[${label}]: ${address}`;
    expect(html(`a\n\n${line}`)).toBe("<p>a</p>");
    expect(render(`a\n\n${line}`).problems.map(({ key, line, column }) => [key, line, column])).toEqual([
      ["literal-link/unused", 3, 1],
    ]);
    expect(hint(`a\n\n${line}`)).toContain(shown);
    expect(problems(`a\n\n${shown}`)).toEqual([]);
    expect(html(`a\n\n${shown}`)).toContain(label);
  });

  it.each([
    ["by a link", "[b][a]\n\n[a]: /x/"],
    ["by its label alone, in other letters", "[A]\n\n[a]: /x/"],
    ["by a picture", "![b][a]\n\n[a]: c.jpg"],
    ["before the link that uses it, in a quotation", "> [a]: /x/\n\n[a]"],
    ["in a note", "b[^1]\n\n[^1]: c [a]\n\n[a]: /x/"],
    ["in a heading", "## [b][a]\n\n[a]: /x/"],
  ])("is not one that is used %s", (_, body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each(["[//]: # (un commentaire)", "[comment]: <> (un commentaire)", "[a]: #"])(
    "is not one that was meant to be hidden: %s",
    (line) => {
      expect(codes(`b\n\n${line}`)).toEqual([]);
    },
  );

  it("is not told where the link that should use it is reported", () => {
    expect(codes("[b] [a]\n\n`[c]`\n\n[a]: /x/\n[c]: /y/")).not.toContain("literal-link/unused");
  });

  it("is not told where a note that should use it is reported", () => {
    expect(codes("b[^1]\n\n[1]: https://e.org/")).toEqual(["1:2 literal-footnote"]);
  });

  it("is placed on its line in a list", () => {
    expect(render("- b\n\n  [a]: /x/").problems).toMatchObject([{ line: 3, column: 3 }]);
  });
});

describe("a second definition of a label", () => {
  it("is reported where links use the first, with the line of the first", () => {
    const body = "[b][1]\n\n[1]: /x/\n\n[1]: /y/";
    const { problems: found, html: page } = render(body);
    expect(page).toContain('href="/x/"');
    expect(found).toMatchObject([{ key: "literal-link/twice", line: 5, column: 1, params: { line: 3 } }]);
    expect(hint(body)).toContain("`[1-2]`");
  });

  it("is offered a label that no other has", () => {
    expect(hint("[b][1] [c][1-2]\n\n[1]: /x/\n[1]: /y/\n[1-2]: /z/")).toContain("`[1-3]`");
  });

  it("is accepted if it leads to the same place", () => {
    expect(codes("[b][1]\n\n[1]: /x/\n[1]: /x/")).toEqual([]);
  });

  it("is noted like the first if nothing uses either", () => {
    expect(render("b\n\n[1]: /x/\n[1]: /y/").problems).toMatchObject([
      { key: "literal-link/unused", line: 3 },
      { key: "literal-link/unused", line: 4 },
    ]);
  });
});
