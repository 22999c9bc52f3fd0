// Tests the conversion of template tags in texts: Liquid of Jekyll and Eleventy, shortcodes of Hugo.
import { describe, expect, it } from "vitest";
import { hugoWords } from "../../../../src/importers/body/hugo-words.ts";
import { convertLeftovers } from "../../../../src/importers/body/leftovers.ts";
import { includedText } from "../../../../src/importers/includes.ts";
import { folder } from "../old-blog.ts";
import { liquidWords } from "../../../../src/importers/body/liquid-words.ts";

const address = (name: string): string | undefined =>
  name.includes("inconnu") ? undefined : "/blog/la-bas/";

const INCLUDES = folder({
  "note.html": "<p>Une note.</p>\n",
  "_posts/suite.md": "La **suite**.\n",
  "boite.html":
    '<div class="boite">\n  {% if include.titre %}<b>{{ include.titre }}</b>{% endif %}\n\n  <p>{{ include.texte | markdownify }}</p>\n</div>\n',
  "liste.html": "{% for a in site.posts %}{{ a.title }}{% endfor %}",
  encart:
    '<aside>\n  {{ with .Get "titre" }}<b>{{ . }}</b>{{ end }}\n  {{ .Inner | markdownify }}\n</aside>\n',
  lien: '<a href="{{ .Page.Site.BaseURL }}{{ .Get 0 }}">{{ .Inner }}</a>',
  badge: '{{/* note */}}<span class="badge">{{ .Get 0 }}</span>',
  highlight: '<span class="cle">{{ .Inner | markdownify }}</span>',
  galerie: "{{ range .Page.Resources }}x{{ end }}",
});

const liquid = (body: string): ReturnType<typeof convertLeftovers> =>
  convertLeftovers(
    body,
    10,
    liquidWords({
      body,
      base: "/blog",
      values: { site: { title: "Le carnet", url: "https://x.example" }, page: { title: "Un <titre>", n: 3 } },
      source: "_posts/a.md",
      include: (name, given, beside) =>
        includedText(INCLUDES, [beside === undefined ? name : `_posts/${name}`], given),
      address,
      isBeside: (path) => path === "./vue.png",
    }),
  );
const hugo = (body: string): ReturnType<typeof convertLeftovers> =>
  convertLeftovers(
    body,
    10,
    hugoWords({
      values: {
        site: { params: { mail: "a@example.org", contact: { eMail: "b@example.org" } } },
        page: { params: { teinte: "bleu" } },
      },
      include: (name, given) => includedText(INCLUDES, [name], given),
      address,
    }),
  );

