// Tests how containers of markdown-it become callouts and quotations.
import { describe, expect, it } from "vitest";
import { busy } from "../../../support/busy.ts";
import { withContainers } from "../../../../src/importers/body/containers.ts";

describe("a container", () => {
  it.each([
    ["::: warning Gare\nUn.\n:::\nDeux.", "> [!WARNING]\n> **Gare**\n>\n> Un.\n\nDeux."],
    ["Un.\n:::callout\nDeux.\n:::", "Un.\n\n> [!NOTE]\n> Deux."],
    [":::quote\nUn.\n\nDeux.\n:::", "> Un.\n>\n> Deux."],
    [":::: note\nUn.\n::: tip\nDeux.\n:::\n::::", "> [!NOTE]\n> Un.\n>\n> > [!TIP]\n> > Deux."],
  ])("%j becomes %j", (written, meant) => {
    expect(withContainers(written).body).toBe(meant);
  });

  it.each([
    ["of a theme", "::: carte\nUn.\n:::"],
    ["that is not closed", "::: note\nUn."],
    ["in code", "```\n::: note\nUn.\n:::\n```"],
  ])("%s stays", (_, written) => {
    expect(withContainers(written)).toEqual({ body: written, notices: [] });
  });

  it("is read once, however many are around it", () => {
    for (const name of ["carte", "tip"]) {
      const nested = `::: ${name}\n`.repeat(2000) + ":::\n".repeat(2000);
      expect(busy(() => withContainers(nested))).toBeLessThan(1000);
    }
  });
});
