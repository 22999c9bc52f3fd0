// Tests how front matter of other generators is rewritten in Carnet's keys and values.
import { describe, expect, it } from "vitest";
import { HeadEditor } from "../../../../src/importers/head/editor.ts";
import type { HeadRules } from "../../../../src/importers/head/step.ts";
import type { SourceEntry } from "../../../../src/importers/model.ts";
import { newDay } from "../../../../src/importers/head/dates.ts";
import { rewriteHead } from "../../../../src/importers/head/new-front-matter.ts";
import { oldEntry, read } from "../old-blog.ts";

const RULES: HeadRules = {
  zone: "Europe/Paris",
  lang: "fr",
  languages: new Set(["fr", "en"]),
  fileDay: () => "2020-02-02",
  isServed: (path) => path === "/img/a.png" || path === "/haut été.png",
  emojiInTitles: false,
  taxonomies: ["series"],
};

/** The front matter after an import, without its `---`, and what is left to the owner. */
function rewritten(lines: string, known: Partial<SourceEntry> = {}): { head: string; asked: string[] } {
  const text = read(`---\n${lines}\n---\n`);
  const editor = new HeadEditor(text);
  const manual = rewriteHead(editor, oldEntry({ text, ...known }), RULES);
  return {
    head: editor.write("").replace(/^---\n|\n---\n$/g, ""),
    asked: manual.map(({ kind, found }) => `${kind} ${found}`),
  };
}

/** Lines of front matter, below a title. */
const titled = (lines: string): string => (lines === "" ? "title: A" : `title: A\n${lines}`);

it("names a change by whole characters", () => {
  const text = read(`---\ntitle: A\nname: ${"x".repeat(112)}😀😀\n---\n`);
  const editor = new HeadEditor(text);
  editor.remove("name", "key");
  expect(editor.changes[0]?.from).toBe(`name: ${"x".repeat(112)}…`);
});

describe("front matter that Carnet reads", () => {
  it("stays unchanged, with the keys that only a layout of the site would read", () => {
    const lines = 'title:  "A"\nauthor: Ana, rédaction\ndate: 2021-04-01\nimage: a.png\nlat: 48.8 # ici';
    expect(rewritten(lines)).toEqual({ head: lines, asked: [] });
  });
});

describe("a key of other generators", () => {
  it.each([
    ["lastmod: 2021-05-05", "updated: 2021-05-05"],
    ["last_modified_at: 2021-05-05\nlastmod: 2021-06-06", "updated: 2021-05-05\nlastmod: 2021-06-06"],
    ["publishDate: 2022-01-01", "publishAt: 2022-01-01"],
    ["deadline: 15/01/2022", "deadline: 2022-01-15"],
    ["summary: Un résumé", "description: Un résumé"],
    ["description: Un\nexcerpt: Deux", "description: Un\nexcerpt: Deux"],
    ["locale: en-GB", "lang: en-GB"],
    ["ref: g", "lang-ref: g"],
    ["last_modified_at: 2021/05/05 # revu", "updated: 2021-05-05 # revu"],
    ["updated:\nlastmod: 2021/05/05", "updated: 2021-05-05"],
    ["lastmod: bientot", ""],
    ["summary: a &amp; b", "description: a & b"],
    ["locale: fr_FR", "lang: fr-FR"],
    ["language: anglais britannique", ""],
    ["layout: post", "layout: post"],
    ["layout: home", ""],
    ["eleventyComputed: { a: 1 }", ""],
  ])("%j becomes %j", (before, after) => {
    expect(rewritten(titled(before)).head).toBe(titled(after));
  });
});

describe("a title", () => {
  it.each([
    ["date: 2021-04-01", 'date: 2021-04-01\ntitle: "Titre"'],
    ["title: 2021", 'title: "2021"'],
    ["title: 2021-04-01", 'title: "2021-04-01"'],
    ["title: [A]", 'title: "Titre"'],
    ["title: A &amp; B", 'title: "A & B"'],
    ["name: A", 'title: "A"'],
    ["name: A &amp; B", 'title: "A & B"'],
  ])("%j becomes %j", (before, after) => {
    expect(rewritten(before).head).toBe(after);
  });
});

