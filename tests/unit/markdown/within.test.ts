import { describe, expect, it } from "vitest";
import { within } from "../../../src/markdown/within.ts";

describe("work within its time", () => {
  it("gives what it gives", () => {
    expect(within(1000, () => 7)).toBe(7);
    expect(within(1000, () => within(500, () => "inner"))).toBe("inner");
  });

  it("is stopped where an expression finds no end, and what comes after goes on", () => {
    expect(within(50, () => /^(a+)+$/.test(`${"a".repeat(60)}b`))).toBeUndefined();
    expect(within(1000, () => 1)).toBe(1);
  });

  it("throws what is thrown", () => {
    const fault = new RangeError("no");
    const failing = (): number => {
      throw fault;
    };
    expect(() => within(1000, failing)).toThrow(fault);
    expect(Object.keys(globalThis)).not.toContain("carnetWork");
  });
});
