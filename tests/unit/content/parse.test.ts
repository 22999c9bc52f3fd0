import { describe, expect, test } from "vitest";
import { parseText } from "../../../src/content/parse.ts";
import { parseYaml } from "../../../src/content/yaml/parse.ts";
import { show } from "../../../src/shown-problems.ts";
import { busy } from "../../support/busy.ts";

/** The place, key and hint of each problem. */
function refusals(text: string): string[] {
  const { problems } = parseText("a.md", Buffer.from(text));
  return problems.flatMap((problem) =>
    show([problem], { lang: "fr" }).map(
      ({ line, column, hint }) => `${String(line)}:${String(column)} ${problem.key} | ${hint}`,
    ),
  );
}

function refusal(text: string): string {
  const [first] = refusals(text);
  if (first === undefined) throw new Error("accepted");
  return first;
}

function accepted(text: string): { data: object; body: string; bodyLine: number } {
  const { problems, parsed } = parseText("a.md", Buffer.from(text));
  if (problems[0] !== undefined || parsed === undefined) throw new Error(problems[0]?.key);
  const { data, body, bodyLine } = parsed;
  return { data, body: body.toString(), bodyLine };
}

test.each([
  ["# Bilan de l’été\n\nTexte", 'title: "Bilan de l’été"'],
  ['\n## **Bilan** : "été" ##\nTexte', 'title: "Bilan : \\"été\\""'],
  ["Texte\n\n# Bilan", 'title: "Bilan"'],
  ["Texte\n\n# Un\n\n# Deux", 'title: "Mon titre"'],
  ["#hashtag\n", 'title: "Mon titre"'],
])(
  "the fix for a text without front matter takes its opening heading, if any, as title: %j",
  (text, title) => {
    expect(refusal(text)).toBe(`1:1 front-matter/none | ---\n${title}\n---`);
  },
);

