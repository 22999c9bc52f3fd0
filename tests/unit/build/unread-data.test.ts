// Data that layouts cannot receive: reported once per file, with the file name to use.
import { expect, it } from "vitest";
import { unreadData } from "../../../src/build/unread-data.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const told = (files: Record<string, string>): string[] =>
  show(unreadData(makeSite(files).root), { lang: "fr" }).map(
    ({ file, severity, code, hint }) => `${file} ${severity} ${code} ${hint}`,
  );

it("reports each file of _data/ that is not read, and the file to write", () => {
  const fix = (yaml: string): string =>
    `Écrivez-le en YAML, dans ${yaml}, ou faites-le lire par addDataExtension dans .eleventy.ts.`;
  expect(told({ "_data/menu.toml": "a = 1\n", "_data/villes/liste.CSV": "a,b\n" })).toEqual([
    `_data/menu.toml warn stray-file ${fix("_data/menu.yaml")}`,
    `_data/villes/liste.CSV warn stray-file ${fix("_data/villes/liste.yaml")}`,
  ]);
});

it.each([
  [
    "files that are read, and files without data",
    { "_data/a.json": "{}", "_data/a.yaml": "", "_data/c.yml": "", "_data/b.mjs": "", "_data/README.md": "" },
  ],
  [
    "a format that the configuration adds",
    { "_data/a.csv": "b,c\n", ".eleventy.ts": 'config.addDataExtension("csv", (text) => parse(text));\n' },
  ],
  [
    "a format that the configuration adds between patterns for files",
    {
      "_data/a.csv": "b,c\n",
      ".eleventy.ts": 'copy("a/**");\nconfig.addDataExtension("csv", parse);\ncopy("b/**/*.png");\n',
    },
  ],
  ["a site without `_data`", { "content/site.yaml": "title: A\n" }],
])("reports nothing for %s", (_, files) => {
  expect(told(files)).toEqual([]);
});
