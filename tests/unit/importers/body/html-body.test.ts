import { describe, expect, it } from "vitest";
import { htmlToMarkdown, isHtmlBody } from "../../../../src/importers/body/html-body.ts";

describe("an exported HTML body", () => {
  it("is distinguished from Markdown that contains HTML", () => {
    expect(isHtmlBody("<p>Un</p>\n\n<p>Deux</p>")).toBe(true);
    expect(isHtmlBody("## Titre\n\n<p>Un</p>")).toBe(false);
    expect(isHtmlBody("Un texte.\n\nUn autre.\n\n<p>Un</p>")).toBe(false);
  });

  it.each([
    [
      "<h2>Titre</h2><p>Un <strong>mot</strong>, <em>un</em> <a href='/a b/'>lien</a>.</p>",
      "## Titre\n\nUn **mot**, *un* [lien](</a%20b/>).\n",
    ],
    ["<ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>", "- un\n- deux\n  1. trois\n"],
    ["<blockquote><p>Un</p><p>Deux</p></blockquote>", "> Un\n>\n> Deux\n"],
    [
      '<p><img class="size-full" src="/a.png" alt="Une [photo]" width="8"></p>',
      "![Une \\[photo\\]](/a.png)\n",
    ],
    [
      '<p><a href="/b/"><img src="/a.png" alt="A" width="200" height="90"></a> <img src="/c.png" alt="" width="1200"></p>',
      "[![A](/a.png){width=200}](/b/) ![](/c.png)\n",
    ],
    ["<p>un<br>deux <code>x_y</code></p><hr>", "un\\\ndeux `x_y`\n\n---\n"],
    ["Un\n\nDeux", "Un\n\nDeux\n"],
    [
      '<figure class="wp-block-image"><a href="/b/"><img src="/a.png" alt="A"/></a><figcaption>Un <a href="/c/">mot</a></figcaption></figure>',
      "[![A](/a.png)](/b/)\n*Un [mot](/c/)*\n",
    ],
    ['<figure><img src="/a.png" alt=""></figure>', "![](/a.png)\n"],
    [
      '<h2 class="wp-block-heading" id="h-un"><strong>Un</strong></h2><h3 class="wp-block-heading">Deux</h3><h4 id="h-un">Trois</h4>',
      "## **Un** {#h-un}\n\n### Deux\n\n#### Trois {#h-un}\n",
    ],
    [
      '<blockquote class="wp-block-quote wp-block-quote-is-layout-flow"><p>Un</p></blockquote><ul class="wp-block-list"><li>a</li></ul><p class="wp-block-paragraph">b</p>',
      "> Un\n\n- a\n\nb\n",
    ],
    ['<p><img src="/a.png" alt="" style="max-width: 100%;height: auto;"></p>', "![](/a.png)\n"],
  ])("is converted: %s", (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    '<table class="grille"><tr><td>Une case</td></tr></table>',
    '<p style="text-align: center">Au centre.</p>',
    '<p><img class="alignleft" src="/a.png" alt=""></p>',
    '<ul><li class="x">un</li></ul>',
    '<p class="wp-block-paragraph encadre">un</p>',
    '<h2 id="été un">Un</h2>',
    '<p><img src="/a.png" alt="" style="float: left; width: 8px"></p>',
    "<!-- more -->",
    "<pre>un\n\n  deux</pre>",
    '<figure><video src="/a.mp4"></video><figcaption>Un film</figcaption></figure>',
    '<figure><img src="/a.png" alt=""><figcaption>Un <em>mot</em></figcaption></figure>',
  ])("keeps what Markdown cannot express: %s", (html) => {
    expect(htmlToMarkdown(html)).toBe(`${html}\n`);
  });

  it("has no blank line in HTML that stays, which would end there", () => {
    expect(htmlToMarkdown('<div class="x">\n\n<p>Un</p>\n</div>')).toBe(
      '<div class="x">\n<p>Un</p>\n</div>\n',
    );
  });

  it("escapes characters that Markdown would interpret", () => {
    expect(
      htmlToMarkdown("<p># non, * ni _ceci_ [ni] &lt;b&gt; a &amp;amp; b</p><p>1. non</p><p>snake_case</p>"),
    ).toBe("\\# non, \\* ni \\_ceci\\_ \\[ni\\] &lt;b> a &amp;amp; b\n\n1\\. non\n\nsnake_case\n");
  });
});