describe("the lines of three hyphens", () => {
  test("open and close front matter, trailing spaces allowed", () => {
    expect(accepted("---  \ntitle: A\n--- \nTexte\n")).toEqual({
      data: { title: "A" },
      body: "Texte\n",
      bodyLine: 4,
    });
  });
  test("may have nothing, or only a comment, between them", () => {
    expect(accepted("---\n---\nTexte").data).toEqual({});
    expect(accepted("---\n# rien\n---").data).toEqual({});
  });
  test("leave a later line of hyphens in the body", () => {
    expect(accepted("---\ntitle: A\n---\nUn\n\n---\nDeux").body).toBe("Un\n\n---\nDeux");
  });
  test.each([
    "---js",
    "---JS",
    "---javascript",
    "---jsLegacy",
    "---json",
    "---toml",
    "---zzz",
    "---constructor",
    "----",
    "--- js",
    " ---",
  ])("do not open front matter as %j", (first) => {
    expect(refusal(`${first}\ntitle: A\n---\nTexte`)).toBe("1:1 front-matter/opening | ---");
  });
  test.each(["\ufeff---", "\u200b---", "---\u200b", "-\u00ad--"])(
    "say which character of %j does not show",
    (first) => {
      expect(refusal(`${first}\ntitle: A\n---\nTexte`)).toBe("1:1 front-matter/invisible | ---");
    },
  );
  test.each(["---not", "----", "--- fin"])("do not close front matter as %j", (line) => {
    expect(refusal(`---\ntitle: A\n${line}\nTexte`)).toBe("3:1 front-matter/closing | ---");
  });
  test("must open on the first line", () => {
    expect(refusal("\n---\ntitle: A\n---\n")).toMatch(/^1:1 front-matter\/blank-before/);
    expect(refusal("Bonjour\n---\ntitle: A\n---\n")).toMatch(/^1:1 front-matter\/text-before/);
    expect(refusal("# Un texte sans en-tête\n")).toMatch(/^1:1 front-matter\/none/);
    expect(refusal("")).toMatch(/^1:1 front-matter\/empty-file/);
  });
  test.each(["—", "–––", "—-", "–-", "--", "− "])(
    "do not open front matter as the dash %j of a word processor",
    (first) => {
      expect(refusal(`${first}\ntitle: A\n---\nTexte`)).toBe("1:1 front-matter/opening | ---");
      expect(refusal(`${first}\n\ntitle: A\n${first}\nTexte`)).toBe("1:1 front-matter/opening | ---");
    },
  );
  test.each(["—", "–––", "—-", "--"])(
    "do not close front matter as the dash %j of a word processor",
    (line) => {
      expect(refusal(`---\ntitle: A\n${line}\nTexte`)).toBe("3:1 front-matter/closing | ---");
      expect(refusal(`---\ntitle: A\n\n${line}\nUn\n\n---\nDeux`)).toBe("4:1 front-matter/closing | ---");
    },
  );
  test("are distinguished from dashes in the text and from empty items", () => {
    expect(accepted("---\ntitle: A\n---\nUn\n\n—\nDeux").body).toBe("Un\n\n—\nDeux");
    expect(accepted("---\ndescription: |\n  Un\n  —\ntags:\n-\n- a\n---\n").data).toEqual({
      description: "Un\n—\n",
      tags: [null, "a"],
    });
    expect(refusal("—\nBonjour\n")).toMatch(/^1:1 front-matter\/none/);
  });
  test.each([
    "title: Pas de début\nauthor: moi\n---\nTexte",
    "title: Pas de début\ntags:\n- un\n\n# relu\n---\n\nclé: valeur\n",
    "\nTitre : Pas de début\n---\n",
    "date: 2026-03-02\ntitle: A\n—\nTexte",
  ])("are reported if the first is missing: %j", (text) => {
    expect(refusal(text)).toBe("1:1 front-matter/no-opening | ---");
  });
  test("are suggested around the author’s lines if both are missing", () => {
    expect(refusal("title: Un texte\nauthor: moi\n\nTexte\n\n---\n")).toBe(
      "1:1 front-matter/no-fences | ---\ntitle: Un texte\nauthor: moi\n---",
    );
    expect(refusal("Note: un texte\n\n---\n\nTexte")).toMatch(/^1:1 front-matter\/none/);
    expect(refusal("Note: un texte\n---\ntitle: A\n---")).toMatch(/^1:1 front-matter\/text-before/);
  });
  test("are looked for in a megabyte of hostile text within a second", () => {
    for (const text of [
      "-".repeat(1e6),
      "—".repeat(1e6),
      "a".repeat(1e6),
      "title: \n".repeat(1e5),
      `---\n${"—-\t".repeat(3e5)}`,
    ]) {
      const taken = busy(() => {
        parseText("a.md", Buffer.from(text));
        parseText("a.md", Buffer.from(`---\n${text}`));
      });
      expect(taken).toBeLessThan(1000);
    }
  });
  test("must close: the problem gives the line where the end is probably missing", () => {
    const [problem] = parseText("a.md", Buffer.from("---\ntitle: A\ntags:\n- un\n\nTexte\n")).problems;
    expect(problem).toMatchObject({
      key: "front-matter/unclosed",
      line: 1,
      params: { line: 5 },
    });
  });
});

const HINT =
  "Mettez le texte après les deux-points entre guillemets doubles, et vérifiez l’alignement des lignes voisines.";

