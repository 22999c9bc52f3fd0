import { describe, expect, it } from "vitest";
import { withoutIndentedHtml } from "../../../../src/importers/body/indented-html.ts";

describe("raw HTML of kramdown with blank lines in it", () => {
  it.each([
    [
      '<p class="a">\n    <a href="/b/">b</a>\n\n    <a href="/c/">c</a>\n</p>\n',
      '<p class="a">\n    <a href="/b/">b</a>\n\n<a href="/c/">c</a>\n</p>\n',
    ],
    ["<div>\r\n\r\n    <p>a</p>\r\n</div>", "<div>\r\n\r\n<p>a</p>\r\n</div>"],
    ["<div>\n<p>a</p>\n\n\n\t\tDes mots\n</div>", "<div>\n<p>a</p>\n\n\nDes mots\n</div>"],
  ])("does not become code: %j", (written, body) => {
    expect(withoutIndentedHtml(written)).toBe(body);
  });

  it.each([
    "<p>a</p>\n\n    du code\n\n<p>b</p>",
    "<div>\n<pre>\na\n\n    b\n</pre>\n</div>",
    "<div>\n```python\ndef f():\n\n    return 1\n```\n</div>",
    '<div markdown="1">\na\n\n    du code\n</div>',
    "```\n<p>\n\n    a\n</p>\n```",
    "<!-- a -->\n\n    du code\n\n<p>b</p>",
    "Texte\n\n    du code",
  ])("stays as it is elsewhere: %j", (body) => {
    expect(withoutIndentedHtml(body)).toBe(body);
  });
});
