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
      problems.map(({ file, line, column, code }) => `${file}:${String(line)}:${String(column)} ${code}`),
    ).toEqual([
      "content/posts/2026-01-01-a.md:5:3 near-duplicate-tag",
      "content/posts/2026-01-02-b.md:3:8 near-duplicate-tag",
    ]);
  });
  test.each([
    ["- 😀", "value"],
    [`- ${"a".repeat(200)}`, "value"],
    ["- IA: santé", "value"],
    ["- [a]", "value"],
  ])("%.20s is reported at its line", async (item, code) => {
    const { problems } = await load(one("title: A", "tags:", "- design", item));
    expect(problems).toMatchObject([{ line: 5, code, severity: "error" }]);
  });
  test("without a value are ignored", async () => {
    const { content, found } = await load(one("title: A", "tags: [a, '', ~]"));
    expect(found).toEqual([]);
    expect(content.posts[0]?.terms["tags"]?.map(String)).toEqual(["a"]);
  });
  test("outside an open list are reported once, with the number of their texts; outside a closed one, each", async () => {
    const posts = {
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Desing, Autre]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [autre]"),
    };
    const open = await load({ ...posts, "content/tags.yaml": "design: Design\n" });
    expect(open.problems.filter(({ code }) => code === "unknown-tag")).toMatchObject([
      { file: "content/posts/2026-01-01-a.md", line: 3, column: 8, severity: "warn", hint: "Design" },
      { file: "content/posts/2026-01-01-a.md", line: 3, column: 16, hint: "autre: Autre" },
    ]);
    expect(open.problems.map(({ message }) => message).join()).toContain("2)");
    const closed = await load({ ...posts, "content/tags.yaml": "design: Design\nclosed: yes\n" });
    expect(
      closed.problems.filter(({ severity }) => severity === "error").map(({ file }) => file.slice(-4)),
    ).toEqual(["a.md", "a.md", "b.md"]);
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
});

test("10,000 tags on 1,000 posts take seconds of processor time", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => {
      const tags = Array.from({ length: 10 }, (_unused, k) => `sujet ${String(i * 10 + k)}x`);
      return [`content/posts/2026-01-01-a${String(i)}.md`, post("title: A", `tags: [${tags.join(", ")}]`)];
    }),
  );
  const began = process.cpuUsage();
  const { content } = await load(files);
  const { user, system } = process.cpuUsage(began);
  expect(content.posts).toHaveLength(1000);
  expect((user + system) / 1e6).toBeLessThan(10);
});
