// A browser takes the letters of a `unicode-range` from its file: those that the file lacks come from another font.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Blob, Face } from "harfbuzzjs";
import subset from "subset-font";
import { expect, it } from "vitest";

const CSS = "layouts/assets/css/fonts.css";
const FACE = /url\("(?<file>[^"]+)"\)[^}]*unicode-range:\s*(?<range>[^;]+);/g;

const FACES = [...readFileSync(CSS, "utf8").matchAll(FACE)].map(({ groups }) => ({
  file: groups?.["file"] ?? "",
  // `U+20-7E, U+A0` → the code points.
  claimed: (groups?.["range"] ?? "").split(/,\s*/).flatMap((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }),
}));

it.each(FACES)("$file has every letter that its range claims", async ({ file, claimed }) => {
  const woff2 = readFileSync(join("layouts/assets", file));
  const text = String.fromCodePoint(...claimed);
  const plain = await subset(woff2, text, { targetFormat: "truetype", noLayoutClosure: true });
  const has = new Set(new Face(new Blob(new Uint8Array(plain))).collectUnicodes());
  expect(claimed.filter((code) => !has.has(code)).map((code) => String.fromCodePoint(code))).toEqual([]);
  expect(claimed.length).toBeGreaterThan(100);
});
