import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

describe("raw HTML is reported at its place", () => {
  it.each([
    ["a tag that is not allowed", "a\n\n<p>b</p>\n  <form>c</form>", ["4:3 dropped-html"]],
    ["a tag in a sentence", "Un *mot* et <dialog>x</dialog>.", ["1:13 dropped-html"]],
    ["a tag in a list", "- a\n- b <canvas></canvas>", ["2:5 dropped-html"]],
    ["a drawing, once", "> a\n>\n> <svg><g><path/></g></svg>", ["3:3 dropped-html"]],
    ["an attribute", '<div>\n<p class="a" style="color:red">b</p>', ["2:1 dropped-html"]],
    ["each attribute", '<p onclick="x" role="img">b</p>', ["1:1 dropped-html", "1:1 dropped-html"]],
    [
      "a value without its second quote, once",
      '<table><tr><th scope="row>a</th><td align="right">b</td></tr></table>',
      ["1:12 dropped-html"],
    ],
    ["a class of the theme's", '<p>a <b class="skip-link">b</b></p>', ["1:6 dropped-html"]],
    ["a class of the theme's in braces", "Un mot {.player}", ["1:8 dropped-html"]],
    ["a heading in a cell", "| a |\n|---|\n| <h3>b</h3> |", ["3:3 dropped-html"]],
    [
      "a tag cut by an empty line",
      'a\n\n<iframe title="b"\n\nsrc="https://youtu.be/abcdefghijk">',
      ["3:1 dropped-html"],
    ],
    ["a tag without its quotation mark", '<div>\n<a href="/a>b</a>\n</div>', ["2:1 dropped-html"]],
    ["a script", "a\n\n<script>x</script>", ["3:1 script"]],
    [
      "a known widget's script",
      '<blockquote>\n<p>a</p></blockquote> <script src="https://platform.twitter.com/widgets.js"></script>',
      ["2:23 dropped-html"],
    ],
    ["a raw heading that skips a level", "<h2>a</h2>\n\n<h4>b</h4>", ["3:1 skipped-heading"]],
    ["a raw paragraph all in bold", "<h2>a</h2>\n<p><b>Un titre</b></p>", ["2:1 bold-heading"]],
    [
      "a bold paragraph under a table",
      "<table><tr><th>a</th></tr></table>\n<p><b>Un titre</b></p>",
      ["2:1 bold-heading"],
    ],
    ["no link alone in a bold paragraph", '<p><b> <a href="/b/">Voir le bilan</a></b></p>', []],
    ["a bold paragraph in a cell", "<table><tr><th><p><b>Note</b></p></th></tr></table>", []],
    [
      "an element that is never closed",
      "<details>\n<summary>a</summary>\n\n- b\n  </details>\n\nc",
      ["1:1 dropped-html"],
    ],
    ["a plain `div` that is never closed", "<div>\n\na", []],
    ["a paragraph all in raw bold", "a\n\n<b>Un titre</b>\n\nb", ["3:1 bold-heading"]],
  ])("%s", (_title, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });

  it.each([
    ["obsolete presentation", '<table border="1" width="100%"><tr><th align="right" valign="top">a</table>'],
    [
      "sizes of Pandoc and Typora",
      '<table><colgroup><col style="width: 33%" /></colgroup><tr><th>a</table>\n\n<img src="a.jpg" alt="Un plan" style="width:4.1in;height:2.7in" /> <img src="b.jpg" alt="Un autre" style="zoom:50%;">',
    ],
    ["widgets' data", '<blockquote class="twitter-tweet" data-lang="fr">a</blockquote>'],
    ["comments", "<!-- note -->\n\na <!-- b --> c"],
    ["a sentence in bold", "<p><b>Une phrase entière.</b></p>"],
    ["a sign in a value that ends with an equals sign", '<a href="/b/?c>1&d=" title="x > y = ">e</a>'],
  ])("but not %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("headings in raw HTML", () => {
  it("are in the table of contents, in order", () => {
    expect(render('## A\n\n<h3>B <i>c</i></h3>\n<h3 id="x">D</h3>\n\n## E').headings).toEqual([
      { level: 2, id: "a", text: "A" },
      { level: 3, id: "b-c", text: "B c" },
      { level: 3, id: "x", text: "D" },
      { level: 2, id: "e", text: "E" },
    ]);
  });

  it("are ignored in what is dropped", () => {
    expect(render("<svg><h2>a</h2></svg>\n<!-- <h2>b</h2> -->").headings).toEqual([]);
  });

  it("give titles to the frames under them", () => {
    const { html } = render('<h2>La séance</h2>\n<iframe src="https://vimeo.com/123"></iframe>');
    expect(html).toContain('title="La séance (Vimeo)"');
  });
});

describe("a provider's embed code", () => {
  it("plays a Vimeo video, without the script that follows", () => {
    const body =
      '<div style="padding:56.25% 0 0 0;position:relative;"><iframe src="https://player.vimeo.com/video/1?h=ab12&amp;badge=0" ' +
      'frameborder="0" allow="autoplay; fullscreen" style="position:absolute;top:0" title="Le film"></iframe></div>' +
      '<script src="https://player.vimeo.com/api/player.js"></script>';
    const { html } = render(body);
    expect(html).toContain(
      '<iframe src="https://player.vimeo.com/video/1?h=ab12&amp;dnt=1&amp;autoplay=1" title="Le film"',
    );
    expect(html).not.toContain("<script");
    expect(problems(body).every(({ code, severity }) => code === "dropped-html" && severity === "warn")).toBe(
      true,
    );
  });

  it("has its caption after the frame and the script", () => {
    const frame = '<iframe src="https://player.vimeo.com/video/1" title="Le film"></iframe>';
    const { html } = render(
      `${frame}<script src="https://player.vimeo.com/api/player.js"></script>\n_La légende_`,
    );
    expect(html).toContain("<figcaption>La légende</figcaption>");
  });

  it.each([
    ['data-video="x7zgtds"', "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1"],
    ['data-playlist="x6hzk"', "https://www.dailymotion.com/embed/playlist/x6hzk?autoplay=1"],
  ])("plays what Dailymotion's script shows with %s, with its caption", (data, address) => {
    const body = `<script src="https://geo.dailymotion.com/player/x5poh.js" ${data}></script>\n_La légende_`;
    const { html } = render(body);
    expect(html).toContain(`<iframe src="${address}" title="Le billet"`);
    expect(html).toContain("<figcaption>La légende</figcaption>");
    expect(problems(body).map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      expect.stringMatching(
        /^dropped-html .*<iframe src="https:\/\/www\.dailymotion\.com\/(?:video|playlist)\//,
      ),
    ]);
  });
});

