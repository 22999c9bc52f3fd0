import { describe, expect, it } from "vitest";
import { codes, html, knownPicture, type Setting } from "./support.ts";

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

  it("keeps pictures out of rows", () => {
    expect(shown("![Un](a.jpg){width=200} ![Deux](b.jpg){width=200}")).not.toContain("picture-row");
  });
});
