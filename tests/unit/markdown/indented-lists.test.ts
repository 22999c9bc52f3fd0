// Tests the warnings about items of a list that continue the line of text above them.
import { describe, expect, it } from "vitest";
import { codes, problems } from "./support.ts";

const hint = (body: string): string | undefined => problems(body)[0]?.hint;

describe("a list indented by four spaces under a line of text", () => {
  it.each([
    [
      "bullets",
      "Voici :\n    - un\n    - deux",
      "2:5",
      "Commencez la ligne par le signe, et de même pour l’autre.",
    ],
    ["after a tab", "Voici :\n\t* un\n\t* deux\n\t* trois", "2:2", "et de même pour les autres."],
    ["numbers", "Voici :\n     1. un\n     2. deux", "2:6", "Commencez la ligne par le signe"],
    ["a single item", "Voici **ceci** :\n    - `un` mot", "2:5", "Commencez la ligne par le signe."],
    ["in a quotation", "> Voici :\n>     - un", "2:7", "Commencez la ligne par le signe."],
    ["in an item", "- a\n      - b\n- c", "2:7", "Placez 2 espaces devant le signe."],
    [
      "in the second paragraph of an item",
      "1. a\n\n   b :\n       - c",
      "4:8",
      "Placez 3 espaces devant le signe.",
    ],
  ])("is reported: %s", (_title, body, place, wanted) => {
    expect(codes(body)).toEqual([`${place} literal-list`]);
    expect(hint(body)).toContain(wanted);
  });

  it.each([
    ["a list", "Voici :\n   - un\n   - deux"],
    ["a list in a list", "- a\n    - b\n    - c"],
    ["temperatures", "Il gèle :\n    - 20 °C ce matin"],
    ["the middle of a sentence", "Le tarif est de\n    12. décembre compris"],
    ["code", "Voici `a\n    - b`"],
    ["an escaped sign", "Voici\n    \\- b"],
  ])("is not seen in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});
