import { describe, expect, it } from "vitest";
import { fenceLanguages, prepareHighlighter } from "../../../../src/markdown/code/highlighter.ts";
import { codes, html } from "../support.ts";

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
  it("loads nothing if no fence names a language", async () => {
    expect(await prepareHighlighter(fenceLanguages("Un texte.\n\n```\nx\n```"))).toBeUndefined();
  });

  it("colours code with classes, without inline styles", async () => {
    const body = '```python\nreturn "a<b" # c\n```';
    const highlighter = await prepareHighlighter(fenceLanguages(body));
    const page = html(body, highlighter === undefined ? {} : { highlighter });
    expect(page).toContain(
      '<span class="tok-keyword">return</span> <span class="tok-string">&quot;a&lt;b&quot;</span>',
    );
    expect(page).toContain('class="tok-comment"');
    expect(page).not.toContain("style=");
  });

  it("returns the same highlighter for the same languages, and remembers highlighted code", async () => {
    const [first, again] = [await prepareHighlighter(["css", "js"]), await prepareHighlighter(["css", "js"])];
    expect(again).toBe(first);
    const code = "a { b: 1 }";
    expect(first?.highlight(code, "css")).toEqual({ html: expect.stringContaining("tok-") as string });
    expect(first?.highlight(code, "css")).toBe(first?.highlight(code, "CSS"));
    expect(first?.highlight(code, "js")).not.toEqual(first?.highlight(code, "css"));
    expect(await prepareHighlighter(["js"])).not.toBe(first);
  });

  it("leaves code in an unknown language plain, and reports it", async () => {
    const body = "```zorglub\n<x>\n```";
    const highlighter = await prepareHighlighter(fenceLanguages(body));
    const setting = highlighter === undefined ? {} : { highlighter };
    expect(html(body, setting)).toContain("&lt;x&gt;");
    expect(codes(body, setting)).toEqual(["1:1 unknown-language"]);
  });
});

it("leaves code plain if its patterns never finish, reports it, and still colours other code", async () => {
  const body = '```go\ntype A struct { @Override public String toString() { return "d" + c; } }\n```\n';
  const highlighter = await prepareHighlighter(fenceLanguages(body));
  const setting = highlighter === undefined ? {} : { highlighter };
  expect(html(body, setting)).toContain('<code class="language-go">type A struct { @Override public');
  expect(codes(body + body, setting)).toEqual(["1:1 endless-code", "4:1 endless-code"]);
  expect(html("```go\nvar a = 1\n```", setting)).toContain("tok-keyword");
}, 30_000);

it("leaves code of more than 1,000 lines or 50,000 characters plain", async () => {
  const highlighter = await prepareHighlighter(["js"]);
  const lines = (count: number): string => Array.from({ length: count }, () => "a = (").join("\n");
  expect(highlighter?.highlight(lines(1000), "js")).toEqual({
    html: expect.stringContaining("tok-") as string,
  });
  expect(highlighter?.highlight(lines(1001), "js")).toEqual({ html: lines(1001) });
  const line = "(".repeat(500);
  expect(highlighter?.highlight(`"a"\n${line}\n`.repeat(99), "js")).toEqual({
    html: expect.stringContaining("tok-") as string,
  });
  expect(highlighter?.highlight(`'a'\n${line}\n`.repeat(100), "js")).toEqual({
    html: `&#39;a&#39;\n${line}\n`.repeat(100),
  });
});
