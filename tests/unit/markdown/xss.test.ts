// Renders every XSS vector of a public collection in the body of a post (source: tests/fixtures/xss/README.md).
// A parser then reads the result, to see what a browser would find in it.
import { readFileSync } from "node:fs";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { html } from "./support.ts";

const collection = new URL("../../fixtures/xss/dompurify.json", import.meta.url);
const VECTORS = z.array(z.string()).parse(JSON.parse(readFileSync(collection, "utf8")));

const FORBIDDEN = new Set(
  "applet base embed form link math meta noscript object plaintext script style svg textarea title xmp".split(
    " ",
  ),
);

/** What a browser could run, load or be misled by in a piece of HTML. */
function dangers(text: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (FORBIDDEN.has(name) || name.includes(":")) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$|^formaction$|^action$|^name$|^xlink|^xmlns|^is$/.test(attribute))
          found.push(attribute);
        const address = value.replace(/[\u0000-\u0020]/g, "");
        if (/^(?:href|src|poster|data)$/.test(attribute) && /^(?:javascript|data|vbscript):/i.test(address))
          found.push(value);
        if (attribute === "src" && /^(?:https?:)?\/\//i.test(address)) found.push(`<${name} src=${value}>`);
      }
    },
  });
  parser.end(text);
  return found;
}

it("finds the collection", () => {
  expect(VECTORS.length).toBeGreaterThan(150);
});

it("recognises dangerous HTML", () => {
  for (const one of ["<svg>", "<b onclick=x>", '<a href="java\nscript:x">', "<img src=//evil.example>"])
    expect(dangers(one)).not.toEqual([]);
});

describe.each([
  ["alone", (vector: string) => vector],
  ["in a sentence", (vector: string) => `mot ${vector} mot`],
  ["in a list in a quotation", (vector: string) => `> - ${vector.replaceAll("\n", "\n>   ")}`],
  ["in a table and a note", (vector: string) => `| ${vector} |\n|---|\n| a[^1] |\n\n[^1]: ${vector}`],
  [
    "as an address and an alternative text",
    (vector: string) => `[a](<${vector}>) ![${vector}](a.jpg "${vector}")`,
  ],
  ["between unclosed blocks", (vector: string) => `<table><tr><td>\n\n${vector}\n\n<details>\n\n${vector}`],
])("hostile HTML %s never reaches the page", (_where, body) => {
  it.each(VECTORS.map((vector, i) => [i, vector] as const))("%i %s", (_i, vector) => {
    expect(dangers(html(body(vector)))).toEqual([]);
  });
});