describe("YAML that editors get wrong", () => {
  test.each([
    ["title: Bilan : un an", '3:1 front-matter/syntax | title: "Bilan : un an"'],
    ["title: [Vidéo] Qui sont les EIG ?", '3:1 front-matter/syntax | title: "[Vidéo] Qui sont les EIG ?"'],
    [
      "title: 'Retour d'expérience : le défi'",
      '3:1 front-matter/syntax | title: "Retour d\'expérience : le défi"',
    ],
    ['title: "Le "grand" bilan', '3:1 front-matter/syntax | title: "Le \\"grand\\" bilan"'],
    ["title: A\n tags: [Écriture]", "4:1 front-matter/indent | tags: [Écriture]"],
    ['title: "Le "design" public"', '3:1 front-matter/syntax | title: "Le \\"design\\" public"'],
    ["image:/img/x.jpg", "3:1 front-matter/syntax | image: /img/x.jpg"],
    ["tags: - accueil", "3:1 front-matter/syntax | tags: [accueil]"],
    ["tags: - accueil - données ouvertes", "3:1 front-matter/syntax | tags: [accueil, données ouvertes]"],
    ["image: @etalab", '3:1 front-matter/syntax | image: "@etalab"'],
    ['title: "Défi" du jour', '3:1 front-matter/syntax | title: "\\"Défi\\" du jour"'],
    ["title: 'Défi' du jour", "3:1 front-matter/syntax | title: \"'Défi' du jour\""],
    ["title:\u00a0Bilan", "3:7 front-matter/no-break | title: Bilan"],
    ['tags: [#design, "#data"]', '3:1 front-matter/syntax | tags: ["#design", "#data"]'],
    ["title: 100 % public", undefined],
    ["title: % public", '3:1 front-matter/syntax | title: "% public"'],
    ["title: *Important*", '3:1 front-matter/syntax | title: "*Important*"'],
    ["title:Sans espace", "3:1 front-matter/syntax | title: Sans espace"],
    ["title: !!js/function 'x'", "3:1 front-matter/syntax | title: \"!!js/function 'x'\""],
  ])("%s", (line, expected) => {
    const text = `---\nlayout: post\n${line}\ndescription: B\n---\n`;
    if (expected === undefined) expect(accepted(text).data).toMatchObject({ title: "100 % public" });
    else expect(refusal(text)).toBe(expected);
  });
  test.each([
    ["tags: [a, b", "3:7", "tags: [a, b]"],
    ["tags: [\n  a,\n  b,", "3:7", "tags: [\n  a,\n  b]"],
    ["authors:\n  - { name: B, role: C\n  - { name: D }", "4:5", "  - { name: B, role: C }"],
    ["fields: [{ a: b ]", "3:10", 'fields: ["{ a: b"]'],
    ['tags: [a, "b]', "3:11", 'tags: ["a", "b"]'],
    ["title: 'Jamais fermé", "3:8", 'title: "Jamais fermé"'],
    ['title: "Bonjour', "3:8", 'title: "Bonjour"'],
    ["title: [Vidéo", "3:8", 'title: "[Vidéo"'],
    ['imageAlt: "Une longue\n  phrase', "3:11", 'imageAlt: "Une longue\n  phrase"'],
  ])("%j lacks a closing quote or bracket", (lines, place, fix) => {
    expect(refusal(`---\nlayout: post\n${lines}\ndescription: B\n---\n`)).toBe(
      `${place} front-matter/open-sign | ${fix}`,
    );
  });
  test.each([
    ['title: "A b\ndescription: "Un point : la suite"', "3:8", 'title: "A b"'],
    ["title: 'A b\nauthor: C\ndescription: 'Un : deux'", "3:8", 'title: "A b"'],
    [
      'title: A\ncorrections:\n  - date: 2026-01-01\n    text: "a\n    more: "b : c"',
      "6:11",
      '    text: "a"',
    ],
    ['title: A\ntags:\n  - "a\n  - "b : c"', "5:5", '  - "a"'],
  ])("%j lacks a closing quote before the next value", (lines, place, fix) => {
    expect(refusal(`---\nlayout: post\n${lines}\n---\n`)).toBe(`${place} front-matter/open-sign | ${fix}`);
  });
  test("a quoted text of several lines may contain what looks like a key, and be followed by a comment", () => {
    const head = 'title: "A\n  date: 12" # b\ntags: ["c\n  d", e]\nbio: |\n  x: "y\n  z: "t : u"';
    expect(accepted(`---\n${head}\n---\n`).data).toMatchObject({ title: "A date: 12", tags: ["c d", "e"] });
  });
  test.each([
    ["tags:\n  - a\n  -b", "5:3", "  - b"],
    ["tags:\n- a\n-b\n-c", "5:1", "- b\n- c"],
    ["tags:\n-a\n-b", "4:1", "- a\n- b"],
    ["tags: # mots\n\n  -a\n  -b", "5:3", "  - a\n  - b"],
    ["authors:\n- name: B\n  role: c\n-name: D", "6:1", "- name: D"],
  ])("the items of %j lack a space after the hyphen", (lines, place, fix) => {
    expect(refusal(`---\ntitle: A\n${lines}\nlayout: post\n---\n`)).toBe(
      `${place} front-matter/glued-item | ${fix}`,
    );
  });
  test("a text may continue on the next line, and a list may be a text with commas", () => {
    const head = [
      ...["title: A\n  - b", "description:\n  c\n  d", "author:\n  E\n  F", "tags:\n  a,\n  b"],
      ...["authors:\n  - name: B\n    role: c", "related: >-\n  a\n  b", "aliases:\n  # rien\n  - /a/"],
    ];
    expect(accepted(`---\n${head.join("\n")}\n---\n`).data).toMatchObject({
      ...{ title: "A - b", description: "c d", author: "E F", tags: "a, b" },
      ...{ authors: [{ name: "B", role: "c" }], related: "a b", aliases: ["/a/"] },
    });
  });
  test.each([
    [
      "description: |-\n  Au programme :\n  – une visite\n  – un débat",
      "Au programme :\n– une visite\n– un débat",
    ],
    ["description: >-\n\n  Au programme :\n    • une visite\n", "\nAu programme :\n  • une visite"],
  ])("dashes and bullets of the text %j are its author's own", (head, description) => {
    expect(accepted(`---\ntitle: A\n${head}\n---\n`).data).toMatchObject({ description });
  });
  test("a text of joined names may continue on the next line", () => {
    const head = "title: A\nauthors: Anne Roy et\n  Marie Curie\ntags: b\n  & c";
    expect(accepted(`---\n${head}\n---\n`).data).toMatchObject({
      authors: "Anne Roy et Marie Curie",
      tags: "b & c",
    });
  });
  test.each([
    ["tags:\n• a\n• b", "4:1", "glued-item", "- a\n- b"],
    ["tags:\n  – a\n  – b", "4:3", "glued-item", "  - a\n  - b"],
    ["tags:\n- a\n* b", "5:1", "glued-item", "- b"],
    ["tags: a\n  - b\n  - c d", "3:1", "glued-item", "tags:\n  - a\n  - b\n  - c d"],
    ["author: A B\n  - C", "3:1", "glued-item", "author:\n  - A B\n  - C"],
    ["tags:\n  a\n  b c", "4:3", "glued-item", "  - a\n  - b c"],
    ["tags:\n - a\n  - b\n  - c\n - d", "5:3", "align", " - b\n - c"],
    ["authors:\n- Anne Roy\n  - Marie Curie", "5:3", "align", "- Marie Curie"],
    ["redirect_from: /a/\n  /b/", "3:1", "glued-item", "redirect_from:\n  - /a/\n  - /b/"],
    ["authors:\n- name: B\n   role: c\n- name: D", "5:1", "align", "  role: c"],
    ["authors:\n- name: B\n role: c", "5:1", "align", "  role: c"],
    ["authors:\n  - B\n - C", "5:1", "align", "  - C"],
    ["tags:\n  - a\n  - b\n  description: c", "6:1", "align", "description: c"],
    ["authors:\n  - name: B\n    links:\n      - c\n     role: d\ntags: [e]", "7:1", "align", "    role: d"],
    ["author B C\nlayout: post", "3:1", "syntax", "author: B C"],
    ["lang: fr license: CC BY 4.0", "3:1", "joined-keys", "lang: fr\nlicense: CC BY 4.0"],
    ["date: 2026-03-02 authors:\n  - B", "3:1", "joined-keys", "date: 2026-03-02\nauthors:"],
    ["author: B C tags:\n  - d\n  - e", "3:1", "joined-keys", "author: B C\ntags:"],
    ["corrections:\n  - date: 2026-03-02 text: d", "4:3", "joined-keys", "  - date: 2026-03-02\n    text: d"],
    [
      "authors:\n  - id: d\n    role: e\nlang: fr image: /a.png",
      "6:1",
      "joined-keys",
      "lang: fr\nimage: /a.png",
    ],
    ["description: Un bilan tags: [d, e]", "3:1", "joined-keys", "description: Un bilan\ntags: [d, e]"],
    ["description: Nouvelle date: le 3 mars", "3:1", "syntax", 'description: "Nouvelle date: le 3 mars"'],
    ["description = d\nlayout: post", "3:1", "syntax", "description: d"],
    ["description: >\nUn texte\nlayout: post", "4:1", "syntax", "  Un texte"],
    ["Un texte égaré\nlayout: post", "3:1", "syntax", HINT],
    ["description: Une phrase\nqui continue\nlayout: post", "4:1", "syntax", "  qui continue"],
    ["authors: B\n- C", "3:1", "syntax", "authors:\n- B"],
    ["tags: d\n- e\n- f", "3:1", "syntax", "tags:\n- d"],
    ["tags: \"d\", 'e'", "3:1", "syntax", "tags: [\"d\", 'e']"],
    ["tags: [a,, b]", "3:1", "syntax", 'tags: ["a", "b"]'],
    ["tags: [a, b]]", "3:1", "syntax", 'tags: ["a", "b"]'],
    ["description: “d : e”", "3:1", "syntax", 'description: "d : e"'],
    ["image: {{ site.image }}", "3:1", "syntax", 'image: "{{ site.image }}"'],
    ["tags:\n  - {{ tag }}", "4:3", "syntax", '  - "{{ tag }}"'],
    ["? layout: post", "3:1", "syntax", "layout: post"],
    ["{{ a }}: b", "3:1", "syntax", HINT],
    ['description: d : e"', "3:1", "syntax", 'description: "d : e"'],
    ["description: 'd : e\"", "3:14", "open-sign", 'description: "d : e"'],
    ["description: ”d : e”", "3:1", "syntax", 'description: "d : e"'],
    ['description: écran : 12"', "3:1", "syntax", 'description: "écran : 12\\""'],
    ["tags: [d, e].", "3:1", "syntax", 'tags: ["d", "e"]'],
    ["tags\n- d\n- e", "3:1", "syntax", "tags:"],
    ["tags:\n  - d\n  e f\n  g", "5:3", "syntax", "  - e f\n  - g"],
    ["redirect_from:\n  - /d/\n  /e/\n  - /f/", "5:3", "syntax", "  - /e/"],
    ["tags:\n- d\ne f", "5:1", "syntax", "- e f"],
    ["tags:\n  - d\ne f\nlayout: post", "5:1", "syntax", "  - e f"],
    ["description: d e\n]\nlayout: post", "4:1", "syntax", HINT],
    ["date: 2026-03-02\n- layout: post", "4:1", "syntax", "layout: post"],
    ["corrections:\n  - date: 2026-03-02\n    text d", "5:5", "syntax", "    text: d"],
    ["authors:\n  - id: d\n    role e", "5:5", "syntax", "    role: e"],
    ["d:\n  e: f\n   g: h", "5:1", "align", "  g: h"],
    ["d:\n    e: f\n\n    # i\n  g: h\nj: k", "7:1", "align", "    g: h"],
    ["d: { e: @f@g.h, i: j }", "3:1", "syntax", 'd: { e: "@f@g.h", i: j }'],
    ["d:\n  e: { f: g, h: @i, j: @k }", "4:3", "syntax", '  e: { f: g, h: "@i", j: "@k" }'],
  ])("%j is located and gets a fix", (lines, place, kind, fix) => {
    expect(refusal(`---\ntitle: A\n${lines}\n---\n`)).toBe(`${place} front-matter/${kind} | ${fix}`);
  });
  test("a hyphen further right is text, except in a list of words", () => {
    const head = "title: Un\n  - deux\nbio: |\n  - x\n    - y\nlinks:\n- a\n  - b";
    expect(accepted(`---\n${head}\n---\n`).data).toMatchObject({ bio: "- x\n  - y\n", links: ["a - b"] });
  });
  test("a hyphen without a space is text inside a value", () => {
    const head = "title: Un\n  -deux\nbio: |\n  - x\n  -y\nrate:\n  -12";
    expect(accepted(`---\n${head}\n---\n`).data).toEqual({ title: "Un -deux", bio: "- x\n-y\n", rate: -12 });
  });
  test.each([
    ["text with brackets and quotation marks inside", 'title: Un [a et "b\ndate: [x] y'],
    ["a bracket in a block of text", "description: |\n  [a\ndate: [x] y"],
    ["a bracket in quotes or in a comment", 'title: "[a" # [b\ndate: [x] y'],
  ])("%s is not reported as unclosed", (_name, yaml) => {
    expect(refusal(`---\n${yaml}\n---\n`)).toContain("front-matter/syntax");
  });
  test("the message for an unclosed sign gives its line, in both languages", () => {
    const { problems } = parseText("a.md", Buffer.from('---\ntitle: A\ntags: ["a, b\n---\n'));
    const messages = (["fr", "en"] as const).map((lang) => show(problems, { lang })[0]?.message);
    expect(messages).toEqual([
      'Le guillemet " ouvert à la ligne 3 n’est pas fermé : « tags: ["a, b ».',
      'The quotation mark " opened on line 3 is not closed: “tags: ["a, b”.',
    ]);
  });
  test("the message for a line without a colon says that a sign or a space is missing", () => {
    const { problems } = parseText("a.md", Buffer.from("---\ntitle: A\nauthor Jo Bel\n---\n"));
    const messages = (["fr", "en"] as const).map((lang) => show(problems, { lang })[0]?.message);
    expect(messages).toEqual([
      "Cette ligne ne peut pas être lue : « author Jo Bel ». Il y manque un signe ou une espace.",
      "This line cannot be read: “author Jo Bel”. A sign or a space is missing in it.",
    ]);
  });
  test.each([
    ["mastodon: @b@c.org", "Un texte qui commence par @ doit être entre guillemets."],
    ["links: { mastodon: @b@c.org }", "Un texte qui commence par @ doit être entre guillemets."],
  ])("the message for %s says why the handle needs quotes", (line, why) => {
    const { problems } = parseText("a.md", Buffer.from(`---\ntitle: A\n${line}\n---\n`));
    expect(show(problems, { lang: "fr" })[0]?.message).toBe(
      `Cette ligne ne peut pas être lue : « ${line} ». ${why}`,
    );
  });
  test("a value on two lines is quoted whole", () => {
    expect(refusal("---\nlayout: post\ntitle: Bilan : un an\n  et demi\n---\n")).toBe(
      '3:1 front-matter/syntax | title: "Bilan : un an\n  et demi"',
    );
  });
  test("two quotes in a row are one in a value that the next quote ends too early", () => {
    expect(
      refusal("---\nlayout: post\ntitle: 'L''offre d''un an : offre d'emploi\n  « Appui »'\n---\n"),
    ).toBe("3:1 front-matter/syntax | title: \"L'offre d'un an : offre d'emploi\n  « Appui »\"");
  });
  test("an item of a list is quoted at its own line", () => {
    expect(refusal("---\ntags:\n- design\n- [a] b\n---\n")).toBe('4:1 front-matter/syntax | - "[a] b"');
  });
  test("the fix for a no-break space before an item has a space", () => {
    expect(refusal("---\ntags:\n\u00a0- design\n---\n")).toBe("3:2 front-matter/syntax |  - design");
  });
  test.each([
    ["date\u00a0: 2026-01-01", "3:5", "date: 2026-01-01"],
    ["\u00a0layout: post", "3:1", "layout: post"],
    ["authors:\n  - name: b\n\u00a0\u00a0\u00a0\u00a0role: c", "5:1", "    role: c"],
    ["authors:\n  - name\u202f: b\n    role: c", "4:9", "  - name: b"],
    ["author:\u00a0B C", "3:8", "author: B C"],
    ["authors:\n  - name:\u202fb\n    role: c", "4:10", "  - name: b"],
  ])("a no-break space beside a key of %j is reported", (lines, place, fix) => {
    expect(refusal(`---\ntitle: A\n${lines}\n---\n`)).toBe(`${place} front-matter/no-break | ${fix}`);
  });
  test("a no-break space in a value is kept", () => {
    const head = 'title: "A\u00a0: b"\ndescription: |\n  date\u00a0: c\ntags: [d\u00a0e]';
    expect(accepted(`---\n${head}\n---\n`).data).toMatchObject({ description: "date\u00a0: c\n" });
  });
  test("a no-break space after the hyphen of an item is reported", () => {
    expect(refusal("---\ntags:\n  -\u00a0a\n  -\u00a0b\n---\n")).toBe(
      "3:3 front-matter/glued-item |   - a\n  - b",
    );
  });
  test("a text that no line of hyphens separates from the keys is reported at its own line", () => {
    expect(refusal("---\ntitle: A\n\nTexte\n\n---\n\nSuite\n")).toContain("4:1 front-matter/syntax");
  });
  test("a handle may be written with @", () => {
    expect(accepted("---\ntitle: A\ntwitter: @etalab\n---\n").data).toMatchObject({ twitter: "@etalab" });
  });
  test("the fix for a tab has none", () => {
    expect(refusal("---\ntags:\n\t- design\n---\n")).toBe("3:1 front-matter/tab |   - design");
    expect(refusal("---\ntitle: A\n\tauthor: B\n---\n")).toBe("3:1 front-matter/tab | author: B");
    expect(refusal("---\n\ttitle: A\nauthor: B\n---\n")).toBe("2:1 front-matter/tab | title: A");
  });
  test.each([
    ["tags:\n  - a\n\t  - b", 4, "  - b"],
    ["tags:\n- a\n\t- b", 4, "- b"],
    ["tags:\n\t- a\n\t- b", 3, "  - a"],
    ["corrections:\n  - date: 2026-01-01\n\t\ttext: a", 4, "    text: a"],
    ["corrections:\n\t- date: 2026-01-01\n\t  text: a", 3, "  - date: 2026-01-01"],
    ["a:\n  b: c\n\td: e\nf: g", 4, "  d: e"],
    ["a:\n  b: c\n\td:\n  e: f", 4, "d:"],
    ["a:\n  b:\n    - c: d\n\te: f", 5, "  e: f"],
    ["a:\n  b:\n    c: d\n\te:\n    - f", 5, "  e:"],
    ["description: >\n\tUn\n\tDeux", 3, "  Un"],
  ])("the fix aligns a line of %j that begins with a tab", (lines, line, fix) => {
    expect(refusal(`---\n${lines}\n---\n`)).toBe(`${String(line)}:1 front-matter/tab | ${fix}`);
  });
  test("a single line without a space after the colon is reported", () => {
    expect(refusal("---\nimage:/x\n---\n")).toBe("2:1 front-matter/syntax | image: /x");
  });
  test("several are reported at once, and the text is read as their messages propose", () => {
    const text = "---\ntitle: Bilan : un an\ntags: [a, b\nlang: fr\ntitle: B\n---\n";
    expect(refusals(text)).toEqual([
      '2:1 front-matter/syntax | title: "Bilan : un an"',
      "3:7 front-matter/open-sign | tags: [a, b]",
      "5:1 front-matter/duplicate-key | Supprimez l’une des deux lignes.",
    ]);
    const { parsed } = parseText("a.md", Buffer.from(text));
    expect(parsed).toMatchObject({
      data: { title: "Bilan : un an", tags: ["a", "b"], lang: "fr" },
      head: 'title: "Bilan : un an"\ntags: [a, b]\nlang: fr\n',
    });
  });
  test("those behind one whose correction is unknown, or takes other lines, are left to the next run", () => {
    expect(refusals("---\ntitle: A\n@x\ntags: [a\n---\n")).toHaveLength(1);
    expect(refusals("---\ntags: a\n  - b\ntitle: A : b\n---\n")).toHaveLength(1);
  });
  test("no more than twenty are reported at once", () => {
    const keys = Array.from({ length: 30 }, (_, i) => `k${String(i)}: a : b\n`);
    expect(refusals(`---\n${keys.join("")}---\n`)).toHaveLength(20);
  });
  test("a duplicate key is reported at its second line", () => {
    const [problem] = parseText("a.md", Buffer.from("---\ntitle: A\ndraft: true\ntitle: B\n---\n")).problems;
    expect(problem).toMatchObject({
      key: "front-matter/duplicate-key",
      line: 4,
      params: { found: "title" },
    });
  });
});

