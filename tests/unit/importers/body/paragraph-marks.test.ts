import { describe, expect, it } from "vitest";
import { withParagraphsApart } from "../../../../src/importers/body/paragraph-marks.ts";

describe("attributes between two lines of text", () => {
  it.each([
    ["**Un**\n{: .centre}\n**Deux** mots\n", "**Un**\n{: .centre}\n\n**Deux** mots\n", ["{: .centre}"]],
    ["## Un\r\n{: #un}\r\nTexte\r\n", "## Un\n{: #un}\n\nTexte\n", ["{: #un}"]],
    [
      "Un\n{: .a}\n{: .b}\nDeux\n{: .c}\nTrois",
      "Un\n{: .a}\n{: .b}\n\nDeux\n{: .c}\n\nTrois",
      ["{: .b}", "{: .c}"],
    ],
    ["- un\n{: .liste}\nTexte", "- un\n{: .liste}\n\nTexte", ["{: .liste}"]],
  ])("end a paragraph, as in kramdown: %j", (written, body, marks) => {
    expect(withParagraphsApart(written)).toEqual({ body, marks });
  });

  it.each([
    "{: .a}\nUn\n",
    "Un\n\n{: .a}\nDeux\n",
    "Un\n{: .a}\n\nDeux\n",
    "Un\n{: .a}\n",
    "Un\n{: .a}\n- deux\n",
    "Un\n{: .a}\n<p>deux</p>\n",
    "- un\n  {: .a}\n  deux\n",
    "```\nUn\n{: .a}\nDeux\n```\n",
    "Un\n{::comment}\nDeux\n{:/comment}\nTrois\n",
  ])("stay as they are elsewhere: %j", (body) => {
    expect(withParagraphsApart(body)).toEqual({ body, marks: [] });
  });
});
