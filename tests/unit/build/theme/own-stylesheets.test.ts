import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownStylesheets } from "../../../../src/build/theme/own-stylesheets.ts";
import { packageRoot } from "../../../../src/package-root.ts";
import { show } from "../../../../src/shown-problems.ts";
import { makeSite } from "../../../support/site.ts";

const BUILTIN = join(packageRoot, "layouts");
const CSS = "layouts/assets/css/";

/** The places, codes and hints reported for a site's stylesheets. */
function said(files: Record<string, string | Buffer>): string[] {
  const { root } = makeSite(Object.fromEntries(Object.keys(files).map((file) => [file, ""])));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return show(ownStylesheets(root, BUILTIN), { lang: "fr" }).map(
    ({ file, line, column, code, hint }) => `${file}:${String(line)}:${String(column)} ${code} ${hint}`,
  );
}

it("reports nothing for valid ones, those of layouts, and Carnet's own", () => {
  expect(said({ [`${CSS}a.css`]: "a { b: c }", "layouts/assets/fonts/a.woff2": "x" })).toEqual([]);
  expect(said({ "layouts/base.njk": '{% include "print/a.css" %}', "layouts/print/a.css": "" })).toEqual([]);
  expect(said({ "content/site.yaml": "" })).toEqual([]);
  expect(ownStylesheets(packageRoot, BUILTIN)).toEqual([]);
});

it("ignores the files that editors keep beside one being edited", () => {
  expect(said({ [`${CSS}a.css`]: "a { b: c }", [`${CSS}.#a.css`]: "x", "layouts/.#b.css": "x" })).toEqual([]);
});

it("reports what is never closed, where it opens", () => {
  expect(said({ [`${CSS}a.css`]: "a {\n  b: c;\nd { e: f }\n" })).toEqual([
    `${CSS}a.css:1:3 style-form Ajoutez \`}\` là où finit ce qu’il ouvre.`,
  ]);
  expect(said({ [`${CSS}a.css`]: "a { b: c }\n/* d\ne { f: g }\n" })).toEqual([
    `${CSS}a.css:2:1 style-form Ajoutez \`*/\` là où finit ce qu’il ouvre.`,
  ]);
  expect(said({ [`${CSS}a.css`]: "a { b: calc(1px + 2px; }\nc { d: e }\n" })).toEqual([
    `${CSS}a.css:1:12 style-form Ajoutez \`)\` là où finit ce qu’il ouvre.`,
  ]);
});

it("reports a closing sign that closes nothing", () => {
  expect(said({ "layouts/assets/carnet.css": "a { b: c } }\nd { e: f }\n" })).toEqual([
    "layouts/assets/carnet.css:1:12 style-form Retirez-le, ou ajoutez ce qu’il devait fermer.",
  ]);
});

it("reports a file that is not in UTF-8", () => {
  const utf16 = Buffer.from("\ufeffa { b: c }", "utf16le");
  const latin = Buffer.from("a {}\n/* é */", "latin1");
  expect(said({ [`${CSS}a.css`]: utf16, [`${CSS}b.css`]: latin })).toEqual([
    `${CSS}a.css:1:1 encoding Dans votre éditeur : Enregistrer sous…, encodage UTF-8.`,
    `${CSS}b.css:2:4 encoding Dans votre éditeur : Enregistrer sous…, encodage UTF-8.`,
  ]);
});

it.each([
  ["layouts/assets/a.css", `stray-file Déplacez-la : ${CSS}a.css`],
  ["layouts/css/a.css", `stray-file Déplacez-la : ${CSS}a.css`],
  [`${CSS}b/a.css`, `stray-file Déplacez-la : ${CSS}a.css`],
  [`${CSS}A.CSS`, `stray-file Déplacez-la : ${CSS}a.css`],
  [`${CSS}a.scss`, `stray-file Écrivez-la en CSS, ou faites-en traduire le contenu dans ${CSS}a.css`],
])("reports a file that no page will load: %s", (file, hint) => {
  expect(said({ [file]: "a {}" })).toEqual([`${file}:1:1 ${hint}`]);
});

it("ignores the source of a generated stylesheet", () => {
  expect(said({ [`${CSS}a.scss`]: "", [`${CSS}a.css`]: "", "layouts/scss/b.scss": "" })).toEqual([]);
});

it("reports those that carnet.css replaces", () => {
  const [one, ...more] = said({ "layouts/assets/carnet.css": "", [`${CSS}a.css`]: "" });
  expect(one).toMatch(
    /^layouts\/assets\/css\/a\.css:1:1 stray-file Écrivez-en les règles à la fin de layouts\/assets\/carnet\.css/,
  );
  expect(more).toEqual([]);
});
