import { describe, expect, it } from "vitest";
import { convertBody } from "../../../../src/importers/body/bodies.ts";
import { mixedToMarkdown } from "../../../../src/importers/body/mixed-body.ts";
import { busy } from "../../../support/busy.ts";
import { oldEntry, oldSite, read } from "../old-blog.ts";

/** The body of a post of a blog, converted. */
const imported = (kind: "jekyll" | "hugo", body: string, source = "a.md"): string =>
  convertBody(oldEntry({ source, text: read(`---\ntitle: A\n---\n${body}`) }), oldSite({ kind }), {
    address: () => undefined,
    file: () => undefined,
    isBeside: () => false,
  }).body;

describe("a Markdown text with HTML", () => {
  it.each([
    "Un **gras** et un [lien](https://www.example.org/).",
    "![Un chat](/a.jpg)\n*Une légende*",
    "Du `code`, _ceci_ et *cela*, snake_case, 2 * 3.",
    "{% include inconnu.html x=1 %}",
    "1. un\n2. deux",
    "| a | b |\n| --- | --- |\n| c | d |",
    "    <p>du code</p>",
    "Un <em>mot</em> &amp; **un** autre.\nÀ la ligne.  \nEncore.",
  ])("keeps its Markdown: %j", (markdown) => {
    for (const kind of ["jekyll", "hugo"] as const) {
      expect(imported(kind, `${markdown}\n\n<p>Texte <i>M</i>.</p>\n`)).toBe(`${markdown}\n\nTexte *M*.\n`);
      expect(imported(kind, `<p>Texte <i>M</i>.</p>\n\n${markdown}\n`)).toBe(`Texte *M*.\n\n${markdown}\n`);
    }
  });

  it("has its HTML converted, in which Markdown was not parsed", () => {
    expect(imported("hugo", "Un **gras**.\n\n<p>2 * 3 [x]</p>\n<p>Fin</p>\n")).toBe(
      "Un **gras**.\n\n2 \\* 3 \\[x\\]\n\nFin\n",
    );
    expect(imported("jekyll", "{: .centre}\nUn **gras**.\n\n<table><tr><td>a</td></tr></table>\n")).toBe(
      "{: .centre}\nUn **gras**.\n\n<table><tr><td>a</td></tr></table>\n",
    );
  });

  it("has callouts as elsewhere", () => {
    expect(imported("jekyll", "**Bon** à savoir\n{: .notice--info}\n\n<p>Un <i>mot</i>.</p>\n")).toBe(
      "> [!NOTE]\n> **Bon** à savoir\n\nUn *mot*.\n",
    );
  });

  it("has the paragraphs that Jekyll made, apart from their attributes", () => {
    const body = "**Un**\n{: .centre}\nDeux.\n\n<p>Trois</p>\n\n<p>Quatre</p>\n";
    expect(imported("jekyll", body)).toBe("**Un**\n{: .centre}\n\nDeux.\n\nTrois\n\nQuatre\n");
    expect(imported("hugo", body)).toBe("**Un**\n{: .centre}\nDeux.\n\nTrois\n\nQuatre\n");
  });

  it.each([
    "<div>\n\nUn **gras**.\n\n</div>\n",
    '<p align="center">\n\n![Un chat](/a.jpg)\n\n</p>\n',
    "<blockquote>\n\n- un\n- deux\n\n</blockquote>\n\n<p>Fin\n",
    "```html\n<p>a</p>\n\n<p>b</p>\n```\n",
    "- un\n\n  <p>a</p>\n",
    '<div markdown="1">\n**Un**\n</div>\n\nUn *mot*.\n',
  ])("keeps an element around Markdown: %j", (body) => {
    expect(mixedToMarkdown(body, true)).toBe(body);
    expect(mixedToMarkdown(body, false)).toBe(body);
  });

  it("keeps blocks apart that only their tags separated", () => {
    expect(mixedToMarkdown("Un\n<p>deux</p>\n\n[x]: /x/\n\n<p>trois</p>\n", false)).toBe(
      "Un\n\ndeux\n\n[x]: /x/\n\ntrois\n",
    );
    expect(mixedToMarkdown("<p>a</p>\n\n<pre>b</pre>\nUn *mot*.\n", false)).toBe(
      "a\n\n<pre>b</pre>\n\nUn *mot*.\n",
    );
  });

  it("is converted in reasonable time if it has many blocks", () => {
    const body = "Un **x**\n\n<p>a</p>\n\n<div>\n\n".repeat(10_000);
    expect(busy(() => void mixedToMarkdown(body, true))).toBeLessThan(5000);
  });

  it("has Markdown directly below an element in Jekyll only", () => {
    expect(mixedToMarkdown("<h2>Un</h2>\n2 * 3\n", true)).toBe("## Un\n\n2 * 3\n");
    expect(mixedToMarkdown("<h2>Un</h2>\n2 * 3\n", false)).toBe("## Un\n\n2 \\* 3\n");
  });
});

it("an export in HTML is converted whole, even with an element that is not closed", () => {
  expect(imported("jekyll", "<p>Un\n\n<p>Deux * trois</p>\n\n<ul>\n\n<li>a</li>\n\n</ul>\n")).toBe(
    "Un\n\nDeux \\* trois\n\n- a\n",
  );
});

it.each([
  [
    'Un * mot.\n\n{% include figure.html filename="a.jpg" caption="La *salle*" %}\n\n<p>Fin</p>',
    "Un \\* mot.\n\n![](/a.jpg)\n*La salle*\n\nFin\n",
  ],
  [
    '<p>Un</p>\n{% youtube dQw4w9WgXcQ "Un film" %}\n<p>Fin</p>',
    "Un\n\n[Un film](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\nFin\n",
  ],
  [
    'Un\n\n{% youtube dQw4w9WgXcQ "Un film" %}\n',
    "Un\n\n::video[Un film]{url=https://www.youtube.com/watch?v=dQw4w9WgXcQ}\n",
  ],
  [
    "Un\n\n{% highlight js %}\nconst a = [1];\n\nb();\n{% endhighlight %}\n\n<p>Fin</p>",
    "Un\n\n```js\nconst a = [1];\n\nb();\n```\n\nFin\n",
  ],
  ['<p><img src="a.jpg" alt="[x]"></p>', "![\\[x\\]](a.jpg)\n"],
])("a text of HTML keeps the Markdown that its tags became: %j", (body, markdown) => {
  expect(imported("jekyll", body, "a.html")).toBe(markdown);
});
