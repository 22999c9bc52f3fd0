// Boxes of themes, by the classes that make them.
import { describe, expect, it } from "vitest";
import { withCallouts } from "../../../../src/importers/body/notices.ts";

describe("a box of the old theme is a callout", () => {
  it.each([
    [
      "above its paragraph",
      "Avant.\n\n{: .notice--warning}\nUn.\nDeux.\n\nAprès.",
      "Avant.\n\n> [!WARNING]\n> Un.\n> Deux.\n\nAprès.",
    ],
    ["below it", "Un.\nDeux.\n{: .notice}\nAprès.", "> [!NOTE]\n> Un.\n> Deux.\n\nAprès."],
    ["around a quotation", "> Un.\n>\n> Deux.\n{: .prompt-tip }", "> [!TIP]\n> Un.\n>\n> Deux."],
    ["around a list", "- un\n- deux\n{: .important}", "> [!IMPORTANT]\n> - un\n> - deux"],
    ["of Eleventy's plugin", "Un.\n{.alert .alert-danger}", "> [!CAUTION]\n> Un."],
    [
      "of HTML with Markdown",
      '<div class="notice--success" markdown="1">\n#### À retenir\n\n- un\n</div>',
      "> [!TIP]\n> **À retenir**\n>\n> - un",
    ],
    [
      "of HTML, on one line",
      '<p class="alert alert-info" role="alert">Un <b>mot</b>.</p>',
      "> [!NOTE]\n> Un <b>mot</b>.",
    ],
    [
      "of HTML, set in",
      "<aside class='callout'>\n    Un.\n\n    Deux.\n</aside>\nAprès.",
      "> [!NOTE]\n> Un.\n>\n> Deux.\n\nAprès.",
    ],
    [
      "of HTML with others in it",
      '<div class="note"><div>un</div>\n<div>deux</div></div>',
      "> [!NOTE]\n> <div>un</div>\n> <div>deux</div>",
    ],
    ["of Hugo, with a name", "> [!warning]- Un titre\n> Un.", "> [!WARNING]\n> **Un titre**\n>\n> Un."],
  ])("%s", (_, before, after) => {
    expect(withCallouts(before).body).toBe(after);
  });

  it("says which line it was", () => {
    expect(withCallouts("a\n\nUn.\n{: .note}\n").notices).toEqual([
      { line: 3, from: "{: .note}", to: "> [!NOTE]\n> Un." },
    ]);
  });

  it.each([
    ["another class", "Un.\n{: .small}"],
    ["a class that only begins so", "Un.\n{: .notebook}"],
    ["code", "```\nUn.\n{: .note}\n```"],
    ["a heading", "## Un\n{: .note}"],
    ["a table", "| a |\n|---|\n| b |\n{: .note}"],
    ["nothing beside it", "Un.\n\n{: .note}\n\nDeux."],
    ["a callout already", "> [!TIP]\n> Un.\n{: .note}"],
    ["a tag that is not closed", '<div class="note">\nUn.'],
    ["words after its end", '<div class="note">Un.</div> Deux.'],
    ["a callout of another kind", "> [!abstract] Un titre\n> Un."],
    ["an empty box", '<div class="alert"></div>'],
  ])("but %s stays", (_, body) => {
    expect(withCallouts(body)).toEqual({ body, notices: [] });
  });
});
