import { expect, it } from "vitest";
import { found, gathered } from "../../../../src/importers/report/words.ts";
import { reportText } from "../../../../src/importers/report/text.ts";

it("escapes control characters of an old blog", () => {
  const found = "\u001b[2J\u202etitre\u009b31m\nligne";
  const text = reportText(
    {
      kind: "jekyll",
      entries: [],
      repairs: {},
      words: { before: 0, after: 0, lost: 0, added: 0 },
      pictures: { before: 0, after: 0, lost: 0, added: 0 },
      links: { before: 0, after: 0, lost: 0, added: 0 },
      manual: [{ kind: "mixed-field", file: "_posts/a.md", line: 2, found }],
      unanswered: [found],
      redirected: [],
      missingPictures: [],
      alsoServed: [],
      feeds: { path: "/feed.xml", ids: "address" },
      written: { added: [], updated: [], removed: [], same: 0 },
      problems: {},
      errors: [],
    },
    "fr",
    "nouveau",
  );
  expect(text).toContain("_posts/a.md:2");
  expect(text).toContain("\n  \\u001b[2J\\u202etitre\\u009b31m\\u000aligne\n");
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

it("cuts what was found after a whole character", () => {
  const long = found({ kind: "template", file: "a.md", line: 1, found: `{% ${"x".repeat(156)}😀😀 %}` });
  expect(long).toBe(`{% ${"x".repeat(156)}…`);
});

it("gathers the uses of one shortcode, whatever their arguments", () => {
  const use = (file: string, found: string) => ({ kind: "template", file, line: 1, found }) as const;
  const uses = [
    use("a.md", '{{< carte lat="1" >}}'),
    use("b.md", "{{< carte lat=2 >}}"),
    use("b.md", '{% include carte.html a="1" %}'),
    use("b.md", '{% include plan.html a="1" %}'),
    use("c.md", "{{ un }}"),
    use("c.md", "{{ deux }}"),
    use("d.md", '{{< carte lat="3" >}}'),
  ];
  expect(gathered(uses).map(({ file, found, others }) => [file, found, others ?? 0])).toEqual([
    ["a.md", '{{< carte lat="1" >}}', 2],
    ["b.md", '{% include carte.html a="1" %}', 0],
    ["b.md", '{% include plan.html a="1" %}', 0],
    ["c.md", "{{ un }}", 0],
    ["c.md", "{{ deux }}", 0],
  ]);
});