describe("a Liquid tag", () => {
  it.each([
    ["code", "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"],
    ["raw text", "{% raw %}{{ x }}{% endraw %}", "{{ x }}"],
    ["a comment", "{% comment %}a -- b{% endcomment %}", "<!-- a – b -->"],
    ["an address with a filter", '[a]({{ "/x/" | relative_url }})', "[a](/x/)"],
    ["an address that contains the base path", '[a]({{ "/blog/x/" | url }})', "[a](/x/)"],
    ["the base path", "![]({{ site.baseurl }}/img/a.png)", "![](/img/a.png)"],
    ["a link to another text", "[a]({% post_url 2021-01-02-b %})", "[a](/blog/la-bas/)"],
    ["a picture shortcode of Eleventy", '{% image "img/a.png" "Une salle" %}', "![Une salle](/img/a.png)"],
    ["a picture beside the text", '{% image "./vue.png", "Une vue" %}', "![Une vue](./vue.png)"],
    ["a picture in the input folder", '{% image "./img/a.png", "A" %}', "![A](/img/a.png)"],
    [
      "a picture with classes",
      '{% image_with_class "img/a.png" "grande" "Une salle" %}',
      "![Une salle](/img/a.png)",
    ],
    ["a figure", '{% include figure.html src="/a.png" alt="A" caption="Ici" %}', "![A](/a.png)\n*Ici*"],
    [
      "a figure shortcode, with its arguments in order",
      '{% figure "/img/a.png", "Une salle", "La salle du lancement" %}',
      "![Une salle](/img/a.png)\n*La salle du lancement*",
    ],
    [
      "a figure shortcode without a caption",
      '{% figure "/img/a.png", "Une salle" %}',
      "![Une salle](/img/a.png)",
    ],
    ["a picture with named arguments", '{% image src="/a.png", alt="Une salle" %}', "![Une salle](/a.png)"],
    [
      "a shortcode of the blog's own that names a picture",
      '{% imageContent "/a.png", "Une salle", [500] %}',
      "![Une salle](/a.png)",
    ],
    ["a gist", "{% gist equipe/abc123 %}", "<https://gist.github.com/equipe/abc123>"],
    [
      "a video",
      "{% include youtube.html id=dQw4w9WgXcQ %}",
      "::video{url=https://www.youtube.com/watch?v=dQw4w9WgXcQ}",
    ],
    ["an address to embed", '{{ "https://vimeo.com/1" | embed }}', "::video{url=https://vimeo.com/1}"],
    ["an included text", "{% include note.html %}", "<p>Une note.</p>"],
    [
      "an include with arguments",
      '{% include boite.html titre="À <savoir>" texte="Dix mois." %}',
      '<div class="boite">\n<b>À &lt;savoir&gt;</b>\n<p>Dix mois.</p>\n</div>',
    ],
    [
      "an include without one of its arguments",
      "{% include boite.html texte='Dix mois.' %}",
      '<div class="boite">\n<p>Dix mois.</p>\n</div>',
    ],
    ["a file beside the text", "{% include_relative suite.md %}", "La **suite**."],
    ["a value from the settings", "Bienvenue sur {{ site.title }}.", "Bienvenue sur Le carnet."],
    [
      "captured text, where it is output",
      "{% capture x %}\n**Un** {{ site.title }}.\n{% endcapture %}\n<div>{{ x | markdownify }}</div>",
      "\n<div>\n\n**Un** Le carnet.\n\n</div>",
    ],
    ["a Nunjucks comment", "a {# pour nous #} b", "a <!-- pour nous --> b"],
  ])("is converted: %s", (_, written, meant) => {
    expect(liquid(written)).toMatchObject({ body: meant, unknown: [] });
  });

  it.each([
    "{% for x in y %}",
    "{% capture x %}un{% endcapture %}\n{{ x | upcase }}",
    "{{ page.title }}",
    "{{ 'a' | shout }}",
    '{{ "/x" | prepend: "https://y.example" }}',
    "{% post_url inconnu %}",
    "{% include inconnu.html %}",
    "{% include liste.html %}",
    "{% include boite.html titre=page.title %}",
    '{% image "{{ a }}" "b" %}',
    '{{ bouton({ text: "Oui" }) }}',
    '{{ appProtocol({\n  title: "Oui",\n  items: { why: [{ who: "a" }] }\n}) | safe }}',
  ])("%s stays unchanged, and is reported with its line", (written) => {
    const { body, unknown } = liquid(`Un.\n\n${written}\n`);
    expect(body).toBe(`Un.\n\n${written}\n`);
    expect(unknown[0]?.line).toBe(12);
  });

  it("is not found in similar text", () => {
    expect(liquid("Un { texte } { % ainsi % }")).toEqual({
      body: "Un { texte } { % ainsi % }",
      changes: [],
      unknown: [],
      shown: [],
      became: [],
      replaced: [],
    });
  });

  it("within thousands of others stays as it is, and is reported", () => {
    const body = `${"{% if a %}".repeat(5000)}x${"{% endif %}".repeat(5000)}`;
    const done = liquid(body);
    expect(done.body).toBe(body);
    expect(done.unknown.length).toBeGreaterThanOrEqual(5000);
  });
});

