import { expect, it } from "vitest";
import { decodeAddress, decodeComponent } from "../../src/urls.ts";

it.each([
  ["%C3%A9t%C3%A9%2Fb%3F", "été/b?", "été%2Fb%3F"],
  ["100%", undefined, undefined],
  ["%E9", undefined, undefined],
  ["%zz", undefined, undefined],
])("%s is decoded as %s in a part of an address, as %s in a whole one", (text, part, whole) => {
  expect([decodeComponent(text), decodeAddress(text)]).toEqual([part, whole]);
});
