import { expect, test } from "vitest";
import { Signs } from "../../../src/markdown/signs.ts";

test("a sign is held where the text holds it, of one character or several", () => {
  const signs = new Signs("Un [lien](/a/), une ![image](b.png) et www.exemple.org : 2 % de *plus*.");
  for (const sign of ["[", "!", "![", "*", ":", "%", "www.", "]", "é".normalize("NFD").charAt(0)])
    expect(signs.holds(sign), sign).toBe(true);
  for (const sign of ["<", "{", "_", "|", "`", "~", "@", "#", "[!", "]:", ":::", "%7", "[[", "\t", "//"])
    expect(signs.holds(sign), sign).toBe(false);
});

test("a text longer than the buffer is read to its end, whatever stands where a part ends", () => {
  for (const before of [16_383, 16_384, 16_385, 40_000]) {
    const signs = new Signs(`${"a".repeat(before)}|`);
    expect([signs.holds("|"), signs.holds("<")], String(before)).toEqual([true, false]);
    expect(new Signs(`${"’".repeat(before)}\u0000`).suspect, String(before)).toBe(true);
  }
});

test("control characters and carriage returns are suspect, tabs, line feeds and letters of any script are not", () => {
  for (const character of ["\0", "\u0008", "\u000b", "\r", "\u001f", "\u007f", "\u009f", "\ufdd0", "\uffff"])
    expect(new Signs(`a${character}b`).suspect, JSON.stringify(character)).toBe(true);
  for (const text of ["a\tb\nc", "Été à l’œuvre «\u00a0oui\u00a0»", "日本語", "مرحبا", "🎉", ""])
    expect(new Signs(text).suspect, text).toBe(false);
});

test("no-break spaces are found, wide and narrow", () => {
  expect(["a b", "a\u00a0b", "a\u202fb", "a\u2009b"].map((text) => new Signs(text).fixedSpace)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
