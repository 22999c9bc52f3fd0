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
  expect(openTag(["{% block a %}", "{% endblock %}"], 2)).toBeUndefined();
});
