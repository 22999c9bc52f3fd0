import { expect, it, test } from "vitest";
import { fileSizeEn, fileSizeFr, ofName } from "../../../src/strings/phrases.ts";

/** Shows the no-break space between number and unit as `_`. */
const shown = (text: string): string => text.replaceAll("\u00a0", "_");

it.each([
  [0, "0_o", "0_B"],
  [812, "812_o", "812_B"],
  [999, "999_o", "999_B"],
  [1000, "1_ko", "1_kB"],
  [1049, "1_ko", "1_kB"],
  [1050, "1,1_ko", "1.1_kB"],
  [9949, "9,9_ko", "9.9_kB"],
  [9950, "10_ko", "10_kB"],
  [61_880, "62_ko", "62_kB"],
  [999_499, "999_ko", "999_kB"],
  [999_500, "1_Mo", "1_MB"],
  [1_249_000, "1,2_Mo", "1.2_MB"],
  [12_500_000, "13_Mo", "13_MB"],
  [4_700_000_000, "4,7_Go", "4.7_GB"],
  [12_345_000_000_000, "12345_Go", "12345_GB"],
])("formats %i bytes in French and English", (bytes, fr, en) => {
  expect(shown(fileSizeFr(bytes))).toBe(fr);
  expect(shown(fileSizeEn(bytes))).toBe(en);
});

test.each([
  ["Hugo", "de Hugo"],
  ["Eleventy", "d’Eleventy"],
  ["asciinema", "d’asciinema"],
  ["août", "d’août"],
])("French elides “de” before a vowel: %s, %s", (name, words) => {
  expect(ofName(name)).toBe(words);
});
