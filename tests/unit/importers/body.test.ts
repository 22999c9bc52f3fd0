import { describe, expect, it } from "vitest";
import { convertBody, wordsOf, type NewBody } from "../../../src/importers/body.ts";
import type { OldText } from "../../../src/importers/model.ts";
import type { Generator } from "../../../src/strings/import.ts";

function converted(kind: Generator, body: string, source = "_posts/a.md"): NewBody {
  const old = { source, body, target: "content/posts/a.md" } as OldText;
  return convertBody(old, {
    site: { kind, settings: { url: "https://a.example.org" } },
    links: {
      textNamed: (name) => (name.startsWith("connu") ? `/connu/${name.slice(5)}` : undefined),
      target: (written) => (written.startsWith("/base/") ? written.slice(5) : undefined),
    },
  });
}

const bodyOf = (kind: Generator, body: string): string => converted(kind, body).body;

describe("tags of Liquid", () => {
  it.each([
    ["{% highlight python %}\n  x = 1\n{% endhighlight %}", "```python\n  x = 1\n```"],
    ["{% highlight md linenos %}\n```\nx\n```\n{% endhighlight %}", "````md\n```\nx\n```\n````"],
    ["{% raw %}Écrivez {{ x }}{% endraw %}", "Écrivez `{{ x }}`"],
    ["`{% raw %}{{ x }}{% endraw %}`", "`{{ x }}`"],
    ["{% comment %}a -- b{% endcomment %}", "<!--a - b-->"],
    ["[a]({% post_url connu %}#b)", "[a](/connu/#b)"],
    ["{% link connu.md %}", "/connu/.md"],
    ["{% link inconnu.md %}", "<!-- {% link inconnu.md %} -->"],
    ["{{ site.baseurl }}/x {{ '/y' | relative_url }} {{ site.url }}/z", "/x /y /z"],
    ["{% youtube dQw4w9WgXcQ %}", "::video{url=https://www.youtube.com/watch?v=dQw4w9WgXcQ}"],
    ['{% include vimeo.html id="123" title="Un film" %}', "::video[Un film]{url=https://vimeo.com/123}"],
    ["Voir {% vimeo 123 %}.", "Voir <https://vimeo.com/123>."],
    [
      '{% include figure.html src="/base/a.png" alt="Un [a]" caption="La *rue*" %}',
      "![Un \\[a\\]](/a.png)\n*La rue*",
    ],
    ['{% image "a b.png" "large bordure" "Une vue" %}', "![Une vue](<a b.png>)"],
    ['<div>\n{% image "a.png" "x" %}\n</div>', '<div>\n<img src="a.png" alt="x">\n</div>'],
    [
      "{{ page.title }} {% include contact.html %}",
      "<!-- {{ page.title }} --><!-- {% include contact.html %} -->",
    ],
  ])("%s", (liquid, markdown) => {
    expect(bodyOf("jekyll", liquid)).toBe(markdown);
  });

  it("that would have to be run stay as comments, and are named as often as they are met", () => {
    const { body, unknown } = converted("jekyll", "Un {% if a %}{{ b }}{% else %}{{ b }}{% endif %} mot.");
    expect(body).toBe("Un <!-- {% if a %}{{ b }}{% else %}{{ b }}{% endif %} --> mot.");
    expect(unknown).toEqual(["{{ b }}", "{{ b }}", "{% if %}"]);
  });

  it("and marks of Kramdown become those that Carnet knows, outside code", () => {
    const text = '* TOC\n{:toc}\n\n[a](b){:target="_blank" .x}\n\n```\n{:toc}\n```\n';
    expect(bodyOf("jekyll", text)).toBe("\n\n[a](b){.x}\n\n```\n{:toc}\n```\n");
  });
});

describe("shortcodes of Hugo", () => {
  it.each([
    ["{{< highlight go >}}\nx\n{{< /highlight >}}", "```go\nx\n```"],
    ['[a]({{< ref "connu" >}})', "[a](/connu/)"],
    ['[a]({{% relref path="inconnu" %}})', 'a<!-- {{% relref path="inconnu" %}} -->'],
    ["{{< youtube dQw4w9WgXcQ >}}", "::video{url=https://www.youtube.com/watch?v=dQw4w9WgXcQ}"],
    [
      '{{< figure src="a.png" alt="Une vue" caption="La rue" link="/b" >}}',
      "[![Une vue](a.png)](/b)\n*La rue*",
    ],
    ["{{< rawhtml >}}<b>x</b>{{< /rawhtml >}}", "<b>x</b>"],
    ["Un {{ .Title }} {{< gallery >}}", "Un <!-- {{ .Title }} --> <!-- {{< gallery >}} -->"],
  ])("%s", (shortcode, markdown) => {
    expect(bodyOf("hugo", shortcode)).toBe(markdown);
  });
});

it("links and pictures get their new addresses in Markdown and in HTML, but not in code", () => {
  const text =
    "[a](/base/x) ![b](</base/y z.png>) `[c](/base/z)` <a href='/base/v'>\n\n[r]: /base/w\n\n```\n[d](/base/t)\n```";
  expect(bodyOf("jekyll", text)).toBe(
    "[a](/x) ![b](</y z.png>) `[c](/base/z)` <a href='/v'>\n\n[r]: /w\n\n```\n[d](/base/t)\n```",
  );
});

it("a text in HTML stays HTML, without the indentation that Markdown takes for code", () => {
  const html = "<div>\n      <p>Un</p>\n<pre>\n    x\n</pre>\n</div>";
  expect(converted("jekyll", html, "_posts/a.html").body).toBe(
    "<div>\n<p>Un</p>\n<pre>\n    x\n</pre>\n</div>",
  );
});

