import { describe, expect, it } from "vitest";
import { columnsOf, fit } from "../../../src/cli/columns.ts";

describe("a text in a terminal", () => {
  it.each([
    ["L’été à Brest : 12\u202f%", 20],
    ["e\u0301te\u0301", 3],
    ["計画", 4],
    ["👩‍🚀", 2],
    ["Привет", 6],
    ["", 0],
  ])("takes the columns that it shows: %s", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it.each([
    ["Brest", 7, "Brest  "],
    ["Brest", 5, "Brest"],
    ["Brest", 4, "Bre…"],
    ["Un été", 4, "Un… "],
    ["計画書", 4, "計… "],
    ["e\u0301te\u0301s", 3, "e\u0301t…"],
    ["👩‍🚀 ensemble", 3, "👩‍🚀…"],
  ])("fits %s into %i columns without cutting a character in two", (text, columns, fitted) => {
    expect(fit(text, columns)).toBe(fitted);
    expect(columnsOf(fitted)).toBe(columns);
  });
});
