import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cardName, type Card } from "../../../src/images/card.ts";
import { cardPainter } from "../../../src/images/draw-card.ts";
import { breakLines } from "../../../src/images/lines.ts";
import { loadTypeface } from "../../../src/images/typeface.ts";

/** Counts each character as one unit wide. */
const broken = (text: string, most: number, lines = 9): string[] =>
  breakLines(text, { most, lines, width: (part) => part.length }).lines;

describe("lines", () => {
  it("break at spaces, not at no-break spaces", () => {
    expect(broken("Où en sont les projets\u00a0?", 11)).toEqual(["Où en sont", "les", "projets\u00a0?"]);
  });

  it("end with an ellipsis after a whole word if text is left over", () => {
    expect(broken("un deux, trois quatre", 9, 1)).toEqual(["un deux…"]);
    expect(broken("un deux trois quatre", 8, 2)).toEqual(["un deux", "trois…"]);
  });

  it("split a word that is longer than a line", () => {
    expect(broken("anticonstitutionnellement", 10)).toEqual(["anticonsti", "tutionnell", "ement"]);
    expect(broken("a".repeat(5000), 10, 3).length).toBe(3);
  });
});

describe("a social card", () => {
  const card = { title: "Bilan à mi-parcours", site: "Carnet", date: "2 mars 2026" };

  it("has a name derived from its words", () => {
    expect(cardName(card)).toBe(cardName({ ...card }));
    expect(cardName({ ...card, title: "Bilan" })).not.toBe(cardName(card));
    expect(cardName({ title: "a", site: "b" })).not.toBe(cardName({ title: "b", site: "a" }));
  });

  const painted = async (): Promise<(card: Card) => Buffer> => cardPainter(await loadTypeface());

  it("is a PNG of 1200 × 630, always the same bytes, under 40 kB", async () => {
    const paint = await painted();
    const bytes = paint(card);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "png" });
    paint({ ...card, title: "Un autre titre, bien plus long que le premier" });
    expect(paint(card)).toEqual(bytes);
    expect((await painted())(card)).toEqual(bytes);
    expect(bytes.length).toBeLessThan(40_000);
  });

  it("has the colours of a notebook page, with antialiased text in ink", async () => {
    const { data } = await sharp((await painted())(card))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colours = new Map<string, number>();
    for (let i = 0; i < data.length; i += 3) {
      const colour = data.toString("hex", i, i + 3);
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const count = (colour: string): number => colours.get(colour) ?? 0;
    // Paper, rule, margin, spine; title, site, date.
    expect(count("fffdf9")).toBeGreaterThan(600_000);
    expect(count("e3deef")).toBeGreaterThan(12_000);
    expect(count("e0a0a6")).toBe(4 * 630);
    expect(count("55269b")).toBeGreaterThan(24 * 630 + 200);
    expect(count("221d2c")).toBeGreaterThan(5000);
    expect(count("5c5468")).toBeGreaterThan(200);
    expect(colours.size).toBeGreaterThan(80);
  });

  it("omits a title that has a character the font lacks", async () => {
    const paint = await painted();
    const none = paint({ ...card, title: "" });
    for (const title of ["مرحبا", "你好", "Bilan 你", "Bilan g\u0303", "10 ‰ en Bretagne", "a ≠ b"])
      expect(paint({ ...card, title }), title).toEqual(none);
    for (const title of ["Łódź", "Été ©2026 ®", "Ô Œuvre ! ½ 20 € « ça »"])
      expect(paint({ ...card, title }), title).not.toEqual(none);
  });

  it.each([
    ["Bilan 🎉", "Bilan"],
    ["Le 🇫🇷 bilan ✓ ★", "Le bilan"],
    ["👍🏽 Bilan ❤️", "Bilan"],
    ["1️⃣ Bilan", "1 Bilan"],
    ["Bilan\u2028de\u2060 l’an\u00adnée", "Bilan de l’année"],
    ["De Git → GitHub", "De Git – GitHub"],
    ["Carnet №\u202f5", "Carnet No\u00a05"],
    ["g\u0301eo", "\u01f5eo"],
    ["Compte-rendu", "Compte\u2011rendu"],
  ])("drops decorative signs, and replaces others: %s", async (title, same) => {
    const paint = await painted();
    expect(paint({ ...card, title })).toEqual(paint({ ...card, title: same }));
  });

  it("draws a sign that the font has", async () => {
    const paint = await painted();
    expect(paint({ ...card, title: "Carnet™" })).not.toEqual(paint({ ...card, title: "Carnet" }));
  });

  it("cuts off a title that is too long", async () => {
    const paint = await painted();
    const long = "Un titre qui ne finit pas ".repeat(40);
    expect(paint({ ...card, title: long })).toEqual(paint({ ...card, title: long + long }));
  });
});
