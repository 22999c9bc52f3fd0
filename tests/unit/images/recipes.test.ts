import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { cardSvg, iconSvg, loadLettering } from "../../../src/images/card.ts";
import { derive, drawingPng, squarePng, storedName } from "../../../src/images/derive.ts";
import { pictureHash } from "../../../src/images/inspect.ts";
import type { Variant, VariantFormat } from "../../../src/images/variants.ts";
import { notRun } from "../../support/not-run.ts";
import { animation, realJpeg, realPng } from "./samples.ts";

const size = { width: 80, height: 50 };
const of = (format: VariantFormat, rest: Partial<Variant> = {}): Variant => ({
  ...{ name: format, format, cropped: false, animated: false },
  ...size,
  ...rest,
});

async function derived(bytes: Buffer, variants: readonly Variant[]): Promise<string[]> {
  return (await derive(bytes, { variants, room: size })).map(pictureHash);
}

// A build may use what a build of another version stored: then the bytes must be those that it would make itself.
// Where one of these fails, increase that recipe, and write its new name and bytes here.
describe("what is stored of a picture", () => {
  beforeEach((context) => {
    const here = `${process.platform} ${process.arch}`;
    if (here !== "linux x64") notRun(context, `the bytes are those of linux x64, not of ${here}`);
  });

  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };

  it("has another name if it is made otherwise", async () => {
    const photo = await realJpeg({ width: 160, height: 120 });
    const logo = await realPng({ alpha: true });
    expect([
      storedName("picture", "a.jpg"),
      // Another one may also read what this one cannot.
      dependencies["sharp"],
      ...(await derived(photo, [of("webp"), of("jpg"), of("jpg", { cropped: true })])),
      ...(await derived(logo, [of("webp"), of("png")])),
      ...(await derived(await animation(), [of("webp", { animated: true }), of("gif", { animated: true })])),
    ]).toEqual([
      ...["5-a.jpg", "0.35.5", "2ef16d08e6d7e14e", "c4bc87b5bc6c8d89", "d07bc32f25d588a2"],
      ...["b15601bad197a431", "bbc77daa81916199", "0247898bc78981dd", "dfce6d2ef1eeaed9"],
    ]);
    const lettering = await loadLettering();
    const card = { title: "Où en sont les seize projets ?", site: "Le carnet", date: "2 mars 2026" };
    const drawn = await drawingPng(cardSvg(card, lettering));
    expect([storedName("card", "a.png"), pictureHash(drawn)]).toEqual(["5-a.png", "8f5a9dc3b56c5d33"]);
    const letter = iconSvg({ letter: "É", colour: "#0a6b3d" }, lettering);
    const icons = [await squarePng(logo, 48), await squarePng(logo, 48, "#fff")];
    expect([storedName("icon", "a.png"), pictureHash(letter), ...icons.map(pictureHash)]).toEqual([
      ...["3-a.png", "cf6fd571be301a20", "0ff814b2048576fe", "ecec3e4b10ca888e"],
    ]);
  });
});
