// Markdown and tags in values that are shown as they are: the fix causes no problem.
import { expect, test } from "vitest";
import { load, post } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";
const said = async (line: string): Promise<unknown[]> => {
  const lines = line.startsWith("title:") ? line : `title: A\n${line}`;
  const { problems } = await load({ [FILE]: post(lines, "image: /a.png") });
  return problems.map(({ line: at, column, code, severity, hint }) => [at, column, code, severity, hint]);
};

test.each([
  ['title: "Un **bilan**"', 2, 8, 'title: "Un bilan"'],
  ["description: Le __premier__ bilan.", 3, 14, 'description: "Le premier bilan."'],
  ["title: Le 1<sup>er</sup> appel<br/>à projets", 2, 8, 'title: "Le 1er appel à projets"'],
  [
    'description: "**En 2019, **295 requêtes sur tous les sites**. Fin"',
    3,
    14,
    'description: "En 2019, 295 requêtes sur tous les sites. Fin"',
  ],
  ['author: "[Équipe](/auteur/equipe/), rédaction"', 3, 9, 'author: "Équipe, rédaction"'],
  ["imageAlt: Une <em>vue</em> du parc", 3, 11, 'imageAlt: "Une vue du parc"'],
  [
    "imageCredit: Photo [Musée](https://musee.example.org/a) et **[NASA](/nasa/)**",
    ...[3, 14, 'imageCredit: "Photo Musée et NASA"'],
  ],
  [
    'description: "La _data science_ et `R`, voir **[ici](/a/)** (*a.k.a.* x)"',
    ...[3, 14, 'description: "La data science et R, voir ici (a.k.a. x)"'],
  ],
  ['corrections: [{ date: 2026-01-06, text: "Le **chiffre**" }]', 3, 41, 'text: "Le chiffre"'],
  ['corrections: ["Voir [la page](/a/)."]', 3, 15, '- "Voir la page."'],
])("%s gets a warning, with its words alone as the fix", async (line, at, column, fix) => {
  expect(await said(line)).toEqual([[at, column, "plain-value", "warn", fix]]);
  if (!line.startsWith("corrections")) expect(await said(String(fix))).toEqual([]);
});

test.each([
  "title: Le fichier __init__.py",
  "title: 2**10 et 3**4 sont des puissances",
  "title: Écrire <em> ou * en HTML",
  'title: "[Vidéo] Un an (déjà)"',
  "description: Un astérisque* et ** deux.",
  'description: "« a_b__c » et ** x **"',
])("%s is not reported", async (line) => {
  expect(await said(line)).toEqual([]);
});

test("letters that imitate bold get a warning, with plain ones as the fix", async () => {
  expect(await said("title: 𝗕𝗶𝗹𝗮𝗻 𝗱𝗲 𝗹’𝗮𝗻𝗻𝗲́𝗲, 𝟮 équipes")).toEqual([
    [2, 8, "garbled-text", "warn", 'title: "Bilan de l’année, 𝟮 équipes"'],
  ]);
  expect(await said("description: La constante 𝑘 du modèle.")).toEqual([]);
});
