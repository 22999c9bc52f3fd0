import { describe, expect, it } from "vitest";
import { html, problems, render, type Setting } from "./support.ts";

const on: Setting = { source: { typography: true } };
const inEnglish: Setting = { source: { typography: true, lang: "en" } };

describe("typography", () => {
  it("leaves a text as written if it is disabled", () => {
    expect(html("L'an ?", { source: { typography: false } })).toBe("<p>L'an ?</p>");
  });

  it("follows the language of the text", () => {
    expect(html('It\'s "so" -- why ?', inEnglish)).toBe("<p>It’s “so” – why ?</p>");
    expect(html('l\'a "b" ?', { source: { typography: true, lang: "de" } })).toBe(
      "<p>l'a &quot;b&quot; ?</p>",
    );
  });

  it("applies to headings in the table of contents, but not to their ids", () => {
    const { headings } = render("## L'**été** : le 1er ?\n\n<h2>L'an ?</h2>\n\n## `l'a ?`\n", on);
    expect(headings.map(({ text }) => text)).toEqual(["L’été\u00a0: le 1er\u202f?", "L’an\u202f?", "l'a ?"]);
    expect(headings.map(({ id }) => id)).toEqual(["l-ete-le-1er", "l-an", "l-a"]);
  });

  it("applies to a picture's alternative text and title, but not to its address", () => {
    const shown = html('![L\'image "a" ?](a\'b.svg "L\'an !")', on);
    expect(shown).toContain('alt="L’image «\u00a0a\u00a0»\u202f?"');
    expect(shown).toContain('title="L’an\u202f!"');
    expect(shown).toContain("/media/a&#39;b.svg");
  });

  it("applies to the alternative text of a picture in raw HTML", () => {
    expect(html('<img src="a.svg" alt="L\'image ?">', on)).toContain('alt="L’image\u202f?"');
  });

  it("applies to the text in place of a missing picture", () => {
    expect(html("![L'image ?](absente.png)", on)).toContain("L’image\u202f?</span>");
  });

  it("escapes what it changes in raw HTML", () => {
    expect(html("<p title=\"l'&quot;a&quot; &lt;b&gt; ?\">l'&lt;script&gt; &amp;nbsp; ?</p>", on)).toBe(
      '<p title="l’«\u00a0a\u00a0» &lt;b&gt;\u202f?">l\'&lt;script&gt; &amp;nbsp;\u202f?</p>'.replace(
        "l'",
        "l&#39;",
      ),
    );
  });

  it("does not apply to what messages quote", () => {
    const said = ["l'[ici](/x/) **l'an ?", "## a\n\n#### L'an ?"].flatMap((text) => problems(text, on));
    expect(said.map(({ message, hint }) => `${message} ${hint}`).join("\n")).toContain("L'an ?");
  });

  it("does not pair quotation marks across blocks", () => {
    expect(html('- "a\n- b"', on)).toBe("<ul>\n<li>&quot;a</li>\n<li>b&quot;</li>\n</ul>");
    expect(html('<ul><li>"a</li><li>b"</li></ul>', on)).toBe("<ul><li>&quot;a</li><li>b&quot;</li></ul>");
  });

  it("raises ordinal endings inside emphasis and links", () => {
    expect(html("**1er** [2e](/x/)", on)).toBe(
      '<p><strong>1<sup>er</sup></strong> <a href="/x/">2<sup>e</sup></a></p>',
    );
  });

  it("reads a letter with its accent, also where the two are apart", () => {
    const apart = "Vérifier, la 2è, 5 mètres, Xérès".normalize("NFD");
    expect(html(apart, on)).toBe(`<p>${apart}</p>`);
  });

  it("does not change its own result", () => {
    const source = "« L’été »\u202f? – 10\u202f000\u00a0€";
    const once = html(source, on);
    expect(html(once, on)).toBe(once);
  });
});
