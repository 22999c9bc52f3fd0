// Data files that are not what their names say: reported by `carnet check` too, with the place and what to write.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { brokenData } from "../../../src/build/broken-data.ts";
import { unreadData } from "../../../src/build/unread-data.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const told = (files: Record<string, string>): string[] =>
  show(brokenData(makeSite(files).root), { lang: "fr" }).map(
    ({ file, line, column, severity, code, hint }) =>
      `${file}:${String(line)}:${String(column)} ${severity} ${code} ${hint}`,
  );

it("reports each data file that is not YAML or JSON, with what to write where it is known", () => {
  const files = {
    "_data/lieux.yaml": "nom: Un: deux\n",
    "_data/villes/liste.yml": "- nom: Lyon\n- nom: [Lille\n",
    "_data/menu.json": '{\n  "un": 1,\n}\n',
    "_data/fin.JSON": '{ "un": 1',
    "_data/alias.yaml": "a: &x [1]\nb: *x\n",
    "_data/fusion.json": '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> b\n}\n',
  };
  const found = told(files);
  expect(found.map((one) => one.split(" ").slice(0, 3).join(" "))).toEqual([
    "_data/alias.yaml:2:1 error yaml",
    "_data/fin.JSON:1:10 error settings",
    "_data/fusion.json:2:1 error merge-conflict",
    "_data/lieux.yaml:1:1 error yaml",
    "_data/menu.json:3:1 error settings",
    "_data/villes/liste.yml:2:1 error yaml",
  ]);
  expect(found[3]).toContain('nom: "Un: deux"');
  expect(found[4]).toContain("Retirez la virgule qui précède.");
});

it.each([
  [
    "data that is read, whatever its shape",
    {
      "_data/a.yaml": "- 1\n- 2\n",
      "_data/b.yml": "un texte\n",
      "_data/c.json": "[1]",
      "_data/d.json": "",
      "_data/e.yaml": "",
      "_data/f.json": "\ufeff[1]",
      "_data/g.yaml": "\ufeffa: 1\n",
    },
  ],
  ["files of other formats", { "_data/a.js": "export default {", "_data/LISEZMOI.md": "a: b: c" }],
  [
    "a configuration that reads YAML itself",
    { "_data/a.yaml": "a: &x [1]\nb: *x\n", ".eleventy.ts": 'import yaml from "eleventy-plugin-yaml";\n' },
  ],
  ["a site without `_data`", { "content/site.yaml": "title: A\n" }],
])("reports nothing for %s", (_, files) => {
  expect(told(files)).toEqual([]);
});

it("follows no link: one that leads to its own folder has no end", () => {
  const { root } = makeSite({ "_data/a.json": "{" });
  symlinkSync(".", join(root, "_data/un"));
  symlinkSync("deux.json", join(root, "_data/deux.json"));
  expect(brokenData(root).map(({ file }) => file)).toEqual(["_data/a.json"]);
  expect(unreadData(root)).toEqual([]);
});

it("says nothing of a file named _data", () => {
  const { root } = makeSite({ _data: "a" });
  expect([...brokenData(root), ...unreadData(root)]).toEqual([]);
});
