// What a build reports of a text, and where; what only advises is in tests/unit/lint/.
import { describe, expect, it } from "vitest";
import { codes, html, render, type Setting } from "./support.ts";

const CASES: readonly [title: string, body: string, expected: string[]][] = [
  ["a tag that is not allowed", "a\n\n<div>\n  <canvas>x</canvas>\n</div>", ["4:3 dropped-html"]],
  ["a tag in a sentence", "a `<b>` et <button>b</button>", ["1:12 dropped-html"]],
  ["an attribute that readers would miss", '<p onclick="x">a</p>', ["1:1 dropped-html"]],
  ["a class of the theme's", '<p class="page-x b">a</p>', ["1:1 dropped-html"]],
  ["an attribute in braces", "## Titre {onclick=x}", ["1:1 dropped-html"]],
  ["a block in a sentence", "a <div>b</div>", ["1:3 dropped-html"]],
  ["a script", "a\n\n<script>alert(1)</script>", ["3:1 script"]],
  [
    "a widget's script",
    '<script src="https://platform.twitter.com/widgets.js"></script>',
    ["1:1 dropped-html"],
  ],
  ["a link that runs code", "un [lien](feed:javascript:alert(1))", ["1:4 dropped-html"]],
  ["a link to a file of a computer", "[a](file:///C:/a.pdf)", ["1:1 dropped-html"]],
  ["a missing picture, not its alternative text too", "a\n![](absente.jpg)", ["2:1 missing-image"]],
  ["a picture of another site", "![Une vue](https://e.org/a.jpg)", ["1:1 third-party-image"]],
  ["a picture written in the text", `![a](data:image/png;base64,${"A".repeat(5000)})`, ["1:1 missing-image"]],
  ["the poster of a film", '<video src="/a.mp4" poster="absente.jpg"></video>', ["1:1 missing-image"]],
  ["a film of another site", '<video src="https://e.org/a.mp4"></video>', ["1:1 dropped-html"]],
  [
    "a frame that the site does not allow",
    'a\n\n<iframe src="https://e.org/x" title="T"></iframe>',
    ["3:1 unknown-frame"],
  ],
  ["a tag that nothing ends", '<p class="note>Un texte.</p>', ["1:1 literal-markup"]],
  ["a conflict of a merge", "a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n", ["3:1 merge-conflict"]],
  ["no conflict in code", "```\n<<<<<<< HEAD\n>>>>>>> d\n```", []],
  ["nothing in a plain text", "## Titre\n\nUn **mot**, [un lien](/a/) et ![Une vue](a.jpg).", []],
];

describe("a build reports at its place", () => {
  it.each(CASES)("%s", (_title, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });
});

it.each([
  [
    "text that an open quotation mark swallows",
    '<p class="a>Perdu.</p>\n<p class="b">Lu.</p>',
    "dropped-html/open-quote",
  ],
  [
    "a link whose address is refused, as a link and not as HTML",
    "[a](feed:javascript:x)",
    "dropped-html/link",
  ],
])("names %s", (_title, body, key) => {
  expect(render(body).problems.map((one) => one.key)).toEqual([key]);
});

it("never quotes more than 200 characters of a text", () => {
  const long = "x".repeat(5000);
  const bodies = [`[a](foo:${long})`, `![a](data:image/png;base64,${long})`, `<p onclick${long}="a">`];
  for (const body of bodies) {
    const [found] = render(body).problems;
    expect(found?.key).toMatch(/dropped-html|missing-image/);
  }
});

describe("a frame that the site does not allow", () => {
  const frame = '<iframe src="https://e.org/x" title="La carte"></iframe>';
  it("becomes a titled link to the same page, with the line that allows it", () => {
    expect(html(frame)).toBe(
      '<p><a href="https://e.org/x" rel="noopener">Voir « La carte » sur e.org</a></p>',
    );
    expect(render(frame).problems).toMatchObject([
      { key: "unknown-frame", fix: "embeds: { allow: [e.org] }" },
    ]);
  });

  it("keeps the hosts already allowed, and those met before, in the line to paste", () => {
    const setting: Setting = { settings: { embeds: { allow: ["a.org"], load: "lazy" } } };
    const { problems } = render(`${frame}\n\n<iframe src="https://f.org/"></iframe>`, setting);
    expect(problems.at(-1)?.fix).toBe("embeds: { allow: [a.org, e.org, f.org], load: lazy }");
  });
});
