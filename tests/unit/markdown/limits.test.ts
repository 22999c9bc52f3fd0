import { describe, expect, it } from "vitest";
import { render } from "./support.ts";
import { busy } from "../../support/busy.ts";

const LONG: [string, string][] = [
  ["10,000 nested quotations", `${">".repeat(10_000)} x`],
  ["a list nested 3,000 times", Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i * 2)}- x`).join("\n")],
  ["8,000 tables", "| a | b |\n|---|---|\n| c | d |\n\n".repeat(8_000)],
  ["100,000 brackets", "[".repeat(100_000)],
  ["50,000 unfinished pictures", "![".repeat(50_000)],
  ["100,000 unfinished notes", `[^a]: x\n\n${"[^".repeat(50_000)}${"^[".repeat(50_000)}`],
  ["one line of a megabyte", "mot ".repeat(262_144)],
  ["one line of links", "mot_a **b** [x](http://y.fr/a) ".repeat(33_000)],
  ["100,000 tags", "<b>".repeat(100_000)],
  ["50,000 unclosed drawings", "<svg>\n".repeat(50_000)],
  [
    "a tag with 20,000 attributes",
    `<p ${Array.from({ length: 20_000 }, (_, i) => `a${String(i)}=b`).join(" ")}>x`,
  ],
  ["20,000 unclosed headings", "<h2>a <svg>\n".repeat(20_000)],
  ["20,000 line breaks in raw HTML", `a${"<br>".repeat(20_000)}b`],
  ["50,000 unclosed comments", "<!--\n\n".repeat(50_000)],
  ["100,000 template tags", "{{ x }} ".repeat(100_000)],
  ["one long address used 20,000 times", `[a]: /${"x".repeat(50_000)}\n\n${"[a]".repeat(20_000)}`],
  ["8,000 raw HTML pictures in one block", `<div>\n${"<img src=a>\n_a_\n".repeat(8_000)}`],
  ["10,000 videos in one paragraph", "<video></video> ".repeat(10_000)],
  ["100,000 emphasis signs in raw HTML", `<div>\n${"(*a _b".repeat(100_000)}`],
  ["8,000 no-break spaces in items", "- a\n  \u00a0\n".repeat(8_000)],
  ["50,000 unclosed pairs of emphasis", "**a __b_ ".repeat(50_000)],
];

describe("renders within ten seconds of processor time", () => {
  it.each(LONG)("%s", (_title, body) => {
    expect(busy(() => void render(body))).toBeLessThan(10_000);
  });
});

it("leaves uses of an address that no person pastes as text", () => {
  const { html } = render(`Texte\n\n[a]: /${"x".repeat(50_000)}\n\n${"[a] ".repeat(100)}`);
  expect(html.length).toBeLessThan(1000);
  expect(html).toContain("[a] [a]");
});
