import { expect, it } from "vitest";
import { createNesting } from "../../../src/checks/nesting.ts";

/** Problems of these tags, as `name@offset key`, in the order found. */
function found(html: string): string[] {
  const nesting = createNesting();
  for (const { 1: end, 2: name = "", index } of html.matchAll(/<(\/?)(\w+)>/g)) {
    if (end === "/") nesting.close(name, index);
    else nesting.open(name, index);
  }
  return nesting
    .end()
    .map(({ key, name, offset }) => `${name}@${String(offset)} ${key.replace(/^.*\//, "")}`);
}

it.each([
  "<div><p>a<p>b</div>",
  "<ul><li>a<li>b</ul><dl><dt>a<dd>b</dl>",
  "<table><caption>a<colgroup><col><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c</table>",
  "<ruby>a<rp>(<rt>b</ruby><select><optgroup><option>a</select>",
  "<div><img><br><hr><input><wbr></div>",
  "<em><strong>a</strong></em>",
])("requires no end tag that HTML does not: %s", (html) => {
  expect(found(html)).toEqual([]);
});

it.each([
  ["<div><em>a", ["div@0 unclosed", "em@5 unclosed"]],
  ["<div><em>a</div>b", ["em@5 unclosed"]],
  ["<em>a</em></em>", ["em@10 unopened"]],
  ["<em><strong>a</em></strong>", ["strong@4 unclosed", "strong@18 unopened"]],
  ["<div><div>a</div>", ["div@0 unclosed"]],
])("finds unclosed and unopened tags in %s", (html, expected) => {
  expect(found(html)).toEqual(expected);
});
