import { describe, expect, it } from "vitest";
import { planned, texts } from "./planned.ts";

/** What the `<head>` of a page says of it. */
const said = ({ data }: { data: { description: string; metaDescription?: string | undefined } }): string =>
  data.metaDescription ?? data.description;

const FILES = {
  "content/site.yaml":
    "title: Carnet\ndescription: Un blog.\nurl: https://blog.example.org\npostsPerPage: 2\ntaxonomies: { defi: { label: Défis } }\n" +
    "translations: { en: { title: Notebook } }\n",
  ...texts({
    "posts/2022-04-05-a": "tags: [données]\nauthor: Équipe Une",
    "posts/2024-03-01-b": "tags: [données, outils]\nauthor: Équipe Deux",
    "posts/2024-08-01-c": "tags: [données]\nauthor: Équipe Deux\ndefi: Un",
    "posts/en/2024-03-01-d": "tags: [data]\nauthor: Équipe Deux",
    "posts/en/2024-08-01-e": "tags: [data]\nauthor: Équipe Deux",
    "posts/en/2024-08-02-f": "tags: [data]\nauthor: Équipe Une",
  }),
};
const SPAN = "3 articles, publiés d’avril 2022 à août 2024";

describe("what search engines are told of a list that nobody described", () => {
  it.each([
    ["/blog/", `Tout «_Carnet_», du plus récent au plus ancien_: ${SPAN}.`],
    ["/blog/page/2/", `Tout «_Carnet_», du plus récent au plus ancien_: ${SPAN} (page 2 sur 2).`],
    ["/mots-cles/", "Mots-clés de «_Carnet_»_: 2 pages, de «_données_» à «_outils_»."],
    [
      "/mots-cles/donnees/page/2/",
      "3 articles sur «_données_», publiés d’avril 2022 à août 2024 (page 2 sur 2).",
    ],
    ["/mots-cles/outils/", "1 article sur «_outils_», publié en mars 2024."],
    ["/defi/", "Défis de «_Carnet_»_: 1 page, «_Un_»."],
    ["/auteurs/", "Auteurs de «_Carnet_»_: 2 pages, de «_Équipe Deux_» à «_Équipe Une_»."],
    ["/auteurs/equipe-deux/", "2 articles signés Équipe Deux, publiés de mars à août 2024."],
    ["/archives/", `Les archives de «_Carnet_», par année et par mois_: ${SPAN}.`],
    ["/archives/2024/", "«_Carnet_» en 2024_: 2 articles, publiés de mars à août 2024."],
    ["/en/tags/data/page/2/", "3 posts on “data”, published from March to August 2024 (page 2 of 2)."],
    ["/en/archive/2024/", "“Notebook” in 2024: 3 posts, published from March to August 2024."],
  ])("%s", async (url, sentence) => {
    expect(said((await planned(FILES)).at(url))).toBe(sentence.replaceAll("_", "\u00a0"));
  });
});

it("the owner’s description is that of the first page; the others, and a page without one, have our sentence", async () => {
  const { at } = await planned({
    ...FILES,
    "content/tags.yaml": "donnees: { label: données, description: Ce qui se compte. }\n",
    "content/people.yaml": "deux: { name: Équipe Deux, description: Elle dessine. }\n",
    ...texts({ "pages/mots-cles/outils": "description: Nos outils.", "pages/defi/un": "" }),
  });
  expect(said(at("/mots-cles/donnees/"))).toBe("Ce qui se compte.");
  expect(said(at("/mots-cles/donnees/page/2/"))).toMatch(/^3 articles sur/);
  expect(said(at("/auteurs/deux/"))).toBe("Elle dessine.");
  expect(said(at("/mots-cles/outils/"))).toBe("Nos outils.");
  expect(said(at("/defi/un/"))).toMatch(/^1 article sur/);
  expect(at("/defi/un/").data.description).toBe("");
});

it("counts members, with or without posts, and says nothing of an empty list", async () => {
  const { at } = await planned({
    "content/site.yaml": "title: T\ntaxonomies: { defi: { label: Défi, terms: { un: Un, deux: Deux } } }\n",
    "content/people.yaml": "une: { name: Équipe Une, defi: [un, deux] }\n",
    ...texts({ "posts/2024-01-01-a": "defi: un" }),
  });
  expect(said(at("/defi/un/"))).toBe("1 membre de «\u00a0Un\u00a0» et 1 article, publié en janvier 2024.");
  expect(said(at("/defi/deux/"))).toBe("1 membre de «\u00a0Deux\u00a0».");
  const empty = await planned(texts({ "pages/a": "" }));
  for (const url of ["/blog/", "/mots-cles/", "/archives/"]) expect(said(empty.at(url))).toBe("");
});
