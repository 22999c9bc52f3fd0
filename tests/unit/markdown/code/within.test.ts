import { describe, expect, it } from "vitest";
import { within } from "../../../../src/markdown/code/within.ts";

describe("within", () => {
  it("returns the result of the work", () => {
    expect(within(1000, () => 7)).toBe(7);
    expect(within(1000, () => within(500, () => "inner"))).toBe("inner");
  });

  it("stops a regular expression that never ends, and can be used again", () => {
    expect(within(50, () => /^(a+)+$/.test(`${"a".repeat(60)}b`))).toBeUndefined();
    expect(within(1000, () => 1)).toBe(1);
  });

  it("throws what the work throws, and leaves no global variable", () => {
    const fault = new RangeError("no");
    const failing = (): number => {
      throw fault;
    };
    expect(() => within(1000, failing)).toThrow(fault);
    expect(Object.keys(globalThis)).not.toContain("carnetWork");
  });
});
