import { describe, expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

describe("tags and taxonomies", () => {
  test("merge spellings that differ by case, accent or plural, and the problem names both posts", async () => {
    const { content, problems } = await load({
      "content/posts/2026-01-01-a.md": post("title: A", "tags:", "- méthode", "- 'outil '"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [Methodes, outils]"),
      "content/posts/2026-01-03-c.md": post("title: C", "tags: [méthode, outils]"),
    });
    expect(content.posts.map((one) => one.terms["tags"]?.map(String))).toEqual([
      ["méthode", "outils"],
      ["méthode", "outils"],
      ["méthode", "outils"],
    ]);
    expect(
      problems.map(
        ({ file, line, column, code, message }) =>
          `${file}:${String(line)}:${String(column)} ${code} ${message}`,
      ),
    ).toEqual([
      "content/posts/2026-01-01-a.md:5:3 near-duplicate-tag « outil » (content/posts/2026-01-01-a.md) et « outils » (content/posts/2026-01-02-b.md) sont pris pour un même mot.",
      "content/posts/2026-01-02-b.md:3:8 near-duplicate-tag « Methodes » (content/posts/2026-01-02-b.md) et « méthode » (content/posts/2026-01-01-a.md) sont pris pour un même mot.",
    ]);
  });
  test("odd tags get a safe slug", async () => {
    const { content, found } = await load(
      one("title: A", "tags: [all, toString, 2024, C++, 'C#', C, 'l’intérêt général', œuvre]"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]?.terms["tags"]?.map((term) => term.slug)).toEqual([
      "all",
      "tostring",
      "2024",
      "c-plus-plus",
      "c-sharp",
      "c",
      "l-interet-general",
      "oeuvre",
    ]);
    expect(content.posts[0]?.terms["tags"]?.[0]?.url).toBe("/mots-cles/all/");
  });
  test("tags named constructor and __proto__ are ordinary tags", async () => {
    const { content, found } = await load({
      "content/tags.yaml": "design: Design\n",
      ...one("title: A", "tags: [constructor, __proto__]"),
    });
    expect(content.posts[0]?.terms["tags"]?.map((term) => term.slug)).toEqual(["constructor", "proto"]);
    expect(found).toEqual([
      "content/posts/2026-01-05-titre.md:3:8 unknown-tag",
      "content/posts/2026-01-05-titre.md:3:21 unknown-tag",
    ]);
  });
  test.each([
    ["- null", "empty-tag", "warn"],
    ["- ''", "empty-tag", "warn"],
    ["- '#'", "front-matter", "error"],
    ["- 😀", "front-matter", "error"],
    [`- ${"a".repeat(200)}`, "front-matter", "error"],
    ["- IA: santé", "front-matter", "error"],
  ])("%s is reported at its line", async (item, code, severity) => {
    const { problems, content } = await load(one("title: A", "tags:", "- design", item));
    expect(problems).toMatchObject([{ line: 5, code, severity }]);
    expect(content.posts[0]?.terms["tags"]?.map(String)).toEqual(["design"]);
  });
  test("lose the quotation marks around them, which are meant for YAML", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [« design », “données”, l’« ouverture »]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: « design, données »", "author: « Équipe »"),
      "content/posts/2026-01-03-c.md": post(
        "title: C",
        "author: [{ name: « Équipe » }, « Ana », « Bao », DINUM]",
      ),
    });
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.terms["tags"]?.map(String))).toEqual([
      [],
      ["design", "données"],
      ["design", "données", "l’« ouverture »"],
    ]);
    expect(content.people.map(({ name }) => name).sort()).toEqual(["Ana", "Bao", "DINUM", "Équipe"]);
  });
  test("tags.yaml gives labels, also per language, and aliases", async () => {
    const { content, found } = await load({
      "content/tags.yaml":
        "conception: { label: Conception, description: Dessiner., aliases: [design], en: { label: Design, description: To draw. } }\noutil: { label: Outils, description: Pour faire. }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "tags: design, outil"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Design, outil]"),
    });
    expect(
      content.posts.map((one) =>
        one.terms["tags"]?.map(({ label, url, description }) => [label, url, description]),
      ),
    ).toEqual([
      [
        ["Design", "/en/tags/conception/", "To draw."],
        ["Outils", "/en/tags/outil/", undefined],
      ],
      [
        ["Conception", "/mots-cles/conception/", "Dessiner."],
        ["Outils", "/mots-cles/outil/", "Pour faire."],
      ],
    ]);
    expect(found).toEqual([]);
  });
  test("a name that two terms of tags.yaml have means the first of them", async () => {
    const { content } = await load({
      "content/tags.yaml": "conception: { aliases: [design] }\ngraphisme: { aliases: [design] }\n",
      ...one("title: A", "tags: [design]"),
    });
    expect(content.posts[0]?.terms["tags"]?.map(({ slug }) => slug)).toEqual(["conception"]);
  });
  test.each([
    ["tags: #accessibilité, #données ouvertes", "cut-value", 3, "tags: [accessibilité, données ouvertes]"],
    ["tags: #code #design  ", "cut-value", 3, "tags: [code, design]"],
    ["tags:\n  - Code\n  - #données ouvertes", "empty-tag", 5, "  - données ouvertes"],
    ["tags:\n- #l'été : 2026", "empty-tag", 4, '- "l\'été : 2026"'],
  ])(
    "hashtags in %j are comments, and get a warning with the line to write",
    async (lines, code, line, hint) => {
      const { problems } = await load({ "content/posts/2026-01-01-a.md": post("title: A", lines) });
      expect(problems.filter(({ severity }) => severity !== "note")).toMatchObject([
        { code, line, severity: "warn", hint },
      ]);
    },
  );
  test.each([
    ['tags: [Code, "#données"]', "tags: [Code, données]"],
    ["tags:\n  - Code\n  - '#données'", "  - données"],
    ['tags: "#données"', "tags: données"],
  ])(
    "a hashtag between quotes is shown with its sign, and gets the line without it: %j",
    async (line, hint) => {
      const file = { "content/posts/2026-01-01-a.md": post("title: A", line) };
      const { problems } = await load({ "content/tags.yaml": "code: Code\n", ...file });
      expect(problems).toMatchObject([{ code: "empty-tag", severity: "warn", hint }]);
      expect(
        (await load({ "content/tags.yaml": 'code: Code\ndonnees: "#données"\n', ...file })).found,
      ).toEqual([]);
      const closed = await load({ "content/tags.yaml": "code: Code\nclosed: yes\n", ...file });
      expect(closed.problems).toMatchObject([{ code: "unknown-tag", severity: "error" }]);
    },
  );
  test.each(["tags: # à choisir", "tags: [a] #b", "tags: #"])("%j only has a comment", async (line) => {
    const { found } = await load({ "content/posts/2026-01-01-a.md": post("title: A", line) });
    expect(found).toEqual([]);
  });
  test("a label is in the language of the text, in whatever order labels are written", async () => {
    const { content } = await load({
      "content/site.yaml": "title: C\ntranslations: { en-GB: {}, ar: {}, de: {} }\n",
      "content/tags.yaml":
        "couleur: { label: Couleur, en: { label: Color }, en-GB: { label: Colour }, ar: { label: لون } }\n",
      ...Object.fromEntries(
        ["en", "en-GB", "ar", "de", "fr-CA"].map((lang, index) => [
          `content/posts/2026-01-0${String(9 - index)}-a${lang}.md`,
          post("title: A", "tags: couleur", `lang: ${lang}`),
        ]),
      ),
    });
    expect(content.posts.map(({ terms }) => terms["tags"]?.map(String).join())).toEqual([
      "Color",
      "Colour",
      "لون",
      "Couleur",
      "Couleur",
    ]);
  });
  test("a closed list refuses unknown tags, an open one warns", async () => {
    const closed = await load({
      "content/tags.yaml": "closed: true\ndesign:\n",
      ...one("title: A", "tags: [desing]"),
    });
    expect(closed.problems).toMatchObject([
      {
        code: "unknown-tag",
        severity: "error",
        line: 3,
        column: 8,
        hint: "Vouliez-vous écrire « design » ?",
      },
    ]);
    const open = await load({ "content/tags.yaml": "design:\n", ...one("title: A", "tags: [desing]") });
    expect(open.problems).toMatchObject([
      {
        code: "unknown-tag",
        severity: "warn",
        hint: "Vouliez-vous écrire « design » ? Sinon, ajoutez-y la ligne `desing: desing`",
      },
    ]);
  });
  test("a term that differs only by a number from one of the list does not get it as a fix", async () => {
    const { problems } = await load({
      "content/tags.yaml": "eig1: EIG 1\nclosed: yes\n",
      "content/posts/2026-01-02-b.md": post("title: A", "tags: [EIG 2, EIF 1]"),
    });
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Valeurs permises : EIG 1.",
      "Vouliez-vous écrire « EIG 1 » ?",
    ]);
  });
  test("terms of a site’s own taxonomy accept the same forms as tags", async () => {
    const { content, found } = await load({
      "content/site.yaml":
        "title: A\ntaxonomies: { promotion: { label: Promotion, closed: oui, terms: { eig4: EIG 4, eig5: , eig6: { aliases: [2024] } } } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "promotion: [eig4, eig5, 2024]"),
      "content/posts/2026-01-02-b.md": post("title: B", "promotion: eig9"),
    });
    expect(content.posts[1]?.terms["promotion"]?.map(({ label, slug }) => [label, slug])).toEqual([
      ["EIG 4", "eig4"],
      ["eig5", "eig5"],
      ["eig6", "eig6"],
    ]);
    expect(found).toEqual(["content/posts/2026-01-02-b.md:3:1 unknown-tag"]);
  });
  test("a site’s own taxonomy has labels, addresses and closed lists as tags do", async () => {
    const { content, found } = await load({
      "content/site.yaml":
        "title: A\ntaxonomies: { promotion: { label: Promotion, terms: { eig4: { label: EIG 4 } }, closed: true } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "promotion: eig4"),
      "content/posts/2026-01-02-b.md": post("title: B", "promotion: [eig9]"),
    });
    expect(content.posts[1]?.terms["promotion"]?.map(({ label, url }) => [label, url])).toEqual([
      ["EIG 4", "/promotion/eig4/"],
    ]);
    expect(found).toEqual(["content/posts/2026-01-02-b.md:3:13 unknown-tag"]);
  });
  test.each([
    [
      "content/site.yaml",
      "title: A\ntaxonomies: { promotion: { label: P, terms: { un: A, deux: { en: Two } } } }\n",
      "promotion: [deux]",
    ],
    ["content/tags.yaml", "un: A\ndeux: [B]\n", "tags: [deux]"],
  ])("a refused term is reported only in %s", async (file, text, line) => {
    const files = { [file]: text, "content/posts/2026-01-02-b.md": post("title: A", line) };
    const { problems } = await load(files);
    expect(problems.map((one) => [one.file, one.severity])).toEqual([[file, "error"]]);
    // A mistake in another file does not hide unknown tags.
    const other = {
      ...files,
      [file]: text.replace(/, deux: .*?\}|deux: .*\n/, ""),
      "content/people.yaml": "a: [b]\n",
    };
    expect((await load(other)).problems.map(({ code }) => code)).toContain("unknown-tag");
  });
});
