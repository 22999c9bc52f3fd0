import { describe, expect, it } from "vitest";
import { render } from "./support.ts";

describe("rendering", () => {
  it("lists headings with their level, id and text", () => {
    expect(render("# **Un**\n\n## Deux `code`").headings).toEqual([
      { level: 2, id: "un", text: "Un" },
      { level: 3, id: "deux-code", text: "Deux code" },
    ]);
  });

  it("lists links, pictures and players as written, in order", () => {
    const body =
      'Un [lien](/a/?b#c) et\n![une image](p.jpg)\n\n<a href="/d">e</a>\n\n<iframe src="https://youtu.be/abcdefghijk" title="V"></iframe>';
    expect(render(body).references).toEqual([
      { kind: "link", href: "/a/?b#c", text: "lien", line: 1, column: 4 },
      { kind: "image", href: "p.jpg", text: "une image", line: 2, column: 1 },
      { kind: "link", href: "/d", text: "e", line: 4, column: 1, raw: true },
      { kind: "embed", href: "https://youtu.be/abcdefghijk", text: "V", line: 6, column: 1 },
    ]);
  });

  it("lists the ids that fragments may point to", () => {
    expect(
      render('## Un\n\n<span id="deux">x</span>\n\n## T {#trois}\n\na[^1]\n\n[^1]: b').ids.toSorted(),
    ).toEqual(["deux", "note-1", "note-1-ref", "trois", "un"]);
  });

  it("gives a heading another id than a note", () => {
    expect(render("## Note 1\n\na[^1]\n\n[^1]: b").headings[0]?.id).toBe("note-1-1");
  });

  it("counts words of text, not signs, code blocks or tags", () => {
    expect(
      render('Un, deux : « trois » → l’été 🎉 ❤️ .\n\n```\na b c\n```\n\n<p class="x y">quatre cinq</p>')
        .words,
    ).toBe(6);
  });
});
