import { expect, it } from "vitest";
import { decodeAddress, decodeComponent } from "../../src/percent-codes.ts";

it("decodes a part of an address, delimiters included", () => {
  expect(decodeComponent("%C3%A9t%C3%A9%2Fb%3F")).toBe("été/b?");
});

it("leaves the delimiters of an address encoded", () => {
  expect(decodeAddress("/%C3%A9t%C3%A9%2Fb%3F")).toBe("/été%2Fb%3F");
});

it.each(["100%", "%E9", "%zz"])("returns undefined for %s, which encodes no text", (text) => {
  expect(decodeComponent(text)).toBeUndefined();
  expect(decodeAddress(text)).toBeUndefined();
});
