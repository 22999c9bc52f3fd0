import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutFolders, layoutIds, ownCodeProblems } from "../../../../src/build/theme/own-layouts.ts";
import { show } from "../../../../src/shown-problems.ts";
import { makeSite, ROOT, type TestSite } from "../../../support/site.ts";

const BUILTIN = {
  "carnet/base.njk": "{% block main %}{% endblock %}{% block page_footer %}{% endblock %}",
  "carnet/post.njk":
    '{% extends "base.njk" %}\n{% block main %}{% block article_footer %}{% endblock %}{% endblock %}',
  "carnet/partials/nav.njk": "<nav>1</nav>\n",
  "carnet/assets/css/post.css": "p{}\n",
};

/** A site in `blog/` with these layouts of its own, and Carnet's in `carnet/`. */
function place(own: Record<string, string>): TestSite & { said: () => string[] } {
  const layouts = Object.entries(own).map(([path, text]) => [`blog/layouts/${path}`, text] as const);
  const site = makeSite({ ...BUILTIN, ...Object.fromEntries(layouts) });
  const [root, builtin] = [join(site.root, "blog"), join(site.root, "carnet")];
  return {
    ...site,
    said: () =>
      show(ownCodeProblems(root, layoutFolders(root, builtin)), { lang: "fr" }).map(
        ({ file, line, column, code }) =>
          `${code} ${file.slice("layouts/".length)}:${String(line)}:${String(column)}`,
      ),
  };
}

const POST = '{% extends "carnet/post.njk" %}';
const block = (name: string, inside = ""): string => `{% block ${name} %}${inside}{% endblock %}`;
const CONFLICT = "<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> autre\n";

describe("a block that no parent layout has", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "is reported",
      { "post.njk": `${POST}\n\n  {%- block article_foter %}a{% endblock %}` },
      ["lost-block post.njk:3:3"],
    ],
    [
      "is reported through a layout of the site's own",
      {
        "post.njk": POST + block("main", block("extra")),
        "note.njk": `{% extends 'post.njk' %}${block("extra")}{% block autre %}{% endblock autre %}`,
      },
      ["lost-block note.njk:1:56"],
    ],
    [
      "is told apart by its accents",
      {
        "base.njk": block("légende"),
        "a.njk": `{% extends "base.njk" %}${block("légendes")}`,
        "b.njk/lisezmoi.txt": "",
      },
      ["lost-block a.njk:1:25"],
    ],
    ["is shown within another", { "a.njk": POST + block("main", block("mien")) }, []],
    ["is no fault where a layout extends nothing", { "a.njk": block("mien") }, []],
    ["is unknown where a variable names the parent", { "a.njk": `{% extends nom %}${block("mien")}` }, []],
    [
      "is unknown where the parent does not exist",
      { "a.njk": `{% extends "rien.njk" %}${block("mien")}` },
      [],
    ],
    ["is unknown where a layout extends itself", { "a.njk": `{% extends "a.njk" %}${block("mien")}` }, []],
    [
      "is no block in a comment, or in `raw`",
      { "a.njk": `${POST}{# {% block a %} #}{% raw %}{% block b %}{% endraw %}` },
      [],
    ],
    [
      "waits for the end of a merge",
      { "a.njk": `${POST}\n${CONFLICT}${block("mien")}` },
      ["merge-conflict a.njk:2:1"],
    ],
  ])("%s", (_, own, expected) => {
    expect(place(own).said()).toEqual(expected);
  });

  it("is not in Carnet's own layouts, nor in a new site", () => {
    for (const root of [ROOT, join(ROOT, "templates/fr")])
      expect(ownCodeProblems(root, layoutFolders(root, join(ROOT, "layouts")))).toEqual([]);
  });
});

it.each([
  ["layouts/partials/note.njk", `<p>\n\n${CONFLICT}`, "3:1"],
  ["layouts/assets/more.css", CONFLICT, "1:1"],
  [".eleventy.ts", `import carnet from "carnet";\r\n${CONFLICT.replaceAll("\n", "\r\n")}`, "2:1"],
])("an unfinished merge in %s is an error, at its first mark", (file, text, at) => {
  const { root } = makeSite({ [file]: text, "layouts/a.njk": "<p>\n=======\n</p>" });
  const [one, ...others] = show(ownCodeProblems(root, layoutFolders(root, join(ROOT, "layouts"))), {
    lang: "fr",
  });
  expect([one?.severity, one?.code, one?.file, `${String(one?.line)}:${String(one?.column)}`]).toEqual([
    "error",
    "merge-conflict",
    file,
    at,
  ]);
  expect(others).toEqual([]);
});

it("knows the ids that a site's layouts give, besides those around every text", () => {
  const { root } = place({ "post.njk": '<p id="pied"><p id=tout><p id="{{ x }}">' });
  const ids = layoutIds(layoutFolders(join(root, "blog"), join(root, "carnet")));
  expect([...ids].filter((id) => !id.startsWith("page--"))).toEqual(["pied", "tout"]);
});
