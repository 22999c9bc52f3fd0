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
])("takes %s for %s", (typed, meant) => {
  expect(meantBy(typed, TEXTS)).toBe(meant);
});

it.each(["xylophone", "lien", "accessoires", "de", "", "libres-services"])(
  "has nothing near to %j",
  (typed) => {
    expect(meantBy(typed, TEXTS)).toBe(undefined);
  },
);