describe("authors", () => {
  it.each([
    ["author: { name: Ana, role: dev }", "author: Ana, dev"],
    ["author: { login: ana }", "author: ana"],
    ["author: { twitter: ana }", ""],
    ["author: 12", 'author: "12"'],
    ["auteur: Ana", "author: Ana"],
    ["autrices: [Ana, Bob]", "author: [Ana, Bob]"],
    ["auteur: https://example.org/", "auteur: https://example.org/"],
    ["auteur: Ana\nauthor: Bob", "auteur: Ana\nauthor: Bob"],
    ["authors: [Ana, { name: Bob, title: chef }]", 'authors: [Ana, "Bob, chef"]'],
    ["authors: [{ id: ana, role: dev }]", "authors: [{ id: ana, role: dev }]"],
  ])("%j becomes %j", (before, after) => {
    expect(rewritten(titled(before)).head).toBe(titled(after));
  });
});

describe("a cover", () => {
  it.each([
    ["image: ./b.png", "image: ./b.png"],
    ["image: img/a.png", "image: /img/a.png"],
    ["image: img/ailleurs.png", "image: img/ailleurs.png"],
    ["image: ./img/a.png", "image: ./img/a.png"],
    ["cover: { image: ./img/a.png }", "cover: { image: ./img/a.png }\nimage: /img/a.png"],
    ["image: haut été.png", "image: /haut été.png"],
    ["image: { path: img/a.png, alt: Une salle }", "image: /img/a.png\nimageAlt: Une salle"],
    ["featured_image: b.png\nimage_alt: Une salle", "image: b.png\nimageAlt: Une salle"],
    [
      "cover: { image: b.png, alt: Une salle }",
      "cover: { image: b.png, alt: Une salle }\nimage: b.png\nimageAlt: Une salle",
    ],
    ["image: img/a.png\nimage-alt: Une salle", "image: /img/a.png\nimageAlt: Une salle"],
    [
      "image: b.png\nimage_alt: Une salle\nimageAlt: Non",
      "image: b.png\nimage_alt: Une salle\nimageAlt: Non",
    ],
    [
      "cover: { src: b.png, alt: Une salle }",
      "cover: { src: b.png, alt: Une salle }\nimage: b.png\nimageAlt: Une salle",
    ],
    [
      "header: { teaser: b.png, image_description: Une salle }",
      "header: { teaser: b.png, image_description: Une salle }\nimage: b.png\nimageAlt: Une salle",
    ],
    ["images: [./b.png, c.png]", "image: b.png"],
    [
      "thumbnail: c.png\nheader: { teaser: b.png }",
      "thumbnail: c.png\nheader: { teaser: b.png }\nimage: b.png",
    ],
    [
      'image: { path: b.png, caption: "Photo : [Léa *R.*](https://a.example), <b>CC</b> &amp; co" }',
      'image: b.png\nimageCredit: "Photo : Léa R., CC & co"',
    ],
    [
      "header: { image: b.png, caption: Léa }",
      "header: { image: b.png, caption: Léa }\nimage: b.png\nimageCredit: Léa",
    ],
    ["image: { caption: Léa }", ""],
    ["image: { width: 3 }", ""],
    ["image: { width: 3 }\ncover: b.png", "image: b.png"],
  ])("%j becomes %j", (before, after) => {
    expect(rewritten(titled(before)).head).toBe(titled(after));
  });

  it.each([
    ["featured.jpg", "Texte.", "title: A\nimage: featured.jpg\nimageCredit: Léa"],
    ["Cover.PNG", "Texte.", "title: A\nimage: Cover.PNG\nimageCredit: Léa"],
    ["img/cover.png", "Texte.", "title: A"],
    ["cover.png", "![](cover.png)", "title: A"],
    ["autre.png", "Texte.", "title: A"],
  ])("is a file beside the text that is named so: %s, beside %j", (name, body, head) => {
    const beside = [{ source: `content/a/${name}`, target: `content/posts/2021-04-01-a/${name}` }];
    const text = read(`---\ntitle: A\nimage: { caption: Léa }\n---\n${body}\n`);
    const found = rewritten("title: A\nimage: { caption: Léa }", {
      beside,
      text,
      target: "content/posts/2021-04-01-a/index.md",
    });
    expect(found.head).toBe(head);
  });

  it("is the picture beside the text, even if the old site's root has one of that name", () => {
    const beside = [{ source: "content/a/img/a.png", target: "content/posts/a/img/a.png" }];
    expect(rewritten("title: A\nimage: img/a.png", { beside }).head).toBe("title: A\nimage: img/a.png");
  });
});

