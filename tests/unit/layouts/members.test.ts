import { expect, it } from "vitest";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { marked } from "../../../src/eleventy/filters.ts";
import { ui } from "../../../src/strings/ui.ts";

const POST = {
  url: "/a/",
  data: { title: "A", description: "", lang: "fr", day: "2026-01-01", authors: [] },
};
const SITE = {
  title: "Carnet",
  translations: {},
  social: [],
  taxonomies: { promotion: { label: "Promotion" } },
};

function main(layout: "tag" | "tags" | "person", data: Record<string, unknown>): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => `/base${path}`,
    absolute: (path: string) => path,
    isoDate: (day: string) => day,
    longDate: (day: string) => day,
    langAttribute: (lang?: string) => (lang === undefined ? "" : marked(` lang="${lang}"`)),
    shortened: String,
  });
  const html = env.render(`${layout}.njk`, {
    ...{ site: SITE, t: ui("fr"), lang: "fr", kind: layout, title: "Quatre", assets: {} },
    ...{ alternates: [], breadcrumbs: [], feeds: [], nav: [], footer: [], posts: [], total: 0 },
    ...data,
  });
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}

const ONE = { name: "Équipe Une", role: "appui", url: "/auteurs/une/", photo: "/img/une.png" };

it("shows who has a term: a link to those who have a page, a portrait where there is one, a role", () => {
  const members = [
    ONE,
    { name: "Pôle <b>", photo: "https://autre.example/p.png" },
    { name: "Équipe Trois", photo: "//a/b", initials: "ÉT" },
  ];
  const html = main("tag", { members });
  expect(html).toContain('<h2 class="label" id="page--members">Membres</h2>');
  expect(html.match(/<li>/g)).toHaveLength(3);
  expect(html).toContain('<a href="/base/auteurs/une/">Équipe Une</a></p>');
  expect(html).toContain('<p class="card-authors">appui</p>');
  expect(html.match(/<img [^>]*src="[^"]*"/g)).toEqual(['<img class="person-photo" src="/base/img/une.png"']);
  expect(html).toContain('<p class="author-name">Pôle &lt;b&gt;</p>');
  expect(html).toContain('<span class="person-photo" aria-hidden="true">ÉT</span>');
  expect(html.match(/<p class="card-authors">/g)).toHaveLength(1);
});

it("marks a role in another language", () => {
  const html = main("tag", { members: [{ ...ONE, roleLang: "en" }] });
  expect(html).toContain('<p class="card-authors" lang="en">appui</p>');
});

it("shows the links of someone who has no page, and says whose each is to those who hear it alone", () => {
  const profiles = [
    { label: "Carte <b>", url: "/cartes/" },
    { label: "Mastodon", url: "https://social.example/@une" },
    { label: "Matrix @une:example.org" },
  ];
  const html = main("tag", { members: [{ name: "Équipe Une", profiles }, ONE] });
  expect(html.match(/<ul class="chips">/g)).toHaveLength(1);
  expect(html).toContain(
    '<li><a href="/base/cartes/" aria-label="Carte &lt;b&gt; – Équipe Une">Carte &lt;b&gt;</a></li>',
  );
  expect(html).toContain('aria-label="Mastodon – Équipe Une">Mastodon</a>');
  expect(html).toContain("<li>Matrix @une:example.org</li>");
  // The page is about several people: none of these addresses is another one of the page.
  expect(html).not.toContain('rel="me"');
});

const PORTRAIT = {
  src: "/pictures/une-160x160.jpg",
  width: 256,
  height: 256,
  sources: [{ type: "image/avif", srcset: "/base/pictures/une-160x160.avif 160w" }],
  sizes: "5rem",
};
/** The attributes of a picture’s source and image, as written. */
const pictureIn = (html: string): string[] =>
  Array.from(
    /<picture>.*<\/picture>/.exec(html)?.[0].matchAll(/<(?:source|img) ([^>]*)>/g) ?? [],
    ([, all = ""]) => all,
  );

it("shows a portrait at the size of its place, instead of the photo’s own file: near the screen in a list", () => {
  const html = main("tag", { members: [{ ...ONE, portrait: PORTRAIT }] });
  expect(pictureIn(html)).toEqual([
    'type="image/avif" srcset="/base/pictures/une-160x160.avif 160w" sizes="5rem"',
    'class="person-photo" src="/base/pictures/une-160x160.jpg" alt="" width="256" height="256" loading="lazy" decoding="async"',
  ]);
  expect(html).not.toContain(ONE.photo);
});

it("shows a portrait larger and at once on the page of its person", () => {
  const data = { roles: [], profiles: [], posts: [POST], total: 1 };
  const html = main("person", { ...data, person: { ...ONE, portrait: PORTRAIT } });
  expect(pictureIn(html)).toEqual([
    'type="image/avif" srcset="/base/pictures/une-160x160.avif 160w" sizes="(min-width: 60rem) 8rem, 5rem"',
    'class="person-photo" src="/base/pictures/une-160x160.jpg" alt="" width="256" height="256" fetchpriority="high" decoding="async"',
  ]);
  expect(html).not.toContain(ONE.photo);
  expect(main("person", { ...data, person: ONE })).toContain(
    '<img class="person-photo" src="/base/img/une.png" alt="" width="160" height="160">',
  );
});

it("gives the posts below them a heading, and does not miss posts where there are none", () => {
  const both = main("tag", { members: [ONE], posts: [POST], total: 1 });
  const places = ['id="page--members"', 'id="page--posts">Articles</h2>', "<h3 "].map((part) =>
    both.indexOf(part),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(main("tag", { members: [ONE] })).not.toMatch(/page--posts|Aucun article/);
  expect(main("tag", {})).toMatch(/Aucun article/);
  expect(main("tag", {})).not.toContain("page--members");
});

it.each([
  [{ count: 2 }, "2 articles"],
  [{ count: 0, members: 1 }, "1 membre"],
  [{ count: 1, members: 30 }, "30 membres, 1 article"],
])("counts people and posts in the index: %j", (counts, said) => {
  const html = main("tags", { groups: [{ label: "Quatre", url: "/p/quatre/", ...counts }] });
  expect(html).toContain(`<span class="index-count">${said}</span>`);
});

it("says on a person’s page which terms they have, linked", () => {
  const person = { name: "Équipe Une" };
  const data = { person, roles: [], profiles: [], posts: [POST], total: 1 };
  const html = main("person", {
    ...data,
    terms: { promotion: [{ label: "EIG 4", url: "/promotion/eig-4/" }] },
  });
  expect(html).toMatch(/<dt>Promotion<\/dt>\s*<dd><a href="\/base\/promotion\/eig-4\/">EIG 4<\/a>/);
  expect(main("person", { ...data, terms: {} })).not.toContain("<dl");
});
