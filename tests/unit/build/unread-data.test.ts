// Data that layouts cannot receive: reported once per file, with the file name to use.
import { expect, it } from "vitest";
import { unreadData } from "../../../src/build/unread-data.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const told = (files: Record<string, string>): string[] =>
  show(unreadData(makeSite(files).root), { lang: "fr" }).map(
    ({ file, severity, code, hint }) => `${file} ${severity} ${code} ${hint}`,
  );

it("reports each file of _data/ that Eleventy does not read, and the file to write", () => {
  const fix = (json: string): string =>
    `Écrivez-le en JSON, dans ${json}, ou faites-le lire par addDataExtension dans .eleventy.ts.`;
  expect(told({ "_data/menu.yaml": "a: b\n", "_data/villes/liste.CSV": "a,b\n" })).toEqual([
    `_data/menu.yaml warn stray-file ${fix("_data/menu.json")}`,
    `_data/villes/liste.CSV warn stray-file ${fix("_data/villes/liste.json")}`,
  ]);
});

it.each([
  [
    "files that Eleventy reads, and files without data",
    { "_data/a.json": "{}", "_data/b.mjs": "", "_data/README.md": "" },
  ],
  [
    "a format that the configuration adds",
    { "_data/a.yml": "b: c\n", ".eleventy.ts": 'config.addDataExtension("yml", (text) => parse(text));\n' },
  ],
  [
    "a format that the configuration adds between patterns for files",
    {
      "_data/a.yml": "b: c\n",
      ".eleventy.ts": 'copy("a/**");\nconfig.addDataExtension("yml", parse);\ncopy("b/**/*.png");\n',
    },
  ],
  ["a site without `_data`", { "content/site.yaml": "title: A\n" }],
])("reports nothing for %s", (_, files) => {
  expect(told(files)).toEqual([]);
});