describe("a script that embeds a page", () => {
  it.each([
    ["https://gist.github.com/etalab/2910abc.js", "https://gist.github.com/etalab/2910abc"],
    ["https://gist.github.com/etalab/2910abc.js?file=a.py", "https://gist.github.com/etalab/2910abc"],
    ["https://asciinema.org/a/335480.js", "https://asciinema.org/a/335480"],
  ])("becomes a link to it, with a warning: %s", (src, page) => {
    const body = `Le code :\n\n<script src="${src}" id="x" async></script>`;
    const { html, problems } = render(body);
    expect(html).toContain(`<a href="${page}" rel="noopener">`);
    expect(html).not.toContain("<script");
    expect(problems.map(({ key }) => key)).toEqual(["dropped-html/code-script"]);
  });
  it.each(["https://gist.github.com/x.js", "https://gist.github.com.example.org/a/b.js"])(
    "is refused at another address: %s",
    (src) => {
      expect(codes(`<script src="${src}"></script>`)).toEqual(["1:1 script"]);
    },
  );
  it("is removed with a warning if it only decorates the text", () => {
    expect(codes('<script async src="https://static.codepen.io/assets/embed/ei.js"></script>')).toEqual([
      "1:1 dropped-html",
    ]);
  });
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

it("nests fewer than 300 elements, and closes each", () => {
  const deep = html(`${"<div>".repeat(5000)}mot`);
  expect(deep).toContain("mot");
  expect(deep.match(/<div>/g)?.length).toBeLessThan(300);
  expect(deep.match(/<\/div>/g)?.length).toBe(deep.match(/<div>/g)?.length);
});

it("says which value lacks its second quote, and how to write it", () => {
  const [problem] = problems('<table><tr><th scope="row>a</th><td align="right">b</td></tr></table>');
  expect(problem?.message).toContain("La valeur de `scope` n’a pas son second guillemet, dans `<th>`");
  expect(problem?.hint).toContain('`scope="row"`');
  expect(codes('<p title="a > b">c</p>\n\n<p title="a > b = c">d</p>')).toEqual([]);
});

describe("a caption of raw HTML", () => {
  it.each([
    ["![La salle](a.jpg)\n\n<figcaption>La légende</figcaption>\n\nSuite.", 3],
    ["<div>\n<figcaption>La légende</figcaption>\n</div>", 2],
  ])("outside of a figure is a text, and is reported: %j", (body, line) => {
    const { html } = render(body);
    expect(html).toContain("<div>La légende</div>");
    expect(html).not.toContain("figcaption");
    const found = problems(body).filter(({ message }) => message.includes("`<figcaption>` n’est pas dans"));
    expect(found.map((one) => [one.line, one.code])).toEqual([[line, "dropped-html"]]);
  });

  it.each([
    "<figure>\n<img src=a.jpg alt=Salle>\n<figcaption>La légende</figcaption>\n</figure>",
    '<figure role="group" aria-label="La légende">\n<img src=a.jpg alt=Salle>\n<figcaption>La légende</figcaption>\n</figure>',
    "<figure>\n\n![Salle](a.jpg)\n\n<figcaption>\n\nLa *légende*\n\n</figcaption>\n\n</figure>",
  ])("stays one in a figure: %j", (body) => {
    expect(render(body).html).toContain("<figcaption>");
    expect(codes(body)).not.toContain("dropped-html");
  });

  it("in a line is to be written in italics, not on a line of its own, where it would be none either", () => {
    const [problem] = problems("![La salle](a.jpg) <figcaption>La légende</figcaption>");
    expect(problem).toMatchObject({ code: "dropped-html", column: 20 });
    expect(problem?.hint).toContain("en italique, sur la ligne juste après l’image");
  });
});