it("the words of a text are those that readers see", () => {
  expect(
    wordsOf("Un [deux](/trois) {% if x %} <b title='y'>quatre</b> {{ z }}\n\n```js\ncinq\n```\n<!-- six -->"),
  ).toEqual(["Un", "deux", "quatre", "cinq"]);
});

describe("a tag that only its site knows becomes what it holds:", () => {
  it.each([
    ["hugo", '{{< pic-right src="a.png" alt="Vue" caption="La rue" >}}', "![Vue](a.png)\n*La rue*"],
    ["hugo", '{{< pic src="sans-extension" >}}', '<!-- {{< pic src="sans-extension" >}} -->'],
    ["hugo", '{{< bouton href="/x/" text="Lire" >}}', "[Lire](/x/)"],
    ["eleventy", 'Par {% lien "Ada L.", "https://a.example" %}.', "Par [Ada L.](https://a.example)."],
    ["jekyll", '{% include bouton.html label="Lire" link="/x" class="a b" %}', "[Lire](/x)"],
    ["hugo", '<p>\n{{< bouton href="/x/" text="Lire" >}}\n</p>', '<p>\n<a href="/x/">Lire</a>\n</p>'],
    [
      "hugo",
      '[a]({{< doc "connu" >}}) [b]({{< doc "2014/b.xls" >}})',
      '[a](/connu/) b<!-- {{< doc "2014/b.xls" >}} -->',
    ],
    ["hugo", '{{< pli title="Plus" >}}\nDes **mots**.\n{{< /pli >}}', "**Plus**\n\nDes **mots**."],
    ["hugo", "a\n{{< b >}}\n    {{% c %}}\n    Un\n    {{% /c %}}\n{{< /b >}}\nd", "a\n\nUn\n\nd"],
    ["hugo", 'Un {{% def name="x" %}}mot{{% /def %}}.', "Un mot."],
    ["eleventy", '{% note "info" %}Des mots{% endnote %}', "Des mots"],
    ["eleventy", '{{ encart({ titleText: "Un titre", text: "Des mots." }) }}', "Un titre\n\nDes mots."],
  ] as const)("%s: %s", (kind, old, markdown) => {
    expect(bodyOf(kind, old)).toBe(markdown);
  });
});

describe("template code that shows nothing", () => {
  it.each([
    [
      "a loop without words is one comment",
      "{% for p in x %}<b>{{ p }}</b>{% endfor %}",
      "<!-- {% for p in x %}<b>{{ p }}</b>{% endfor %} -->",
    ],
    [
      "the words of each branch stay",
      "Un {% if a %}deux{% else %}trois{% endif %}.",
      "Un <!-- {% if a %} -->deux<!-- {% else %} -->trois.",
    ],
    ["no line of Markdown begins with a comment", "{{ x }} **mot**", "**mot** <!-- {{ x }} -->"],
    [
      "a link to it is its words",
      "Un [mot]({{ x }}) ![vue]({{ y }})",
      "Un mot<!-- {{ x }} --> vue<!-- {{ y }} -->",
    ],
    ["and its title", '[mot]({{ x }} "Un titre")', "mot (Un titre)<!-- {{ x }} -->"],
    ["an address in HTML goes", '<a class="b {{ x }}" href="{{ x }}">mot</a>', '<a class="b ">mot</a>'],
    [
      "a list stays one list",
      "- a\n{% if x %}\n- b\n{% endif %}\n- c",
      "- a <!-- {% if x %} -->\n- b\n\n- c",
    ],
    [
      "an end in HTML leaves no empty line",
      "<ul>\n{% endif %}\n    <li>a</li>\n</ul>",
      "<ul>\n    <li>a</li>\n</ul>",
    ],
    [
      "several lines in a sentence are one",
      "Un {% include a.html\n\n  b=c %} mot",
      "Un <!-- {% include a.html b=c %} --> mot",
    ],
    [
      "code stays",
      "`{{ a }}` <pre>{% b %}</pre>\n\n```\n{{ c }}\n```",
      "`{{ a }}` <pre>{% b %}</pre>\n\n```\n{{ c }}\n```",
    ],
    ["comments stay", "<!-- {% a %} --> un", "<!-- {% a %} --> un"],
  ])("%s", (_, old, markdown) => {
    expect(bodyOf("jekyll", old)).toBe(markdown);
  });

  it("of a program is a comment once", () => {
    expect(bodyOf("jekyll", "<script>\nx({{ y }});\n</script>")).toBe(
      "<!-- <script>\nx({{ y }});\n</script> -->",
    );
  });

  it("loses no word that an argument shows", () => {
    const old = '{% card title="Un titre" %}Des mots{% endcard %} {{< image src="a.png" alt="Vue" >}}';
    expect(wordsOf(old)).toEqual(["Un", "titre", "Des", "mots", "Vue"]);
  });
});

it.each([
  ['<aside markdown="1">\n  Un [mot](/x)\n</aside>', "<aside>\n\nUn [mot](/x)\n\n</aside>"],
  ["<p class='a' markdown=1>**Un**</p>", "\n\n**Un**\n\n"],
  ['Un <span markdown="1">*mot*</span>', "Un <span>*mot*</span>"],
  [
    '<div markdown="block">\n    <div markdown="1">\n    Un\n    </div>\n    deux\n</div>',
    "<div>\n\n<div>\n\nUn\n\n</div>\ndeux\n\n</div>",
  ],
])("Markdown in HTML is read: %s", (old, markdown) => {
  expect(bodyOf("jekyll", old)).toBe(markdown);
});
