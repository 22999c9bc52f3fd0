// The palette's contrast, computed from the stylesheet itself: https://www.w3.org/TR/WCAG22/#contrast-minimum.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLASS_OF_COLOUR } from "../../../src/markdown/token-theme.ts";

const css = readFileSync("layouts/assets/carnet.css", "utf8");

function tokens(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(/:root \{([^}]*)\}/.exec(css)?.[1] ?? "");
const dark = new Map([
  ...light,
  ...tokens(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1] ?? ""),
]);
const CALLOUTS = ["note", "tip", "important", "warning", "caution"];
const CODE = [...light.keys()].filter((name) => name.startsWith("tok-"));

const pairs: [string, string][] = [
  ...["ink", "ink-soft", "accent", "accent-strong"].flatMap((text): [string, string][] => [
    [text, "paper"],
    [text, "sheet"],
    [text, "wash"],
    [text, "code-paper"],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ...CALLOUTS.map((text): [string, string] => [text, "sheet"]),
  ["warning", "paper"],
  ...CODE.map((text): [string, string] => [text, "code-paper"]),
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s palette", (_, palette) => {
  it.each(pairs)("keeps %s readable on %s", (text, ground) => {
    expect(palette.has(text) && palette.has(ground)).toBe(true);
    expect(contrast(palette.get(text) ?? "", palette.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});

it("redefines for the dark scheme every colour that text uses", () => {
  const own = tokens(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1] ?? "");
  expect([...light.keys()].filter((name) => !own.has(name))).toEqual([]);
});

it("colours every class that highlighted code carries", () => {
  expect([...CLASS_OF_COLOUR.values()].filter((name) => !new RegExp(`\\.${name}\\b`).test(css))).toEqual([]);
});

it("gives each kind of callout its own tone", () => {
  const tones = CALLOUTS.map((kind) =>
    new RegExp(`\\.callout(-${kind})? \\{\\s*--tone: var\\(--${kind}\\)`).test(css),
  );
  expect(tones).toEqual(CALLOUTS.map(() => true));
});
