// Tests the conversion of themes' boxes, which their classes identify.
import { describe, expect, it } from "vitest";
import { withCallouts } from "../../../../src/importers/body/notices.ts";

describe("a box of the old theme", () => {
  it.each([
    [
      "a class above its paragraph",
      "Avant.\n\n{: .notice--warning}\nUn.\nDeux.\n\nAprès.",
      "Avant.\n\n> [!WARNING]\n> Un.\n> Deux.\n\nAprès.",
    ],
    ["a class below its paragraph", "Un.\nDeux.\n{: .notice}\nAprès.", "> [!NOTE]\n> Un.\n> Deux.\n\nAprès."],
    ["a class below a quotation", "> Un.\n>\n> Deux.\n{: .prompt-tip }", "> [!TIP]\n> Un.\n>\n> Deux."],
    ["a class below a list", "- un\n- deux\n{: .important}", "> [!IMPORTANT]\n> - un\n> - deux"],
    ["a class in the syntax of Eleventy's plugin", "Un.\n{.alert .alert-danger}", "> [!CAUTION]\n> Un."],
    [
      "HTML that contains Markdown",
      '<div class="notice--success" markdown="1">\n#### À retenir\n\n- un\n</div>',
      "> [!TIP]\n> **À retenir**\n>\n> - un",
    ],
    [
      "HTML on one line",
      '<p class="alert alert-info" role="alert">Un <b>mot</b>.</p>',
      "> [!NOTE]\n> Un <b>mot</b>.",
    ],
    [
      "HTML with an indented text",
      "<aside class='callout'>\n    Un.\n\n    Deux.\n</aside>\nAprès.",
      "> [!NOTE]\n> Un.\n>\n> Deux.\n\nAprès.",
    ],
    [
      "HTML with nested elements",
      '<div class="note"><div>un</div>\n<div>deux</div></div>',
      "> [!NOTE]\n> <div>un</div>\n> <div>deux</div>",
    ],
    ["a class after code", "```\nUn.\n```\n\nDeux.\n{: .note}", "```\nUn.\n```\n\n> [!NOTE]\n> Deux."],
    [
      "a class after inline code in three backticks",
      "```code``` de.\n\nDeux.\n{: .note}",
      "```code``` de.\n\n> [!NOTE]\n> Deux.",
    ],
    [
      "a class after code between tildes, with a backtick in its first line",
      "~~~ a`b\nUn.\n~~~ \n\nDeux.\n{: .note}",
      "~~~ a`b\nUn.\n~~~ \n\n> [!NOTE]\n> Deux.",
    ],
    [
      "HTML between lines of text",
      'Avant.\n<p class="note">Un.</p>\nAprès.',
      "Avant.\n\n> [!NOTE]\n> Un.\n\nAprès.",
    ],
    [
      "a Hugo callout in a quotation",
      "> > [!Tip]+ Un titre \n> > Un.",
      "> > [!TIP]\n> > **Un titre**\n> >\n> > Un.",
    ],
    ["a Hugo note with a title", "> [!NOTE] Un titre\n> Un.", "> [!NOTE]\n> **Un titre**\n>\n> Un."],
    [
      "a Hugo callout with a title",
      "> [!warning]- Un titre\n> Un.",
      "> [!WARNING]\n> **Un titre**\n>\n> Un.",
    ],
  ])("becomes a callout: %s", (_, before, after) => {
    expect(withCallouts(before).body).toBe(after);
  });

  it("is listed with its line", () => {
    expect(withCallouts("a\n\nUn.\n{: .note}\n").notices).toEqual([
      { line: 3, from: "{: .note}", to: "> [!NOTE]\n> Un." },
    ]);
  });

  it("is listed with its line if its class comes first, or if it is a titled callout", () => {
    expect(withCallouts("a\n\n{: .note}\nUn.\nDeux.\n\n> [!TIP] Trois").notices).toEqual([
      { line: 2, from: "{: .note}", to: "> [!NOTE]\n> Un.\n> Deux." },
      { line: 6, from: "> [!TIP] Trois", to: "> [!TIP]\n> **Trois**\n>" },
    ]);
  });

  it.each([
    ["the sign of a callout in a sentence", "Un > [!NOTE] signe"],
    ["the sign of a callout outside of a quotation", "[!NOTE] Un signe"],
    ["a class in a sentence", "Un.\nAvec {: .note}"],
    ["words after a class", "Un.\n{: .note} ici"],
    ["another class", "Un.\n{: .small}"],
    ["a class that only begins with a known one", "Un.\n{: .notebook}"],
    ["code", "```\n\nUn.\n{: .note}\n\n```"],
    ["code between tildes", "~~~\n```\n\nUn.\n{: .note}\n\n~~~"],
    ["code in longer fences", "````\n```\n\nUn.\n{: .note}\n\n````"],
    ["code that shows a fence with a language", "```\n```md\n\nUn.\n{: .note}\n\n```"],
    ["a callout with a title in code", "```\n> [!warning] Un titre\n```"],
    ["a collapsible box", "> [!details] Un titre\n> Un."],
    ["a class below a heading", "## Un\n{: .note}"],
    ["a class below a table", "| a |\n|---|\n| b |\n{: .note}"],
    ["a class on its own", "Un.\n\n{: .note}\n\nDeux."],
    ["a class below a callout", "> [!TIP]\n> Un.\n{: .note}"],
    ["a tag that is not closed", '<div class="note">\nUn.'],
    ["HTML followed by text", '<div class="note">Un.</div> Deux.'],
    ["a callout of another kind", "> [!abstract] Un titre\n> Un."],
    ["an empty box", '<div class="alert"></div>'],
  ])("stays unchanged: %s", (_, body) => {
    expect(withCallouts(body)).toEqual({ body, notices: [] });
  });
});
