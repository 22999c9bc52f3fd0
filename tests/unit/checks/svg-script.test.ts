import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSvgScripts } from "../../../src/checks/svg-script.ts";
import { show } from "../../../src/shown-problems.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function check(text: string | Uint8Array, name = "a.svg"): string[] {
  const folder = scratchFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  const problems = checkSvgScripts([
    { file: `public/${name}`, path, size: text.length, mtimeMs: 0, ctimeMs: 0 },
  ]);
  return show(problems, { lang: "fr" }).map(
    ({ file, line, severity, code }) => `${file}:${String(line)} ${severity} ${code}`,
  );
}

it.each([
  ["a script", '<svg xmlns="http://www.w3.org/2000/svg">\n<script>x</script></svg>', 2],
  ["a script under a prefix", "<s:svg>\n\n<s:script/></s:svg>", 3],
  ["an event handler", '<svg\n onload="x"/>', 1],
  ["a link that runs code", '<svg>\n<a xlink:href=" java&#10;script:x"><text>a</text></a></svg>', 2],
  ["an entity that contains a tag", '<!DOCTYPE svg [\n<!ENTITY x "<script>y</script>">\n]><svg>&x;</svg>', 2],
  ["a link that runs code, in character references", '<svg>\n<a href="java&#115;cript:x"/></svg>', 2],
  ["a link to a `data:` page, in character references", '<svg>\n<a href="data&#58;text/html,x"/></svg>', 2],
  ["an `iframe`", '<svg><foreignObject>\n<iframe src="/x"/></foreignObject></svg>', 2],
  ["an XSLT stylesheet", '<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><svg/>', 2],
  ["a script, in little-endian UTF-16", Buffer.from("\ufeff<svg>\n<script/></svg>", "utf16le"), 2],
  ["a script, in big-endian UTF-16", Buffer.from("\ufeff<svg>\n<script/></svg>", "utf16le").swap16(), 2],
  ["a script, in UTF-16 without a byte-order mark", Buffer.from("<svg>\n<script/></svg>", "utf16le"), 2],
])("warns of an SVG with %s", (_title, text, line) => {
  expect(check(text)).toEqual([`public/a.svg:${String(line)} warn svg-script`]);
});

it.each([
  ["a plain drawing", '<svg><path d="M0 0"/></svg>'],
  ["a text about a script", "<svg><desc>Un script, on=1</desc><text>javascript:</text></svg>"],
  [
    "character references, and a CSS stylesheet",
    '<?xml-stylesheet type="text/css" href="a.css"?><svg><text>&#233;</text></svg>',
  ],
  [
    "entities that drawing programs write",
    '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"/>',
  ],
])("accepts %s", (_title, text) => {
  expect(check(text)).toEqual([]);
});

it("does not check other files", () => {
  expect(check("<svg><script>x</script></svg>", "a.txt")).toEqual([]);
});
