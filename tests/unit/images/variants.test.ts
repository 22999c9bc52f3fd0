import { describe, expect, it } from "vitest";
import { variantsOf, viewOf, type Use } from "../../../src/images/variants.ts";
import { knownPicture } from "../markdown/support.ts";

type Facts = NonNullable<Parameters<typeof knownPicture>[1]>;

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
it("derivatives are named after the file, its bytes and the size", () => {
  expect(names("content")[0]).toBe("ete-a-l-oeuvre-0123456789ab-672.webp");
  expect(names("thumb")[0]).toBe("ete-a-l-oeuvre-0123456789ab-176x110.webp");
});

it.each<[use: Use, facts: Facts, sizes: string]>([
  ["content", {}, "672x504 768x576 1024x768 1280x960"],
  ["cover", {}, "672x504 768x576 1024x768 1280x960 1728x1296"],
  ["card", {}, "352x220 704x440 1056x660"],
  ["thumb", {}, "176x110 352x220"],
  ["portrait", {}, "160x160 256x256"],
  ["share", {}, "1200x630"],
  // Never larger than the picture.
  ["content", { width: 300, height: 200 }, "300x200"],
  ["content", { width: 900, height: 450 }, "672x336 900x450"],
  ["card", { width: 500, height: 300 }, "352x220 480x300"],
  ["portrait", { width: 300, height: 200 }, "160x160 200x200"],
  ["portrait", { width: 90, height: 120 }, "90x90"],
  // More than a quarter would be lost, with words, perhaps.
  ["thumb", { width: 4000, height: 1000 }, "176x44 352x88"],
  ["card", { width: 300, height: 400 }, "300x400"],
  // WebP's maximum height.
  ["content", { width: 1000, height: 40_000 }, "400x16000"],
])("the sizes for %s of a picture with %j are %s", (use, facts, expected) => {
  const sizes = variantsOf(photo(facts), use).map(
    ({ width, height }) => `${String(width)}x${String(height)}`,
  );
  expect([...new Set(sizes)].join(" ")).toBe(expected);
});

it.each<[facts: Facts, formats: string]>([
  [{}, "webp webp webp webp jpg"],
  [{ format: "png" }, "webp webp webp webp jpg"],
  // A drawing of few colours.
  [{ format: "png", bytes: 20_000 }, "webp webp webp webp png"],
  [{ format: "webp" }, "webp webp webp webp"],
  [{ format: "gif", animated: true }, "webp gif"],
  [{ format: "svg" }, ""],
  [{ format: "ico" }, ""],
])("the formats of a picture with %j in a text are %s", (facts, formats) => {
  expect(
    names("content", facts)
      .map((name) => name.split(".")[1])
      .join(" "),
  ).toBe(formats);
});

it("an animation moves in texts, but not in cards and portraits", () => {
  const moving = photo({ format: "gif", animated: true, width: 600, height: 400 });
  const uses = ["content", "card", "portrait"] as const;
  const animated = uses.map((use) => variantsOf(moving, use).some((one) => one.animated));
  expect(animated).toEqual([true, false, false]);
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
