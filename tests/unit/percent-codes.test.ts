import { expect, it } from "vitest";
import { decodeAddress, decodeComponent } from "../../src/percent-codes.ts";

it("reads the codes of a part of an address, those of its signs too", () => {
  expect(decodeComponent("%C3%A9t%C3%A9%2Fb%3F")).toBe("été/b?");
});

it("leaves coded the signs that mean something in an address", () => {
  expect(decodeAddress("/%C3%A9t%C3%A9%2Fb%3F")).toBe("/été%2Fb%3F");
});

it.each(["100%", "%E9", "%zz"])("gives nothing for %s, which codes no text", (text) => {
  expect(decodeComponent(text)).toBeUndefined();
  expect(decodeAddress(text)).toBeUndefined();
});
