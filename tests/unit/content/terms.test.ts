// Tags, terms of the site's own taxonomies, and what people.yaml says under their names: read, spelt and reported alike.
import { describe, expect, it } from "vitest";
import type { Content } from "../../../src/content/types.ts";
import { fixes, load, one, post } from "./site-root.ts";

const tagsOf = ({ posts }: Content): unknown[] => posts.map(({ terms }) => terms["tags"]?.map(String));

describe("tags", () => {
  it("merge spellings that differ by case, accent or plural, and the problem names both posts", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-a.md": post("title: A", "tags:", "- méthode", "- 'outil '"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [Methodes, outils]"),
      "content/posts/2026-01-03-c.md": post("title: C", "tags: [méthode, outils]"),
    });
    expect(tagsOf(content)).toEqual(Array(3).fill(["méthode", "outils"]));
    expect(found).toEqual([
      "content/posts/2026-01-01-a.md:5:3 near-duplicate-tag",
      "content/posts/2026-01-02-b.md:3:8 near-duplicate-tag",
    ]);
  });
  it.each(["- 😀", `- ${"a".repeat(200)}`, "- IA: santé", "- [a]"])("may not be %.20s", async (item) => {
    const { problems } = await load(one("title: A", "tags:", "- design", item));
    // A list that its author wrote is not replaced by an example.
    expect(fixes(problems)).toEqual(["5:3 error value → "]);
  });
  it.each(["tags", "author"])(
    "are 200 at most, as values of `%s`: each page would list them all",
    async (key) => {
      const values = Array.from({ length: 201 }, (_, i) => `Jean Nom${String(i)}`).join(", ");
      const { found } = await load(one("title: A", `${key}: [${values}]`));
      expect(found).toEqual([`content/posts/2026-01-05-titre.md:3:${String(key.length + 3)} value`]);
    },
  );
  it.each([
    ["[« design », '', ~, “données”, l’« ouverture »]", ["design", "données", "l’« ouverture »"]],
    ["« design, données »", ["design", "données"]],
  ])("written %s are %j", async (written, labels) => {
    const { content, found } = await load(one("title: A", `tags: ${written}`));
    expect(found).toEqual([]);
    expect(tagsOf(content)).toEqual([labels]);
  });
  it("of any name have a safe slug, each its own", async () => {
    const tags = "[all, toString, constructor, __proto__, 2024, C++, 'C#', C, a-b, a.b, 'l’intérêt', œuvre]";
    const { content } = await load(one("title: A", `tags: ${tags}`));
    const terms = content.posts[0]?.terms["tags"] ?? [];
    expect(terms.map(({ slug }) => slug).join(" ")).toBe(
      "all tostring constructor proto 2024 c-plus-plus c-sharp c a-b l-interet oeuvre",
    );
    expect(terms[0]?.url).toBe("/mots-cles/all/");
  });
  it("outside an open list are reported once, with the number of their texts; outside a closed one, each", async () => {
    const posts = {
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Desing, Autre]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [autre]"),
    };
    const open = await load({ ...posts, "content/tags.yaml": "design: Design\n" });
    const unknown = open.problems.filter(({ code }) => code === "unknown-tag");
    expect(fixes(unknown)).toEqual([
      "3:8 warn unknown-tag → Design",
      "3:16 warn unknown-tag → # content/tags.yaml\nautre: Autre",
    ]);
    expect(unknown[1]?.message).toContain("2)");
    const closed = await load({ ...posts, "content/tags.yaml": "design: Design\nclosed: yes\n" });
    const errors = closed.problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file }) => file.slice(-4))).toEqual(["a.md", "a.md", "b.md"]);
  });
  it("have labels, descriptions and aliases of tags.yaml; a name that two terms have means the first", async () => {
    const { content, found } = await load({
      "content/tags.yaml":
        "conception: { label: Conception, description: Dessiner., aliases: [design], en: { label: Design, description: To draw. } }\n" +
        "outil: { label: Outils, description: Pour faire., aliases: [design] }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "tags: design, outil"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Design, outil]"),
    });
    const terms = content.posts.flatMap((each) => each.terms["tags"] ?? []);
    expect(terms.map(({ label, url, description }) => [label, url, description])).toEqual([
      ["Design", "/en/tags/conception/", "To draw."],
      ["Outils", "/en/tags/outil/", undefined],
      ["Conception", "/mots-cles/conception/", "Dessiner."],
      ["Outils", "/mots-cles/outil/", "Pour faire."],
    ]);
    expect(found).toEqual([]);
  });
  it.each([
    ["en", "Color"],
    ["en-GB", "Colour"],
    ["ar", "لون"],
    ["fr-CA", "Couleur"],
  ])("have their label in %s, or in the language that it is a form of", async (lang, label) => {
    const { content } = await load({
      "content/site.yaml": "title: C\ntranslations: { en-GB: {}, ar: {}, de: {} }\n",
      "content/tags.yaml":
        "couleur: { label: Couleur, en: { label: Color }, en-GB: { label: Colour }, ar: { label: لون } }\n",
      ...one("title: A", "tags: couleur", `lang: ${lang}`),
    });
    expect(tagsOf(content)).toEqual([[label]]);
  });
});

it("a taxonomy of the site has terms in the same forms as tags, addresses and closed lists", async () => {
  const { content, found } = await load({
    "content/site.yaml":
      "title: A\ntaxonomies: { promotion: { label: Promotion, closed: oui, terms: { eig4: EIG 4, eig5: , eig6: { aliases: [2024] } } } }\n",
    "content/posts/2026-01-01-a.md": post("title: A", "promotion: [eig4, eig5, 2024]"),
    "content/posts/2026-01-02-b.md": post("title: B", "promotion: eig9"),
    "content/posts/2026-01-03-c.md": post("title: C", "promotion: [eig9]"),
  });
  expect(content.posts[2]?.terms["promotion"]?.map(({ label, url }) => [label, url])).toEqual([
    ["EIG 4", "/promotion/eig4/"],
    ["eig5", "/promotion/eig5/"],
    ["eig6", "/promotion/eig6/"],
  ]);
  expect(found).toEqual([
    "content/posts/2026-01-02-b.md:3:1 unknown-tag",
    "content/posts/2026-01-03-c.md:3:13 unknown-tag",
  ]);
});
