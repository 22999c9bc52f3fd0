import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

it("headings in raw HTML are in the table of contents, in order, and those that are dropped are not", () => {
  const body = '## A\n\n<h3>B <i>c</i></h3>\n<svg><h2>x</h2></svg>\n<!-- <h2>y</h2> -->\n<h3 id="x">D</h3>';
  expect(render(body).headings).toEqual([
    { level: 2, id: "a", text: "A" },
    { level: 3, id: "b-c", text: "B c" },
    { level: 3, id: "x", text: "D" },
  ]);
});

describe("a Speaker Deck script", () => {
  const body =
    '<script class="speakerdeck-embed" data-id="fe85" src="//speakerdeck.com/assets/embed.js"></script>';

  it("becomes a player if the site allows its host", () => {
    const { html, frameHosts } = render(body, { settings: { embeds: { allow: ["speakerdeck.com"] } } });
    expect(html).toContain('src="https://speakerdeck.com/player/fe85"');
    expect(html).not.toContain("<script");
    expect(frameHosts).toEqual(["speakerdeck.com"]);
  });

  it("is reported with the setting to add if not", () => {
    expect(problems(body).map(({ severity, hint }) => `${severity} ${hint}`)).toEqual([
      expect.stringMatching(/^warn .*embeds: \{ allow: \[speakerdeck\.com\] \}/),
    ]);
  });

  it("is refused if it comes from another host", () => {
    expect(codes(body.replace("speakerdeck.com", "speakerdeck.com.example"))).toEqual(["1:1 script"]);
  });
});

describe("elements that are not text are removed with their content", () => {
  it.each(
    [
      ...["style", "svg", "math", "applet", "template", "noscript", "title", "head", "select"],
      ...["textarea", "canvas", "noembed", "noframes", "xmp", "plaintext", "frameset", "datalist"],
    ].map((name) => [name]),
  )("<%s>, as a block and in a sentence", (name) => {
    const body = `<${name}><b>secret</b></${name}>\n\nUn <${name}><i>secret</i></${name}> mot.`;
    expect(html(body)).not.toMatch(/secret|<[bi]>/);
    expect(html(body)).toContain("mot.");
    expect(codes(body)).toEqual(["1:1 dropped-html", "3:4 dropped-html"]);
  });
});

it.each([
  ["invalid numbers", '<ol start="1e9"><li value="-1">a</li></ol>', "<ol><li>a</li></ol>"],
  ["a very large `colspan`", '<table><tr><th colspan="99999999">a</th></tr></table>', "<th>a</th>"],
  ["an id with a space", '<p id="a b">a</p>', "<p>a</p>"],
])("removes %s", (_title, body, shown) => {
  expect(html(body).replaceAll("\n", "")).toContain(shown);
  expect(codes(body)[0]).toMatch(/^1:\d+ dropped-html$/);
});
