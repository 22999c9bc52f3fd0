import { join } from "node:path";
import { expect, it } from "vitest";
import { lostIntroductions } from "../../../../src/build/theme/lost-introductions.ts";
import type { Page } from "../../../../src/pages/types.ts";
import { show } from "../../../../src/shown-problems.ts";
import { makeSite } from "../../../support/site.ts";

const BUILTIN = {
  "carnet/base.njk": '<meta content="x">{% block main %}{% endblock %}',
  "carnet/tag.njk":
    '{% extends "base.njk" %}{# content #}{% block main %}{% include "partials/introduction.njk" %}{% endblock %}',
  "carnet/partials/introduction.njk": "{% if content %}{{ content | safe }}{% endif %}",
};

/** A list of this kind and layout, introduced by the page `file` if there is one. */
function list(kind: "tag" | "blog", layout: string, file?: string): Page {
  return { kind, layout, ...(file !== undefined && { entry: { file } }) } as Page;
}

function said(own: Record<string, string>, pages: readonly Page[]): string[] {
  const { root } = makeSite({
    ...BUILTIN,
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`blog/layouts/${name}`, text])),
  });
  const found = lostIntroductions(pages, { root: join(root, "blog"), builtin: join(root, "carnet") });
  return show(found, { lang: "fr" }).map(({ file, message }) => `${file} ${message}`);
}

const INTRODUCED = [list("tag", "tag"), list("tag", "tag", "a.md"), list("tag", "tag", "b.md")];
/** A copy made before introductions existed, which says `content` without showing it. */
const COPY =
  '{% extends "base.njk" %}{# content #}{% block main %}<p class="content">{{ title }}</p>{% endblock %}';

it("reports the layout once, with a page that it does not show", () => {
  expect(said({ "tag.njk": COPY }, INTRODUCED)).toEqual([
    expect.stringMatching(/^layouts\/tag\.njk .*\(a\.md\)/),
  ]);
  const own = { "tag.njk": COPY, "cohorte.njk": COPY };
  expect(said(own, [...INTRODUCED, list("tag", "cohorte", "c.md")])).toHaveLength(2);
});

it.each<[string, Record<string, string>, readonly Page[]]>([
  ["no page introduces a list", { "tag.njk": COPY }, [list("tag", "tag"), list("blog", "tag", "a.md")]],
  ["the layout is Carnet’s", { "post.njk": COPY }, INTRODUCED],
  ["it extends Carnet’s layout", { "tag.njk": '{% extends "carnet/tag.njk" %}' }, INTRODUCED],
  ["it shows the text itself", { "tag.njk": "<p>{{ title }}</p>{{ content | safe }}" }, INTRODUCED],
  [
    "it includes the introduction, as the message advises",
    { "tag.njk": '{% include "partials/introduction.njk" %}' },
    INTRODUCED,
  ],
  ["a variable names what it includes", { "tag.njk": "{% include part %}" }, INTRODUCED],
])("reports nothing when %s", (_where, own, pages) => {
  expect(said(own, pages)).toEqual([]);
});
