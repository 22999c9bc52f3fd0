// Checks the contrast of the palette, read from the stylesheet: https://www.w3.org/TR/WCAG22/#contrast-minimum.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../../../src/colour.ts";
import { CLASS_OF_COLOUR } from "../../../src/markdown/code.ts";
import { PAPERS } from "../../../src/site/accent.ts";

const css = (name: string): string => readFileSync(`layouts/assets/css/${name}.css`, "utf8");
const TOKENS = css("tokens");
const SCHEMES = ["light", "dark"] as const;

/** Colours of a scheme by name: `--ink: light-dark(#221d2c, #ebe6ef);`. */
function palette(text: string, scheme: (typeof SCHEMES)[number]): Map<string, string> {
  const found = text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...found].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }[scheme]]));
}

const TEXT: [string, string][] = [
  ...["ink", "ink-soft", "accent", "accent-strong"].flatMap((text): [string, string][] => [
    [text, "paper"],
    [text, "sheet"],
    [text, "wash"],
    [text, "code-paper"],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["ink", "mark"],
  ["warning", "paper"],
  ["warning", "sheet"],
];
/** Borders of fields and buttons: https://www.w3.org/TR/WCAG22/#non-text-contrast. */
const EDGES: [string, string][] = [
  ["field", "sheet"],
  ["field", "paper"],
];

function tooPale(colours: ReadonlyMap<string, string>, pairs: [string, string][], least: number): string[] {
  return pairs
    .filter(([text, ground]) => !(contrast(colours.get(text) ?? "", colours.get(ground) ?? "") >= least))
    .map(([text, ground]) => `${text} on ${ground}`);
}

describe.each(SCHEMES)("the %s palette", (scheme) => {
  const colours = palette(TOKENS, scheme);

  it("keeps every text readable on every background", () => {
    expect(colours.size).toBeGreaterThan(15);
    expect(tooPale(colours, TEXT, 4.5)).toEqual([]);
    expect(tooPale(colours, EDGES, 3)).toEqual([]);
  });

  it.each([
    { part: "code", ground: "code-paper", count: 7 },
    { part: "prose", ground: "sheet", count: 3 },
  ])("keeps the colours of $part readable", ({ part, ground, count }) => {
    const found = [...css(part).matchAll(/: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
    const pale = found
      .map(([, light = "", dark = ""]) => ({ light, dark })[scheme])
      .filter((colour) => !(contrast(colour, colours.get(ground) ?? "") >= 4.5));
    expect([found.length, pale]).toEqual([count, []]);
  });

  it("has the backgrounds that accents are checked against", () => {
    expect(["paper", "sheet", "code-paper"].map((name) => colours.get(name))).toEqual(PAPERS[scheme]);
  });
});

it("defines every colour once, for both schemes", () => {
  const names = [...TOKENS.matchAll(/^ +--([\w-]+): light-dark\(#/gm)].map(([, name = ""]) => name);
  expect(names).toEqual([...palette(TOKENS, "light").keys()]);
  expect(new Set(names).size).toBe(names.length);
});

it("colours every class of highlighted code", () => {
  const text = css("code");
  expect([...CLASS_OF_COLOUR.values()].filter((name) => !new RegExp(`\\.${name}\\b`).test(text))).toEqual([]);
});
