import { expect, it } from "vitest";
import { load, post, SITE } from "./site-root.ts";

const WRITTEN = [
  'title: "L\'été : pourquoi ?"',
  "description: 'Un \"mot\" !'",
  "image: /img/a.svg",
  'imageAlt: "L\'arbre"',
  'imageCredit: "L\'agence"',
  'corrections: ["L\'an 10 000."]',
];
const text = (...lines: string[]): Record<string, string> => ({
  "content/posts/2026-01-05.md": post(...WRITTEN, ...lines),
});

it("typography applies to titles, descriptions, the words of pictures and corrections, not to slugs", async () => {
  const { content, found } = await load(text());
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

it.each([
  ["", "lang: en", "L’été : pourquoi ?", "Un “mot” !"],
  ["", "typography: off", "L'été : pourquoi ?", 'Un "mot" !'],
  ["typography: off\n", "", "L'été : pourquoi ?", 'Un "mot" !'],
  ["typography: off\n", "typography: on", "L’été\u00a0: pourquoi\u202f?", "Un «\u00a0mot\u00a0»\u202f!"],
])("obeys the language of a text, the site and the text: %s%s", async (site, line, title, description) => {
  const { content, found } = await load({ "content/site.yaml": SITE + site, ...text(line) });
  expect(found).toEqual([]);
  expect(content.posts[0]).toMatchObject({ title, description });
});

it("applies to titles in the links of translations", async () => {
  const english = post('title: "It\'s summer"', "lang: en", "lang-ref: x");
  const { content } = await load({ ...text("lang-ref: x"), "content/posts/2026-01-06-en.md": english });
  const titles = content.posts.flatMap(({ translations }) => translations.map(({ title }) => title));
  expect(titles).toEqual(["L’été\u00a0: pourquoi\u202f?", "It’s summer"]);
});

it.each([
  ["", "L’atelier", "L’équipe\u202f?", "chef d’équipe, chef d’atelier"],
  ["typography: off", "L'atelier", "L'équipe ?", "chef d'équipe, chef d'atelier"],
])(
  "applies to the words of settings in their languages, and to roles, unless it is off: %s",
  async (line, title, description, roles) => {
    const site = [
      ...["title: L'atelier", 'description: "L\'équipe ?"', line],
      'translations: { en: { title: "The team\'s", taxonomies: { prix: { label: "The year\'s" } } } }',
      'taxonomies: { prix: { label: "Prix de l\'année" } }',
      'nav: [{ label: "Qui sommes-nous ?", url: /a }, { label: "Who\'s who", url: /en/a/, lang: en }]',
    ].join("\n");
    const people = 'ann: { name: Ann, role: "chef d\'équipe" }\n';
    const files = { "content/site.yaml": site, "content/people.yaml": people };
    const { content } = await load({ ...files, ...text("author: Ann; Bob, chef d'atelier") });
    expect(content.site).toMatchObject({ title, description });
    expect(content.posts[0]?.authors.map(({ role }) => role).join(", ")).toBe(roles);
    if (line === "")
      expect(content.site).toMatchObject({
        translations: { en: { title: "The team’s", taxonomies: { prix: { label: "The year’s" } } } },
        taxonomies: { prix: { label: "Prix de l’année" } },
        nav: [{ label: "Qui sommes-nous\u202f?" }, { label: "Who’s who" }],
      });
  },
);
