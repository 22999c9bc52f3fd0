// Tests the comparison of the words that readers see, before and after: what the report calls lost or added.
import { describe, expect, it } from "vitest";
import { compareWords } from "../../../src/importers/words.ts";
import { createMarkdown } from "../../../src/markdown/render.ts";
import { siteSchema } from "../../../src/site/schema.ts";
import { resolveSite } from "../../../src/site/site.ts";
import { busy } from "../../support/busy.ts";

const markdown = createMarkdown({
  site: resolveSite(siteSchema.parse({ title: "x", typography: false }), { root: "/nowhere" }),
  picture: () => ({ found: false }),
  has: () => false,
});

const liquid = (body: string, result: string, shown: string[] = []): ReturnType<typeof compareWords> =>
  compareWords(markdown, { body, shortcodes: false, emoji: true }, result, shown);
const hugo = (body: string, result: string): ReturnType<typeof compareWords> =>
  compareWords(markdown, { body, shortcodes: true, emoji: false }, result, []);

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
  ])("in Liquid are those that %j showed", (body, result) => {
    expect(liquid(body, result)).toMatchObject({ lost: [], added: [] });
  });

  it.each([
    ["{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"],
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
