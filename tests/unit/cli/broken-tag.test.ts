import { describe, expect, it } from "vitest";
import { brokenTag } from "../../../src/cli/broken-tag.ts";

/** `line:column tag → fix` for a layout; `line` and `column` are Nunjucks' place, used when the tag itself gives none. */
function said(text: string, line = 0, column = 1): string | undefined {
  const tag = brokenTag(text, { line, column });
  return tag && `${String(tag.line)}:${String(tag.column)} ${tag.found || tag.sign} → ${tag.fix}`;
}

describe("an unclosed tag: the fix closes it before the HTML that follows", () => {
  it.each([
    ["<p>{{ title </p>", "1:4 {{ → {{ title }}"],
    ["a\n<p>{{ title | upper </p>\n{{ b }}", "2:4 {{ → {{ title | upper }}"],
    ["<p>{{ title }</p>\n<b>{{ x }}</b>", "1:4 {{ → {{ title }}"],
    ["{% if title }<b>{{ title }}</b>{% endif %}", "1:1 {% → {% if title %}"],
    ["{{ a }}\n{%- if title }}x{% endif %}", "2:1 {% → {%- if title %}"],
    ["{% if a < b }\nx\n{% endif %}", "1:1 {% → {% if a < b %}"],
    ["{% set a = { b: 1 } }\n{{ a }}", "1:1 {% → {% set a = { b: 1 } %}"],
    ["{{ title %}", "1:1 {{ → {{ title }}"],
    ["{# a note\n<p>{{ x }}</p>", "1:1 {# → {# a note #}"],
    ["{# a <b>note</b>", "1:1 {# → {# a <b>note</b> #}"],
    ["{% set a = { b: { c: 1 } }", "1:1 {% → {% set a = { b: { c: 1 } } %}"],
    ["{{ <p>", "1:1 {{ → "],
  ])("%j", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it("is ignored in a comment, in quotes or in raw text", () => {
    expect(said("{# {{ a #}{% raw %}{{ b {% endraw %}{{ 'c }} d' }}")).toBeUndefined();
  });
});

describe("a closed tag that cannot be read: the fix uses Nunjucks' syntax", () => {
  it.each([
    ["{% if a && b %}x{% endif %}", 12, "{% if a && b %} → {% if a and b %}"],
    ["{% if a = b %}x{% endif %}", 11, "{% if a = b %} → {% if a == b %}"],
    ["{% for p posts %}x{% endfor %}", 4, "{% for p posts %} → {% for p in posts %}"],
    ["{% for p of posts %}x{% endfor %}", 4, "{% for p of posts %} → {% for p in posts %}"],
    ["{{ a ? b : c }}", 6, "{{ a ? b : c }} → {{ b if a else c }}"],
    ["{% if %}x{% endif %}", 7, "{% if %} → {% if title %}"],
    ["{{ }}", 4, "{{ }} → {{ title }}"],
    ["{% extends a b %}", 16, '{% extends a b %} → {% extends "carnet/post.njk" %}'],
  ])("%s", (text, column, expected) => {
    expect(said(text, 1, column)).toBe(`1:1 ${expected}`);
  });

  it("is not found in a comment, which has no error", () => {
    expect(said("{{ a }}\n{# un mot #}\n", 3, 1)).toBeUndefined();
  });

  it("is found among others", () => {
    expect(said("{% if a %}\n  {% else if b %}{% endif %}", 2, 14)).toBe(
      "2:3 {% else if b %} → {% elif b %}",
    );
    expect(said(`${"\n".repeat(9)}{% for p posts %}x{% endfor %}`, 10, 3)).toBe(
      "10:1 {% for p posts %} → {% for p in posts %}",
    );
    expect(said("{% if %}{{ a }}", 1, 8)).toBe("1:1 {% if %} → {% if title %}");
    expect(said('{{ a }}\n{{ "abc }}\n{{ b }}')).toBe('2:1 {{ "abc }} → {{ title }}');
  });
});
