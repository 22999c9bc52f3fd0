import { join } from "node:path";
import { expect, it } from "vitest";
import { lostBlocks } from "../../../../src/build/theme/lost-blocks.ts";
import { show } from "../../../../src/shown-problems.ts";
import { makeSite, ROOT } from "../../../support/site.ts";

const BUILTIN = {
  "carnet/base.njk": "{% block main %}{% endblock %}{% block page_footer %}{% endblock %}",
  "carnet/post.njk":
    '{% extends "base.njk" %}\n{% block main %}{% block article_footer %}{% endblock %}{% endblock %}',
};

/** The places reported for a site's own layouts. */
function said(own: Record<string, string>): string[] {
  const site = makeSite({
    ...BUILTIN,
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`blog/layouts/${name}`, text])),
  });
  const found = lostBlocks(join(site.root, "blog"), join(site.root, "carnet"));
  return show(found, { lang: "fr" }).map(
    ({ file, line, column }) => `${file}:${String(line)}:${String(column)}`,
  );
}

it("reports a block that no parent layout has, and suggests the nearest one", () => {
  expect(
    said({ "post.njk": '{% extends "carnet/post.njk" %}\n\n  {%- block article_foter %}a{% endblock %}' }),
  ).toEqual(["layouts/post.njk:3:3"]);
});

it("lists the existing blocks when none is near, also through a layout of the site's own", () => {
  const own = {
    "post.njk":
      '{% extends "carnet/post.njk" %}{% block main %}{% block extra %}{% endblock %}{% endblock %}',
    "note.njk":
      "{% extends 'post.njk' %}{% block extra %}{% endblock %}{% block autre %}{% endblock autre %}",
  };
  expect(said(own)).toEqual(["layouts/note.njk:1:56"]);
});

it.each([
  [
    "a block within another",
    '{% extends "post.njk" %}{% block main %}{% block mien %}{% endblock %}{% endblock %}',
  ],
  ["a layout that extends nothing", "{% block mien %}{% endblock %}"],
  ["a parent layout that a variable names", "{% extends nom %}{% block mien %}{% endblock %}"],
  ["an empty name of a parent layout", '{% extends "" %}{% block mien %}{% endblock %}'],
  ["a parent layout that does not exist", '{% extends "rien.njk" %}{% block mien %}{% endblock %}'],
  ["a layout that extends itself", '{% extends "a.njk" %}{% block mien %}{% endblock %}'],
  [
    "blocks in a comment and in `raw`",
    '{% extends "carnet/post.njk" %}{# {% block a %} #}{% raw %}{% block b %}{% endraw %}',
  ],
])("reports nothing for %s", (_title, text) => {
  expect(said({ "a.njk": text })).toEqual([]);
});

it("tells names with accents apart, and ignores folders", () => {
  const own = {
    "base.njk": "{% block légende %}{% endblock %}",
    "a.njk": '{% extends "base.njk" %}{% block légendes %}{% endblock %}{% block là %}{% endblock %}',
    "dossier.njk/lisezmoi.txt": "",
  };
  expect(said(own)).toEqual(["layouts/a.njk:1:25", "layouts/a.njk:1:59"]);
});

it("finds nothing in Carnet's own layouts, nor in a site without any", () => {
  expect(lostBlocks(ROOT, join(ROOT, "layouts"))).toEqual([]);
  expect(said({})).toEqual([]);
  expect(lostBlocks(join(ROOT, "templates/fr"), join(ROOT, "layouts"))).toEqual([]);
});

it("leaves the marks of an unfinished merge to the error that they have", () => {
  const block = "{% block article_footer %}a{% endblock %}";
  const text = `{% extends "carnet/post.njk" %}\n<<<<<<< HEAD\n${block}\n=======\n${block}\n>>>>>>> b\n`;
  expect(said({ "post.njk": text })).toEqual([]);
});
