import { describe, expect, it } from "vitest";
import { widthAttribute } from "../../../src/markdown/wanted-size.ts";
import { codes, html, knownPicture, problems, type Setting } from "./support.ts";

/** Every address names a photo of 1600 × 1200, or a drawing of 40 × 20. */
const pictures: Setting = {
  picture: (src) => ({
    found: true,
    picture: src.endsWith(".svg")
      ? knownPicture(`/${src}`, { width: 40, height: 20 })
      : knownPicture(`/${src}`, { format: "jpg", width: 1600, height: 1200 }),
  }),
};
const shown = (body: string): string => html(body, pictures);
const sizeOf = (body: string): string | undefined =>
  /<img[^>]*? width="(\d+)" height="(\d+)"/.exec(shown(body))?.slice(1).join(" × ");

describe("the size that an author gives a picture", () => {
  it.each([
    ["in pixels", 'width="200"', "200 × 150"],
    ["with a unit", 'width="200px"', "200 × 150"],
    ["as a share of the column", "width=50%", "320 × 240"],
    ["as a height", "height=90", "120 × 90"],
    ["as a box, whose proportions are not those of the picture", "width=200 height=75", "100 × 75"],
  ])("is that in which it is shown, %s", (_title, size, expected) => {
    expect(sizeOf(`![Logo](a.jpg){${size}}`)).toBe(expected);
    expect(sizeOf(`<img src="a.jpg" alt="Logo" ${size}>`)).toBe(expected);
    expect(sizeOf(`Avant <img src="a.jpg" alt="Logo" ${size}> et après.`)).toBe(expected);
  });

  it.each([
    ["that of the column, or more", "width=640"],
    ["all of it", 'width="100%" height="auto"'],
    ["that of a sheet of paper", 'width="2.5in"'],
    ["nothing", 'width="0" height="0"'],
  ])("changes nothing if it is %s", (_title, size) => {
    expect(sizeOf(`![Logo](a.jpg){${size}}`)).toBe("1280 × 960");
    expect(sizeOf(`<img src="a.jpg" alt="Logo" ${size}>`)).toBe("1280 × 960");
  });

  it("may be in its style", () => {
    expect(sizeOf('<img src="a.jpg" alt="Logo" style="width: 25%; height: auto" width="500">')).toBe(
      "160 × 120",
    );
    expect(codes('<img src="a.jpg" alt="Logo" style="width:25%">', pictures)).toEqual([]);
  });

  it("enlarges a drawing, and no photo", () => {
    expect(sizeOf('<img src="a.svg" alt="Logo" width="200">')).toBe("200 × 100");
    const small: Setting = {
      picture: (src) => ({
        found: true,
        picture: knownPicture(`/${src}`, { format: "jpg", width: 90, height: 60 }),
      }),
    };
    expect(html("![Logo](a.jpg){width=200}", small)).toContain('width="90" height="60"');
  });

  it("is told to browsers, which choose the file", () => {
    expect(shown("![Logo](a.jpg){width=200}")).toContain('sizes="(min-width: 218px) 200px, 92vw"');
  });

  it("stays with a link, a title, a class and a caption", () => {
    const text = shown('[![Logo](a.jpg "Le logo"){width=200 .rond}](/a/)\n_La légende_');
    expect(text).toContain('title="Le logo" class="rond" width="200" height="150"');
    expect(text).toContain("<figcaption>La légende</figcaption>");
  });

  it.each([
    ["a space before it", "![Logo](a.jpg) {width=200}"],
    ["its own line", '![Logo](a.jpg)\n{: width="200"}'],
    ["a caption after it", "![Logo](a.jpg) {width=200}\n_La légende_"],
    ["the link around the picture before it", "Avant [![Logo](a.jpg)](/a/){width=200} et après."],
    ["a row around it", "| a | b |\n| --- | --- |\n| ![Logo](a.jpg){width=200} | texte |"],
    ["a footnote around it", "Un mot[^1].\n\n[^1]: ![Logo](a.jpg){width=200}"],
    ["a unit in French, after a space", "![Logo](a.jpg){width=31.25 %}"],
    ["the same in quotation marks", '![Logo](a.jpg){width="31.25\u00a0%"}'],
    ["single quotation marks", "![Logo](a.jpg){width='200'}"],
    ["the style that kramdown has", '![Logo](a.jpg){: style="width: 200px"}'],
  ])("is understood with %s", (_title, body) => {
    expect(sizeOf(body)).toBe("200 × 150");
    expect(shown(body)).not.toContain("{");
    expect(codes(body, pictures)).toEqual([]);
  });

  it.each([" {width: 200px}", "{: width = 200}", '{ largeur="200" }', "{w=200}", "{width=200 px}"])(
    "is told how to be written, instead of %s",
    (typed) => {
      const [told, ...others] = problems(`![Logo](a.jpg)${typed}`, pictures);
      expect(told?.code).toBe("literal-markup");
      expect(told?.hint).toContain("`{width=200}`");
      expect(others).toEqual([]);
      expect(problems(`[![Logo](a.jpg)](/a/)${typed}`, pictures)[0]?.hint).toBe(told?.hint);
    },
  );

  it("of another notation is written without spaces", () => {
    expect(widthAttribute(" 200 px")).toBe("{width=200px}");
    expect(widthAttribute("50 %")).toBe("{width=50%}");
    expect(widthAttribute("100 %")).toBe("");
  });

  it("keeps pictures out of rows", () => {
    expect(shown("![Un](a.jpg){width=200} ![Deux](b.jpg){width=200}")).not.toContain("picture-row");
  });
});
