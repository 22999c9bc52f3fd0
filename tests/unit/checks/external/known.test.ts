import { expect, it } from "vitest";
import { readKnown, writeKnown, type Known } from "../../../../src/checks/external/known.ts";

const NOON = new Date("2026-06-01T12:00:00Z");
const later = (hours: number): Date => new Date(NOON.getTime() + hours * 3600 * 1000);

const text = writeKnown(
  new Map<string, Known>([
    ["https://e.org/b", { at: NOON, verdict: { is: "moved", to: "https://e.org/c" } }],
    ["https://e.org/a", { at: NOON, verdict: { is: "alive" } }],
  ]),
);

it("reads back what it wrote, sorted by address", () => {
  expect([...readKnown(text, later(1))]).toEqual([
    ["https://e.org/a", { at: NOON, verdict: { is: "alive" } }],
    ["https://e.org/b", { at: NOON, verdict: { is: "moved", to: "https://e.org/c" } }],
  ]);
});

it("writes the same text in whatever order hosts answered, and reads http addresses too", () => {
  const found: [string, Known][] = ["a", "b", "c"].map((path) => [
    `https://e.org/${path}`,
    { at: NOON, verdict: { is: "moved", to: `http://e.org/${path}` } },
  ]);
  const written = writeKnown(new Map(found));
  expect(writeKnown(new Map(found.toReversed()))).toBe(written);
  expect([...readKnown(written, NOON)]).toEqual(found);
});

it("drops results that are a week old or dated in the future", () => {
  expect(readKnown(text, later(7 * 24 - 1)).size).toBe(2);
  expect(readKnown(text, later(7 * 24)).size).toBe(0);
  expect(readKnown(text, later(-1)).size).toBe(0);
});

it.each([
  ["cut short", text.slice(0, -20)],
  ["empty", ""],
  ["another version", text.replace('"version": 1', '"version": 2')],
  ["other JSON", "[1, 2]"],
  ["a suggested address that would run code", text.replace("https://e.org/c", "javascript:alert(1)")],
])("ignores a file with this fault: %s", (_, torn) => {
  expect(torn).not.toBe(text);
  expect(readKnown(torn, later(1)).size).toBe(0);
});
