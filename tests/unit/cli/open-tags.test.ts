import { expect, it } from "vitest";
import { openTag } from "../../../src/cli/open-tags.ts";

it("finds the block that is open where the end of another one comes, past what is only shown", () => {
  const lines = [
    "{% raw %}{% endfor %}{% endraw %}",
    "{% set x = 1 %}",
    "  {%- if a -%}",
    "{% endblock %}",
    "{% for b in c %}",
  ];
  expect(openTag(lines, 4)).toEqual({ name: "if", line: 3, column: 3 });
});

it("finds the one that is open after a line, and none where all are closed", () => {
  expect(openTag(["{% block a %}", "{% set b %}x"], 2)).toEqual({ name: "set", line: 2, column: 1 });
  expect(openTag(["{% block a %}", "{% endblock %}"], 2)).toBeUndefined();
});
