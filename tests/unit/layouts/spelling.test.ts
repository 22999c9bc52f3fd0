import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.ts";

type NearestWord = (typed: string, texts: readonly string[]) => string | undefined;

const file = pathToFileURL(join(packageRoot, "layouts/assets/spelling.js")).href;
const { nearestWord } = (await import(file)) as { nearestWord: NearestWord };

const TEXTS = [
  "L’accessibilité du logiciel, le développement, un développeur, l’accès.",
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
])("takes %s for %s", (typed, meant) => {
  expect(nearestWord(typed, TEXTS)).toBe(meant);
});

it.each(["xylophone", "lien", "accessoires", "de", "", "libres-services"])(
  "has nothing near to %j",
  (typed) => {
    expect(nearestWord(typed, TEXTS)).toBe(undefined);
  },
);
