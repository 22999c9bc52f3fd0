// Names of global data that layouts expect from Carnet: reported at their place, since the effect would show elsewhere.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { takenData } from "../../../src/build/taken-data.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const told = (files: Record<string, string>): string[] =>
  show(takenData(makeSite(files).root), { lang: "en" }).map(
    ({ file, line, column, severity, code, hint }) =>
      `${file}:${String(line)}:${String(column)} ${severity} ${code} ${hint}`,
  );

it("reports data files and global data that would replace Carnet's", () => {
  expect(
    told({
      "_data/site.json": "{}",
      "_data/menu.json": "{}",
      ".eleventy.ts":
        '// config.addGlobalData("site", 1);\n  config.addGlobalData("authors", []);\nconfig.addGlobalData("mine", 1);\n',
    }),
  ).toEqual([
    ".eleventy.ts:2:10 warn taken-name Give it another name, for example my_authors.",
    "_data/site.json:1:1 warn taken-name Give it another name, for example my_site.",
  ]);
});

it("knows every name that layouts receive, except those that Eleventy sets for each page", () => {
  const guide = readFileSync("docs/architecture.md", "utf8");
  const table = guide.slice(guide.indexOf("## Data for layouts")).match(/^\| `.*$/gm) ?? [];
  const names = table.flatMap((row) => row.split("|")[1]?.match(/[\w.[\]]+/g) ?? []);
  const layouts = guide.slice(guide.indexOf("| layout of")).split("\n\n", 1)[0] ?? "";
  const item = /^An _item_ has .*/m.exec(guide)?.[0].split("`data` has")[1] ?? "";
  const others = [...`${layouts}${item}`.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  const global = [...new Set([...names, ...others])].filter(
    (name) => !/^(?:page$|data$|collections)/.test(name),
  );
  expect(global.length).toBeGreaterThan(35);
  expect(global).toEqual(expect.arrayContaining(["kind", "leads", "partOf", "readingMinutes"]));
  const found = told(Object.fromEntries(global.map((name) => [`_data/${name}.json`, "{}"])));
  expect(found).toHaveLength(global.length);
});

it("reports nothing for a site that has neither", () => {
  expect(told({})).toEqual([]);
});
