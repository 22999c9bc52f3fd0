import { expect, it, test } from "vitest";
import { unmergedCode } from "../../../src/build/own-code.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const CONFLICT = "<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> autre\n";

const said = (files: Record<string, string>): string[] =>
  show(unmergedCode(makeSite(files).root), { lang: "fr" }).map(
    ({ file, line, column, code, severity }) =>
      `${file}:${String(line)}:${String(column)} ${severity} ${code}`,
  );

test.each([
  ["layouts/post.njk", `{% block main %}\n${CONFLICT}{% endblock %}\n`, 2],
  ["layouts/partials/note.njk", `<p>\n\n${CONFLICT}`, 3],
  ["layouts/assets/more.css", CONFLICT, 1],
  [".eleventy.ts", `import carnet from "carnet";\r\n${CONFLICT.replaceAll("\n", "\r\n")}`, 2],
])("an unfinished merge in %s is an error, at its first mark", (file, text, line) => {
  expect(said({ [file]: text })).toEqual([`${file}:${String(line)}:1 error merge-conflict`]);
});

it("reports nothing in code without marks, and nothing if there is no code", () => {
  expect(said({ "layouts/a.njk": "<p>\n=======\n</p>", ".eleventy.ts": "export default 1 << 7;\n" })).toEqual(
    [],
  );
  expect(said({ "content/site.yaml": "title: T\n" })).toEqual([]);
});
