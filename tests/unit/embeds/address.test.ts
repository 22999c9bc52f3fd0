import { expect, it } from "vitest";
import { seconds, withQuery } from "../../../src/embeds/frame.ts";

it.each([
  ["90", 90],
  ["90s", 90],
  ["1m30s", 90],
  ["1m30", 90],
  ["1h2m3s", 3723],
  ["2m", 120],
  ["0", undefined],
  ["", undefined],
  [null, undefined],
  ["abc", undefined],
  ["1:30", undefined],
  ["-5", undefined],
  ["1e3", undefined],
])("reads the time %s", (written, expected) => {
  expect(seconds(written)).toBe(expected);
});

it("writes only the parameters that have a value", () => {
  expect(withQuery("https://x.org/v", { a: 1, b: undefined, c: "d e" })).toBe("https://x.org/v?a=1&c=d+e");
  expect(withQuery("https://x.org/v", { b: undefined })).toBe("https://x.org/v");
});
