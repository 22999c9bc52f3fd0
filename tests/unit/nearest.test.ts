import { expect, it } from "vitest";
import { nearest } from "../../src/nearest.ts";

it.each([
  ["autor", ["title", "author"], "author"],
  ["AUTHOR", ["author"], "author"],
  ["dtae", ["data", "date"], "date"],
  ["dxae", ["date"], undefined],
  ["tagss", ["tages", "tags"], "tages"],
  ["summarry", ["description", "summary"], "summary"],
  ["title", ["table", "date"], "table"],
])("takes %s among %j for %s", (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

it("looks as far as it is told to", () => {
  expect(nearest("dxae", ["date"], 2)).toBe("date");
});
