import { join } from "node:path";
import { expect, it } from "vitest";
import { pageAnchors } from "../../../../src/build/theme/page-anchors.ts";
import { siteRoot, type Files } from "../../content/site-root.ts";

const BUILTIN = {
  "builtin/blog.njk": '{% extends "base.njk" %}',
  "builtin/tags.njk": '{% extends "base.njk" %}{% include "partials/group-list.njk" %}',
  "builtin/base.njk": '<main id="page--main">',
  "builtin/partials/group-list.njk": "<ol>",
};

/** Whether the ids of the lists are known, and the owner's own ids around texts. */
function known(files: Files): { blog: boolean; tags: boolean; own: string[] } {
  const root = siteRoot({ ...BUILTIN, ...files });
  const anchors = pageAnchors(root, join(root, "builtin"));
  return {
    blog: anchors.of({ kind: "blog", layout: "blog" }) !== undefined,
    tags: anchors.of({ kind: "tags", layout: "tags" }) !== undefined,
    own: [...anchors.around].filter((id) => !id.startsWith("page--")),
  };
}

const ALL = { blog: true, tags: true, own: [] };
const NOTHING = { blog: false, tags: false, own: [] };

it("knows the ids of pages that are Carnet's own", () => {
  expect(known({})).toEqual(ALL);
  expect(known({ "layouts/post.njk": '<p id="mine">', "layouts/a.njk/b.txt": "" })).toEqual({
    ...ALL,
    own: ["mine"],
  });
});

it("does not know those of a page in which a layout of the site has a part", () => {
  expect(known({ "layouts/partials/group-list.njk": "<ol id=termes>" })).toEqual({
    blog: true,
    tags: false,
    own: ["termes"],
  });
  expect(known({ "layouts/base.njk": "<main id='{{ kind }}'>" })).toEqual(NOTHING);
});

const config = (...lines: string[]): Files => ({
  ".eleventy.ts": [
    'import carnet, { type EleventyConfig } from "carnet";',
    "// addTransform is not called.",
    "export default function (config: EleventyConfig): void {",
    "  config.addPlugin(carnet);",
    ...lines,
    "}",
  ].join("\n"),
});

it("still knows them when a configuration adds nothing or a filter", () => {
  expect(known(config())).toEqual(ALL);
  expect(known(config('config.addFilter("upper", (text: string) => text.toUpperCase());'))).toEqual(ALL);
});

it.each([
  ["a transform", config('config.addTransform("ids", (html: string) => html);')],
  ["another plugin", config("config.addPlugin(other);")],
  ["a configuration in another file", { ".eleventy.ts": 'import own from "./own.ts";\nexport default own;' }],
  ["data files", { "_data/x.json": "{}" }],
])("does not know them when the site has %s", (_, files: Files) => {
  expect(known(files)).toEqual(NOTHING);
});
