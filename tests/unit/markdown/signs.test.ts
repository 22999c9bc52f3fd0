import { expect, test } from "vitest";
import { Signs } from "../../../src/markdown/signs.ts";

test("finds the signs that a text contains, of one character or several", () => {
  const signs = new Signs("Un [lien](/a/), une ![image](b.png) et www.exemple.org : 2 % de *plus*.");
  for (const sign of ["[", "!", "![", "*", ":", "%", "www.", "]", "é".normalize("NFD").charAt(0)])
    expect(signs.holds(sign), sign).toBe(true);
  for (const sign of ["<", "{", "_", "|", "`", "~", "@", "#", "[!", "]:", ":::", "%7", "[[", "\t", "//"])
    expect(signs.holds(sign), sign).toBe(false);
});

test("tells a sign from its characters in another order", () => {
  const signs = new Signs("a ] b [ c ! d");
  expect(["][", "[!", "! ", "!", "\u00a0!"].map((sign) => signs.holds(sign))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

test("tells apart the rare characters that share a bit", () => {
  const rare = ["^", "+", "Ã", "Â", "€", "【", "\ud835", "\ue200"];
  for (const one of rare) expect(rare.filter((sign) => new Signs(`a ${one}b`).holds(sign))).toEqual([one]);
});

test("remembers what the parser left as text", () => {
  const signs = new Signs("[a](/b/) *c* d]");
  expect(["[", "]", "*"].filter((sign) => signs.isLeft(sign))).toEqual([]);
  signs.leave("]".charCodeAt(0));
  expect(["[", "]", "*"].filter((sign) => signs.isLeft(sign))).toEqual(["]"]);
  signs.leaveUnknown();
  expect(["[", "]", "*"].filter((sign) => signs.isLeft(sign))).toEqual(["[", "]", "*"]);
});

test("reads a text longer than the buffer to its end", () => {
  for (const before of [16_383, 16_384, 16_385, 40_000]) {
    const signs = new Signs(`${"a".repeat(before)}|`);
    expect([signs.holds("|"), signs.holds("<")], String(before)).toEqual([true, false]);
    expect(new Signs(`${"’".repeat(before)}\u0000`).suspect, String(before)).toBe(true);
  }
});

test("suspects control characters and carriage returns, but not tabs, line feeds or letters of any script", () => {
  for (const character of ["\0", "\u0008", "\u000b", "\r", "\u001f", "\u007f", "\u009f", "\ufdd0", "\uffff"])
    expect(new Signs(`a${character}b`).suspect, JSON.stringify(character)).toBe(true);
  for (const text of ["a\tb\nc", "Été à l’œuvre «\u00a0oui\u00a0»", "日本語", "مرحبا", "🎉", ""])
    expect(new Signs(text).suspect, text).toBe(false);
});

test("finds no-break spaces, wide and narrow", () => {
  expect(["a b", "a\u00a0b", "a\u202fb", "a\u2009b"].map((text) => new Signs(text).fixedSpace)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
