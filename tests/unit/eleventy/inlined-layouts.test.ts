// Partials inlined into the text of Carnet's layouts: the pages are the same as with Nunjucks' own includes.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { beforeEach, describe, expect, it } from "vitest";
import { InlinedLayouts } from "../../../src/eleventy/inlined-layouts.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const BUILTIN = "layouts";
const NAMES = readdirSync(BUILTIN).filter((name) => name.endsWith(".njk"));

let own: string;
beforeEach(() => {
  own = scratchFolder();
});
const source = (name: string): string => new InlinedLayouts(BUILTIN, own).getSource(name).src;

describe("Carnet's layouts", () => {
  it("are found", () => {
    expect(NAMES.length).toBeGreaterThan(10);
  });

  it.each(NAMES)("inline every partial that %s includes", (name) => {
    expect(source(name)).not.toContain("{% include");
  });

  it("include a partial that the site replaced from its own file", () => {
    mkdirSync(join(own, "partials"));
    writeFileSync(join(own, "partials/toc.njk"), "x");
    expect(source("post.njk").match(/\{% include "[^"]+" %\}/g)).toEqual([
      '{% include "partials/toc.njk" %}',
    ]);
  });

  it("do not contain a file that does not exist", () => {
    expect(new InlinedLayouts(BUILTIN, own).getSource("none.njk")).toBeNull();
  });
});

describe("a layout with inlined partials", () => {
  const options = { autoescape: true, trimBlocks: true, lstripBlocks: true };
  const FILES = {
    "page.njk":
      '<a>\n  {% include "partials/one.njk" %}\n</a> {% include "partials/two.njk" %}\n<b>{% if x %}{% include "partials/two.njk" %}{% endif %}</b>\n',
    "partials/one.njk":
      '{# One. #}\n{% for i in list %}\n  <i>{{ i }}</i>\n  {% include "partials/two.njk" %}\n{% endfor %}\n',
    "partials/two.njk": "{# Two. #}\n{% set y = x %}{{ y }}\n",
  };

  it("renders the same bytes as with includes", () => {
    const folder = join(own, "builtin");
    mkdirSync(join(folder, "partials"), { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const data = { x: "<1>", list: ["a", "b"] };
    const inlined = new nunjucks.Environment(new InlinedLayouts(folder, own), options);
    const included = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), options);
    const html = inlined.render("page.njk", data);
    expect(html).toBe(included.render("page.njk", data));
    expect(html).toContain("<i>b</i>");
  });
});
