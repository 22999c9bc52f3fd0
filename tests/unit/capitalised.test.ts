import { expect, it } from "vitest";
import { capitalised } from "../../src/capitalised.ts";

it("changes the first letter only", () => {
  expect(["élu·e DINUM", "l’État", ""].map(capitalised)).toEqual(["Élu·e DINUM", "L’État", ""]);
});
