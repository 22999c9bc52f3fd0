// Inputs that make careless parsers slow: each must render within five seconds of processor time, and lose no word without a warning.
import { describe, expect, it } from "vitest";
import { LINES, N, OTHERS, RUNS } from "./pathological-inputs.ts";
import { busy } from "../../support/busy.ts";
import { render } from "./support.ts";

const half = (piece: string, count = N): string => piece.repeat(count / 2);

/** The words that are missing from a text's page. Also checks that the text is rendered in time. */
function missing(body: string, words: readonly string[]): string[] {
  let rendered: ReturnType<typeof render> | undefined;
  expect(busy(() => (rendered = render(body)))).toBeLessThan(5000);
  const { html = "", problems = [] } = rendered ?? {};
  return problems.some(({ key }) => /^(?:dropped-html|script)/.test(key))
    ? []
    : words.filter((word) => !html.includes(word));
}

const WORDS = ["alpha", "milieu", "omega"];
const shown = (piece: string): string => JSON.stringify(piece);

describe("a paragraph full of", () => {
  it.each(RUNS.map((piece) => [shown(piece), piece] as const))("%s", (_title, piece) => {
    expect(missing(`alpha ${half(piece)} milieu ${half(piece)} omega`, WORDS)).toEqual([]);
  });
});

describe("a text of repeated lines", () => {
  it.each(LINES.map((piece) => [shown(piece), piece] as const))("%s", (_title, piece) => {
    expect(
      missing(
        `alpha\n\n${half(`${piece}\n`, N / 2)}\n\nmilieu\n\n${half(`${piece}\n`, N / 2)}\n\nomega`,
        WORDS,
      ),
    ).toEqual([]);
  });
});

describe("a text that is", () => {
  it.each(OTHERS)("%s", (_title, body) => {
    expect(missing(body, ["alpha", "omega"])).toEqual([]);
  });
});

it("leaves uses of an address that no person pastes as text", () => {
  const { html } = render(`Texte\n\n[a]: /${"x".repeat(50_000)}\n\n${"[a] ".repeat(100)}`);
  expect(html.length).toBeLessThan(1000);
  expect(html).toContain("[a] [a]");
});
