// Tests that each of Carnet's WOFF files unpacks to the font that opentype.js reads from it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "opentype.js";
import { expect, test } from "vitest";
import { sfntOf } from "../../../src/images/woff.ts";

const FONTS = join(import.meta.dirname, "../../../layouts/assets/fonts");
const files = readdirSync(FONTS).filter((name) => name.endsWith(".woff"));

test("finds fonts to unpack", () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)("unpacks %s", (file) => {
  const woff = readFileSync(join(FONTS, file));
  const font = parse(new Uint8Array(sfntOf(woff)).buffer);
  const same = parse(new Uint8Array(woff).buffer);
  expect(font.names).toEqual(same.names);
  expect(font.glyphs.length).toBe(same.glyphs.length);
  for (let i = 0; i < same.glyphs.length; i++) {
    expect(font.glyphs.get(i).path.commands).toEqual(same.glyphs.get(i).path.commands);
    expect(font.glyphs.get(i).advanceWidth).toBe(same.glyphs.get(i).advanceWidth);
  }
});
