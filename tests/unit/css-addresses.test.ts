import { expect, it } from "vitest";
import { withAddresses } from "../../src/css-addresses.ts";

const css = (text: string): string => withAddresses(text, (href) => href.replace(/^\//, "../"));

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

it("says where each is named, and leaves one as it is written where it is told nothing", () => {
  const text = "a { background: url( x.png ) }\n@import 'y.css';";
  const found: [string, number][] = [];
  expect(withAddresses(text, (href, offset) => void found.push([href, offset]))).toBe(text);
  expect(found).toEqual([
    ["x.png", 16],
    ["y.css", 31],
  ]);
});
