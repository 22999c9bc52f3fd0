import { expect, it } from "vitest";
import { offlineCss } from "../../../../src/build/offline/css.ts";

const css = (text: string): string => offlineCss(text, (href) => href.replace(/^\//, "../"));

it.each([
  [
    "an address without quotation marks",
    "a { background: url( /x.png ) }",
    'a { background: url("../x.png") }',
  ],
  ["one with them", "@font-face { src: url('/f.woff2') }", '@font-face { src: url("../f.woff2") }'],
  ["another stylesheet", '@import "/b.css" print;', '@import "../b.css" print;'],
  [
    "data",
    'a { background: url("data:image/gif;base64,R0lG") }',
    'a { background: url("data:image/gif;base64,R0lG") }',
  ],
])("finds %s", (_, before, after) => {
  expect(css(before)).toBe(after);
});

it("leaves comments and texts alone", () => {
  const text = `/* url(/x.png) */ a::before { content: "url(/x.png)" } b::after { content: 'l\\'url(/y)' }`;
  expect(css(text)).toBe(text);
});
