// Tests the comparison of what readers see, before and after: words, pictures and links that the report calls lost or added.
import { describe, expect, it } from "vitest";
import { compareTexts, type Comparison } from "../../../src/importers/comparison.ts";
import { createMarkdown } from "../../../src/markdown/render.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";
import { busy } from "../../support/busy.ts";

const markdown = createMarkdown({
  site: resolveSite(siteSchema.parse({ title: "x", typography: false }), { root: "/nowhere" }),
  picture: () => ({ found: false }),
  has: () => false,
});

const before = { shortcodes: false, html: false, emoji: true, base: "" };
const after = { shown: [], became: [], unknown: [], changes: [] };

const liquid = (body: string, result: string, shown: string[] = []): Comparison["words"] =>
  compareTexts(markdown, { ...before, body }, { ...after, body: result, shown }).words;
const hugo = (body: string, result: string): Comparison["words"] =>
  compareTexts(markdown, { ...before, body, shortcodes: true, emoji: false }, { ...after, body: result })
    .words;

describe("words before and after", () => {
  it("are counted with repetitions", () => {
    expect(liquid("un un deux", "un deux deux trois")).toEqual({
      before: 3,
      after: 4,
      lost: ["un"],
      added: ["deux", "trois"],
    });
  });

  it("do not include those of players", () => {
    const frame = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>';
    expect(liquid("un", `un\n\n${frame}\n`)).toMatchObject({ lost: [], added: [] });
  });

  it("include alternative texts and code, but not addresses", () => {
    expect(
      liquid("![Une salle](/salle.png) `code` [ici](/là/)", "![Une salle](/autre.png) `code` [ici](/x/)"),
    ).toMatchObject({
      before: 4,
      lost: [],
      added: [],
    });
  });

  it("may come from a tag's arguments", () => {
    const tag = '{% include figure.html src="/a.png" caption="Une légende" %}';
    const result = "![](/a.png)\n*Une légende*";
    expect(liquid(tag, result).added).toEqual(["Une", "légende"]);
    expect(liquid(tag, result, [tag]).added).toEqual([]);
  });

  it.each([
    ["{% highlight js %}\nconst x = `{{ y }}`;\n{% endhighlight %}", "```js\nconst x = `{{ y }}`;\n```"],
    ["{% raw %}{{ montré }}{% endraw %}", "{{ montré }}"],
    ["[un mot][n]\n\n[n]: {{ site.baseurl }}{% link a.md %}", "[un mot][n]\n\n[n]: /a/"],
    ["{% comment %}caché{% endcomment %}Vu.", "Vu."],
    ['[caption id="a"]<img src="/a.png"> Légende[/caption]', "![](/a.png)\n*Légende*"],
    ["<https://example.org/{{ page.x }}>", "<https://example.org/>"],
  ])("in Liquid are those that %j showed", (body, result) => {
    expect(liquid(body, result)).toMatchObject({ lost: [], added: [] });
  });

  it.each([
    ["{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"],
    [
      "1. Un {{< highlight >}}mot{{< /highlight >}}.\n2. Deux.",
      '1. Un <span class="cle">mot</span>.\n2. Deux.',
    ],
    ["{{% notice tip %}}Un conseil.{{% /notice %}}", "> [!TIP]\n> Un conseil."],
    ['[un mot][n]\n\n[n]: {{< ref "a" >}}', "[un mot][n]\n\n[n]: /a/"],
    ['[un mot]({{< ref "a.md" >}} "Le titre")', '[un mot](/a/ "Le titre")'],
    ["> [!WARNING] Gare\n> Un.", "> [!WARNING]\n> **Gare**\n>\n> Un."],
    ["{{</* youtube abc */>}}", "`{{< youtube abc >}}`"],
  ])("in Hugo are those that %j showed", (body, result) => {
    expect(hugo(body, result)).toMatchObject({ lost: [], added: [] });
  });

  it("are counted in reasonable time if no tag is closed", () => {
    const taken = busy(() => {
      expect(liquid("{% raw %} x ".repeat(20_000), "x").before).toBe(20_000);
    });
    expect(taken).toBeLessThan(10_000);
  });
});

/** What is lost or added of the pictures and links of a text. */
const differences = (
  written: string,
  result: string,
  known: Partial<Parameters<typeof compareTexts>[1] & Parameters<typeof compareTexts>[2]> = {},
): { pictures: string[]; added: string[]; links: string[] } => {
  const { pictures, links } = compareTexts(
    markdown,
    { ...before, ...known, body: written },
    { ...after, ...known, body: result },
  );
  return { pictures: pictures.lost, added: pictures.added, links: links.lost };
};

