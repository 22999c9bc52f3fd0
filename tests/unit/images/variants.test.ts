import { describe, expect, it } from "vitest";
import { variantsOf, viewOf, type Use } from "../../../src/images/variants.ts";
import { knownPicture } from "../markdown/support.ts";

type Facts = Parameters<typeof knownPicture>[1];

const photo = (facts: Facts = {}): ReturnType<typeof knownPicture> =>
  knownPicture("/img/Été à l’œuvre.JPG", {
    format: "jpg",
    bytes: 9_000_000,
    width: 4000,
    height: 3000,
    ...facts,
  });

const names = (use: Use, facts: Facts = {}): string[] =>
  variantsOf(photo(facts), use).map(({ name }) => name);
const sizes = (use: Use, facts: Facts = {}): string[] => [
  ...new Set(variantsOf(photo(facts), use).map(({ width, height }) => `${String(width)}x${String(height)}`)),
];

describe("derivatives", () => {
  it("are named after the file, its bytes and the size", () => {
    expect(names("content")[0]).toBe("ete-a-l-oeuvre-0123456789ab-672.webp");
    expect(names("thumb")[0]).toBe("ete-a-l-oeuvre-0123456789ab-176x110.webp");
  });

  it("of a picture in a text have four widths in WebP, and one in the format for browsers without it", () => {
    expect(sizes("content")).toEqual(["672x504", "768x576", "1024x768", "1280x960"]);
    expect(names("content").map((name) => name.split(".")[1])).toEqual([
      ...["webp", "webp", "webp", "webp", "jpg"],
    ]);
  });

  it("are never larger than the picture", () => {
    expect(sizes("content", { width: 300, height: 200 })).toEqual(["300x200"]);
    expect(sizes("content", { width: 900, height: 450 })).toEqual(["672x336", "900x450"]);
    expect(sizes("card", { width: 500, height: 300 })).toEqual(["352x220", "480x300"]);
  });

  it("are cropped for cards, thumbnails and sharing", () => {
    expect(sizes("card")).toEqual(["352x220", "704x440", "1056x660"]);
    expect(sizes("thumb")).toEqual(["176x110", "352x220"]);
    // More than a quarter would be lost, with words, perhaps.
    expect(sizes("thumb", { width: 4000, height: 1000 })).toEqual(["176x44", "352x88"]);
    expect(sizes("card", { width: 300, height: 400 })).toEqual(["300x400"]);
    expect(names("share")).toEqual(["ete-a-l-oeuvre-0123456789ab-1200x630.jpg"]);
  });

  it("of a portrait are squares of two widths, and of no more pixels than the picture has", () => {
    expect(sizes("portrait")).toEqual(["160x160", "256x256"]);
    expect(names("portrait").at(-1)).toBe("ete-a-l-oeuvre-0123456789ab-256x256.jpg");
    expect(sizes("portrait", { width: 300, height: 200 })).toEqual(["160x160", "200x200"]);
    expect(sizes("portrait", { width: 90, height: 120 })).toEqual(["90x90"]);
  });

  it("of a cover are those of a text, and twice as wide as its place", () => {
    expect(sizes("cover")).toEqual(["672x504", "768x576", "1024x768", "1280x960", "1728x1296"]);
  });

  it("fall back to JPEG, to PNG for a drawing of few colours, and to WebP for a WebP file", () => {
    expect(names("content", { format: "png" }).at(-1)).toMatch(/-1280\.jpg$/);
    expect(names("content", { format: "png", bytes: 20_000 }).at(-1)).toMatch(/-1280\.png$/);
    expect(names("content", { format: "webp" }).at(-1)).toMatch(/-1280\.webp$/);
  });

  it("keep an animation in texts, but not in cards and portraits", () => {
    const moving = { format: "gif", animated: true, width: 600, height: 400 } as const;
    expect(variantsOf(photo(moving), "content")).toMatchObject([
      { format: "webp", animated: true, width: 600 },
      { format: "gif", animated: true, width: 600 },
    ]);
    for (const use of ["card", "portrait"] as const)
      expect(variantsOf(photo(moving), use).every(({ animated }) => !animated)).toBe(true);
  });

  it("stay within WebP's maximum height", () => {
    expect(variantsOf(photo({ width: 1000, height: 40_000 }), "content").at(-1)?.height).toBeLessThan(16_383);
  });

  it.each(["svg", "bmp", "ico"] as const)("do not exist for %s", (format) => {
    expect(names("content", { format })).toEqual([]);
  });
});

describe("markup", () => {
  it("lists sizes with the base path, and the fallback without it", () => {
    const view = viewOf(photo({ width: 800, height: 600 }), "content", "/blog");
    expect(view).toEqual({
      src: "/pictures/ete-a-l-oeuvre-0123456789ab-800.jpg",
      width: 800,
      height: 600,
      sources: [
        {
          type: "image/webp",
          srcset: [672, 800]
            .map((w) => `/blog/pictures/ete-a-l-oeuvre-0123456789ab-${String(w)}.webp ${String(w)}w`)
            .join(", "),
        },
      ],
      sizes: "(min-width: 44rem) 40rem, 92vw",
    });
  });

  it("uses the file of a drawing itself", () => {
    const drawing = knownPicture("/img/plan.svg");
    expect(viewOf(drawing, "cover", "")).toMatchObject({ src: "/img/plan.svg", width: 800, sources: [] });
  });
});
