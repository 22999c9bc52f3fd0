import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkPublishedFiles } from "../../../src/checks/published-files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

function check(name: string, bytes: string | Buffer): string[] {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  const source = { file: `public/${name}`, path, size: bytes.length, mtimeMs: 0, ctimeMs: 0 };
  return checkPublishedFiles([source]).map(({ line, key }) => `${String(line)} ${key}`);
}

const MERGE = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n";
const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}</svg>`;

test.each<[what: string, name: string, bytes: string | Buffer, problems: string[]]>([
  ["an unfinished merge", "a.css", MERGE, ["2 merge-conflict"]],
  ["marks without their middle", "a.txt", "<<<<<<< a\n>>>>>>> b\n", []],
  ["a picture that has the bytes of a merge", "a.png", MERGE, []],
  ["a drawing", "a.svg", svg('<path d="M0 0"/><style>a{}</style>'), []],
  ["a drawing with a script", "a.svg", svg("<script>1</script>"), ["2 script/drawing"]],
  ["a drawing that acts on a click", "a.svg", svg('<g onclick="x()"/>'), ["2 script/drawing"]],
  [
    "a drawing with an address that runs",
    "a.svg",
    svg('<a href=" java\nscript:x()"/>'),
    ["2 script/drawing"],
  ],
  [
    "a drawing with an entity that hides a tag",
    "a.svg",
    `<!DOCTYPE svg [<!ENTITY a "<script>">]>${svg("&a;")}`,
    ["1 script/drawing"],
  ],
  ["a drawing in UTF-16", "a.svg", Buffer.from(`\ufeff${svg("<script/>")}`, "utf16le"), ["2 script/drawing"]],
])("%s", (_, name, bytes, problems) => {
  expect(check(name, bytes)).toEqual(problems);
});
