import { describe, expect, it } from "vitest";
import { codes, html, problems } from "../support.ts";

/** The hint of the first problem of a text. */
const hint = (body: string): string | undefined => problems(body)[0]?.hint;

it.each([
  ["Une ligne\n{: .centre}\nautre", "2:1 literal-markup"],
  ["Une ligne {: .centre #un}  \nautre", "1:11 literal-markup"],
  ["> Une ligne\n> {:.centre}\n> autre", "2:3 literal-markup"],
])("attributes before the last line of a paragraph get a blank line after them: %j", (body, expected) => {
  expect(codes(body)).toEqual([expected]);
  expect(hint(body)).toBe("Laissez une ligne vide après ces attributs, ou effacez-les.");
});

it.each(["{: .centre}\nUne ligne", "Une ligne\n{: .centre}\n\nautre", "![x](a.jpg)\n{: .centre}\nautre"])(
  "attributes that apply are not reported: %j",
  (body) => {
    expect(codes(body)).toEqual([]);
  },
);

it.each([
  "<!-- {{< banner x >}} -->",
  "a <!-- {% include x %} --> b",
  "<!--\n{{ site.baseurl }}\n\n{% raw %}\n-->",
  "<div>\n<!-- {{ a }} -->\n</div>",
  "<!---> <!-- {{ a }} -->",
])("a comment, which nobody sees, is not read: %j", (body) => {
  expect(codes(body)).toEqual([]);
});

it.each(["<!-- a --> {{ b }}", "<!-- a -->\n{{ b }}", "<!--> {{ b }} -->", "a <!-- b --> {{ c }}"])(
  "what is beside a comment is read: %j",
  (body) => {
    expect(problems(body).map(({ code }) => code)).toEqual(["template-leftover"]);
  },
);

