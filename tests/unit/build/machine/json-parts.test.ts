import { describe, expect, it } from "vitest";
import { jsonParts } from "../../../../src/build/machine/json-parts.ts";

const many = Array.from({ length: 1203 }, (_, i) => i);
const record = Object.fromEntries(many.map((i) => [`f/${String(i)}.html`, [i, "é", undefined]]));

describe("JSON in parts", () => {
  it.each([
    ["an empty object", {}],
    ["an empty list", []],
    ["short values", { a: 1, b: "“x”", c: [1, undefined, null], d: { e: { f: {} } }, g: undefined }],
    [
      "values with a `toJSON` method",
      { at: new Date(0), deep: { at: new Date(1) }, deeper: { a: { b: new Date(2) } } },
    ],
    [
      "keys such as `__proto__` and `constructor`",
      JSON.parse('{"__proto__":1,"constructor":{"toString":2}}'),
    ],
    ["a long list", { version: "1", told: { shown: many, next: null } }],
    ["a long record", { files: record, looked: { problems: many.map((line) => ({ line, file: "a" })) } }],
    ["a long record of undefined values", Object.fromEntries(many.map((i) => [`x${String(i)}`, undefined]))],
    ["a long list at the top", many],
    ["a long list, deeply nested", { a: { b: { c: { d: many } } } }],
  ])("joins into the JSON of the whole: %s", (_, value) => {
    expect([...jsonParts(value)].join("")).toBe(JSON.stringify(value));
  });

  it("is split when it is long", () => {
    const longest = (value: unknown): number => Math.max(...[...jsonParts(value)].map((part) => part.length));
    expect(longest({ files: record })).toBeLessThan(JSON.stringify(record).length / 2);
    expect(longest({ told: { shown: many } })).toBeLessThan(JSON.stringify(many).length / 2);
  });
});
