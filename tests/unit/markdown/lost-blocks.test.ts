// Tests the problems of blocks that a missing line or sign turns into something else: message, place and fix.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

const hint = (body: string): string | undefined => problems(body)[0]?.hint;
const message = (body: string): string | undefined => problems(body)[0]?.message;

describe("code that is never closed", () => {
  it.each<[string, string, string[]]>([
    ["a fence of backticks", "Avant\n\n```js\na\n\nTexte\n\n## Suite", ["3:1"]],
    ["a fence of tildes, with no final line break", "~~~\na", ["1:1"]],
    ["in a list", "- a\n- ```\n  b\n\nTexte", ["2:3"]],
    ["in a quotation", "> a\n>\n> ```\n> b\n\nTexte", ["3:3"]],
    ["in a list, with its closing fence outside", "- a\n\n  ```\n  b\n```\n\nTexte", ["3:3"]],
    ["a closing fence followed by text", "```js\na\n```js\n\nTexte", ["1:1"]],
    ["a fence at the end of the text", "a\n\n```\n", ["3:1"]],
    ["in a note", "a[^1]\n\n[^1]: b\n\n    ```\n    c\n\nd", ["5:5"]],
  ])("is reported: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} unclosed-code`));
  });

  it.each([
    ["a closed fence", "```js\na\n\nb\n```\n\nTexte"],
    [
      "a closed fence at the end of the text, with or without a final line break",
      "~~~\na\n~~~\n\n```\nb\n```",
    ],
    ["an empty fence", "```\n```\n\na"],
    ["a closed fence in a list and in a quotation", "- ```\n  a\n  ```\n\n> ```\n> a\n> ```"],
    ["a fence closed by more signs, or with spaces after them", "```\na\n`````  \n\n```\n\n```"],
    ["a fence shown in another", "````md\n```js\na\n```\n````"],
    ["inline code, and indented code", "``` a ```\n\n    ```\n    a"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each([
    ["```\na\nb\n\nTexte", "jusqu’à la ligne 5.", "sans doute à la ligne 4, écrivez une ligne ```"],
    ["```\na\nb\n\n\n", "jusqu’à la ligne 3.", "à la ligne 4,"],
    ["~~~~\na\n~~~\n\nTexte", "La ligne 3, « ~~~ », ne le ferme pas", "À la ligne 3, écrivez seulement ~~~~"],
    [
      "> 1. ```\n>    a\n```\n\nTexte",
      "la ligne 3, qui devait",
      "Commencez la ligne 3 comme la première : >    ```",
    ],
    ["- a\n\n  ```\n  b\n```\n\nTexte", "la ligne 5, qui devait", "Commencez la ligne 5 par 2 espaces"],
    ["a\n\n```", "rien ne la suit", "Effacez cette ligne."],
  ])("is reported with its extent and a fix: %j", (body, said, fix) => {
    expect(message(body)).toContain(said);
    expect(hint(body)).toContain(fix);
  });
});

describe("a comment that contains the opening of another", () => {
  it("is found where it is, also if another is the same", () => {
    const places = problems("a <!-- b <!-- c --> d <!-- b <!-- c --> e").map(({ column }) => column);
    expect(places).toEqual([3, 23]);
  });

  const UNCLOSED = "n’est pas refermé avant le suivant";
  const NESTED = "en contient un autre";

  it.each<[string, string, string, string, number]>([
    ["that hides a paragraph", "a\n\n<!-- b\n\nc\n\n<!-- d -->\n\ne", UNCLOSED, "3:1", 7],
    ["in a sentence", "a <!-- b\nc <!-- d --> e", UNCLOSED, "1:3", 2],
    ["in an element", "<div>\n<!-- a\n<!-- b -->\nc</div>", UNCLOSED, "2:1", 3],
    ["before text with an arrow", "<!-- a\n\n<!-- b -->\n\nc --> d `-->`\n", UNCLOSED, "1:1", 3],
    ["before another comment", "<!-- a\n\n<!-- b -->\n\n<!-- c -->", UNCLOSED, "1:1", 3],
    ["around it", "<!-- a\n\n<!-- b -->\n\nc -->", NESTED, "1:1", 3],
    ["around it, in a quotation", "> <!-- a\n> <!-- b -->\n> c -->\n\nd", NESTED, "1:3", 2],
  ])("is reported: %s", (_title, body, said, place, line) => {
    expect(codes(body)).toContain(`${place} dropped-html`);
    expect(message(body)).toContain(said);
    expect(message(body)).toContain(`à la ligne ${String(line)}`);
    expect(hint(body)).toContain("`-->`");
  });

  it.each([
    ["in an element", "<div>\n<!-- a\nb\n</div>\n\nc", "2:1"],
    ["in a cell", "a\n\n<table><tr><th>b <!-- c</th></tr></table>", "3:18"],
    ["after an element, in a list", "- a\n\n  <p>b</p>\n  <!-- c\n  d", "4:3"],
    ["where a block begins, once", "<!-- a\n\nb", "1:1"],
    ["behind blanks, once", "a\n\n  <!-- b\n\nc", "3:3"],
  ])("is reported if it never ends: %s", (_title, body, place) => {
    expect(codes(body).filter((one) => one.endsWith("dropped-html"))).toContain(`${place} dropped-html`);
    expect(message(body)).toContain("`<!--` n’est jamais refermé");
    expect(problems(body).filter((one) => one.message.includes("<!--"))).toHaveLength(1);
  });

  it.each([
    ["comments in sequence", "a <!-- b --> c <!-- d -->\n\n<!-- e -->\n\n<!-- f -->"],
    ["an empty comment", "<!--> a\n\nb <!---> c <!-- d -->"],
    ["a comment shown as code", "```html\n<!-- a <!-- b -->\n```\n\n`<!-- a <!-- b -->`"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a callout that is not read as one", () => {
  it.each<[string, string, string, string]>([
    ["with an unknown name", "> [!BRAVO]\n> a", "1:3", "Écrivez par exemple `> [!NOTE]`"],
    ["with a name of another tool, in a list", "- a\n\n  > [!info] b", "3:5", "Écrivez `> [!NOTE]`"],
    [
      "of Obsidian, with a title",
      "> [!Question] Où ?\n> a",
      "1:3",
      "Le titre devient le début du texte : `**Où ?** : …`",
    ],
    ["of Obsidian, unfolded", "> [!tip]+ Un conseil\n> a", "1:3", "Écrivez `> [!TIP]` : le titre"],
    [
      "of Obsidian, folded",
      "> [!note]- Plus\n> a",
      "1:3",
      "Écrivez `<details><summary>Plus</summary>` à la place",
    ],
    ["of Obsidian, for a quotation", "> [!quote]\n> a", "1:3", "Effacez cette ligne."],
    ["of Obsidian, for someone’s words", "> [!cite] Équipe\n> a", "1:3", "écrivez à sa fin `> — Équipe`"],
    ["with a French name", "> [!Avertissement]\n> a", "1:3", "Écrivez `> [!WARNING]`"],
    ["with the name of a correction", "> [!ERRATUM]\n> a", "1:3", "corrections: [{ date: 2026-03-05, text: "],
    [
      "with its text on the same line",
      "> [!NOTE] Voici *tout*\n> a",
      "1:3",
      "la ligne suivante, `> Voici *tout*`",
    ],
    [
      "of GitHub’s first form",
      "> **Note**\n> Un *mot*",
      "1:3",
      "écrivez `> [!NOTE]` et, sur la ligne suivante, `> Un *mot*`",
    ],
    [
      "with its name in bold",
      "a\n\n> **Attention :** un mot",
      "3:3",
      "`> [!WARNING]` et, sur la ligne suivante, `> Un mot`",
    ],
    ["with its name in bold, before a colon", "> __Astuce__ : un mot", "1:3", "`> [!TIP]`"],
    ["with a name that has a small letter", "> **Note :** iOS 17 suffit", "1:3", "`> iOS 17 suffit`"],
    ["whose long text is not written out", `> **Note :** ${"mot ".repeat(90)}`, "1:3", "mot mot…`"],
    ["whose long text is not written out", `> [!NOTE] ${"mot ".repeat(90)}`, "1:3", "mot mot…`"],
    ["without a text", "a\n\n> [!tip]", "3:3", "Écrivez `> [!TIP]` puis, sur la ligne suivante, `> …`"],
  ])("is reported: %s", (_title, body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-callout`]);
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["a callout", "> [!NOTE]\n> a\n\n> [!warning]\n>\n> b"],
    [
      "an escaped bracket, code or a link",
      "> \\[!BRAVO]\n\n> `[!BRAVO]`\n\n> [!BRAVO](/b/)\n\n> [!X]\n\n[!X]: /x/",
    ],
    [
      "bold words that name no callout, or begin a sentence",
      "> **Équipe :** un mot\n\n> **Attention** aux marches\n\n> **Détails**\n> a\n\n> **Note**\n\n**Note :** a",
    ],
    ["a bracket elsewhere, or one without a name", "[!BRAVO]\n\n> a [!BRAVO]\n\n> [!]\n\n> [!!]"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a list that is not read as one", () => {
  it.each<[string, string, string, string]>([
    [
      "of bullets",
      "Voici :\n• un\n• deux\n•\u00a0trois",
      "2:1",
      "Écrivez `- un`, et de même pour les autres.",
    ],
    ["of middle dots, in a quotation", "> · un\n> · *deux*", "1:3", "`- un`, et de même pour l’autre"],
    ["of bold words", "-**Un** : point\n-**Deux** : point", "1:1", "`- **Un** : point`"],
    ["of words in italics", "-*Un* point\n-*Deux*", "1:1", "`- *Un* point`"],
    ["of SPIP", "-* Un point\n-* Deux\n-*Trois", "1:1", "`- Un point`"],
    ["of SPIP, with numbers", "-# Un point\n-# Deux", "1:1", "`1. Un point`"],
    ["of bullets in paragraphs", "a\n\n• un\n\n•deux\n\n• trois\n\nb", "3:1", "les autres"],
    ["of dashes", "– un ;\n– deux ;\n– trois", "1:1", "`- un ;`"],
    ["of dashes without final punctuation", "Il faut :\n— un plan\n— un budget", "2:1", "`- un plan`"],
    ["of hyphens", "-collé\n-aussi", "1:1", "`- collé`"],
    ["of hyphens before numbers", "-10 minutes ;\n-5 minutes", "1:1", "`- 10 minutes ;`"],
    [
      "of sentences under hyphens",
      "- a\n\n  -Premier point.\n  -Deuxième point.",
      "3:3",
      "`- Premier point.`",
    ],
    ["of one line after an item", "- un\n-deux", "2:1", "Écrivez `- deux`"],
    ["of one line after a number, in a quotation", "> 1. un\n> 2.deux", "2:3", "Écrivez `2. deux`"],
    ["of one line with another sign after its number", "1. un\n2)deux", "2:1", "Écrivez `2. deux`"],
    ["of numbers", "1.Premier\n2.Deuxième", "1:1", "`1. Premier`"],
    ["of numbers and parentheses, under a line", "a\n1)Premier\n2)Deuxième", "2:1", "`1) Premier`"],
    ["of arrows and ticks", "➢ un\n✓ deux", "1:1", "`- un`"],
    ["of bullets of Word, which a tab follows", "o\tun\no\tdeux\n§\ttrois", "1:1", "les autres"],
    ["of bullets that only a font of Word shows", "\uf0b7\tun\n\uf0b7\tdeux", "1:1", "`- un`"],
    ["of pictures, which are kept", "Pour :\n👉 un\n✅ deux\n➡️ trois", "2:1", "`- 👉 un`"],
    ["of tasks", "À faire :\n[ ] un\n[x] *deux*", "2:1", "`- [ ] un`"],
    ["of tasks without their spaces", "À faire :\n[ ]un\n[x]deux", "2:1", "`- [ ] un`"],
    ["of letters and full stops", "a. un\nb. deux", "1:1", "`- un`"],
    ["of pictures glued to their words", "👉un\n📍Deux", "1:1", "`- 👉un`"],
    ["of flags", "🇫🇷 France\n🇩🇪 Allemagne", "1:1", "`- 🇫🇷 France`"],
    ["of letters", "a) un\nb) deux\nc) trois", "1:1", "`- un`"],
    ["of numbers before a slash or a dash", "1/ Observer\n2/ Déployer\n\n", "1:1", "`1. Observer`"],
    ["of numbers before a degree sign", "1°) Observer\n2°) Déployer", "1:1", "`1. Observer`"],
    ["of numbers before a dash", "> 1 - Observer\n> 2 – Déployer", "1:3", "`1. Observer`"],
  ])("is reported: %s", (_title, body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-list`]);
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["a list", "- un\n- deux\n\n1. un\n2. deux\n\n* a\n* b"],
    ["a dialogue", "– Bonjour.\n– Bonjour !\n\n-Bonjour !\n-Au revoir\n\n— Et vous ?\n— Non"],
    ["one line alone", "a\n• un\nb\n\n– un\nb\n\n-collé\nb\n\n1.Premier\nb"],
    [
      "numbers",
      "-5\n-7\n\n-5 °C\n-7 °C\n\n-10 minutes\net\n\n- un\n-10 minutes\n\n1.5\n2.5\n\n12.03.2026\n13.03.2026\n\n1.a\n7.b",
    ],
    ["lines that continue an item", "- un\n-Oui !\n\n* deux\n-trois\n\n- quatre\n  -cinq\n\n1. six\n7.sept"],
    ["command-line options", "-v\n-x\n\n--all\n--none"],
    ["code and escaped signs", "`• un`\n`• deux`\n\n\\-un\n\\-deux\n\n    • a\n    • b"],
    ["other letters and numbers", "a) un\nd) deux\n\n1/ un\n3/ deux\n\n1/2\n2/3\n\no un\no deux"],
    ["pictures inside a line or alone", "Bravo 👉 ici\net ✅ là\n\n👏\n👏\n\n👉 un\nb\n\n✅ deux"],
    ["middle dots and dashes inside a line", "a · b\nc · d\n\n2026 – 2027\nà – b"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it("is quoted without the codes of its tabs", () => {
    expect(message("•\tun\n•\tdeux")).toMatch(/^« • un »/);
  });
});

describe("cells beyond the last column", () => {
  it.each<[string, string, string[]]>([
    ["of one row", "| a | b |\n|---|---|\n| c | d | e |", ["3:11"]],
    ["without bars at the ends", "a | b\n---|---\nc | d | e", ["3:9"]],
    ["in a quotation in a list", "- > | a | b |\n  > |---|---|\n  > | c | d | e |", ["3:15"]],
    ["of several rows, once", "| a |\n|---|\n| c | d |\n| e |\n| f | g |", ["3:7"]],
    ["because of a bar in code", "| a | b |\n|---|---|\n| `c|d` | e |", ["3:11"]],
    ["of a second table", "| a |\n|---|\n| b |\n\n| a |\n|---|\n| c | d |", ["7:7"]],
  ])("are reported: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} lost-cell`));
  });

  it.each([
    ["as many cells as headings", "| a | b |\n|---|---|\n| c | d |\n c | d \n| e |"],
    ["an escaped bar", "| a | b |\n|---|---|\n| `c\\|d` | e\\| |"],
    ["empty cells", "| a | b |\n|---|---|\n| c | d | |"],
  ])("are not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it("are quoted, with the other lines that have some", () => {
    const body = "| a |\n|---|\n| c | d | x |\n| e |\n| f | g |";
    expect(message(body)).toBe(
      "« d | x » n’est pas affiché : le tableau a un titre de colonne, et cette ligne a plus de cases. De même à la ligne 5.",
    );
    expect(hint(body)).toContain("`\\|`");
  });
});

describe("a line of text right below a table", () => {
  const TABLE = "| a | b |\n|---|---|\n| c | d |";

  it.each<[string, string, string[]]>([
    ["a sentence", `${TABLE}\nSource : une enquête.\nSuite.`, ["4:1"]],
    ["a caption", `${TABLE}\n_Une légende_`, ["4:1"]],
    ["in a quotation in a list", "- > | a |\n  > |---|\n  > | b |\n  > Texte", ["4:5"]],
    ["between two rows", `${TABLE}\nTexte\n| e | f |`, ["4:1"]],
  ])("is reported, since it becomes a row: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} misread-text`));
    expect(hint(body)).toContain("Laissez une ligne vide avant.");
  });

  it.each([
    ["a row without its bars at the ends", `${TABLE}\ne | f`],
    ["a table without bars at the ends", "a | b\n---|---\nc"],
    ["attributes", `${TABLE}\n{.large}`],
    ["a paragraph after an empty line", `${TABLE}\n\nTexte`],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a table pasted from a spreadsheet", () => {
  it.each<[string, string, string, string]>([
    [
      "of three columns",
      "Équipe\tAvant\tAprès\nA\t12\t6\nB\t\t10",
      "1:1",
      "`| Équipe | Avant | Après |`, puis `|---|---|---|`",
    ],
    [
      "under a sentence, in a quotation",
      "> Voici :\n> 9h30\tAccueil\n> 10h\tAteliers",
      "2:3",
      "`| 9h30 | Accueil |`",
    ],
    ["with bars in its cells", "a|b\tc\nd\te", "1:1", "`| a\\|b | c |`"],
  ])("is reported: %s", (_title, body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-table`]);
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["one line", "a\tb\nc"],
    ["rows of other lengths", "a\tb\nc\td\te"],
    ["tabs at the beginning or the end", "a\n\tb\n\tc\n\nd\t\ne\t"],
    ["code", "```\na\tb\nc\td\n```\n\n`a\tb`\n`c\td`"],
    ["lists", "-\tun\n-\tdeux\n\n1.\tun\n2.\tdeux\n\n| a\t| b |\n|---|---|\n| c\t| d |"],
  ])("is not seen in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it("is not seen in a list that is reported as such", () => {
    expect(codes("•\tun\n•\tdeux\n\na)\tun\nb)\tdeux")).toEqual(["1:1 literal-list", "4:1 literal-list"]);
  });
});

describe("a table of Pandoc", () => {
  it.each<[string, string, string[], string]>([
    [
      "with headings",
      "  Équipe    Projet       Budget\n  --------- ------------ --------\n  Nord      Un portail   10 €\n\n  : Légende",
      ["1:3"],
      "`| Équipe | Projet | Budget |`, puis `|---|---|---|`",
    ],
    [
      "without headings, between two lines of dashes, then another",
      "  ------- ------\n  Lundi   9 h\n\n  Mardi   10 h\n  ------- ------\n\n  ------- ------\n  Jeudi   9 h\n  ------- ------",
      ["1:3", "7:3"],
      "`| … | … |`",
    ],
    [
      "with cells of several lines",
      "> ---------------\n> Équipe   Le\n>          projet\n> -------- ------\n> Nord     Un\n> ---------------",
      ["2:1"],
      "`| Équipe | Le projet |`",
    ],
    [
      "under a line of text",
      "Un texte de quelques mots.\n  Équipe   Projet\n  -------- ------\n  Nord     Un",
      ["2:3"],
      "`| Équipe | Projet |`",
    ],
    [
      "with headings, and a line at its end",
      "Équipe  Le projet\n------  ---------\nNord    Un\n------  ---------",
      ["1:1"],
      "`| Équipe | Le projet |`",
    ],
    [
      "in a grid",
      "+-----+-----+\n| Un  | Le  |\n|     | mot |\n+=====+=====+\n| - a | c   |\n|     |     |\n+-----+-----+",
      ["1:1"],
      "`| Un | Le mot |`",
    ],
    [
      "in a grid without headings",
      "- a\n\n  +-----+-----+\n  | b   | c   |\n  +-----+-----+",
      ["3:3"],
      "`| … | … |`",
    ],
  ])("is reported once: %s", (_title, body, places, fix) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-table`));
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["lines of separation", "a\n\n---\n\n- - -\n\n* * *\n\n-- --\n\nb\n\n----------"],
    ["lines of groups of dashes between passages", "a\n\n--- --- ---\n\nUn paragraphe.\n--- ---\nUn autre."],
    ["a heading, and code", "Un titre\n-----\n\n```\na   b\n--- ---\n+---+\n```"],
    ["text with the same signs", "+ 3 + --- + 4\n\n+--- a"],
  ])("is not seen in %s", (_title, body) => {
    expect(codes(body).filter((code) => code.endsWith("literal-table"))).toEqual([]);
  });
});

describe("a table that is not read as one", () => {
  it.each<[string, string, string[]]>([
    ["without its dashes", "| a | b |\n| c | d |\n| e | f |", ["1:1"]],
    ["without its dashes, under a line of text", "Texte\n| a | b |\n| c | d |", ["2:1"]],
    ["in a list", "- a\n\n  | a | b |\n  | c | d |", ["3:3"]],
    ["with dashes other than hyphens", "| a | b |\n|—|—|\n| c | d |", ["1:1"]],
    ["with fewer dashes than columns", "| a | b | c |\n|---|---|\n| d | e | f |", ["1:1"]],
    ["with one cell of dashes", "| Nom | Âge |\n| --- |\n| A | 1 |", ["1:1"]],
    ["with too many dashes", "Texte\n| a | b |\n|---|---|---|\n| c | d |", ["2:1"]],
    ["without its last bar, with one cell of dashes", "| a | b\n|---|\n| c | d", ["1:1"]],
    ["without bars at the ends, in a quotation", "> a | b | c\n> ---|---\n> d | e | f", ["1:3"]],
    ["without headings", "|---|---|\n| a | b |", ["1:1"]],
    ["with an empty line before its dashes", "| a | b |\n\n|---|---|\n| c | d |", ["3:1"]],
    ["cut by an empty line", "| a | b |\n|---|---|\n| c | d |\n\n| e | f |", ["5:1"]],
  ])("is reported: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-table`));
  });

  it.each([
    ["a table", "| a | b |\n|---|:-:|\n| c | d |\n\nTexte\n\na | b\n-|-\nc | d"],
    ["bars in a sentence", "a | b\n|x| et |y|\nc"],
    ["one line between bars", "| a | b |"],
    ["rows of one cell", "|x|\n|y|"],
    ["lines that begin with a bar, as in verse", "| Un vers\n| Un autre | ici"],
    ["code", "```\n| a | b |\n| c | d |\n```"],
    ["escaped bars", "\\| a | b |\n\\| c | d |"],
    ["a drawing in characters", "a | b\n--+--\nc | d\n\nx | y\n-- | z\n\n--|--\n--|--|--"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each([
    ["| a | b \\| c | d |\n| e | f | g |", "Ajoutez sous cette ligne : `|---|---|---|`"],
    ["| a | b |\n| -- | == |\n| c | d |", "À la ligne 2, écrivez `|---|---|`"],
    ["| a | b |\n| :-: | ==: |\n| c | d |", "À la ligne 2, écrivez `|:---:|---:|`"],
    ["| a | b\n|:---|\n| c | d", "À la ligne 2, écrivez `|:---|---|`"],
    ["| a | b |\n|:-:|-:|-|\n| c | d |", "À la ligne 2, écrivez `|:---:|---:|`"],
    ["| `a|b` | c |\n|---|---|\n| d | e |", "À la ligne 1, écrivez `| `a\\|b` | c |`"],
    ["| Nom | Âge |\n|---|---|---|\n| a | 1 | x |", "À la ligne 1, écrivez `| Nom | Âge | … |`"],
    ["|---|---|\n| a | b |", "au-dessus de cette ligne : `| … | … |`"],
    ["| a | b |\n|---|---|\n| c | d |\n\n| e | f |", "Effacez la ligne vide"],
  ])("is reported with a fix: %j", (body, fix) => {
    expect(hint(body)).toContain(fix);
  });
});

it("counts the cells of a table whose lines do not match", () => {
  expect(message("| Nom | Âge |\n| --- |\n| A | 1 |")).toBe(
    "Ce tableau est affiché tel quel, avec ses barres : sa ligne de titres a 2 cases, et celle des tirets, à la ligne 2, en a une.",
  );
  for (const body of [
    "| Nom | Âge |\n|---|---|\n| A | 1 |",
    "| Nom | Âge | … |\n|---|---|---|\n| a | 1 | x |",
  ])
    expect(codes(body)).toEqual([]);
});

describe("signs that an editor escaped", () => {
  it.each<[string, string, string[], string]>([
    [
      "items, one per paragraph",
      "a\n\n\\- Un\n\n\\- Deux\n\n\\- Trois",
      ["3:1 literal-list"],
      "Écrivez `- Un`, et de même pour les autres",
    ],
    [
      "items on two lines",
      "\\* Un\n\\* Deux",
      ["1:1 literal-list"],
      "Écrivez `- Un`, et de même pour l’autre",
    ],
    ["numbers", "1\\. Un\n\n2\\. Deux", ["1:1 literal-list"], "Écrivez `1. Un`"],
    ["a rule", "a\n\n\\---\n\nb", ["3:1 literal-markup"], "Écrivez `---`"],
    ["a rule of stars", "\\* \\* \\*", ["1:1 literal-markup"], "Écrivez `---`"],
    ["a rule as a heading", "## \\_\\_\\_\\_", ["1:4 literal-markup"], "Écrivez `---`"],
  ])("are reported: %s", (_title, body, expected, fix) => {
    expect(codes(body)).toEqual(expected);
    expect(hint(body)).toContain(fix);
  });

  it.each([
    ["one line", "\\- 15 % en un an\n\nTexte"],
    ["lines apart", "1\\. Un\n\nTexte\n\n2\\. Deux"],
    ["a sign in a line", "a \\- b\nc \\* d"],
    ["code", "```\n\\- a\n\\- b\n```"],
    ["words", "\\_\\_init\\_\\_"],
  ])("are not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a heading, a list or another block directly below a tag", () => {
  it.each<[string, string, string[]]>([
    ["a heading", "<ol>\n<li>a</li>\n</ol>\n## Se lancer\n\nTexte", ["4:1 literal-heading"]],
    ["two", "<br>\n## Un\n### Deux", ["2:1 literal-heading", "3:1 literal-heading"]],
    ["the first item of a list", "<div>\n  - Un\n  - Deux\n</div>", ["2:3 literal-list"]],
    ["a numbered list", "<p>\n1. Un\n2. Deux\n</p>", ["2:1 literal-list"]],
    ["a quotation", '<div id="un"></div>\n> Ève : un\n> mot', ["2:1 literal-markup"]],
    ["a table", "<div>\n| a | b |\n|---|:-:|\n| c | d |\n</div>", ["2:1 literal-table"]],
    ["code", "<details>\n<summary>a</summary>\n```bash\nls -a\n```\n</details>", ["3:1 literal-markup"]],
    ["a line of separation", "<br>\n***\n\nTexte", ["2:1 literal-markup"]],
    [
      "the first of them",
      "<br>\n> Un\n- deux\n\n<br>\n## Un\n> deux",
      ["2:1 literal-markup", "6:1 literal-heading", "7:1 literal-markup"],
    ],
  ])("is reported: %s", (_title, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });

  it("is reported with the line to leave empty", () => {
    expect(message("<br>\n## Se lancer")).toBe(
      "« ## Se lancer » est affiché avec son signe : juste après une balise HTML, le Markdown n’est pas lu.",
    );
    expect(hint("<br>\n## Se lancer")).toBe("Laissez une ligne vide avant cette ligne.");
  });

  it.each([
    ["an empty line", "<br>\n\n## Un\n\n- deux"],
    ["code and scripts", "<pre>\n# Un\n- deux\n</pre>\n"],
    ["a comment", "<!--\n## Un\n- deux\n-->"],
    ["a sign in a line", "<p>a - b\n–5 degrés, #Bilan\n2. rue\n</p>"],
    ["a sign beside a tag", "<p># a<br>- b</p>"],
    ["the end of a tag", '<p\n  class="a"\n> Un mot\n</p>'],
    ["other signs", "<p>\n> 18 ans\n| a | b |\n-- c\n`d`\n</p>"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body).filter((code) => code.includes("literal"))).toEqual([]);
  });
});

describe("signs right after the last word of a heading", () => {
  it.each<[string, string, string]>([
    ["## Bilan##", "1:1", "`## Bilan`"],
    ["- a\n- ## Le *bilan*###", "2:1", "`## Le *bilan*`"],
    ["##Bilan##", "1:1", "`## Bilan`"],
  ])("are reported: %j", (body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-heading`]);
    expect(hint(body)).toContain(fix);
  });

  it.each(["## Bilan ##", "## C#", "## Bilan \\##", "# Bilan #", "##", "Bilan##\n---"])(
    "are not reported for %j",
    (body) => {
      expect(codes(body).filter((code) => code.includes("literal-heading"))).toEqual([]);
    },
  );
});

describe("a heading without a space after `#`", () => {
  it.each<[string, string, string[]]>([
    ["of several words", "Texte\n\n#Notre bilan, un an après\n\nTexte", ["3:1"]],
    ["that is a question", "#Pourquoi ce carnet ?\n\nTexte", ["1:1"]],
    ["of one word", "#Bilan\n\nTexte", ["1:1"]],
    ["with an accent, an apostrophe and a hyphen", "#L’été à Aix-en-Provence\n\nTexte", ["1:1"]],
    ["with a number", "#1. Budget de l’an\n\nTexte\n\n#2) Bilan\n\nTexte", ["1:1", "5:1"]],
    ["with two signs, in a list", "- ##Bilan", ["1:3"]],
  ])("is reported: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-heading`));
  });

  it.each([
    ["hashtags", "#EIG2021\n\n#opendata\n\n#OpenData pour tous\n\n#Design #Données\n\n#EIG\n\nTexte"],
    ["one hashtag per line", "#Design\n#Données\n\nTexte"],
    ["one hashtag per paragraph", "#Design\n\n#Données\n\n#Santé"],
    ["a sentence that begins with one", "#Accessibilité, un an après.\n\n#Design est là !\n\nTexte"],
    ["a message to someone", "#Merci @etalab\n\nTexte"],
    ["the last line", "Texte\n\n#Design et données"],
    ["a line in a list or a quotation", "- #Bilan de l’an\n\n> #Bilan de l’an\n\nTexte"],
    [
      "an escaped sign, and code",
      "\\#Bilan de l’an\n\n`#Bilan` de l’an\n\n```\n#Bilan de l’an\n```\n\nTexte",
    ],
    ["a number", "#1 des ventes\n\nTexte"],
    ["a heading", "## #Design et données\n\nTexte"],
  ])("is not reported for %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it("is reported with a fix for a heading and one for a hashtag", () => {
    expect(hint("#Notre bilan\n\nTexte")).toBe(
      "Si c’est un titre, écrivez `# Notre bilan` ; sinon, `\\#Notre bilan`",
    );
    expect(codes("\\#Notre bilan\n\nTexte")).toEqual([]);
  });
});

describe("bullets indented too little to be under a number", () => {
  it.each([
    ["1. Un\n2. Deux\n  - a\n  - b\n3. Trois", "3:3", 3, 2],
    ["10. Dix\n   * a", "2:4", 4, 3],
    ["1. Un\n   suite\n - a", "3:2", 3, 1],
  ])("are reported: %j", (body, place, wanted, spaces) => {
    expect(codes(body)).toEqual([`${place} literal-list`]);
    const hint = `Placez ${String(wanted)} espaces devant le signe (il y en a ${String(spaces)}), et de même pour les lignes qui suivent.`;
    expect(problems(body)).toMatchObject([{ hint }]);
  });

  it.each(["1. Un\n   - a", "1. Un\n- a", "1. Un\n\n - a", "1.\tUn\n-\ta", "- a\n 1. b", "Texte\n  - a"])(
    "are not reported for %j",
    (body) => {
      expect(codes(body)).toEqual([]);
    },
  );
});

it("writes the whole line of a box without its spaces", () => {
  const words = "Relire le compte rendu de la réunion et l’envoyer à toutes celles qui y étaient";
  expect(problems(`- [x]${words}\n- [] b`).map(({ hint }) => hint)).toEqual([`Écrivez \`[x] ${words}\``]);
});
