import { describe, expect, test } from "vitest";
import { columnOfValue, load, one } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

describe("front-matter keys", () => {
  test.each([
    ["tag: [a]", "tags: [a]"],
    ["desciption: Un an", "description: Un an"],
    ["mots-clés: a", "tags: a"],
    ["index: false", "Effacez cette ligne"],
    ["mathjax: true", "Effacez cette ligne"],
  ])("%s is unknown, and offered as: %s", async (line, hint) => {
    const { problems, content } = await load(one("title: A", line));
    expect(problems).toMatchObject([{ line: 3, column: 1, code: "unknown-key", severity: "warn" }]);
    expect(problems[0]?.hint).toContain(hint);
    expect(content.posts).toHaveLength(1);
  });
  test("are joined to a list that the text has", async () => {
    const { problems } = await load(one("title: A", "tag: [a]", "tags: [b]"));
    expect(problems[0]?.hint).toBe("tags: [b, a]");
  });
  test("are known inside lists too, and a list with an unknown one is kept", async () => {
    const { problems, content } = await load(
      one("title: A", "authors:", "  - { name: Paul Durand, rôle: Design }"),
    );
    expect(problems).toMatchObject([{ line: 4, code: "unknown-key", hint: "role: Design" }]);
    expect(content.posts[0]?.authors.map(({ name }) => name)).toEqual(["Paul Durand"]);
  });
  test.each([
    ["draft: peut-être", "draft: true"],
    ["image: [a]", 'image: "a"'],
    ["description: 12", 'description: "12"'],
    ["license: 4.5", 'license: "4.5"'],
    ["author: 7", 'author: "7"'],
    ["lang: français", "lang: en"],
    ["date: true", 'date: "true"'],
    ["feedId: titre", "feedId: https://blog.example.org/2021/04/01/titre"],
    ["corrections: oui", 'corrections: [{ date: 2026-03-05, text: "Chiffre corrigé." }]'],
  ])("%s is refused with an example", async (line, hint) => {
    const { problems, content } = await load(one("title: A", line));
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "value", severity: "error", hint },
    ]);
    expect(content.posts).toEqual([]);
  });
  test("with several mistakes are all reported", async () => {
    const { found } = await load(
      one("title: A", "image: [a]", "corrections: [{ date: 2026-03-05, txt: a }]", "tilte: b"),
    );
    expect(found.map((line) => line.slice(FILE.length))).toEqual(
      [":3:8 value", ":4:35 unknown-key", ":4:15 value", ":5:1 unknown-key"].sort(),
    );
  });
  test.each(["templateEngineOverride: njk", 'eleventyComputed: { title: "{{ 7 * 7 }}" }'])(
    "%s is refused",
    async (line) => {
      const { found } = await load(one("title: A", line));
      expect(found).toEqual([`${FILE}:3:1 script`]);
    },
  );
  test("without a value say nothing", async () => {
    const { content, found } = await load(
      one("title: A", "twitter:", "image: null", "tags:", "layout: ''", "author: ~", "authors: [a b,]"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]).not.toHaveProperty("image");
    expect(content.posts[0]).not.toHaveProperty("twitter");
  });
});

test("an account that is none gets no link, and a warning", async () => {
  const { problems, content } = await load({
    ...one("title: A", "twitter: Ana Diallo"),
    "content/site.yaml": "title: T\nurl: https://blog.example.org\ntwitter: le compte\n",
  });
  expect(problems.map(({ line, code, severity, hint }) => [line, code, severity, hint])).toEqual([
    [3, "value", "warn", "twitter: anadiallo"],
    [3, "value", "warn", "twitter: anadiallo"],
  ]);
  expect(content.posts[0]).not.toHaveProperty("twitter");
});

describe("a title", () => {
  test.each([
    ["title: 2024", 'title: "2024"', "value"],
    ["title: true", 'title: "true"', "value"],
    ["title: [a]", 'title: "a"', "value"],
    [`title: ${"a".repeat(10_000)}`, "", "value"],
    ["title:", 'title: "Mon titre"', "front-matter"],
    ["title: '\u00a0'", 'title: "Mon titre"', "front-matter"],
    ["titre: Le bilan", 'title: "Le bilan"', "front-matter"],
  ])("%.30s is refused", async (line, hint, code) => {
    const { problems, content } = await load(one(line));
    expect(problems).toMatchObject([{ line: 2, code, severity: "error", hint }]);
    expect(content.posts).toEqual([]);
  });
  test("is one line, trimmed, with its entities decoded", async () => {
    const { content } = await load(
      one('title: " Un\n\n  titre &#x2013; long "', 'description: "a &amp; b &eacute;"'),
    );
    expect(content.posts[0]).toMatchObject({ title: "Un titre – long", description: "a & b é" });
  });
});

describe("fields that site.yaml declares", () => {
  const site = (field: string): Record<string, string> => ({
    "content/site.yaml": `title: T\nurl: https://blog.example.org\nfields: { defi: ${field} }\n`,
  });
  test.each([
    ["{ type: number }", "12", 12],
    ["{ type: boolean }", "oui", true],
    ["{ type: date }", "2026-03-02", "2026-03-02"],
    ["{ type: list }", "[a, 2]", ["a", "2"]],
    ["{ options: [a, 2] }", "2", "2"],
    ["{ type: url }", "/a/", "/a/"],
  ])("%s takes %s", async (field, written, value) => {
    const { content, found } = await load({ ...site(field), ...one("title: A", `defi: ${written}`) });
    expect(found).toEqual([]);
    expect(content.posts[0]?.fields).toEqual({ defi: value });
  });
  test.each([
    ["{ type: number }", "douze", "value", "defi: 12"],
    ["{ type: date }", "hier", "bad-date", "defi: AAAA-MM-JJ"],
    ["{ options: [rouge, vert] }", "rouje", "value", "defi: rouge"],
    ["{ type: url }", "exemple", "value", "defi: https://example.org/"],
  ])("%s does not take %s", async (field, written, code, hint) => {
    const { content, problems } = await load({ ...site(field), ...one("title: A", `defi: ${written}`) });
    expect(problems).toMatchObject([{ line: 3, column: 7, code, hint }]);
    expect(content.posts).toEqual([]);
  });
  test("may be required", async () => {
    const { problems } = await load({ ...site("{ required: true }"), ...one("title: A") });
    expect(problems).toMatchObject([{ code: "value", hint: 'defi: "texte"' }]);
  });
});
