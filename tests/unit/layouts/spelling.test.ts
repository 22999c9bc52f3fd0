import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.ts";

type MeantBy = (typed: string, texts: readonly string[]) => string | undefined;

const file = pathToFileURL(join(packageRoot, "layouts/assets/spelling.js")).href;
const { meantBy } = (await import(file)) as { meantBy: MeantBy };

const TEXTS = [
  "L’accessibilité du logiciel, le développement, un développeur, l’accès.",
  "L’open  data, l’Open-source et 1\u202f234 hôtels-de-ville.",
  "Une évaluation, un logiciel libre, des lieux, deux formations et une formation : la formation.",
];

it.each([
  ["accesibilité", "accessibilité"],
  ["ACESSIBILITE", "accessibilité"],
  ["logicel", "logiciel"],
  ["évalaution", "évaluation"],
  ["dévelopeur", "développeur"],
  ["formtion", "formation"],
  ["formationq", "formation"],
  ["opendata", "open data"],
  ["OPENSOURCE", "Open source"],
  ["1234", "1 234"],
  ["hotelsde", "hôtels de"],
])("corrects %s to %s", (typed, meant) => {
  expect(meantBy(typed, TEXTS)).toBe(meant);
});

it.each(["xylophone", "lien", "accessoires", "de", "", "libres-services"])(
  "finds no correction for %j",
  (typed) => {
    expect(meantBy(typed, TEXTS)).toBe(undefined);
  },
);

it.each([
  ["the nearest, whatever follows it", "formtion", "formation formations formations", "formation"],
  ["the more frequent of two at the same distance, listed first", "pirte", "porte porte parte", "porte"],
  ["the more frequent of two at the same distance, listed last", "pirte", "parte porte porte", "porte"],
  ["the first of two at the same distance that are equally frequent", "pirte", "parte porte", "parte"],
  ["none at distance two from a short word", "pirta", "porte", undefined],
  ["one at distance two from a word of six letters", "pirtas", "portes", "portes"],
  ["none at distance three", "piltas", "portes", undefined],
])("chooses among several words %s", (_, typed, text, meant) => {
  expect(meantBy(typed, [text])).toBe(meant);
});
