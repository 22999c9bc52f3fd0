import { describe, expect, it } from "vitest";
import { codes, problems, render } from "./support.ts";

const ENGLISH =
  "> This is what we have learnt from the teams: it is in the review of the first year, and for those who read it.\n";

describe("the places of problems", () => {
  it.each([
    ["a skipped heading", "## A\n\n#### B", ["3:1 skipped-heading"]],
    [
      "headings that skip the same level, only the first",
      "### A\n\n### B\n\n##### C\n\n### D\n\n##### E",
      ["1:1 skipped-heading", "5:1 skipped-heading"],
    ],
    ["tags of HackMD", "# A\n\n###### tags: `un` `deux mots`", ["3:1 literal-front-matter"]],
    ["a single heading of level 1, after others", "## A\n\n## B\n\n# C\n\n## D", ["5:1 skipped-heading"]],
    ["a heading underlined with equal signs", "## A\n\n### B\n\nC\n====\n\n## D", ["5:1 skipped-heading"]],
    [
      "a heading of level 1 with headings of level 3 below it",
      "## A\n\n# B\n\n### C",
      ["3:1 skipped-heading"],
    ],
    [
      "boxes without a space in them or after them, at the first of their list",
      "- [ ] a\n- [] b\n- [] c\n\nd\n\n1. [x]Bilan\n2. [] e\n\n   f",
      ["2:3 literal-list", "7:4 literal-list"],
    ],
    [
      "no brackets that are no boxes",
      "- [] a\n- b\n\nc\n\n- [x](/a/)\n- [x](/b/)\n\nd\n\n- \\[] a\n- \\[] b\n- `[] c`\n- `[] d`\n- [1] e\n- [2] f",
      [],
    ],
    [
      "numbers that mean something, and that a list counts in its own way",
      "2019. Un\n2021. Deux\n\na\n\n> - b\n>\n>   3. Trois\n>   2. Deux\n>   1. Un",
      ["2:1 literal-list", "9:1 literal-list"],
    ],
    [
      "no numbers of items that were moved, added or removed, nor years in a row",
      "1. a\n3. b\n2. c\n\nb\n\n1. a\n1. b\n\nc\n\n1. a\n2. b\n4. c\n\nd\n\n2019. a\n2020. b\n\ne\n\n2. a\n1. b",
      [],
    ],
    ["no heading of level 1 that comes first", "# A\n\n## B", []],
    ["a heading before several of level 1", "## A\n\n# B\n\n# C", ["1:1 skipped-heading"]],
    ["a line all in bold", "Texte.\n\n**Notre bilan**\n\nSuite.", ["3:1 bold-heading"]],
    [
      "a line all in bold and italics",
      "***Notre bilan***\n\na\n\n_**Nos dépenses**_\n\nb\n\n***[Voir le bilan](/b/)***\n\n*a **b***\n\n*Un* **deux**\n\n**Un** *deux*",
      ["1:1 bold-heading", "5:1 bold-heading"],
    ],
    ["two heading signs without a space, but not one", "a\n\n##Notre bilan\n\n#mot", ["3:1 literal-heading"]],
    ["no escaped heading signs", "\\##Notre bilan", []],
    [
      "no link or address alone in bold, which calls to act",
      '**[Voir le bilan](/b/)**\n\n__<https://e.org/>__\n\n**https://e.org/a**\n\n**<a href="/b/">Voir le bilan</a>**',
      [],
    ],
    [
      "a line in bold with more than a link",
      "**[Bilan](/b/) annuel**\n\na\n\n**[Bilan](/b/) [annuel](/a/)**\n\nb",
      ["1:1 bold-heading", "5:1 bold-heading"],
    ],
    [
      "a heading without its space, before code, a link or quotes",
      '###`a` et b\n\n##[a](/b/)\n\n##"Un"',
      ["1:1 literal-heading", "3:1 literal-heading", "5:1 literal-heading"],
    ],
    [
      "two lines in bold, one after the other",
      "**Bilan**\n\n**Dépenses**\n\na",
      ["1:1", "3:1"].map((at) => `${at} bold-heading`),
    ],
    [
      "no poster of lines in bold",
      "**Bal**\n\n**Samedi 3 mai**\n\n**Place du Marché !**\n\n**Entrée libre**\n\na",
      [],
    ],
    [
      "no remark in bold, nor halves of a sentence",
      "**(à partir de 3 €)**\n\na\n\n**Un bal**\n\n**et un repas**\n\na",
      [],
    ],
    ["no signs alone in bold", "**[**\n\n**{**\n\na", []],
    ["no sentence in bold below a picture", "![b](a.jpg)\n**Venez nous voir !**\n\na", []],
    ["no signature in bold, nor label of a list", "**Sous-chantiers :**\n\n- a\n\n**Équipe**", []],
    [
      "a line in bold glued to its text",
      "**Leçon 1 : l’équipe**\nJ’étais seul.\n\n**Quoi :**\nUn essai.\n\n**Bilan** :\nUn.\n\n**Bref**\nun.",
      ["1:1 bold-heading"],
    ],
    [
      "codes of other tools",
      "Un :star: et :calendar:, le 1^er^ mai\n\n10:30:45 a:b:c :a b: `:star:` x^2 et y^2",
      ["1:4 literal-markup", "1:14 literal-markup", "1:29 literal-markup"],
    ],
    [
      "attributes of links that a tag loses silently too",
      '[un](https://e.org/a){:target="_blank"} et [deux](https://e.org/b){:target="_blank" rel="noopener" onclick="a"}',
      ["1:67 dropped-html"],
    ],
    [
      "a long template tag",
      `Voir {{< image src="a.jpg" alt="${"mot ".repeat(80)}" >}}`,
      ["1:6 template-leftover"],
    ],
    [
      "stars that an editor escaped",
      "des services\\*\\* afin de\n\n\\*\\*gras\\*\\*",
      ["1:13 literal-emphasis"],
    ],
    [
      "a star glued to an item",
      "* un\n*[deux](https://e.org/)\n* trois\n\n*Note\n*Autre",
      ["2:1 literal-list"],
    ],
    [
      "lines that begin with several hyphens",
      "Contents\n--- [Why](#why)\n--- [What](#what)\n\na\n-- b",
      ["2:1 literal-list"],
    ],
    ["no sentence in bold", "**Attention, ceci est une phrase.**", []],
    ["vague link texts", "Voir [ici](/a/) ou [Cliquez ici !](/b/).", ["1:6 vague-link", "1:20 vague-link"]],
    ["a link without text", "Et [](/a/)", ["1:4 vague-link"]],
    [
      "a link broken by a space, on the second line",
      "Un texte\net [nom] (https://example.org/)",
      ["2:4 literal-link"],
    ],
    ["a link cut by the end of a line", "> Un [nom] \n> (https://example.org/), et.", ["1:6 literal-link"]],
    ["no remark on a line after brackets", "Un [nom]\n(voir la suite) et `[a]`\n(https://example.org/)", []],
    ["no link by its label before a remark", "Un [nom]\n(https://example.org/)\n\n[nom]: /a/", []],
    [
      "a link that no bracket opens, after one that works",
      "Les [a](/a/) et [les autres] brevets français](https://example.org/b_(c)) ici",
      ["1:38 literal-link"],
    ],
    ["no bracket without an address", "a](b) c] (d) `](https://example.org/)` \\](https://example.org/)", []],
    [
      "a link whose address has a parenthesis too many",
      "à [b c]((https://example.org/d).** e",
      ["1:3 literal-link", "1:33 literal-emphasis"],
    ],
    ["no address in parentheses of its own", "[b]((https://example.org/d))", []],
    ["a line too short", "a\n\n--\n\nb\n\n**", ["3:1 literal-markup", "7:1 literal-markup"]],
    ["no other short text", "ab\n\n—\n\n`--`\n\n\\--\n\na --", []],
    ["a link inside a quotation and a list", "> - a\n>   [ici](/a/)", ["2:5 vague-link"]],
    ["a link in a cell", "| a | b |\n|---|---|\n| c | [ici](/a/) |", ["3:7 vague-link"]],
    ["a picture without alternative text", "Texte ![](a.jpg)", ["1:7 missing-alt"]],
    ["a heading without text", "a\n\n## \n\n###\n\n## b", ["3:1 empty-heading", "5:1 empty-heading"]],
    [
      "an alternative text that says nothing",
      "![alt_text](a.jpg)\n\n![Image 2](b.jpg)\n\n![Capture d’écran](c.jpg)",
      ["1:1 missing-alt", "3:1 missing-alt", "5:1 missing-alt"],
    ],
    [
      "an alternative text that is the name of another file",
      "![carte (2).png](a.jpg)\n\n![IMG_2034](b.jpg)",
      ["1:1 missing-alt", "3:1 missing-alt"],
    ],
    [
      "a size of Obsidian in an alternative text",
      "![Un plan|300x200](a.jpg) ![300](b.jpg)",
      ["1:1 missing-alt", "1:27 missing-alt"],
    ],
    ["a number in an alternative text", "![Plus de 300](a.jpg) ![L’an 2026](b.jpg)", []],
    ["a year in an alternative text", "![Le budget | 2026](a.jpg) ![2025](b.jpg)", []],
    ["an alternative text that is the file's name", "![IMG_2034](img/IMG_2034.jpg)", ["1:1 missing-alt"]],
    ["no decorative picture", '![](a.jpg){.decorative}\n\n<img src="a.jpg" alt="">', []],
    ["no size of a picture", '![x](a.jpg){width="4in"\nheight="2in"}', []],
    ["the size of another block", 'Un mot {width="4in"}', ["1:8 dropped-html"]],
    [
      "a table without headings, in Markdown or raw HTML",
      "a\n\n| | |\n|--|--|\n| **b** | c |\n\n<table><tr><td>d</td></tr></table>\n\n<table><tr><th>e</th></tr></table>",
      ["3:1 missing-headers", "7:1 missing-headers"],
    ],
    ["a quotation in another language without its language", `a\n\n${ENGLISH}`, ["3:1 language"]],
    [
      "no quotation that says its language, or a part of it",
      `${ENGLISH}\n\n{lang=en}\n\nb\n\n${ENGLISH}{lang=en}\n\nc\n\n> <i lang="en">${ENGLISH.slice(2, -1)}</i>`,
      [],
    ],
    ["no quotation in a text that is in that language too", `${ENGLISH.slice(2)}\n${ENGLISH}`, []],
    [
      "a quotation under tags that give the language of their own words",
      `<p lang="en">Hello</p>\n\n${ENGLISH}`,
      ["3:1 language"],
    ],
    ["no quotation between tags that give its language", `<div lang="en">\n\n${ENGLISH}\n</div>`, []],
    [
      "no quotation in the language of the text, and none too short to tell",
      "> Ce que nous avons appris avec les équipes est dans le bilan de la première année, pour qui le lit.\n\na\n\n> To be or not to be",
      [],
    ],
    ["no corner left empty between headings", "| | a |\n|--|--|\n| b | c |", []],
    [
      "a film without captions, unless it has no sound",
      '<video src="/a.mp4"></video>\n\n<video src="/a.mp4" muted></video>\n\n<video src="/a.mp4"><track kind="chapters" src="/a.vtt"></video>',
      ["1:1 missing-captions", "5:1 missing-captions"],
    ],
    [
      "no film with captions or subtitles, and no sound",
      '<video src="/a.mp4"><track kind="captions" src="/a.vtt"></video>\n\n<video src="/a.mp4"><track src="/a.vtt"></video>\n\n<audio src="/a.mp3"></audio>',
      [],
    ],
    ["a missing picture", "a\nb ![x](absente.jpg)", ["2:3 missing-image"]],
    ["a picture of another host", "![x](https://example.org/a.jpg)", ["1:1 third-party-image"]],
    [
      "raw tags in a sentence",
      "a **b** <u onclick=x>c</u> <blink>d</blink> <dialog>e</dialog>",
      ["1:9 dropped-html", "1:45 dropped-html"],
    ],
    ["raw tags in a block", '<div>\n  <p style="a">x</p>\n</div>', ["2:3 dropped-html"]],
    ["a comment without end", "a\n\n<!-- b", ["3:1 dropped-html"]],
    ["a script", "Texte\n\n<script>x</script>", ["3:1 script"]],
    [
      "a social widget's script",
      '<script async src="//speakerdeck.com/assets/embed.js"></script>',
      ["1:1 dropped-html"],
    ],
    ["an unknown frame", 'x <iframe src="https://example.org/"></iframe>', ["1:3 unknown-frame"]],
    ["a frame without title", '<iframe src="https://youtu.be/abcdefghijk"></iframe>', ["1:1 untitled-frame"]],
    [
      "template tags in text, not in code",
      "`{{ a }}` puis {{ b }} et\n{% highlight python %}",
      ["1:16 template-leftover", "2:1 template-leftover"],
    ],
    [
      "template tags in addresses and raw HTML",
      "a [b]({{site.baseurl}}/c)\n\n<div>\n{% include x %}\n</div>",
      ["1:3 template-leftover", "4:1 template-leftover"],
    ],
    [
      "template tags in the addresses of pictures, once",
      '![b]({{ site.baseurl }}/c.png)\n\nd <img src="{{ site.url }}/c.png" alt="b"> e\n\n<img src="{% asset c.png %}" alt="b">',
      ["1:6 template-leftover", "3:13 template-leftover", "5:11 template-leftover"],
    ],
    [
      "template tags with the quotation marks of the attribute they are in",
      '<img src="{{ "/b.png" | url }}" alt="b">\n\nd <a href="{{ "/x/" | url }}">e</a>',
      ["1:11 template-leftover", "3:12 template-leftover"],
    ],
    [
      "one or two signs alone, for a separating line",
      "a\n\n_\n\nb\n\n--\n\nc\n\n__\n\nd",
      ["3:1", "7:1", "11:1"].map((at) => `${at} literal-markup`),
    ],
    ["the mark of a table of contents for Jekyll's parser", "* TOC\n{:toc}", ["2:1 literal-markup"]],
    ["attributes for Jekyll's parser that have no effect", "<p>\n{: .a}\n</p>", ["2:1 template-leftover"]],
    [
      "a picture without alternative text, right next to a tag",
      "<div>![](/a.png)</div>\n\n<p>![](b/c.jpg)</p>\n\n<p>f![](x)</p>",
      ["1:6 literal-emphasis", "3:4 literal-emphasis"],
    ],
    ["emphasis that cannot work", "a le** mot **clé", ["1:3 literal-emphasis"]],
    [
      "a marker alone beside a link, a picture or code",
      "a **b** et **[c](/c/)\n\n[d](/d/)** e\n\nf **`g`\n\n**![haut](/h.jpg)",
      ["1:12 literal-emphasis", "3:9 literal-emphasis", "5:3 literal-emphasis", "7:1 literal-emphasis"],
    ],
    ["no power and no pattern beside code", "2**`n` docs/**[a](/a/) `x`**2 `src`**/*.ts", []],
    [
      "a star closed after a space, around a long line",
      `Note :\n*Professeur ${"de tapisserie ".repeat(9)}*`,
      ["2:1 literal-emphasis"],
    ],
    ["no star that begins a note", `Prix*\n\n*hors taxes ${"et frais de port ".repeat(9)}`, []],
    [
      "an underscore alone at an end of a line",
      "**a** | ses cours sur les textiles_\n\n_Le défi.\n\n« Il dit oui ! »_",
      ["1:35 literal-emphasis", "3:1 literal-emphasis", "5:17 literal-emphasis"],
    ],
    [
      "no name with an underscore at an end",
      "Les noms en _brouillon\n\nle préfixe eig4_\n\nle fichier a.b_\n\nécrit Titre\\_\n\nle champ nom2_",
      [],
    ],
    [
      "no emphasis that works, name in code or escaped sign",
      "«_x_» `**kwargs` \\*\\*a\\*\\* snake_case_name 2 ** 3",
      [],
    ],
    [
      "no pattern or name of files",
      'Dans docs/**\n\nou "**.pdf"\n\net **/x.md ; un _index.md, puis un autre _index.en.md ici.',
      [],
    ],
    [
      "marked text",
      "Un ==texte surligné== et ==« deux »==.",
      ["1:4 literal-emphasis", "1:26 literal-emphasis"],
    ],
    [
      "no equal signs that compare",
      "a == b == c, a==b==c, `==d==`, \\==e==, == Titre ==, f(x)==g==, ===h===",
      [],
    ],
    ["nothing in code between tags", "<code>if (a ==b== c) {{ d }} **e</code> <var>f[^g]</var>", []],
    ["a note that nothing refers to", "a\n\n[^x]: b", ["3:1 literal-footnote"]],
    ["a reference to no note", "a[^x]", ["1:2 literal-footnote"]],
    [
      "a note written twice, of which one is not shown",
      "a[^1]\n\n[^1]: b\n\n> [^1]: c\n\n`[^1]: d`",
      ["5:1 literal-footnote"],
    ],
    [
      "a note written twice, the second time without its text",
      "a[^1]\n\n[^1]: b\n\n[^1]:\n\nc",
      ["5:1 literal-footnote"],
    ],
    [
      "each missing note, once",
      "Note[^2] et[^manque].\n\nPuis[^2] `[^c]` \\[^d]",
      ["1:5 literal-footnote", "1:12 literal-footnote"],
    ],
    [
      "a note with a space before its colon, but not its references",
      "a[^2] b[^3]\n\n[^2] : ma note\n[^3]\u00a0: *autre*",
      ["3:1 literal-footnote", "4:1 literal-footnote"],
    ],
    [
      "a note without its colon, but not its reference",
      "a[^2] b[^3].\n\n[^2] Ma note.\n\n[^3]: c",
      ["3:1 literal-footnote"],
    ],
    [
      "a missing note whose reference begins a line or a paragraph",
      "a\n[^2] b[^3]\n\n[^4] c\n[^3] d",
      ["2:1", "2:7", "4:1"].map((at) => `${at} literal-footnote`),
    ],
    ["no reference before a colon in a sentence", "Voir la note[^2] : elle dit tout.\n\n[^2]: b", []],
    [
      "a note that only an alternative text refers to",
      "a\n\nb ![c[^x]](a.jpg)\n\n[^x]: d",
      ["3:6 literal-footnote"],
    ],
    ["a note written in an alternative text", "a ![c^[d]](a.jpg)", ["1:6 literal-footnote"]],
    [
      "a note that only an unused note refers to",
      "a\n\n[^x]: b[^y]\n\n[^y]: c",
      ["3:1 literal-footnote", "5:1 literal-footnote"],
    ],
    ["a note in an unused note", "a\n\n[^x]: b^[c]", ["3:1 literal-footnote"]],
    ["no note that both text and alternative text refer to", "a[^x] ![c[^x]](a.jpg)\n\n[^x]: d", []],
    ["no notes that refer to others", "a[^x]\n\n[^x]: b[^y]\n\n[^y]: c^[d]", []],
    ["blocks nested too deeply", `${"> ".repeat(200)}x`, ["1:1 nesting"]],
  ])("%s", (_title, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });

  it("count lines from the body's place in its file", () => {
    expect(codes("[ici](/a/)", { source: { bodyLine: 12 } })).toEqual(["12:1 vague-link"]);
  });

  it("give each of two equal tags its own column", () => {
    expect(codes("<dialog>a</dialog> <dialog>b</dialog>")).toEqual(["1:1 dropped-html", "1:20 dropped-html"]);
  });
});

