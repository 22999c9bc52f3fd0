import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { layoutProblem } from "../../../src/cli/layout-error.ts";
import { isOwnersFault } from "../../../src/cli/owner-error.ts";
import { makeSite } from "../../support/site.ts";

/** The problem reported for an error of Eleventy's around what Nunjucks says; `ROOT` stands for the site root. */
function problemOf(files: Record<string, string>, said: string, lang: "fr" | "en" = "fr"): unknown {
  const { root } = makeSite(files);
  const cause = new Error(said.replaceAll("ROOT", root));
  const error = new Error('Having trouble writing to "x.html"', { cause });
  const { file, line, column, message, hint } = layoutProblem(error, root, lang);
  return [`${file}:${String(line)}:${String(column)}`, message, hint];
}

const EXTENDS = '{% extends "carnet/post.njk" %}\n';

it("reports a package that is not installed at the line that imports it, with the command to type", () => {
  const config =
    'import carnet from "carnet";\nimport { x } from "@noms/signes/fr";\nexport default () => x;\n';
  const said = ".eleventy.ts: Cannot find package '@noms/signes' imported from ROOT/.cache/config/a.mjs";
  expect(problemOf({ ".eleventy.ts": config }, said)).toEqual([
    ".eleventy.ts:2:1",
    "Le paquet « @noms/signes » n’est pas installé ici. Installez-le, puis enregistrez .eleventy.ts de nouveau si « carnet dev » est lancé :",
    "npm install @noms/signes",
  ]);
});

