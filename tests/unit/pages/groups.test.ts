import { expect, it } from "vitest";
import { planned, settings, texts } from "./planned.ts";

it("terms are in alphabetical order with counts, ignoring accents and case, numbers by value", async () => {
  const { data } = await planned(
    texts({
      "posts/2026-01-01-a": "tags: [zone, Été, écran, 10 ans, 9 ans]",
      "posts/2026-01-02-b": "tags: [Été, ete]",
    }),
  );
  expect(data("/mots-cles/", "groups")).toMatchObject([
    { label: "9 ans", count: 1 },
    { label: "10 ans", count: 1 },
    { label: "écran", count: 1 },
    { label: "Été", count: 2, url: "/mots-cles/ete/" },
    { label: "zone", count: 1 },
  ]);
});

it("terms and people are described in the typography of the page's language", async () => {
  const { data } = await planned({
    ...texts({ "posts/2026-01-01-a": "tags: [Été]\nauthor: Ann Doe" }),
    "content/tags.yaml": 'ete: { label: Été, description: "L\'été !" }\n',
    "content/people.yaml": 'ann: { name: Ann Doe, role: "chef d\'équipe", description: "L\'oreille !" }\n',
  });
  expect(data("/mots-cles/ete/", "description")).toBe("L’été\u202f!");
  expect(data("/auteurs/ann/", "description")).toBe("L’oreille\u202f!");
  expect(data("/auteurs/ann/", "roles")).toEqual(["chef d’équipe"]);
});

it("a custom taxonomy has its own index and pages, like tags, and is in the menu once a post has a term", async () => {
  const { at, urls, data } = await planned({
    ...settings(
      "taxonomies: { promotion: { label: Promotion, address: '/promotions/:slug.html' }, defi: { label: Défi } }",
    ),
    ...texts({ "posts/2026-01-01-a": "promotion: EIG 4" }),
  });
  expect(at("/promotions/")).toMatchObject({
    kind: "tags",
    data: { title: "Promotion", taxonomy: "promotion", groups: [{ label: "EIG 4", count: 1 }] },
  });
  expect(urls("tag")).toEqual(["/promotions/eig-4.html"]);
  expect(urls("feed")).toContain("/promotions/eig-4/feed.xml");
  const menu = JSON.stringify(data("/", "nav"));
  expect([menu.includes("Promotion"), menu.includes("Défi")]).toEqual([true, false]);
});

it("a taxonomy and its terms have the words of each language; a description is never in another one", async () => {
  const { at } = await planned({
    ...settings(
      "taxonomies:",
      "  promotion:",
      "    label: Promotion",
      "    description: Une année.",
      "    terms:",
      "      eig-4: { label: EIG 4, description: La quatrième. }",
      "      eig-5: { label: EIG 5, en: { label: Fellows 5, description: The fifth. } }",
      "translations: { en: { taxonomies: { promotion: { label: Cohort } } }, fr-CA: {} }",
    ),
    ...texts({
      "posts/2026-01-01-a": "promotion: eig-5",
      "posts/en/2026-01-02-b": "promotion: [EIG 4, EIG 5]",
      "posts/2026-01-03-c": "lang: fr-CA\npromotion: EIG 4",
    }),
  });
  const urls = ["/promotion/", "/en/promotion/", "/en/promotion/eig-4/", "/en/promotion/eig-5/"];
  const canadian = ["/fr-ca/promotion/", "/fr-ca/promotion/eig-4/"];
  const words = [...urls, ...canadian].map((url) => at(url).data);
  expect(words.map(({ title, description }) => `${title}: ${description}`)).toEqual([
    "Promotion: Une année.",
    "Cohort: ",
    "EIG 4: Posts on “EIG 4”",
    "Fellows 5: The fifth.",
    "Promotion: Une année.",
    "EIG 4: La quatrième.",
  ]);
});

it("people have a page in the languages of the posts they signed, with their data of people.yaml, and no feed", async () => {
  const { data, at, urls } = await planned({
    "content/people.yaml": "ada: { name: Ada Lovelace, role: Mathématicienne }\nnul: { name: Personne }\n",
    ...texts({
      "posts/2026-01-01-a": "author: Ada Lovelace, stagiaire",
      "posts/2026-01-02-b": "author: Ada Lovelace, designer",
      "posts/en/2026-01-02-b": "author: Grace Hopper",
    }),
  });
  expect(urls("person")).toEqual(["/auteurs/ada/", "/en/authors/grace-hopper/"]);
  expect(data("/auteurs/", "groups")).toMatchObject([
    { label: "Ada Lovelace", count: 2, description: "Mathématicienne", url: "/auteurs/ada/" },
  ]);
  // Roles of posts come latest first.
  expect(data("/auteurs/ada/", "roles")).toEqual(["Mathématicienne", "designer", "stagiaire"]);
  expect(at("/auteurs/ada/").data).not.toHaveProperty("ownFeeds");
});

it("people are presented in the language of the page; a role without a translation stays, a description does not", async () => {
  const { at } = await planned({
    "content/people.yaml": [
      "anne: { name: Anne Roy, role: cheffe, description: Elle dessine., translations: { en: { role: lead, description: She draws. } } }",
      "jo: { name: Jo Bel, role: designer, description: Elle lit., translations: { en: { } } }",
    ].join("\n"),
    ...texts({
      "posts/2026-01-01-a": "authors: [anne, jo]",
      "posts/2026-01-02-b": "authors: [anne, jo]\nlang: en-GB",
    }),
  });
  const words = ["/auteurs/anne/", "/en-gb/authors/anne/", "/en-gb/authors/jo/"].map((url) => at(url).data);
  expect(words.map(({ roles, description }) => [roles, description])).toEqual([
    [["cheffe"], "Elle dessine."],
    [["lead"], "She draws."],
    [["designer"], "Posts by Jo Bel"],
  ]);
  expect(at("/en-gb/blog/2026/01/02/b/").entry).toMatchObject({ authors: [{ role: "lead" }, {}] });
});