describe("tags of other generators", () => {
  it.each([
    ["{{< youtube 0RKpf3rK57I >}}", "`https://www.youtube.com/watch?v=0RKpf3rK57I`"],
    ['{{< vimeo id="146022717" >}}', "`https://vimeo.com/146022717`"],
    ["{% youtube https://youtu.be/0RKpf3rK57I %}", "`https://youtu.be/0RKpf3rK57I`"],
    ['{% include youtube.html id="0RKpf3rK57I" %}', "watch?v=0RKpf3rK57I`"],
    ['{% include video id="0RKpf3rK57I" provider="youtube" %}', "watch?v=0RKpf3rK57I`"],
    ['{{ youtube(id="0RKpf3rK57I") }}', "watch?v=0RKpf3rK57I`"],
    ['{{< figure src="quai.jpg" alt="Un quai" caption="Le soir" >}}', "`![Un quai](quai.jpg)` puis"],
    ['{{< figure src="quai.jpg" alt="Un quai" caption="Le soir" >}}', "`*Le soir*`"],
    ['{{< img src="quai.jpg" >}}', "Écrivez `![ce que montre l’image](quai.jpg)`"],
    ['{% include figure image_path="/img/quai.jpg" alt="Un quai" %}', "`![Un quai](/img/quai.jpg)`"],
    ["{% asset_img quai.jpg 300 200 Un quai %}", "`![Un quai](quai.jpg)`"],
    ["{% include image.html %}", "`![ce que montre l’image](photo.jpg)`"],
    ["{% post_url 2024-01-03-bilan %}", "`2024-01-03-bilan.md`"],
    ["{% link _posts/2024-01-03-bilan.md %}", "`2024-01-03-bilan.md`"],
    ['{{< ref "posts/bilan.md#suite" >}}', "`bilan.md#suite`"],
    ["{{ '/guide/' | relative_url }}", "l’adresse seule : `/guide/`"],
    ['{{ "guide/a.pdf" | relURL }}', "l’adresse seule : `/guide/a.pdf`"],
    ["{{ site.baseurl }}", "gardez l’adresse qui le suit"],
    ["{{ .Site.BaseURL }}", "gardez l’adresse qui le suit"],
    ["{% post_link bilan Le bilan %}", "`[Le bilan](bilan.md)`"],
    ["{{< gist spf13 7896402 >}}", "`[le titre de la page](https://gist.github.com/spf13/7896402)`"],
    [
      '{{< tweet user="Etalab" id="1453110110599868418" >}}',
      "https://x.com/Etalab/status/1453110110599868418",
    ],
    ["{{% notice warning %}}", "`> [!WARNING]`"],
    ['{{< callout type="tip" title="Un titre" >}}', "`> [!TIP]`"],
    ["{% note info %}", "`> [!NOTE]`"],
    ["{% endnote %}", "Effacez-le."],
    ["{{% /notice %}}", "Effacez-le."],
    ["{% highlight ruby %}", "suivie du nom du langage"],
    ["{% endhighlight %}", "Remplacez-le par une ligne ```"],
    ["{% codeblock lang:js %}", "suivie du nom du langage"],
    ["{% raw %}", "Effacez-le."],
    ["{{<youtube 0RKpf3rK57I>}}", "watch?v=0RKpf3rK57I`"],
    ["{% include a_b.html c_d_ e_f %}", "entre accents graves"],
    ["{{{Un intertitre}}}", "Écrivez `## Un intertitre`"],
    ["{{mot en gras}}", "Écrivez `**mot en gras**`"],
    ["{{Règlement}}", "Écrivez `**Règlement**`"],
    ["{{{ content }}}", "Écrivez `## content`"],
    ["{{site.title}}", "entre accents graves"],
    ["{{ page.author }}", "entre accents graves"],
    ["{{< mon-code a=b >}}", "entre accents graves"],
    [
      '{{< video src="/media/film.mp4" controls="yes" >}}',
      'Écrivez `<video controls src="/media/film.mp4"></video>`',
    ],
    [
      "{% audio https://example.org/son.mp3 %}",
      'Écrivez `<audio controls src="https://example.org/son.mp3"></audio>`',
    ],
    ['{{< photo-droite src="quai.jpg" alt="Un quai" >}}', "Écrivez `![Un quai](quai.jpg)`"],
    ['{% imageContent "./quai.jpg", "Un quai", [500] %}', "Écrivez `![Un quai](./quai.jpg)`"],
    ['{{< photo-droite src="quai" >}}', "entre accents graves"],
    ["{{ bouton({ texte: ['Oui', x] | a(b)}) }}", "entre accents graves"],
    ['{{ bouton("a", { texte: { fr: "Oui" } }) | safe }}', "entre accents graves"],
  ])("get a fix: %s", (tag, advised) => {
    expect(hint(`Avant\n\n${tag}\n`)).toContain(advised);
  });

  it.each(["{:toc}", "{{< toc >}}", "{% toc %}"])(
    "get the advice that the table of contents is automatic: %s",
    (tag) => {
      expect(hint(`* Sommaire\n${tag}`)).toContain("dès qu’elle a trois titres");
    },
  );

  it.each([
    ['{{< figure\n  src="quai.jpg"\n  alt="Un quai"\n>}}', "`![Un quai](quai.jpg)`"],
    ['{% include figure.html\n  src="quai.jpg"\n  alt="Un quai" %}', "`![Un quai](quai.jpg)`"],
    ['{{ component("alert", {\n  type: "info"\n}) }}', "entre accents graves"],
    ['<div>\n{{ component("alert", {\n  type: "info"\n}) }}\n</div>', "entre accents graves"],
    ['{{< figure src="quai.jpg"\n  link="https://example.org" >}}', "(quai.jpg)`"],
    ["{% include menu.html url=https://example.org %}", "entre accents graves"],
  ])("get a fix on several lines, or with an address: %j", (tag, advised) => {
    expect(codes(`Avant\n\n${tag}\n`)).toEqual([`${tag.startsWith("<") ? "4" : "3"}:1 template-leftover`]);
    expect(hint(`Avant\n\n${tag}\n`)).toContain(advised);
  });

  it.each([
    "Une accolade {{ jamais fermée\net la suite.",
    "Un {% seul\n\n{{< toc >}}",
    "`{{ a` et `b }}`",
    "On ouvre par {{ ceci.\n\n    a }}",
  ])("are not seen where nothing ends them: %j", (body) => {
    expect(codes(body).filter((code) => code.startsWith("1:"))).toEqual([]);
  });

  it("are shown as text", () => {
    expect(html('{% embed https://example.org/_a_ %} {{<x *b* c="`d`">}} {{ **e** }}')).toBe(
      "<p>{% embed https://example.org/_a_ %} {{&lt;x <em>b</em> c=&quot;<code>d</code>&quot;&gt;}} {{ **e** }}</p>",
    );
  });

  it("in an address are reported without the link or picture around them", () => {
    expect(codes("[a]({% post_url 2024-01-03-b %})\n\n![c]({{ site.baseurl }}/c.png)")).toEqual([
      "1:5 template-leftover",
      "3:6 template-leftover",
    ]);
  });
});
