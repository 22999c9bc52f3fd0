import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cardName, drawCard } from "../../../src/images/card.ts";
import { rasterize } from "../../../src/images/derive.ts";
import { breakLines } from "../../../src/images/lines.ts";
import { loadTypeface } from "../../../src/images/typeface.ts";

/** As if each character were one wide. */
const broken = (text: string, most: number, lines = 9): string[] =>
  breakLines(text, { most, lines, width: (part) => part.length }).lines;

describe("lines", () => {
  it("break at spaces, and not at no-break spaces", () => {
    expect(broken("Où en sont les projets\u00a0?", 11)).toEqual(["Où en sont", "les", "projets\u00a0?"]);
  });

  it("end with an ellipsis at a word where there is more", () => {
    expect(broken("un deux, trois quatre", 9, 1)).toEqual(["un deux…"]);
    expect(broken("un deux trois quatre", 8, 2)).toEqual(["un deux", "trois…"]);
  });

  it("cut a word that no line can hold", () => {
    expect(broken("anticonstitutionnellement", 10)).toEqual(["anticonsti", "tutionnell", "ement"]);
    expect(broken("a".repeat(5000), 10, 3).length).toBe(3);
  });
});

describe("a social card", () => {
  const card = { title: "Bilan à mi-parcours", site: "Carnet", date: "2 mars 2026" };

  it("has a name that its words decide", () => {
    expect(cardName(card)).toBe(cardName({ ...card }));
    expect(cardName({ ...card, title: "Bilan" })).not.toBe(cardName(card));
    expect(cardName({ title: "a", site: "b" })).not.toBe(cardName({ title: "b", site: "a" }));
  });

  it("is a JPEG of 1200 × 630, the same each time", async () => {
    const face = await loadTypeface();
    const bytes = await rasterize(drawCard(card, face));
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });
    expect(bytes.equals(await rasterize(drawCard(card, await loadTypeface())))).toBe(true);
  });

  it("writes nothing but outlines, whatever the title says", async () => {
    const svg = drawCard({ ...card, title: '<script>alert("x")</script> & \'' }, await loadTypeface());
    expect(svg).not.toMatch(/<(?!\/?(?:svg|path)\b)/);
    expect(svg).not.toContain("alert");
  });

  it("leaves out a title in another alphabet, and signs that only decorate", async () => {
    const face = await loadTypeface();
    expect(drawCard({ ...card, title: "مرحبا" }, face)).toBe(drawCard({ ...card, title: "你好" }, face));
    expect(drawCard({ ...card, title: "Bilan 🎉" }, face)).toBe(drawCard({ ...card, title: "Bilan" }, face));
    expect(drawCard({ ...card, title: "Łódź" }, face)).not.toBe(drawCard({ ...card, title: "مرحبا" }, face));
  });

  it("shrinks a long title, then ends it", async () => {
    const face = await loadTypeface();
    const long = "Un titre qui ne finit pas ".repeat(40);
    expect(drawCard({ ...card, title: long }, face)).toBe(drawCard({ ...card, title: long + long }, face));
  });
});
