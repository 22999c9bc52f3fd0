import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { CARD, cardName, cardSvg, iconSvg, loadLettering, type Card } from "../../../src/images/card.ts";
import { drawingPng } from "../../../src/images/derive.ts";

const card = { title: "Bilan à mi-parcours", site: "Carnet", date: "2 mars 2026" };
const lettering = await loadLettering();

/** The lines that a card draws. */
function linesOf(one: Card): string[] {
  const lines: string[] = [];
  cardSvg(one, {
    ...lettering,
    draw(text) {
      lines.push(text);
      return "";
    },
  });
  return lines;
}

describe("a social card", () => {
  it("has a name derived from its words", () => {
    expect(cardName(card)).toBe(cardName({ ...card }));
    expect(cardName({ ...card, title: "Bilan" })).not.toBe(cardName(card));
    expect(cardName({ title: "a", site: "b" })).not.toBe(cardName({ title: "b", site: "a" }));
  });

  it("is a PNG of 1200 × 630, always the same bytes, with text in ink on a notebook page", async () => {
    const bytes = await drawingPng(cardSvg(card, lettering));
    expect(await drawingPng(cardSvg(card, await loadLettering()))).toEqual(bytes);
    expect(bytes.length).toBeLessThan(50_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ ...CARD, format: "png" });
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number): boolean => (data[info.channels * (y * info.width + x)] ?? 0) < 60;
    const inked = Array.from({ length: CARD.width - 168 }, (_, i) => dark(168 + i, 150)).filter(Boolean);
    expect(inked.length).toBeGreaterThan(50);
  });

  it("kerns its letters", () => {
    const width = (text: string): number => lettering.width(text, 100);
    expect(width("AV")).toBeLessThan(width("A") + width("V"));
  });

  it("omits a title that has a letter or a sign the font lacks", () => {
    for (const title of ["مرحبا", "你好", "Bilan 你", "Łódź", "10 ‰ en Bretagne"])
      expect(linesOf({ ...card, title }), title).toEqual(["Carnet", "", "2 mars 2026"]);
    expect(linesOf({ ...card, title: "Œuvre, 20 € « ça »" })[0]).toBe("Œuvre, 20 € « ça »");
  });

  it.each([
    ["Le 🇫🇷 bilan ✓ ★", "Le bilan"],
    ["👍🏽 Bilan ❤️", "Bilan"],
    ["Bilan\u2028de\u2060 l’an\u00adnée", "Bilan de l’année"],
    ["De Git → GitHub", "De Git – GitHub"],
  ])("drops decorative signs, and replaces others: %s", (title, drawn) => {
    expect(linesOf({ ...card, title })[0]).toBe(drawn);
  });

  it("breaks a long title at spaces, and cuts off what does not fit", () => {
    const lines = linesOf({ ...card, title: "Un titre qui ne finit\u00a0pas ".repeat(40) }).slice(0, -2);
    expect(lines).toHaveLength(5);
    expect(lines[0]).not.toMatch(/finit$/);
    expect(lines.at(-1)).toMatch(/\S…$/);
    const [long = ""] = linesOf({ ...card, title: "a".repeat(5000) });
    expect(long).toMatch(/^a{20,60}…$/);
  });
});

it("an icon is a letter beside a line; one that the font lacks is left out", () => {
  const icon = { letter: "É", colour: "#0a6b3d" };
  expect(iconSvg(icon, lettering)).toContain("<path transform");
  expect(iconSvg({ ...icon, letter: "你" }, lettering)).not.toContain("<path transform");
});
