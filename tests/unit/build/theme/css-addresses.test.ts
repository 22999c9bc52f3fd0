import { expect, it } from "vitest";
import { withAddresses, type CssAddress } from "../../../../src/build/theme/css-addresses.ts";
import { busy } from "../../../support/busy.ts";

const css = (text: string): string => withAddresses(text, ({ href }) => href.replace(/^\//, "../"));

it.each([
  [
    "an address without quotation marks",
    "a { background: url( /x.png ) }",
    'a { background: url("../x.png") }',
  ],
  [
    "an address in quotation marks",
    "@font-face { src: url('/f.woff2') }",
    '@font-face { src: url("../f.woff2") }',
  ],
  ["an imported stylesheet", '@import "/b.css" print;', '@import "../b.css" print;'],
  [
    "the addresses of an image set, which may be strings",
    'a { background: -webkit-image-set("/a.avif" type("image/avif"), url(/b.png) 1x, \'/c.png\' 2x) "/d" }',
    'a { background: -webkit-image-set("../a.avif" type("image/avif"), url("../b.png") 1x, "../c.png" 2x) "/d" }',
  ],
  [
    "a data address",
    'a { background: url("data:image/gif;base64,R0lG") }',
    'a { background: url("data:image/gif;base64,R0lG") }',
  ],
])("finds %s", (_, before, after) => {
  expect(css(before)).toBe(after);
});

it("ignores comments and strings", () => {
  const text = `/* url(/x.png) */ a::before { content: "url(/x.png)" } b::after { content: 'l\\'url(/y)' }`;
  expect(css(text)).toBe(text);
});

it.each([
  ["a { b: url(/mon\\ papier.png) }", "/mon papier.png"],
  ["a { b: url(/papier\\(1\\).png) }", "/papier(1).png"],
  ['a { b: url("\\/x.png") }', "/x.png"],
  ["a { b: url('/\\e9 t\\0000e9.jpg') }", "/été.jpg"],
  ["a { b: url('/a\"b.jpg') }", '/a"b.jpg'],
  ['a { b: url("data:image/svg+xml,<svg x=\\"y\\"/>") }', 'data:image/svg+xml,<svg x="y"/>'],
])("reads escapes as browsers do: %s", (text, href) => {
  const found: string[] = [];
  const same = withAddresses(text, (one) => {
    found.push(one.href);
    return one.href;
  });
  expect(found).toEqual([href]);
  withAddresses(same, (one) => void found.push(one.href));
  expect(found).toEqual([href, href]);
});

it("gives the offset of each, whether it is an import, and leaves it unchanged without a replacement", () => {
  const text =
    "a { background: url( x.png ) }\n@import 'y.css';@import url(z.css);\n@namespace svg url(http://www.w3.org/2000/svg);b { c: url() }";
  const found: CssAddress[] = [];
  expect(withAddresses(text, (address) => void found.push(address))).toBe(text);
  expect(found).toEqual([
    { href: "x.png", offset: 16, isImport: false },
    { href: "y.css", offset: 31, isImport: true },
    { href: "z.css", offset: 47, isImport: true },
  ]);
});

it("takes less than 1 s for long runs of strings", () => {
  const texts = 'a: "b" '.repeat(20_000);
  expect(busy(() => void css(`${texts} image-set(${texts}`))).toBeLessThan(1000);
});

it("takes less than 1 s for long runs of spaces", () => {
  const blanks = " ".repeat(200_000);
  expect(busy(() => void css(`a { b: url(${blanks}; c: url(${blanks}"`))).toBeLessThan(1000);
});