test.each([
  ["twice: {}\nx: 1\ntwice: {}\n", 3, "duplicate-key"],
  ["twice:\n  a: b\n\ntwice:\n  # c\n  d: e\n", 4, "duplicate-block"],
  ["twice: 1\ntwice:\n- a\n", 2, "duplicate-key"],
  ["a:\n  twice:\n    b: c\n  twice:\n    d: e\nf: g", 4, "duplicate-block"],
])("a key that is there twice in %j has lines of its own, or not", (yaml, line, kind) => {
  const read = parseYaml(yaml);
  expect("failure" in read && read.failure).toMatchObject({ kind, line, found: "twice" });
});

describe("hostile YAML", () => {
  test.each([
    ["a list", "- a\n- b", "2:1 front-matter/not-map"],
    ["a scalar", "texte", "2:1 front-matter/not-map"],
    ["__proto__", "title: A\n__proto__:\n  x: 1", "3:1 front-matter/dangerous-key"],
    [
      "a nested __proto__",
      "title: A\na:\n  - b:\n      __proto__: { x: 1 }",
      "5:7 front-matter/dangerous-key",
    ],
    ["an escaped __proto__", 'title: A\n"\\u005f_proto__": { x: 1 }', "3:1 front-matter/dangerous-key"],
    ["an escaped NUL", 'title: A\ntags: [x, "a\\0b"]', "3:11 front-matter/control"],
    ["a terminal escape sequence", 'title: "a\\e[31m"', "2:8 front-matter/control"],
    ["a lone surrogate", 'title: "a\\ud800"', "2:8 front-matter/control"],
    ["a control character in a key", 'title: A\n"a\\x01": b', "3:1 front-matter/control"],
    ["constructor", "title: A\nconstructor: x", "3:1 front-matter/dangerous-key"],
    ["prototype", "title: A\na: { prototype: { x: 1 } }", "3:6 front-matter/dangerous-key"],
    ["a cyclic alias", "title: A\na: &a [*a]", "3:1 front-matter/alias"],
    ["an alias of a list", "a: &a [x]\nb: [*a, *a]", "3:1 front-matter/alias"],
  ])("is refused: %s", (_name, yaml, expected) => {
    expect(refusal(`---\n${yaml}\n---\n`)).toContain(expected);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
  test("is refused within half a second: an alias bomb", () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `a${String(i + 1)}: &a${String(i + 1)} [${Array(10)
          .fill(`*a${String(i)}`)
          .join(", ")}]`,
    );
    const started = process.hrtime.bigint();
    expect(refusal(`---\na0: &a0 [x]\n${rows.join("\n")}\n---\n`)).toContain("front-matter/alias");
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(500);
  });
  test("is refused: ten thousand brackets or items, and front matter that is too long", () => {
    expect(refusal(`---\ntitle: ${"[".repeat(10_000)}\n---\n`)).toContain("front-matter/open-sign");
    expect(refusal(`---\n${"a: b\n".repeat(20_000)}---\n`)).toContain("too-big/yaml");
    expect(refusal(`---\ntitle:\n${"  - [a] b\n".repeat(5_000)}---\n`)).toContain("front-matter/syntax");
  });
  test("keeps dates as text", () => {
    expect(accepted("---\ndate: 2021-04-01\n---\n").data).toEqual({ date: "2021-04-01" });
  });
});

test.each([
  ["misaligned items of an unknown key", `autre:\n${"  - a\n    - b\n".repeat(30_000)}`],
  ["blank lines", `a: "b"\n${"\n".repeat(200_000)}c: d`],
  ["items of a list", `tags:\n${"  - a\n".repeat(30_000)}`],
  ["keys without values", Array.from({ length: 30_000 }, (_, i) => `k${String(i)}:`).join("\n")],
  ["lists of one item", Array.from({ length: 15_000 }, (_, i) => `k${String(i)}:\n  - a`).join("\n")],
  ["dashes in a text", `title: a\ndescription: |\n${"  – b\n".repeat(40_000)}`],
])("tens of thousands of %s are read within two seconds", (_, text) => {
  expect(busy(() => parseYaml(text))).toBeLessThan(2000);
});