describe("notes typed by hand", () => {
  const both = "Quitter son travail (1) pour un CTO(2).\n\n(1) En disponibilité.\n\n(2) Directeur technique.";
  it.each([
    ["between parentheses", both, "3:1", "`[^1]: En disponibilité.`, et de même pour l’autre"],
    [
      "on lines of one paragraph",
      "Oui ?(1) Non(2), peut-être (3)\n\n(1)Un\n(2)Deux\n(3)Trois",
      "3:1",
      "les autres",
    ],
    [
      "between brackets",
      "## Un titre [1]\n\n> Dit.\n\n[1] Sa *source*, p. 3",
      "5:1",
      "`[^1]: Sa *source*, p. 3`",
    ],
    ["with a colon", "Un mot [1]\n\n[1]: Une *remarque* longue", "3:1", "`[^1]: Une *remarque* longue`"],
    [
      "raised",
      "Un mot¹\n\n- a\n\n¹ Une remarque",
      "5:1",
      "à la place de `¹` dans le texte, et ici `[^1]: Une remarque`",
    ],
    [
      "called at the beginning of a line",
      "Un mot (1), et merci (à\n(2)).\n\n(1) À l’une\n\n(2) À l’autre",
      "4:1",
      "et de même pour l’autre",
    ],
  ])("are reported once: %s", (_title, body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-footnote`]);
    expect(problems(body)[0]).toMatchObject({
      severity: "note",
      hint: expect.stringContaining(fix) as string,
    });
  });

  it.each([
    ["a list that nothing calls", "Deux points\n\n(1) Un\n\n(2) Deux"],
    ["numbers inside a sentence", "Il faut (1) un plan et (2) un budget."],
    ["a call without a note", "Un mot (1), un autre [2] et un¹."],
    ["notes above the text", "(1) Un\n\nUn mot (1)"],
    ["another number first", "Un mot (2)\n\n(2) Deux"],
    ["code", "Appelez `f(1)`\n\n(1) Un"],
    ["an amount or a part of a sum", "Un mot (1)\n\n(1), puis (2)"],
    ["text of an item", "Un mot (1)\n\n- (1) Un"],
  ])("are not: %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("fixes", () => {
  it.each([
    ["#### B", "## B"],
    ["### A\n\n### B\n\n### C", "Écrivez `## A` ; et un titre de même niveau aux lignes 3 et 5"],
    ["### A\n\n### B", "`## A` ; et un titre de même niveau à la ligne 3"],
    ["<h4>A</h4>", "Écrivez `<h2>A</h2>`"],
    ['[x](/été/){title="Un titre"}', 'Écrivez-le après l’adresse : `[…](/été/ "Un titre")`'],
    ["![x](a.jpg){title=Titre}", 'Écrivez-le après l’adresse : `![…](a.jpg "Titre")`'],
    ["*x*{title=Titre}", "Effacez-le."],
    ["### R[](https://e.org/a)éutilisation", "Écrivez `## Réutilisation`"],
    ["### A\n\n===\nB\n===", "Écrivez `## A`"],
    ["### [](/b/)", "Écrivez `## [](/b/)`"],
    ["### ![](a.jpg)[](/b/) `[](/c/)`", "Écrivez `## ![](a.jpg)[](/b/) `[](/c/)``"],
    ["> ### A : b\n>\n> c", "Écrivez `> ## A : b`"],
    ["1. > #### A", "Écrivez `1. > ## A`"],
    ["- a\n\n  ### A", "Écrivez `## A`"],
    ["## A\n\n> C\n> ===", "écrivez `> ## C`"],
    ["## A\n\n# C", "Écrivez `## C`"],
    ["## A\n\nC\n===", "À la place de ses lignes, écrivez `## C`"],
    ["#### [B](/b/), `c` et *d* {#e}", "`## [B](/b/), `c` et *d* {#e}`"],
    ["#### **B**", "`## B`"],
    ["## A\n\n[C](/c/)\n===", "`## [C](/c/)`"],
    ["**[Bilan](/b/) de `c`**\n\na", "`## [Bilan](/b/) de `c``"],
    ["==surligné==", "`<mark>surligné</mark>`"],
    ["a[^2]\n\n[^2] : ma *note*", "`[^2]: ma *note*`"],
    ["a[^2]\n\n[^2] ma *note*", "`[^2]: ma *note*`"],
    [`[^2] : ${"mot ".repeat(80)}`, "Commencez la ligne par `[^2]:`"],
    ["> [^2]\u202f:\u00a0note", "`[^2]: note`"],
    ["**Bilan**\n\na", "## Bilan"],
    ["## A\n\n**Bilan**\n\na", "`### Bilan`"],
    ["***Bilan*** \n\n> a", "`## Bilan`"],
    ["a\n\n_**Le [bilan](/b/)**_\n\na", "`## Le [bilan](/b/)`"],
    ['Voir [a]({{ ref . "2015-01-02-a.md" }}).', "`2015-01-02-a.md`"],
    ["[nom] (https://example.org/)", "[nom](https://example.org/)"],
    ["f**(x)**g", "f **(x)** g"],
    ["le** mot **clé", "le **mot** clé"],
    ["_mot_s", "*mot*s"],
    ["![](a.jpg)", "![](a.jpg){.decorative}"],
    ['![](/img/x.png "Une équipe autour d’une table")', ": `![Une équipe autour d’une table](/img/x.png)`."],
    ['![IMG_2034](IMG_2034.jpg "Vue [1]")', ": `![Vue \\[1\\]](IMG_2034.jpg)`."],
    ['![](IMG_2034.jpg "IMG_2034.JPG")', "![ce que montre l’image](IMG_2034.jpg)"],
    ['<iframe src="https://example.org/"></iframe>', "embeds: { allow: [example.org] }"],
    ["**Rapport** {% highlight python %}", "```"],
  ])("%s → %s", (body, fix) => {
    expect(problems(body)[0]?.hint).toContain(fix);
  });

  it("name the file whose case differs, or one with the same name", () => {
    const with_ = (problem: { kind: "case"; actual: string } | { kind: "missing"; suggestion?: string }) =>
      problems("![x](a.jpg)", { picture: () => ({ found: false, problem }) })[0];
    expect(with_({ kind: "case", actual: "A.JPG" })).toMatchObject({
      code: "image-case",
      hint: "Écrivez `A.JPG`",
    });
    expect(with_({ kind: "case", actual: "Photo été 1.JPG" })?.hint).toBe("Écrivez `Photo%20été%201.JPG`");
    expect(with_({ kind: "missing", suggestion: "/img/Vue 1.jpg" })?.hint).toContain("`/img/Vue%201.jpg`");
    expect(with_({ kind: "missing", suggestion: "vue #1.jpg" })?.hint).toContain("`vue%20%231.jpg`");
    expect(with_({ kind: "case", actual: "A%20 ?.jpg" })?.hint).toContain("`A%2520%20%3F.jpg`");
    expect(with_({ kind: "missing", suggestion: "/img/a.jpg" })?.hint).toContain("`/img/a.jpg`");
  });
});

describe("severities and messages", () => {
  it("stop publication for scripts and unknown frames only", () => {
    const body =
      '<script></script>\n\n<iframe src="https://example.org/"></iframe>\n\n<p style="x">a</p>\n\n[ici](/a/)';
    expect(problems(body).map(({ code, severity }) => [code, severity])).toEqual([
      ["script", "error"],
      ["unknown-frame", "error"],
      ["dropped-html", "warn"],
      ["vague-link", "warn"],
    ]);
  });

  it("leave out the data of a pasted picture", () => {
    const message = problems(`![x](data:image/png;base64,${"A".repeat(5000)})`)[0]?.message ?? "";
    expect(message.length).toBeLessThan(500);
  });
});

it("finds no problem in a plain text", () => {
  expect(render("## Titre\n\nUn texte avec [un lien](/a/) et ![une image](a.jpg).").problems).toEqual([]);
});
