import { describe, expect, it } from "vitest";
import { html, knownPicture, render, type Setting } from "./support.ts";

const PHOTO = { format: "jpg", width: 900, height: 600 } as const;

/** A site where every address names a photo of 900 × 600. */
const photos: Setting = {
  picture: (src) => ({ found: true, picture: knownPicture(`/${src}`, PHOTO) }),
};
const covered = (body: string): ReturnType<typeof render> =>
  render(body, { ...photos, source: { cover: "public/pont.jpg" } });

describe("a photo", () => {
  it("is offered in each format and size, under the base path, with its dimensions", () => {
    const name = "/blog/pictures/a-0123456789ab";
    const source = (format: string): string =>
      `<source type="image/${format}" srcset="${name}-672.${format} 672w, ${name}-900.${format} 900w" sizes="(min-width: 44rem) 40rem, 92vw">`;
    expect(html("![La salle](a.jpg)", { ...photos, run: { basePath: "/blog/" } })).toBe(
      `<p><picture>${source("webp")}` +
        `<img src="${name}-900.jpg" alt="La salle" width="900" height="600" fetchpriority="high" decoding="async"></picture></p>`,
    );
  });

  it("is listed once, by its source", () => {
    expect(render("![Un](a.jpg) ![Un](a.jpg) ![Deux](b.jpg)", photos).pictures).toEqual([
      "public/a.jpg",
      "public/b.jpg",
    ]);
  });
});

describe("the cover repeated as the first picture of the text", () => {
  it("is left out if it is alone, and provides its alternative text", () => {
    const { html: text, cover, pictures } = covered("Début.\n\n![Le pont](pont.jpg)\n\n![Deux](b.jpg)");
    expect(text.trim()).toMatch(/^<p>Début.<\/p>\s+<p><picture>.*<\/picture><\/p>$/);
    expect(text).not.toContain("pont");
    expect(cover).toEqual({ kept: false, alt: "Le pont" });
    expect(pictures).toEqual(["public/b.jpg"]);
    expect(text).toContain('loading="lazy"');
  });

  it.each([
    ["in a link", "[![Le pont](pont.jpg)](/album/)"],
    ["in a sentence", "Voici ![Le pont](pont.jpg)."],
    ["in a quotation", "> ![Le pont](pont.jpg)"],
    ["in raw HTML", "<img src=pont.jpg alt='Le pont'>"],
    ["with a caption", "![Le pont](pont.jpg)\n*Le pont en mai*"],
  ])("stays %s, and is loaded first", (_, body) => {
    const { html: text, cover } = covered(body);
    expect(cover).toEqual({ kept: true });
    expect(text).toMatch(/pont-.*fetchpriority="high"/);
  });

  it("takes a credit from its own caption only", () => {
    expect(covered("![Le pont](pont.jpg)\n*Le pont © Jo*").cover).toEqual({ kept: true, credited: true });
    const body = "![Le pont](pont.jpg)\n*Le pont*\n\n![Deux](b.jpg)\n*Deux © Jo*";
    expect(covered(body).cover).toEqual({ kept: true });
  });
});

it("a film's poster is made smaller like the pictures of the text, and its file is not published for it", () => {
  const {
    html: shown,
    pictures,
    references,
  } = render('<video src="/f.mp4" poster="p.jpg" muted></video>', photos);
  expect(shown).toContain('poster="/pictures/p-0123456789ab-900.jpg"');
  expect(pictures).toHaveLength(1);
  expect(references.map(({ href }) => href)).toEqual(["/f.mp4"]);
});