describe("an error in a layout", () => {
  it("has the line of an unknown filter, which Nunjucks counts from 0, and the code to add", () => {
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}<p>{{ title | crier }}</p>` },
        "(./layouts/post.njk) [Line 1, Column 6]\n  Error: filter not found: crier",
      ),
    ).toEqual([
      "layouts/post.njk:2:15",
      "Le filtre « crier » n’existe pas. Corrigez son nom, ou ajoutez-le dans .eleventy.ts :",
      'config.addFilter("crier", (valeur) => valeur);',
    ]);
  });

  it.each([
    ["undefined", "rien"],
    ["construction", "« construction »"],
  ])("says where a date is needed and what was given: %s", (value, found) => {
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}<p>{{ date | longDate }}</p>` },
        `(./layouts/post.njk) [Line 1, Column 6]\n  Error: not a day for longDate: ${value}`,
      ),
    ).toEqual([
      "layouts/post.njk:2:14",
      `Le filtre « longDate » attend un jour, et reçoit ${found}. Celui d’un article s’appelle day, celui d’un article d’une liste post.data.day :`,
      "{{ day | longDate }}",
    ]);
  });

  it("has the line that Nunjucks gives when an earlier line contains the same word", () => {
    const twice = `${EXTENDS}{% if a %}{{ title | crier }}{% endif %}\n\n  {{ title | crier }}\n`;
    expect(
      problemOf(
        { "layouts/post.njk": twice },
        "(./layouts/post.njk) [Line 3, Column 4]\n  Error: filter not found: crier",
      ),
    ).toEqual(expect.arrayContaining(["layouts/post.njk:4:14"]));
    expect(
      problemOf(
        { "layouts/post.njk": twice },
        "(./layouts/post.njk) [Line 3, Column 4]\n  Error: what it says",
      ),
    ).toEqual(expect.arrayContaining(["layouts/post.njk:4:4"]));
  });

  it("is in the layout that Nunjucks names, even if others contain the same word", () => {
    const layout = `${EXTENDS}{{ title | nimp }}`;
    const files = { "layouts/post.njk": layout, "layouts/home.njk": layout, "layouts/zoo.njk": layout };
    for (const path of ["./layouts/post.njk", "ROOT/layouts/post.njk"])
      expect(problemOf(files, `(${path}) [Line 1, Column 4]\n  Error: filter not found: nimp`)).toEqual(
        expect.arrayContaining(["layouts/post.njk:2:12"]),
      );
  });

  it("is where the name stands by itself, not where it is part of another", () => {
    const files = {
      "layouts/event.njk": `${EXTENDS}{% block article_header %}{% endblock %}`,
      "layouts/home.njk": `${EXTENDS}{{ posts | head }}`,
    };
    expect(problemOf(files, "(unknown path)\n  Error: filter not found: head")).toEqual(
      expect.arrayContaining(["layouts/home.njk:2:12"]),
    );
  });

  it("is in the layout in which an owner's filter fails", () => {
    const { root } = makeSite({ "layouts/post.njk": `${EXTENDS}\n{{ title | cher }}` });
    const error = new Error(
      "(./layouts/post.njk) [Line 2, Column 4]\n  Error: Error in Nunjucks Filter `cher` (./content/a.md)\nnon",
    );
    error.stack = `Error: non\n    at cher (${join(root, ".cache/config/ab.mjs")}:7:2)`;
    expect(layoutProblem(error, root, "fr")).toMatchObject({
      ...{ file: "layouts/post.njk", line: 3, column: 12 },
      message: "Le filtre « cher » s’est arrêté sur une erreur : non.",
    });
  });

  it("is found in the layout that contains it when Nunjucks names the outermost one without a line", () => {
    expect(
      problemOf(
        { "layouts/base.njk": "<!DOCTYPE html>\n{{ lang | nimp }}", "layouts/post.njk": EXTENDS },
        "(./layouts/home.njk)\n  Error: filter not found: nimp",
      ),
    ).toEqual(expect.arrayContaining(["layouts/base.njk:2:11"]));
  });

  it("is found even if a text editor keeps a lock file beside the layout", () => {
    const site = makeSite({ "layouts/post.njk": `${EXTENDS}{{ title | nimp }}` });
    symlinkSync("jo@machine.1234:1790000000", join(site.root, "layouts/.#base.njk"));
    const error = new Error("(./layouts/post.njk)\n  Error: filter not found: nimp");
    expect(layoutProblem(error, site.root, "fr")).toMatchObject({ file: "layouts/post.njk", line: 2 });
  });

  it("has the line of a mistyped tag, which Nunjucks counts from 1, and the intended tag", () => {
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% block main %}\n{% endblok %}` },
        "(./layouts/post.njk)\n  Template render error: (ROOT/layouts/post.njk) [Line 3, Column 4]\n  unknown block tag: endblok",
      ),
    ).toEqual(["layouts/post.njk:3:4", "La balise « {% endblok %} » n’existe pas.", "{% endblock %}"]);
  });

  it("names the block left open before the end tag of another, and an end tag that closes nothing", () => {
    const said = (line: number, tag: string): string =>
      `(./layouts/post.njk)\n  Template render error: (ROOT/layouts/post.njk) [Line ${String(line)}, Column 4]\n  unknown block tag: ${tag}`;
    const lines =
      "{% block main %}\n{% if a %}{% endif %}\n  {% for b in c %}<p>\n{% set x = 1 %}\n{% endblock %}\n";
    expect(problemOf({ "layouts/post.njk": EXTENDS + lines }, said(6, "endblock"))).toEqual([
      "layouts/post.njk:4:3",
      "Un bloc est ouvert et jamais fermé. Ajoutez à sa fin :",
      "{% endfor %}",
    ]);
    const onOneLine = "{% block a %}{% endblock %}{% block b %}<p>{% if title %}x</p>{% endblock %}\n";
    expect(problemOf({ "layouts/post.njk": EXTENDS + onOneLine }, said(2, "endblock"))).toEqual([
      "layouts/post.njk:2:44",
      "Un bloc est ouvert et jamais fermé. Ajoutez à sa fin :",
      "{% endif %}",
    ]);
    expect(problemOf({ "layouts/post.njk": `${EXTENDS}{% endif %}\n` }, said(2, "endif"))).toEqual([
      "layouts/post.njk:2:4",
      "La balise « {% endif %} » ferme un bloc qui n’est pas ouvert. Retirez-la, ou ouvrez-le avant :",
      "{% if … %}",
    ]);
  });

  it("names a data file that cannot be read, with the line", () => {
    const hint = "Corrigez-le, ou retirez-le de _data/.";
    expect(
      problemOf(
        { "_data/x.json": '{\n  "mot":\n' },
        "Having trouble parsing data file ./_data/x.json\n  Unexpected end of JSON input",
      ),
    ).toEqual([
      "_data/x.json:3:1",
      "Ce fichier de données ne peut pas être lu : Unexpected end of JSON input",
      hint,
    ]);
  });

  it.each([
    ["an unexpected character", '{\n  "un": 1,\n  "deux": [1,, 2]\n}\n', "3:14"],
    ["a trailing comma", '{\n  "un": 1,\n}\n', "3:1"],
    ["curly quotation marks", "{\n  “un”: 1\n}\n", "2:3"],
    ["a missing colon", '{\n  "un" 1\n}\n', "2:8"],
    ["a text that looks like a parser's message", 'x "position 12" is not valid JSON', "1:1"],
    ["a missing end", '{\n  "un": 1,\n', "3:1"],
    ["an empty file", "", "1:1"],
    ["valid JSON", "{}", "1:1"],
  ])("has the place where a JSON data file stops being valid: %s", (_, text, place) => {
    const said = "Having trouble parsing data file ./_data/x.json\n  No.";
    expect(problemOf({ "_data/x.json": text }, said)).toEqual(
      expect.arrayContaining([`_data/x.json:${place}`]),
    );
  });

  it("has the place of a mistake in a JSON data file whose extension is in capitals", () => {
    const said = "Having trouble parsing data file ./_data/x.JSON\n  No.";
    expect(problemOf({ "_data/x.JSON": '{\n  "un": 1,\n}\n' }, said)).toEqual(
      expect.arrayContaining(["_data/x.JSON:3:1"]),
    );
  });

  it("has the place of a mistake in a YAML data file", () => {
    const said =
      "Having trouble parsing data file ./_data/x.yaml\n  bad indentation of a mapping entry (2:3)";
    expect(problemOf({ "_data/x.yaml": "- un: 1\n   deux: 2\n" }, said)).toEqual(
      expect.arrayContaining(["_data/x.yaml:2:3"]),
    );
  });

  it("names a data file whose name has a space", () => {
    const said = "Having trouble parsing data file ./_data/nos lieux.yaml\n  unknown tag (2:3)";
    expect(problemOf({ "_data/nos lieux.yaml": "a: !b\n" }, said)).toEqual([
      "_data/nos lieux.yaml:2:3",
      "Ce fichier de données ne peut pas être lu : unknown tag (2:3)",
      "Corrigez-le, ou retirez-le de _data/.",
    ]);
  });

  it("has the first line of a data file whose place is not known", () => {
    const said = "Having trouble parsing data file ./_data/x.yaml\n  No.";
    expect(problemOf({ "_data/x.yaml": "un: 1\ndeux: [\n" }, said)).toEqual(
      expect.arrayContaining(["_data/x.yaml:1:1"]),
    );
  });

  it.each([
    ["URL/_data/mot.mjs?v=2:3:9", "_data/mot.mjs", 3, 9],
    ["async default (URL/_data/%C3%A9t%C3%A9.mjs:3:9)", "_data/été.mjs", 3, 9],
    ["Object.<anonymous> (ROOT/_data/un/mot.cjs:12:1)", "_data/un/mot.cjs", 12, 1],
  ])("has the line at which a data file's code fails: %s", (at, file, line, column) => {
    const root = join(makeSite({ "un blog (été)/.keep": "" }).root, "un blog (été)");
    const cause = new Error("en panne");
    const placed = at.replace("ROOT", root).replace("URL", pathToFileURL(root).href);
    cause.stack = `Error: en panne\n    at node:internal/x:1:1\n    at ${placed}\n    at file:///x.mjs:1:1`;
    const error = new Error("Having trouble", { cause });
    expect(layoutProblem(error, root, "fr")).toMatchObject({ file, line, column });
    expect(layoutProblem(error, root, "fr").message).toContain("en panne");
  });

  it.each([
    ['{% include "partials/share.njk" %}', "template not found: partials/share.njk"],
    ["{{ day | oldDate }}", "filter not found: oldDate"],
    ["{{ t.old() }}", 'Unable to call `t["old"]`, which is undefined or falsey'],
  ])("in a copy whose original has changed refers to the original: %s", (tag, said) => {
    const { root } = makeSite({ "layouts/post.njk": tag });
    const error = new Error(`(./layouts/post.njk)\n  Error: ${said}`);
    const file = "layouts/post.njk";
    const behind = layoutProblem(error, root, "en", new Set([file]));
    expect(behind.hint).toContain("compare it with node_modules/carnet/layouts/post.njk");
    expect(behind.message).toBe(layoutProblem(error, root, "en").message);
    expect(layoutProblem(error, root, "en").hint).not.toContain("node_modules");
  });

  it("in such a copy, does not refer to the original if nothing is missing", () => {
    const { root } = makeSite({ "layouts/post.njk": "{% fro post in posts %}" });
    const error = new Error("(./layouts/post.njk)\n  Error: unknown block tag: fro");
    const behind = layoutProblem(error, root, "en", new Set(["layouts/post.njk"]));
    expect(behind.hint).not.toContain("node_modules");
  });

  it("names a missing partial", () => {
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% include "partials/carte.njk" %}` },
        "(./layouts/post.njk)\n  Error: template not found: partials/carte.njk",
      ),
    ).toEqual([
      "layouts/post.njk:2:13",
      "Le fichier « partials/carte.njk » n’existe ni dans layouts/ ni parmi les gabarits de Carnet.",
      "Corrigez le nom, ou créez layouts/partials/carte.njk",
    ]);
  });

  it("names the partial in which a call fails, and writes property paths as in the layout", () => {
    expect(
      problemOf(
        { "layouts/post.njk": EXTENDS, "layouts/partials/tags.njk": "\n\n{{ site.nom.court() }}" },
        '(./layouts/post.njk)\n  Template render error: (ROOT/layouts/partials/tags.njk) [Line 2, Column 12]\n  Error: Unable to call `site["nom"]["court"]`, which is undefined or falsey',
      ),
    ).toEqual([
      "layouts/partials/tags.njk:3:4",
      "« site.nom.court » n’est pas une fonction que ce gabarit connaît. Ajoutez-la dans .eleventy.ts, ou affichez une valeur sans parenthèses :",
      "{{ site.nom.court }}",
    ]);
  });

  it("says which end tag is missing, at the end of the file", () => {
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% block main %}\n` },
        "(./layouts/post.njk)\n  Template render error: (ROOT/layouts/post.njk)\n  parseBlock: expected endblock, got end of file",
      ),
    ).toEqual([
      "layouts/post.njk:3:1",
      "Un bloc est ouvert et jamais fermé. Ajoutez à sa fin :",
      "{% endblock %}",
    ]);
  });

  it("shows how to extend Carnet's layout of the same name", () => {
    expect(
      problemOf(
        { "layouts/post.njk": '{% extends "post.njk" %}' },
        "(./layouts/post.njk)\n  RangeError: Maximum call stack size exceeded",
      ),
    ).toEqual(expect.arrayContaining(["layouts/post.njk:1:1", '{% extends "carnet/post.njk" %}']));
  });

  it("names the tag that is badly closed or cannot be read, in both languages", () => {
    const said = (words: string): string =>
      `(./layouts/post.njk)\n  Template render error: (ROOT/layouts/post.njk)${words}`;
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}<p>{{ title </p>` },
        said(" [Line 2, Column 14]\n  unexpected token: /"),
      ),
    ).toEqual([
      "layouts/post.njk:2:4",
      "Une valeur est ouverte par {{ et mal fermée. Écrivez :",
      "{{ title }}",
    ]);
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% if title }\nx\n{% endif %}` },
        said(" [Line 3, Column 1]\n  expected block end in if statement"),
        "en",
      ),
    ).toEqual([
      "layouts/post.njk:2:1",
      "A tag is opened by {% and not closed well. Write:",
      "{% if title %}",
    ]);
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% if %}` },
        said(" [Line 2, Column 7]\n  unexpected token: %}"),
      ),
    ).toEqual([
      "layouts/post.njk:2:1",
      "La balise « {% if %} » ne peut pas être lue. Écrivez par exemple :",
      "{% if title %}",
    ]);
    expect(
      problemOf({ "layouts/post.njk": `${EXTENDS}{% set x %}` }, said("\n  unexpected end of file"), "en"),
    ).toEqual([
      "layouts/post.njk:2:1",
      "A block is opened and never closed. Add at its end:",
      "{% endset %}",
    ]);
    expect(
      problemOf(
        { "layouts/post.njk": `${EXTENDS}{% block main %}\n{% else %}` },
        said(" [Line 3, Column 4]\n  unknown block tag: else"),
      ),
    ).toEqual([
      "layouts/post.njk:3:4",
      "La balise « {% else %} » ferme un bloc qui n’est pas ouvert. Retirez-la, ou ouvrez-le avant :",
      "{% if … %}",
    ]);
  });

  it("is in a layout of the site, not in .eleventy.ts, when the message names no file", () => {
    expect(problemOf({ "layouts/post.njk": EXTENDS, ".eleventy.ts": "" }, "what it says")).toEqual(
      expect.arrayContaining(["layouts/post.njk:1:1"]),
    );
  });

  it("keeps Nunjucks' message when Carnet has none of its own", () => {
    expect(
      problemOf({ "layouts/post.njk": EXTENDS }, "(./layouts/post.njk)\n  TypeError: what it says", "en"),
    ).toEqual(["layouts/post.njk:1:1", "This layout cannot be applied: what it says", ""]);
  });
});

describe("an error in .eleventy.ts", () => {
  const say = (message: string): unknown => {
    const { file, line, column, message: text, hint } = layoutProblem(new Error(message), "/site", "en");
    return [`${file}:${String(line)}:${String(column)}`, text, hint];
  };

  it("has the compiler's line, and its column counted from 1", () => {
    expect(
      say('.eleventy.ts: Build failed with 1 error:\n.eleventy.ts:4:50: ERROR: Expected ")" but found ";"'),
    ).toEqual([".eleventy.ts:4:51", '.eleventy.ts does not work: Expected ")" but found ";"', ""]);
  });

  it("names the imported file in which it is", () => {
    expect(
      say(".eleventy.ts: Build failed with 1 error:\nlib/dates.ts:2:0: ERROR: Unexpected end of file"),
    ).toEqual(expect.arrayContaining(["lib/dates.ts:2:1"]));
  });

  it("gives the line that adds Carnet when it is missing", () => {
    expect(say(".eleventy.ts: `config.addPlugin(carnet)` is missing.")).toEqual([
      ".eleventy.ts:1:1",
      "The line that adds Carnet is missing in .eleventy.ts:",
      "config.addPlugin(carnet);",
    ]);
  });

  it("is recognized by its stack when its message does not name the file", () => {
    const error = new Error("nope is not defined");
    error.stack =
      "ReferenceError: nope is not defined\n    at default (file:///site/.cache/config/ab.mjs:7:2)";
    expect(layoutProblem(error, "/site", "fr")).toMatchObject({
      file: ".eleventy.ts",
      message: ".eleventy.ts ne fonctionne pas : nope is not defined",
    });
  });
});

describe("an error in an owner's code", () => {
  const CONFIG = [
    'import carnet from "carnet";',
    "export default (config) => {",
    "  config.addPlugin(carnet);",
    '  config.addPreprocessor("x", "md", () => false);',
    '  config.addTemplate("a.njk", "", { permalink: "/robots.txt" });',
    "};",
  ].join("\n");
  const refused = (path: string, code = "ENOENT"): Error =>
    Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: "open" });
  const placeOf = (error: Error, files = { ".eleventy.ts": CONFIG }): unknown => {
    const { root } = makeSite(files);
    error.stack = error.stack?.replaceAll("ROOT", root) ?? "";
    const { file, line, column, message } = layoutProblem(error, root, "fr");
    return [`${file}:${String(line)}:${String(column)}`, message];
  };

  it("is reported at the line that keeps a page from its address, or at the first line", () => {
    const error = (): Error => new Error(".eleventy.ts: nothing at /blog/a/");
    const said = expect.stringContaining("empêche d’écrire la page /blog/a/") as string;
    expect(placeOf(error())).toEqual([".eleventy.ts:4:1", said]);
    expect(placeOf(error(), { ".eleventy.ts": "export default carnet;\n" })).toEqual([
      ".eleventy.ts:1:1",
      said,
    ]);
  });

  it("is reported at the line that writes one of Carnet's files", () => {
    const text =
      "Output conflict: multiple input files are writing to `./._site.carnet-new/robots.txt`. Use distinct";
    expect(placeOf(new Error(text))).toEqual([
      ".eleventy.ts:5:1",
      "Du code du site écrit /robots.txt, qui est déjà un fichier de Carnet.",
    ]);
  });

  it("is reported for a file that does not exist, but not for a full disk", () => {
    const asked = (code?: string): Error => {
      const error = refused("data.csv", code);
      error.stack = `Error\n    at open (ROOT/.cache/config/ab.mjs:3:1)`;
      return error;
    };
    expect(placeOf(asked())).toEqual([
      ".eleventy.ts:1:1",
      expect.stringContaining("n’a pas pu lire ou écrire data.csv [ENOENT]") as string,
    ]);
    const { root } = makeSite({});
    for (const [code, isOwners] of [
      ["ENOENT", true],
      ["ENOSPC", false],
      ["EACCES", false],
    ] as const) {
      const error = asked(code);
      error.stack = error.stack?.replace("ROOT", root) ?? "";
      expect(isOwnersFault(error, root), code).toBe(isOwners);
    }
    expect(isOwnersFault(refused("data.csv"), root)).toBe(false);
  });
});
