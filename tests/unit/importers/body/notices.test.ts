// Tests the conversion of themes' boxes, which their classes identify.
import { describe, expect, it } from "vitest";
import { withCallouts } from "../../../../src/importers/body/notices.ts";

describe("a box of the old theme", () => {
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
    ["after code", "```\nUn.\n```\n\nDeux.\n{: .note}", "```\nUn.\n```\n\n> [!NOTE]\n> Deux."],
    [
      "after words between accents",
      "```code``` de.\n\nDeux.\n{: .note}",
      "```code``` de.\n\n> [!NOTE]\n> Deux.",
    ],
    [
      "after tildes that hold accents",
      "~~~ a`b\nUn.\n~~~ \n\nDeux.\n{: .note}",
      "~~~ a`b\nUn.\n~~~ \n\n> [!NOTE]\n> Deux.",
    ],
    [
      "of HTML between words",
      'Avant.\n<p class="note">Un.</p>\nAprès.',
      "Avant.\n\n> [!NOTE]\n> Un.\n\nAprès.",
    ],
    [
      "of Hugo in a quotation",
      "> > [!Tip]+ Un titre \n> > Un.",
      "> > [!TIP]\n> > **Un titre**\n> >\n> > Un.",
    ],
    ["of Hugo, a note with a name", "> [!NOTE] Un titre\n> Un.", "> [!NOTE]\n> **Un titre**\n>\n> Un."],
    ["of Hugo, with a name", "> [!warning]- Un titre\n> Un.", "> [!WARNING]\n> **Un titre**\n>\n> Un."],
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
    ["a class that only begins so", "Un.\n{: .notebook}"],
    ["code", "```\n\nUn.\n{: .note}\n\n```"],
    ["code in tildes", "~~~\n```\n\nUn.\n{: .note}\n\n~~~"],
    ["code in longer fences", "````\n```\n\nUn.\n{: .note}\n\n````"],
    ["code that shows a fence with a language", "```\n```md\n\nUn.\n{: .note}\n\n```"],
    ["a callout with a name in code", "```\n> [!warning] Un titre\n```"],
    ["a box that opens and closes as details do", "> [!details] Un titre\n> Un."],
    ["a heading", "## Un\n{: .note}"],
    ["a table", "| a |\n|---|\n| b |\n{: .note}"],
    ["nothing beside it", "Un.\n\n{: .note}\n\nDeux."],
    ["a callout already", "> [!TIP]\n> Un.\n{: .note}"],
    ["a tag that is not closed", '<div class="note">\nUn.'],
    ["words after its end", '<div class="note">Un.</div> Deux.'],
    ["a callout of another kind", "> [!abstract] Un titre\n> Un."],
    ["an empty box", '<div class="alert"></div>'],
  ])("stays unchanged: %s", (_, body) => {
    expect(withCallouts(body)).toEqual({ body, notices: [] });
  });
});