describe("a Hugo shortcode", () => {
  it.each([
    ["a video", "{{< youtube dQw4w9WgXcQ >}}", "::video{url=https://www.youtube.com/watch?v=dQw4w9WgXcQ}"],
    [
      "a video with a title",
      '{{< dailymotion x7zgtds "Demo Day" >}}',
      "::video[Demo Day]{url=https://www.dailymotion.com/video/x7zgtds}",
    ],
    [
      "a video with a start time",
      '{{< youtube id="abc123" start="30" >}}',
      "::video{url=https://www.youtube.com/watch?v=abc123 start=30}",
    ],
    ["a figure", '{{< figure src="/a.png" alt="A" caption="Ici" >}}', "![A](/a.png)\n*Ici*"],
    [
      "a figure of a given width",
      '{{< figure src="/a.png" alt="A" width="200px" height="90" caption="Ici" >}}',
      "![A](/a.png){width=200px}\n*Ici*",
    ],
    [
      "a figure with a credit that leads elsewhere",
      '{{< figure src="/a.png" caption="Ici" attr="Léa" attrlink="https://a.example/" >}}',
      "![](/a.png)\n*Ici – [Léa](https://a.example/)*",
    ],
    ["a link to another text", '[a]({{< ref "b.md" >}})', "[a](/blog/la-bas/)"],
    ["code", "{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"],
    [
      "one of the blog's own with the name of Hugo's, in a list",
      "1. Un {{< highlight >}}mot *clé*{{< /highlight >}}.\n2. Deux.",
      '1. Un <span class="cle">mot *clé*</span>.\n2. Deux.',
    ],
    [
      "a film",
      'Avant.\n\n{{< video src="https://e.example/a.mp4" controls="yes" >}}',
      'Avant.\n\n<video controls src="https://e.example/a.mp4"></video>',
    ],
    [
      "a notice",
      '{{% notice warning "Gare" %}}Attention.{{% /notice %}}',
      "> [!WARNING]\n> **Gare**\n>\n> Attention.",
    ],
    [
      "a notice right above a paragraph",
      "{{% note %}}Ici.{{% /note %}}\nAprès.",
      "> [!NOTE]\n> Ici.\n\nAprès.",
    ],
    [
      "collapsible text",
      '{{< details "Plus" >}}Ici.{{< /details >}}',
      "<details>\n<summary>Plus</summary>\n\nIci.\n\n</details>",
    ],
    [
      "a spoiler of HugoBlox",
      '{{< spoiler text="Plus" >}}Ici.{{< /spoiler >}}',
      "<details>\n<summary>Plus</summary>\n\nIci.\n\n</details>",
    ],
    [
      "a link to a file",
      '{{% staticref "pdf/a.pdf" "newtab" %}}le guide{{% /staticref %}}',
      "[le guide](/pdf/a.pdf)",
    ],
    ["a parameter from the front matter", "{{< param teinte >}}", "bleu"],
    ["a table of contents", "{{< toc >}}", ""],
    ["a Docsy notice", "{{% pageinfo %}}\nProvisoire.\n{{% /pageinfo %}}", "> [!NOTE]\n> Provisoire."],
    ["a lead paragraph", '{{% blocks/lead color="primary" %}}\nNous.\n{{% /blocks/lead %}}', "Nous."],
    ["a card", '{{< card header="**À lire**" >}}\nIci.\n{{< /card >}}', "**À lire**\n\nIci."],
    [
      "tabs",
      '{{< tabpane text=true >}}\n{{% tab header="R" %}}\nUn.\n{{% /tab %}}\n{{% tab "Go" %}}\nDeux.\n{{% /tab %}}\n{{< /tabpane >}}',
      "**R**\n\nUn.\n\n**Go**\n\nDeux.",
    ],
    ["a parameter from the settings", '{{< param "mail" >}}', "a@example.org"],
    ["a nested parameter, in any case", "{{% param Contact.email %}}", "b@example.org"],
    [
      "one of the blog's own, around a text",
      '{{% encart titre="À savoir" %}}\nDix **mois**.\n{{% /encart %}}',
      "<aside>\n<b>À savoir</b>\n\n\nDix **mois**.\n\n\n</aside>",
    ],
    [
      "one of the blog's own, in a sentence",
      'Un {{< badge "nouveau" >}} mot.',
      'Un <span class="badge">nouveau</span> mot.',
    ],
    [
      "one of the blog's own, with its address",
      'Un {{< lien "projets/" >}}mot{{< /lien >}}, {{< lien "/a/" >}}b{{< /lien >}}.',
      'Un <a href="/projets/">mot</a>, <a href="/a/">b</a>.',
    ],
    ["an escaped shortcode", "{{</* youtube x */>}}", "{{< youtube x >}}"],
    ["a post on a social network", "{{< tweet user=ana id=12 >}}", "<https://x.com/ana/status/12>"],
  ])("is converted: %s", (_, written, meant) => {
    expect(hugo(written)).toMatchObject({ body: meant, unknown: [] });
  });

  it("of a site that encloses a text is reported once, and its text is converted", () => {
    expect(hugo('{{% boite %}}\n{{< param "mail" >}}\n{{% /boite %}}')).toMatchObject({
      body: "{{% boite %}}\na@example.org\n{{% /boite %}}",
      unknown: [{ line: 10, found: "{{% boite %}}" }],
    });
  });

  it("of a theme stays unchanged, and is reported", () => {
    expect(hugo("{{< galerie >}}").unknown).toHaveLength(1);
    expect(hugo("{{< carte lat=1 >}}")).toMatchObject({
      body: "{{< carte lat=1 >}}",
      unknown: [{ line: 10, found: "{{< carte lat=1 >}}" }],
    });
  });
});
