import { describe, expect, it } from "vitest";
import { codes, problems } from "../support.ts";

describe("an address cut by the end of a line", () => {
  it.each([
    ["le [tableau](http://ateliers-\nexemple.org/outils) a", "1:13", "(http://ateliers-exemple.org/outils)"],
    ["le [tableau\nd’outils](https://e.org/a_\nb)", "2:10", "(https://e.org/a_b)"],
    [
      '> ![Vue](/img/vue-de-la-\n> salle-large.jpg "Titre" )',
      "1:9",
      '(/img/vue-de-la-salle-large.jpg "Titre")',
    ],
    [
      "[![Vue](/img/a.jpg)](http://ateliers-\nexemple.org/a.jpg)",
      "1:21",
      "(http://ateliers-exemple.org/a.jpg)",
    ],
    ["- [a](https://e.org/une-\n  tres-longue-\n  page)", "1:6", "(https://e.org/une-tres-longue-page)"],
    ["[a](https://e.org\n/une/page)", "1:4", "(https://e.org/une/page)"],
    ['[a](https://e.org/a-\nb "Un\n titre") c', "1:4", '(https://e.org/a-b "Un titre")'],
    ["[a](https://e.org/a-\nb) et [c](/d/).", "1:4", "(https://e.org/a-b)"],
  ])("is given on one line: %j", (body, place, fix) => {
    expect(codes(body)).toEqual([`${place} literal-link`]);
    expect(problems(body)[0]?.hint).toBe(`Écrivez l’adresse sur une seule ligne : \`${fix}\``);
  });

  it.each([
    ["[a](https://e.org/a-b\nsuite", "il manque la parenthèse"],
    ["(voir [a](https://e.org/a\nmerci)", "il manque la parenthèse"],
    ["[a](https://e.org/a-\nb c)", "il manque la parenthèse"],
  ])("is not what %j has", (body, words) => {
    expect(problems(body).map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  });

  it.each(["`[a](https://e.org/a-\nb)`", "\\[a\\](https://e.org/a-\nb)", '[a](https://e.org/a-\n"b")'])(
    "is not searched for in %j",
    (body) => {
      expect(codes(body)).toEqual([]);
    },
  );
});
