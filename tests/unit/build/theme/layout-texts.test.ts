import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutTexts, type LayoutTexts } from "../../../../src/build/theme/layout-texts.ts";
import { siteRoot, type Files } from "../../content/site-root.ts";

const BUILTIN = {
  "builtin/post.njk": '{% extends "base.njk" %}{% include "partials/tags.njk" %}',
  "builtin/base.njk": '<p>{% include "partials/foot.njk" %}',
  "builtin/page.njk": '{% extends "base.njk" %}',
  "builtin/partials/tags.njk": "t",
  "builtin/partials/foot.njk": "f",
};

function texts(files: Files, layout = "post"): LayoutTexts {
  const root = siteRoot({ ...BUILTIN, ...files });
  return layoutTexts(join(root, "layouts"), join(root, "builtin"))(layout);
}

const digest = (files: Files, layout?: string): string => texts(files, layout).digest;

describe("what a layout is made of", () => {
  it("changes with each of its files, and with no other", () => {
    const before = digest({});
    expect(digest({ "builtin/partials/tags.njk": "T" })).not.toBe(before);
    expect(digest({ "builtin/partials/foot.njk": "F" })).not.toBe(before);
    expect(digest({ "layouts/partials/foot.njk": "own" })).not.toBe(before);
    expect(digest({ "layouts/post.njk": '{% extends "carnet/post.njk" %}' })).not.toBe(before);
    expect(digest({ "builtin/page.njk": "other" })).toBe(before);
    expect(digest({ "layouts/partials/other.njk": "own" })).toBe(before);
    expect(digest({ "builtin/partials/tags.njk": "T" }, "page")).toBe(digest({}, "page"));
  });

  it("includes imports and macros, in either quotation marks", () => {
    const own = { "layouts/post.njk": "{%- import 'm.njk' as m -%}{% from \"n.njk\" import x %}" };
    const before = digest({ ...own, "layouts/m.njk": "1", "layouts/n.njk": "1" });
    expect(digest({ ...own, "layouts/m.njk": "2", "layouts/n.njk": "1" })).not.toBe(before);
    expect(digest({ ...own, "layouts/m.njk": "1", "layouts/n.njk": "2" })).not.toBe(before);
  });

  it("includes every layout when a tag computes a name, or front matter may name one", () => {
    for (const text of [
      "{% include name %}",
      "---\nlayout: outer\n---\n",
      '{% include "near.njk" if x else "far.njk" %}',
      '{% include "fa" + "r.njk" %}',
      '{% include ["near.njk", "far.njk"] %}',
    ]) {
      const own = { "layouts/post.njk": text };
      expect(digest({ ...own, "layouts/far.njk": "1" })).not.toBe(digest({ ...own, "layouts/far.njk": "2" }));
    }
  });
});

describe("a file that a layout names", () => {
  it.each(["./near.svg", "../far.svg"])("is found from the folder of the layout's text: %s", (name) => {
    const own = { "layouts/post.njk": '{% include "bits/a.njk" %}' };
    const file = join("layouts/bits", name);
    const named = { ...own, "layouts/bits/a.njk": `{% include "${name}" %}` };
    expect(digest({ ...named, [file]: "1" })).not.toBe(digest({ ...named, [file]: "2" }));
  });

  it("may be any file of the site when a tag computes its name", () => {
    const own = { "layouts/post.njk": '{% include "icons/" + name + ".svg" %}' };
    const files = (text: string): Files => ({ ...own, "layouts/icons/a.svg": text });
    expect(digest(files("1"))).not.toBe(digest(files("2")));
    expect(texts(files("{{ collections.posts }}")).looksAround).toBe(true);
    expect(texts({ ...own, "layouts/a.css": "a[href] { color: red }" }).looksAround).toBe(false);
  });
});

it("a computed name that begins with a folder's name is no error", () => {
  expect(
    texts({ "layouts/post.njk": '{% include "bits/" + name %}', "layouts/bits/a.njk": "" }).digest,
  ).not.toBe("");
});

it.each([
  ["{% for p in collections.posts %}", true],
  ["{{ next.data.next.data.title }}", true],
  ["{{ post.data.previous.url }}", true],
  ["{{ data[name] }}", true],
  ["{{ pager.next }}", false],
  ["{{ next.url }}", false],
  ["{{ title }}", false],
])("%s may read more than its page: %s", (text, expected) => {
  expect(texts({ "layouts/post.njk": text }).looksAround).toBe(expected);
});

it("Carnet's own layouts never count as reading more than their page", () => {
  expect(texts({ "builtin/partials/tags.njk": "{{ collections.posts }}" }).looksAround).toBe(false);
});

describe("the texts of a layout", () => {
  it("are all Carnet's when the site has none of them, whatever else it has", () => {
    expect(texts({}).isBuiltin).toBe(true);
    expect(texts({ "layouts/page.njk": "own", "layouts/partials/other.njk": "own" }).isBuiltin).toBe(true);
  });

  it("are not all Carnet's when any of them, down to the last partial, is the site's", () => {
    expect(texts({ "layouts/post.njk": '{% extends "carnet/post.njk" %}' }).isBuiltin).toBe(false);
    expect(texts({ "layouts/base.njk": "own" }).isBuiltin).toBe(false);
    expect(texts({ "layouts/partials/foot.njk": "own" }).isBuiltin).toBe(false);
  });
});
