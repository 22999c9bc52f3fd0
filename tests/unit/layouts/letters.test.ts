import { expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { marked } from "../../../src/eleventy/filters.ts";
import { ui } from "../../../src/strings/ui.ts";

const entry = (label: string): object => ({ label, url: `/${label}/`, count: 1 });
const LETTERS = [
  { label: "#", signs: true, id: "page--letter-0", groups: [entry("10 ans")] },
  {
    label: "E",
    id: "page--letter-e",
    groups: [entry("école"), { ...entry("été"), description: "La saison." }],
  },
];
const GROUPS = LETTERS.flatMap(({ groups }) => groups);

function main(layout: string, data: Record<string, unknown>, source?: string): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => `/base${path}`,
    absolute: (path: string) => path,
    langAttribute: () => "",
    shortened: String,
  });
  const all = {
    ...{ site: { title: "Carnet", translations: {}, social: [] }, t: ui("fr"), lang: "fr", kind: layout },
    ...{ title: "Mots-clés", alternates: [], breadcrumbs: [], feeds: [], nav: [], footer: [], assets: {} },
    ...data,
  };
  const html = source === undefined ? env.render(`${layout}.njk`, all) : env.renderString(source, all);
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}

it.each(["tags", "people"])("%s: letters lead to headings in order, each above its entries", (layout) => {
  const html = main(layout, { groups: GROUPS, letters: LETTERS });
  expect(html).toContain('<nav class="row letters" aria-labelledby="page--letters">');
  expect(html.match(/<a href="#.*?<\/a>/g)).toEqual([
    '<a href="#page--letter-0">#<span class="visually-hidden"> Chiffres et signes</span></a>',
    '<a href="#page--letter-e">E</a>',
  ]);
  const outline = html.match(/<(h\d)[^>]*>.*?<\/\1>|<a href="\/.*?<\/a>|La saison\./g);
  expect(outline?.map((one) => one.replace(/<(h\d|a)[^>]*>|<\/.*/g, "$1 ").trim())).toEqual([
    "h1 Mots-clés",
    "h2 Lettres",
    "h2 Chiffres et signes",
    "a 10 ans",
    "h2 E",
    "a école",
    "a été",
    "La saison.",
  ]);
  expect(html).toContain('<section class="row letter" aria-labelledby="page--letter-e">');
});

it("an index without letters stays one list, and an empty one says so", () => {
  expect(main("tags", { groups: GROUPS })).not.toMatch(/<nav|<section|<h2/);
  expect(main("tags", { groups: GROUPS }).match(/<ul class="index">/g)).toHaveLength(1);
  expect(main("tags", { groups: [] })).toContain("Rien pour l’instant.");
});

it("words of Carnet's say their language on a page in another one, and letters do not", () => {
  const html = main("tags", {
    groups: GROUPS,
    letters: LETTERS,
    t: ui("en"),
    tAttribute: marked(' lang="en"'),
  });
  expect(html).toContain('id="page--letters" lang="en">Letters<');
  expect(html).toContain('id="page--letter-0" lang="en">Digits and signs<');
  expect(html).toContain('id="page--letter-e">E<');
});

it("an own layout that fills the list from `groups` still has all entries, and no letters that lead nowhere", () => {
  const own =
    '{% extends "carnet/tags.njk" %}{% block list %}{% for one in groups %}[{{ one.label }}]{% endfor %}{% endblock %}';
  const html = main("tags", { groups: GROUPS, letters: LETTERS }, own);
  expect(html).toContain("[10 ans][école][été]");
  expect(html).not.toContain("#page--letter");
});
