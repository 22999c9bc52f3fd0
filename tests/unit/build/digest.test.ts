import { describe, expect, it } from "vitest";
import { digestOf } from "../../../src/files.ts";
import { textOf } from "../../../src/build/digest.ts";

describe("the text of a value", () => {
  it("is the same for equal values, and different for others", () => {
    const value = {
      a: [1, "1", true, null],
      b: new Date(5),
      c: new Uint8Array([1, 2]),
      d: new Map([["x", 1]]),
    };
    expect(textOf(structuredClone(value))).toBe(textOf(value));
    const others = [
      { ...value, a: [1, 1, true, null] },
      { ...value, a: [1, "1", true] },
      { ...value, b: new Date(6) },
      { ...value, c: new Uint8Array([1, 3]) },
      { ...value, d: new Map([["x", 2]]) },
      { ...value, e: "" },
    ];
    expect(new Set([value, ...others].map((one) => textOf(one))).size).toBe(7);
  });

  it("cannot be imitated by text that looks like another value", () => {
    expect(textOf(["a,b"])).not.toBe(textOf(["a", "b"]));
    expect(textOf({ a: '1,"b":2' })).not.toBe(textOf({ a: 1, b: 2 }));
    expect(textOf("null")).not.toBe(textOf(null));
    expect(textOf(["a", "b"])).not.toBe(textOf(['a,"1:b']));
    expect(textOf({ 'a:"1:b,"1:c': "d" })).not.toBe(textOf({ a: "b", c: "d" }));
  });

  it("leaves out undefined values and functions", () => {
    expect(textOf({ a: 1, b: undefined, c: () => 1 })).toBe(textOf({ a: 1 }));
  });

  it("contains only the name of an object that has one, whatever it holds", () => {
    const post: { title: string; next?: unknown } = { title: "A" };
    post.next = post;
    expect(textOf({ list: [post] }, (value) => (value === post ? "p" : undefined))).toBe('{"4:list:[#p,],}');
  });
});

it("gives bytes and their text the same digest, in letters that file names allow", () => {
  expect(digestOf("é")).toBe(digestOf(Buffer.from("é")));
  expect(digestOf("")).toMatch(/^[\w-]{43}$/);
});