describe("terms", () => {
  it.each([
    ["tags: a b", { tags: ["a", "b"] }, "tags: [a, b]"],
    ["tags: [a, b]", { tags: ["a", "b"] }, "tags: [a, b]"],
    ["tags: a, b", { tags: ["a", "b"] }, "tags: a, b"],
    ["tags: [posts]", { tags: [] }, ""],
    ["tag: un mot", { tags: ["un mot"] }, "tags: [un mot]"],
    ["tags: { a: 1 }", { tags: [] }, ""],
    ["category: Vie", { categories: ["Vie"] }, "categories: [Vie]"],
    [
      "category: Vie\ncategories: [Outils] # ici",
      { categories: ["Vie", "Outils"] },
      "categories: [Vie, Outils] # ici",
    ],
    ["category: Vie\ncategories: [Vie]", { categories: ["Vie"] }, "categories: [Vie]"],
    ["category: Vie", { categories: [] }, "category: Vie"],
    ["category:", { categories: ["Vie"] }, "category:\ncategories: [Vie]"],
    ["tag: a\ntags: [b]", { tags: ["a", "b"] }, "tags: [a, b]"],
    ["tag: a\ntags: [b]", { tags: ["b"] }, "tag: a\ntags: [b]"],
    ["layout: post", { categories: ["outils"] }, "layout: post\ncategories: [outils]"],
  ])("%j with the terms %j become %j", (before, known, after) => {
    expect(rewritten(titled(before), known).head).toBe(titled(after));
  });
});

describe("a date", () => {
  const undated = { target: "content/posts/titre.md" };
  it.each([
    ["date: 2021/4/1 9:30", undated, "date: 2021-04-01 09:30", []],
    ["date: 03/04/2021", undated, "date: 2021-04-03", ["ambiguous-date 03/04/2021 → 2021-04-03"]],
    ["date: 03/04/2021", { target: "content/posts/2021-03-04-titre.md" }, "date: 2021-03-04", []],
    ["date: git created", undated, "date: 2020-02-02", ["clock-date git created → 2020-02-02"]],
    ["expires: bientôt", {}, "", ["mixed-field expires: bientôt"]],
    ["", undated, "date: 2020-02-02", ["clock-date 2020-02-02"]],
    ["", { ...undated, draft: true, draftInPath: true }, "date: 2020-02-02", []],
    ["", { ...undated, day: "2021-04-01" }, "date: 2021-04-01", []],
    ["", { kind: "page", target: "content/pages/titre.md" }, "", []],
  ] as const)("%j of %j becomes %j, and reports %j", (before, known, after, asked) => {
    expect(rewritten(titled(before), known)).toEqual({ head: titled(after), asked });
  });

  it("is that of `publishAt`, else of `date`, else of the file's name", () => {
    const target = "content/posts/2021-04-01-a.md";
    expect(newDay({ publishAt: "2022-01-01", date: "2021-05-05" }, target, RULES)).toBe("2022-01-01");
    expect(newDay({ date: "2021-05-04T23:30:00Z" }, target, RULES)).toBe("2021-05-05");
    expect(newDay({ date: "bientôt" }, target, RULES)).toBe("2021-04-01");
    expect(newDay({}, "content/pages/a.md", RULES)).toBeUndefined();
  });
});

describe("a text that was not published", () => {
  it.each([
    ["layout: post", { draft: true }, "layout: post\ndraft: true"],
    ["layout: post", { draft: true, draftInPath: true }, "layout: post"],
    ["published: false", { draft: true }, "published: false"],
    ["draft: peut-être", { draft: true }, "draft: true"],
    ["draft: peut-être", {}, ""],
  ])("%j of %j becomes %j", (before, known, after) => {
    expect(rewritten(titled(before), known).head).toBe(titled(after));
  });
});

