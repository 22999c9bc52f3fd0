import { describe, expect, it } from "vitest";
import { wordpressBody } from "../../../../src/importers/body/wordpress.ts";
import { busy } from "../../../support/busy.ts";

const IMG = '<img src="/a.jpg" alt="Une salle" />';

describe("a WordPress shortcode", () => {
  it.each([
    [
      "a picture and its caption",
      `[caption id="attachment_12" align="aligncenter" width="300"]<a href="/b.jpg">${IMG}</a> La salle[/caption]`,
      `<figure><a href="/b.jpg">${IMG}</a><figcaption>La salle</figcaption></figure>`,
    ],
    ["a picture without a caption", `[caption width="300"]${IMG}[/caption]`, `<p>${IMG}</p>`],
    [
      "an embedded address",
      "[embed width=400]https://vimeo.com/12345[/embed]",
      "\n\nhttps://vimeo.com/12345\n\n",
    ],
    ["a video by its address", "[youtube=https://youtu.be/abc]", "\n\nhttps://youtu.be/abc\n\n"],
    ["a video by its id", '[vimeo 12345 w="500"]', "\n\nhttps://vimeo.com/12345\n\n"],
    ["the end of an excerpt", "<p>Un.<!--more--></p>", "<p>Un.</p>"],
    [
      "the comments around a block",
      '<!-- wp:image {"id":1} -->\n<p>Un</p>\n<!-- /wp:image -->\n',
      "<p>Un</p>\n",
    ],
  ])("is converted: %s", (_, written, body) => {
    expect(wordpressBody(written, 1)).toMatchObject({ body, unknown: [] });
  });

  it("stays unchanged if it is unknown, and is reported with its line", () => {
    const body = "<p>Un</p>\n\n[gallery ids=\"1,2\"]\n[contact-form-7 id=4 title='x']";
    expect(wordpressBody(body, 10)).toEqual({
      body,
      changes: [],
      unknown: [
        { line: 12, found: '[gallery ids="1,2"]' },
        { line: 13, found: "[contact-form-7 id=4 title='x']" },
      ],
    });
  });

  it("is not confused with other brackets", () => {
    const body = "[caption](/x/) [youtube](https://youtube.com) [voir a=b, c] [1] [sic]";
    expect(wordpressBody(body, 1)).toEqual({ body, changes: [], unknown: [] });
  });

  it("is listed with its line", () => {
    const { changes } = wordpressBody(`<p>Un</p>\n[caption width="9"]${IMG} Ici[/caption]`, 8);
    expect(changes).toMatchObject([{ kind: "figure", line: 9 }]);
  });

  it("is searched for in reasonable time if none is closed", () => {
    const body = '[caption width="9"]<img src="x"> '.repeat(5000);
    expect(busy(() => void wordpressBody(body, 1))).toBeLessThan(5000);
  });
});
