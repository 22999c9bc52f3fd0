import { describe, expect, it } from "vitest";
import { fenceLanguages, prepareHighlighter } from "../../../src/markdown/highlighter.ts";
import { codes, html } from "./support.ts";

describe("fenceLanguages", () => {
  it("finds the languages of fences, in lists and quotations too", () => {
    expect(fenceLanguages("```python\n```\n\n- ~~~ TS\n  ~~~\n\n> ```yaml {.a}\n\n`js`")).toEqual([
      "python",
      "ts",
      "yaml",
    ]);
  });
});

describe("prepareHighlighter", () => {
  it("loads nothing for texts without fences in a language", async () => {
    expect(await prepareHighlighter(fenceLanguages("Un texte.\n\n```\nx\n```"))).toBeUndefined();
  });

  it("colours code by classes, without inline style", async () => {
    const body = '```python\nreturn "a<b" # c\n```';
    const highlighter = await prepareHighlighter(fenceLanguages(body));
    const page = html(body, highlighter === undefined ? {} : { highlighter });
    expect(page).toContain(
      '<span class="tok-keyword">return</span> <span class="tok-string">&quot;a&lt;b&quot;</span>',
    );
    expect(page).toContain('class="tok-comment"');
    expect(page).not.toContain("style=");
  });

  it("is the same one for the same languages, and colours the same code alike again", async () => {
    const [first, again] = [await prepareHighlighter(["css", "js"]), await prepareHighlighter(["css", "js"])];
    expect(again).toBe(first);
    const code = "a { b: 1 }";
    expect(first?.highlight(code, "css")).toContain("tok-");
    expect(first?.highlight(code, "css")).toBe(first?.highlight(code, "CSS"));
    expect(first?.highlight(code, "js")).not.toBe(first?.highlight(code, "css"));
    expect(await prepareHighlighter(["js"])).not.toBe(first);
  });

  it("shows code in an unknown language plain, with a note", async () => {
    const body = "```zorglub\n<x>\n```";
    const highlighter = await prepareHighlighter(fenceLanguages(body));
    const setting = highlighter === undefined ? {} : { highlighter };
    expect(html(body, setting)).toContain("&lt;x&gt;");
    expect(codes(body, setting)).toEqual(["1:1 unknown-language"]);
  });
});
