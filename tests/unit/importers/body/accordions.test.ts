import { describe, expect, it } from "vitest";
import { withAccordions } from "../../../../src/importers/body/accordions.ts";

describe("accordions of eleventy-dsfr", () => {
  it("become collapsible blocks, without their group", () => {
    const written =
      "Avant\n\n????accordionsgroup\n\n??? Un <titre>\n\nUn **mot**\n\n???\n\n??? Deux\nb\n???\n\n????\n\nAprès";
    const { body, notices } = withAccordions(written);
    expect(body.replace(/\n{2,}/g, "\n\n")).toBe(
      "Avant\n\n<details><summary>Un &lt;titre&gt;</summary>\n\nUn **mot**\n\n</details>\n\n" +
        "<details><summary>Deux</summary>\n\nb\n\n</details>\n\nAprès",
    );
    expect(notices.map(({ line, from }) => [line, from])).toEqual([
      [4, "??? Un <titre>"],
      [10, "??? Deux"],
    ]);
  });

  it.each([
    "??? jamais fermé\n\na",
    "```\n??? Un\na\n???\n```",
    "Quoi ???\n\n???",
    "??? Un\na\n\n??? Deux\n\nb",
  ])("are not seen in %j", (body) => {
    expect(withAccordions(body)).toEqual({ body, notices: [] });
  });
});
