// Texts that another program wrote anew: pages show the same.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codes, html } from "./support.ts";

const CONTENT = new URL("../../../content/", import.meta.url);
const texts = readdirSync(CONTENT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name): [name: string, body: string] => [
    name,
    readFileSync(new URL(name, CONTENT), "utf8").replace(/^---\n.*?\n---\n/s, ""),
  ]);

const on = { source: { typography: true } };

/** Wherever a line may end, it is one space. */
const oneLine = (page: string): string => page.replaceAll("\n", " ");

/** Paragraphs of words alone, wrapped at each space: what begins a block, or a line that Markdown reads otherwise, stays. */
const wrapped = (body: string): string =>
  body
    .split("\n\n")
    .map((block) => (/^[\p{L}«“*_](?![^\n]*(?:\n|::|<|`|\|))[^\n]*$/u.test(block) ? atSpaces(block) : block))
    .join("\n\n");

/** Not before what would begin an item, a heading or a quotation there, nor inside a number or beside stars that touch no word. */
const atSpaces = (line: string): string => line.replace(/(?<![*_\d]) (?![-+*_#>=~\d]|[^[\]]*\]\()/g, "\n");

it("finds the texts of the default site", () => {
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.filter(([, body]) => wrapped(body) !== body).length).toBeGreaterThan(25);
});

it.each(texts)("%s is the same with accents apart from their letters", (_, body) => {
  expect(html(body.normalize("NFD"), on).normalize("NFC")).toBe(html(body, on));
  expect(codes(body.normalize("NFD"))).toEqual(codes(body));
});

// Stars that touch a space instead of a word, of which one text has examples, are understood within a line only.
it.each(texts.filter(([name]) => !name.includes("gras-et-italique")))(
  "%s is the same in wrapped lines",
  (_, body) => {
    expect(oneLine(html(wrapped(body), on))).toBe(oneLine(html(body, on)));
  },
);
