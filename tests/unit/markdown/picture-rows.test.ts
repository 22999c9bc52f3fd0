import { describe, expect, it } from "vitest";
import { feedContent } from "../../../src/feeds/content.ts";
import { rowLengths } from "../../../src/markdown/picture-rows.ts";
import { html, knownPicture, type Setting } from "./support.ts";

/** Every address names a photo of the size that it says: `a-1600x1200.jpg`. */
const photos: Setting = {
  picture: (src) => {
    if (src.startsWith("absente")) return { found: false, problem: { kind: "missing" } };
    const [, width, height] = /(\d+)x(\d+)/.exec(src)?.map(Number) ?? [];
    const picture = knownPicture(`/${src}`, { format: "jpg" });
    delete picture.facts.width;
    delete picture.facts.height;
    if (width !== undefined && height !== undefined) Object.assign(picture.facts, { width, height });
    return { found: true, picture };
  },
};

const ROW = '<span class="picture-row">';
const rows = (body: string, setting = photos): number => html(body, setting).split(ROW).length - 1;
const pictures = (...sizes: string[]): string =>
  sizes.map((size, i) => `![Photo ${String(i)}](${String(i)}-${size}.jpg)`).join(" ");

const sizesOf = (text: string): string[] =>
  [...text.matchAll(/<img[^>]*? width="(\d+)" height="(\d+)"/g)].map(([, w = "", h = ""]) => `${w}x${h}`);

describe("the pictures of a paragraph", () => {
  it("have one height in each row, that of the lowest, and their proportions", () => {
    const text = html(pictures("1600x1200", "1200x1600"), photos);
    expect(sizesOf(text)).toEqual(["1280x960", "720x960"]);
  });

  it("are offered at their share of the column", () => {
    const text = html(pictures("1600x1200", "1200x1600"), photos);
    const [large = "", small = ""] = text.split("</picture>");
    expect(large).toContain('sizes="(min-width: 44rem) 25.6rem, 59vw"');
    expect(small).toContain('sizes="(min-width: 44rem) 14.4rem, 34vw"');
    expect(small.match(/ \d+w/g)).toEqual([" 352w", " 672w", " 1024w"]);
  });

  it.each([
    ["on lines of their own", "![a](a-800x600.jpg)\n![b](b-800x600.jpg)", 1],
    ["with hard breaks and no-break spaces", "![a](a-800x600.jpg)  \n\u00a0![b](b-800x600.jpg)", 1],
    ["in links", "[![a](a-800x600.jpg)](/a/) [![b](b-800x600.jpg)](/b/)", 1],
    ["by labels", "![a][a] ![b][b]\n\n[a]: a-800x600.jpg\n[b]: b-800x600.jpg", 1],
    ["with an id", "![a](a-800x600.jpg) ![b](b-800x600.jpg)\n{#photos}", 1],
    ["one of them decorative", "![a](a-800x600.jpg) ![](b-800x600.jpg){.decorative}", 1],
    ["in a callout", "> [!NOTE]\n> ![a](a-800x600.jpg) ![b](b-800x600.jpg)", 1],
  ])("are in rows %s", (_title, body, expected) => {
    expect(rows(body)).toBe(expected);
  });

  it.each([
    ["in a sentence", "Voici ![a](a-800x600.jpg) ![b](b-800x600.jpg)"],
    ["in a list", "- ![a](a-800x600.jpg) ![b](b-800x600.jpg)"],
    ["in a cell", "| a |\n|---|\n| ![a](a-800x600.jpg) ![b](b-800x600.jpg) |"],
    ["in a note", "x[^1]\n\n[^1]: ![a](a-800x600.jpg) ![b](b-800x600.jpg)"],
    ["that an author wrapped", "<div class=x>\n\n![a](a-800x600.jpg) ![b](b-800x600.jpg)\n\n</div>"],
    ["with a class", "![a](a-800x600.jpg) ![b](b-800x600.jpg)\n{.galerie}"],
    ["one of which has a class", "![a](a-800x600.jpg){.logo} ![b](b-800x600.jpg)"],
    ["with raw HTML", "![a](a-800x600.jpg)<br>![b](b-800x600.jpg)"],
    ["in one link", "[![a](a-800x600.jpg) ![b](b-800x600.jpg)](/a/)"],
    ["beside a link of words", "![a](a-800x600.jpg) [mots](/a/)"],
    ["that fit beside each other as they are", "![a](a-300x100.jpg) ![b](b-300x100.jpg)"],
    ["of which one is an icon", "![a](a-1600x1200.jpg) ![b](b-32x32.jpg)"],
    ["of an unknown size", "![a](a.jpg) ![b](b.jpg)"],
    ["that are missing between two", "![a](a-800x600.jpg) ![b](absente.jpg) ![c](c-800x600.jpg)"],
  ])("are left as they are %s", (_title, body) => {
    const text = html(body, photos);
    expect(text).toContain('alt="a"');
    expect(text).not.toContain("picture-row");
  });

  it("follow one another in a feed, without what only the site's styles use", () => {
    const text = html(pictures("1600x1200", "1200x1600"), photos);
    expect(feedContent(text, { origin: "https://x.org", url: "/a/" })).toMatch(
      /^<p><img src="[^"]+" alt="Photo 0" width="1280" height="960">\n<img src="[^"]+" alt="Photo 1" width="720" height="960"><\/p>$/,
    );
  });
});

const [landscape, square, portrait, phone, logo, panorama] = [4 / 3, 1, 3 / 4, 9 / 19, 3, 4.5];
const times = (count: number, ratio: number): number[] => Array.from({ length: count }, () => ratio);

describe("rows of pictures", () => {
  it.each([
    ["one", [landscape], [1]],
    ["two landscapes", times(2, landscape), [2]],
    ["three landscapes, of which the first leads", times(3, landscape), [1, 2]],
    ["five landscapes of nearly the same size", [1.333, 1.334, 1.332, 1.335, 1.331], [1, 2, 2]],
    ["four landscapes", times(4, landscape), [2, 2]],
    ["three portraits", times(3, portrait), [3]],
    ["seven portraits, evenly", times(7, portrait), [2, 2, 3]],
    ["three squares", times(3, square), [3]],
    ["never more than three, narrow as they may be", times(5, phone), [2, 3]],
    ["a landscape and two portraits", [landscape, portrait, portrait], [3]],
    ["a lone landscape beside a pair that it evens", [landscape, landscape, portrait], [1, 2]],
    ["logos, three in a row", times(6, logo), [3, 3]],
    ["a panorama apart from photos", [landscape, landscape, panorama], [2, 1]],
    ["a banner that a photo bears", [landscape, 2.5], [2]],
    ["none", [], []],
  ])("hold %s", (_title, ratios, expected) => {
    expect(rowLengths(ratios)).toEqual(expected);
  });
});
