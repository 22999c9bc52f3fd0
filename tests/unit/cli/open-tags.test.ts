import { expect, it } from "vitest";
import { openTag } from "../../../src/cli/open-tags.ts";

it("finds the open block at the end tag of another, and ignores raw text", () => {
  const lines = [
    "{% raw %}{% endfor %}{% endraw %}",
    "{% set x = 1 %}",
    "  {%- if a -%}",
    "{% endblock %}",
    "{% for b in c %}",
  ];
  expect(openTag(lines, 4)).toEqual({ name: "if", line: 3, column: 3 });
});

it("finds the block open after a line, and none when all are closed", () => {
  expect(openTag(["{% block a %}", "{% set b %}x"], 2)).toEqual({ name: "set", line: 2, column: 1 });
  expect(openTag(["{% block a %}", "{% set b = 1 %}"], 2)).toEqual({ name: "block", line: 1, column: 1 });
  expect(openTag(["{% block a %}", "{% endblock %}"], 2)).toBeUndefined();
});

it("finds the block open before the wrong end tag, not one that opens after it on the same line", () => {
  const lines = ["<main>", '{% block a %}{% include "e" %}{% if b %}x{% endblock %}{% for c in d %}'];
  expect(openTag(lines, 2)).toEqual({ name: "if", line: 2, column: 31 });
});
