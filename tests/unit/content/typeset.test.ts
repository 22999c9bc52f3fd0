import { describe, expect, test } from "vitest";
import { load, post } from "./site-root.ts";

const WRITTEN = [
  'title: "L\'été : pourquoi ?"',
  "description: 'Un \"mot\" !'",
  "image: /img/a.svg",
  'imageAlt: "L\'arbre"',
  'imageCredit: "L\'agence"',
  'corrections: ["L\'an 10 000."]',
];
const one = (...lines: string[]): Record<string, string> => ({
  "content/posts/2026-01-05.md": post(...WRITTEN, ...lines),
});
const site = (...lines: string[]): Record<string, string> => ({
  "content/site.yaml": ["title: L'atelier", "url: https://blog.example.org", ...lines, ""].join("\n"),
});

describe("typography of front matter", () => {
  test("applies to titles, descriptions, the words of pictures and corrections, not to slugs", async () => {
    const { content, found } = await load(one());
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({
      title: "L’été\u00a0: pourquoi\u202f?",
      description: "Un «\u00a0mot\u00a0»\u202f!",
      image: { src: "/img/a.svg", alt: "L’arbre", credit: "L’agence" },
      corrections: [{ text: "L’an 10\u202f000." }],
      slug: "l-ete-pourquoi",
      typography: true,
    });
  });

  test("follows the language of each text", async () => {
    const { content } = await load(one("lang: en"));
    expect(content.posts[0]).toMatchObject({
      title: "L’été : pourquoi ?",
      description: "Un “mot” !",
    });
  });

  test.each(["off", "non", '"off"'])("leaves everything as written with %s", async (word) => {
    const { content, found } = await load(one(`typography: ${word}`));
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({ title: "L'été : pourquoi ?", typography: false });
  });

  test("applies to titles in the links of translations", async () => {
    const { content } = await load({
      ...one("lang-ref: x"),
      "content/posts/2026-01-06-en.md": post('title: "It\'s summer"', "lang: en", "lang-ref: x"),
    });
    expect(content.posts.flatMap(({ translations }) => translations.map(({ title }) => title))).toEqual([
      "L’été\u00a0: pourquoi\u202f?",
      "It’s summer",
    ]);
  });
});

describe("typography of the site", () => {
  test("applies to the site's title, description, taxonomies and menus, in their languages", async () => {
    const { content } = await load({
      ...one(),
      ...site(
        'description: "L\'équipe ?"',
        'translations: { en: { title: "The team\'s", taxonomies: { prix: { label: "The year\'s" } } } }',
        'taxonomies: { prix: { label: "Prix de l\'année" } }',
        'nav: [{ label: "Qui sommes-nous ?", url: /a/ }, { label: "Who\'s who", url: /en/a/, lang: en }]',
      ),
    });
    expect(content.site).toMatchObject({
      title: "L’atelier",
      description: "L’équipe\u202f?",
      translations: { en: { title: "The team’s", taxonomies: { prix: { label: "The year’s" } } } },
      taxonomies: { prix: { label: "Prix de l’année" } },
      nav: [{ label: "Qui sommes-nous\u202f?" }, { label: "Who’s who" }],
    });
  });

  test("can be off for the site, and on for one text", async () => {
    const { content } = await load({
      ...one("typography: on"),
      "content/posts/2026-01-06-b.md": post('title: "L\'an"'),
      ...site("typography: off"),
    });
    expect(content.site.title).toBe("L'atelier");
    expect(content.posts.map(({ title }) => title)).toEqual(["L'an", "L’été\u00a0: pourquoi\u202f?"]);
  });

  test("applies to the roles of people.yaml and of signatures, unless it is off", async () => {
    const people = { "content/people.yaml": 'ann: { name: Ann, role: "chef d\'équipe" }\n' };
    const roles = async (...lines: string[]): Promise<unknown[] | undefined> =>
      (
        await load({ ...one("author: Ann; Bob, chef d'atelier"), ...people, ...site(...lines) })
      ).content.posts[0]?.authors.map(({ role }) => role);
    expect(await roles()).toEqual(["chef d’équipe", "chef d’atelier"]);
    expect(await roles("typography: off")).toEqual(["chef d'équipe", "chef d'atelier"]);
  });
});
