import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkUnmergedFiles } from "../../../src/checks/unmerged-files.ts";
import { show } from "../../../src/shown-problems.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const BOTH = "a {\n<<<<<<< HEAD\n  color: red;\n=======\n  color: blue;\n>>>>>>> autre\n}\n";

function check(text: string, name = "a.css", size = text.length): string[] {
  const folder = scratchFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  const problems = checkUnmergedFiles([{ file: `public/${name}`, path, size, mtimeMs: 0, ctimeMs: 0 }]);
  return show(problems, { lang: "fr" }).map(
    ({ file, line, severity, code }) => `${file}:${String(line)} ${severity} ${code}`,
  );
}

it.each(["a.css", "a.js", "a.mjs", "A.HTML", "a.svg", "a.txt", "a.csv", "a.json", "a.xml", "a.webmanifest"])(
  "refuses to publish two versions of a passage of %s",
  (name) => {
    expect(check(BOTH, name)).toEqual([`public/${name}:2 error merge-conflict`]);
  },
);

it("reports each passage, at its first mark, whatever the ends of lines", () => {
  expect(check((BOTH + BOTH).replaceAll("\n", "\r\n"))).toEqual([
    "public/a.css:2 error merge-conflict",
    "public/a.css:9 error merge-conflict",
  ]);
});

it.each([
  ["a line of an old letter", "> a\n>>>>>>> b\n"],
  ["a mark without the others", "<<<<<<< HEAD\n"],
  ["two marks without the one between", "<<<<<<< HEAD\n>>>>>>> autre\n"],
  ["marks in the wrong order", "=======\n<<<<<<< HEAD\n>>>>>>> autre\n"],
  ["marks that do not begin a line", BOTH.replaceAll(/^(?=[<=>])/gm, "  ")],
])("accepts %s", (_, text) => {
  expect(check(text, "a.txt")).toEqual([]);
});

it("reads neither pictures nor very large files", () => {
  expect(check(BOTH, "a.png")).toEqual([]);
  expect(check(BOTH, "a.json", 5_000_000)).toEqual([]);
});

it("ignores a file that has vanished", () => {
  const path = join(tmpdir(), "carnet-no-such-file.css");
  expect(checkUnmergedFiles([{ file: "public/a.css", path, size: 1, mtimeMs: 0, ctimeMs: 0 }])).toEqual([]);
});