const none = { pictures: [], added: [], links: [] };

describe("pictures and links before and after", () => {
  it("are counted, each with its address", () => {
    const found = compareTexts(
      markdown,
      { ...before, body: "![](/a.png) ![](/a.png) [un](/un/) <https://example.org/>" },
      { ...after, body: "![](/a.png) ![](/b.png) [un](/un/)" },
    );
    expect(found.pictures).toEqual({ before: 2, after: 2, lost: ["/a.png"], added: ["/b.png"] });
    expect(found.links).toEqual({ before: 2, after: 1, lost: ["https://example.org/"], added: [] });
  });

  it("are found where Markdown beside a block of HTML is lost", () => {
    const block = '<div class="x">Un</div>';
    expect(differences(`![](/a.png) [là](/b/)\n\n${block}\n`, `là\n\n${block}\n`)).toEqual({
      ...none,
      pictures: ["/a.png"],
      links: ["/b/"],
    });
  });

  it.each([
    ["![a](<./a b.png>) [c](/é/)", "![a](a%20b.png) [c](/%C3%A9/)", {}],
    ['<p><a href="/?a=1&amp;b=2"><img src="/c.png"></a></p>', "[![](/c.png)](/?a=1&b=2)", {}],
    ["![](/blog/a.png) [b](/blog/b/)", "![](/a.png) [b](/b/)", { base: "/blog" }],
    ["![]({{ site.baseurl }}/a.png) [b]({% post_url 2021-01-02-b %}#c)", "![](/a.png) [b](/b/#c)", {}],
    [
      '[un][n] ![]({{ "/img/a.png" | relative_url }})\n\n[n]: {% link a.md %}',
      "[un](/a/) ![](/img/a.png)",
      {},
    ],
    [
      '[un]({{< ref "a.md" >}}) [deux]({{< relref "b" >}} "b")',
      '[un](/a/) [deux](/b/ "b")',
      { shortcodes: true },
    ],
    [
      "![](../img/a.png)",
      "![](/img/a.png)",
      { changes: [{ kind: "image", from: "../img/a.png", to: "/img/a.png" }] },
    ],
    ["[un]({{ inconnu }})", "[un]({{ inconnu }})", { unknown: ["{{ inconnu }}"] }],
    [
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
      "::video{url=https://youtu.be/dQw4w9WgXcQ}",
      {},
    ],
    ['{{< figure src="a.png" >}}', "![](a.png)", { shortcodes: true, became: ["![](a.png)"] }],
    ["{{< note >}}![](a.png){{< /note >}}", "> ![](a.png)", { shortcodes: true, became: ["> ![](a.png)"] }],
    ["{% comment %}![](a.png){% endcomment %}", "<!-- ![](a.png) -->", {}],
    ["`![](a.png)`", "`![](a.png)`", {}],
    ["<p>\n    <img src='a.png'>\n</p>\n\n    <img src='b.png'>", "![](a.png)\n\n![](b.png)", { html: true }],
  ] satisfies [string, string, Parameters<typeof differences>[2]][])(
    "are the same in %j and %j",
    (written, result, known) => {
      expect(differences(written, result, known)).toEqual(none);
    },
  );

  it("are lost with the text that a tag became, or with the address of a tag", () => {
    const figure = { shortcodes: true, became: ["![](a.png)"] };
    expect(differences('{{< figure src="a.png" >}}', "", figure).pictures).toEqual(["a.png"]);
    const found = compareTexts(
      markdown,
      { ...before, ...figure, body: "{{< figure >}}" },
      { ...after, ...figure, body: "![](a.png)" },
    );
    expect(found.pictures).toEqual({ before: 1, after: 1, lost: [], added: [] });
    expect(differences("[un]({{ site.baseurl }}/un/) [deux](/deux/)", "un [deux](/deux/)").links).toEqual([
      "…/un/",
    ]);
  });

  it("are lost with a player", () => {
    const player = (id: string): string => `<iframe src="https://player.vimeo.com/video/${id}"></iframe>`;
    expect(differences(`${player("1")}\n\n${player("2")}`, player("2")).links).toEqual([
      "https://vimeo.com/1",
    ]);
  });
});