describe("the language of a text", () => {
  it.each([
    ["layout: post", { lang: "en" }, "layout: post\nlang: en"],
    ["layout: post", { lang: "en", langInPath: true }, "layout: post"],
    ["layout: post", { lang: "fr" }, "layout: post"],
    ["lang: en_GB", {}, "lang: en-GB"],
    ["lang: anglais britannique", {}, ""],
    ["layout: post", { group: "g" }, "layout: post\nlang-ref: g"],
    ["translationOf: a", { group: "g" }, "translationOf: a"],
  ])("%j of %j becomes %j", (before, known, after) => {
    expect(rewritten(titled(before), known).head).toBe(titled(after));
  });
});

describe("old addresses", () => {
  it.each([
    ["redirect_from: [/a/, /b/*]", ["/a/"], "redirect_from: [/a/]"],
    ["aliases: [/a/]", ["/a/"], "aliases: [/a/]"],
    ["aliases: [/a/]", [], ""],
  ])("%j, of which %j redirect to the text, become %j", (before, aliases, after) => {
    expect(rewritten(titled(before), { aliases }).head).toBe(titled(after));
  });
});

describe("inherited data", () => {
  it("is written into the text where the key is absent and Carnet reads it", () => {
    const inherited = { author: "Ana", image: "a.png", license: "", sidebar: true };
    expect(rewritten("title: A\nimage: b.png", { inherited }).head).toBe(
      "title: A\nimage: b.png\nauthor: Ana",
    );
  });

  it.each([
    ["header: { image: b.png }", "header: { image: b.png }\nimage: b.png"],
    ["cover: b.png", "image: b.png"],
    ["image: { path: b.png }", "image: b.png"],
    ["image:", "image: a.png\nimageAlt: Le logo"],
  ])("gives no picture to a text that names one under any key: %j becomes %j", (before, after) => {
    const inherited = { image: "a.png", imageAlt: "Le logo" };
    expect(rewritten(titled(before), { inherited }).head).toBe(titled(after));
  });

  it("does not stand for what the text says under another name", () => {
    const inherited = { description: "De tous" };
    expect(rewritten("title: A\nexcerpt: Le sien", { inherited }).head).toBe(
      "title: A\ndescription: Le sien",
    );
  });

  it.each([
    ["", ["Été", "Hiver"], "series: [Été, Hiver]"],
    ["", "Paris, Lyon", 'series: ["Paris, Lyon"]'],
    ["series: [Printemps]", ["Été"], "series: [Printemps]"],
    ["series:", ["Été"], "series:"],
    ["", [], ""],
  ])("gives terms of a taxonomy, one per value: %j and %j become %j", (before, series, after) => {
    expect(rewritten(titled(before), { inherited: { series } }).head).toBe(titled(after));
  });

  it("is left out of a page if only posts have the key", () => {
    const inherited = { author: "Ana", license: "CC0", series: ["Été"], description: "D" };
    const known = { kind: "page" as const, inherited, tags: ["design"], categories: ["Été"] };
    expect(rewritten("title: A", known).head).toBe("title: A\ndescription: D");
  });

  it("does not add `author` beside `authors`", () => {
    expect(rewritten("title: A\nauthors: [Bob]", { inherited: { author: "Ana" } }).head).toBe(
      "title: A\nauthors: [Bob]",
    );
  });
});

describe("a page", () => {
  const page = { kind: "page" as const, target: "content/pages/titre.md", tags: ["a"], categories: ["b"] };

  it.each(["tag: a", "tags: [a]", "category: b", "categories: [b]", "series: [c]", "related: [d]"])(
    "has none of the terms that only posts have: %s",
    (line) => {
      const text = read(`---\ntitle: A\n${line}\n---\n`);
      const head = new HeadEditor(text);
      expect(rewriteHead(head, oldEntry({ ...page, text }), RULES)).toEqual([]);
      expect(head.write("")).toBe("---\ntitle: A\n---\n");
      expect(head.changes).toMatchObject([{ kind: "page-terms", line: 3, to: "" }]);
    },
  );

  it("keeps words that a person may want to write in its text", () => {
    const lines = "title: A\nauthor: Ana\nlicense: CC0";
    expect(rewritten(lines, page)).toEqual({ head: lines, asked: [] });
  });
});

describe("a value that Carnet would refuse", () => {
  it("becomes text if the key takes text, else is left out and reported", () => {
    expect(rewritten("title: A\ndescription: 12\nslug: [a]")).toEqual({
      head: 'title: A\ndescription: "12"',
      asked: ['mixed-field slug: ["a"]'],
    });
  });
});
