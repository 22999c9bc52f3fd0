import { expect, it } from "vitest";
import { checkLengths } from "../../../src/checks/lengths.ts";
import { show } from "../../../src/shown-problems.ts";
import { postOf } from "../feeds/samples.ts";

const good = "Une description qui dit de quoi parle cet article, et pour qui.";
const placeOf = (field: string) => ({ file: "a.md", line: field === "title" ? 2 : 3, column: 1 });

it("accepts a title and a description of ordinary length", () => {
  expect(checkLengths([postOf({ description: good })])).toEqual([]);
});

it.each([
  ["a title over 100 characters", { title: "é".repeat(101) }, 2, "length/title"],
  ["no description", { description: "" }, 2, "length/description-missing"],
  ["a description under 50 characters", { description: "Bref." }, 3, "length/description-short"],
  ["a description over 300 characters", { description: "a".repeat(301) }, 3, "length/description-long"],
])("reports %s, with the line", (_, changes, line, key) => {
  expect(checkLengths([postOf({ description: good, placeOf, ...changes })])).toMatchObject([{ key, line }]);
});

it("does not count a combining accent as a character", () => {
  expect(checkLengths([postOf({ description: good, title: "e\u0301".repeat(100) })])).toEqual([]);
});

it.each([
  ["fr", "n’a que 1 caractère ;"],
  ["en", "has only 1 character;"],
] as const)("uses the singular for one character (%s)", (lang, words) => {
  const [one] = show(checkLengths([postOf({ description: "d" })]), { lang });
  expect(one?.message).toContain(words);
});

it("reports a note, which does not prevent publishing", () => {
  const [one] = show(checkLengths([postOf({ description: "Bref." })]), { lang: "fr" });
  expect(one).toMatchObject({
    severity: "note",
    code: "length",
    message: "La description n’a que 5 caractères ; il en faut au moins 50 pour donner envie de lire.",
  });
});
