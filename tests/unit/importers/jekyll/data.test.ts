import { describe, expect, it } from "vitest";
import { jekyllData } from "../../../../src/importers/jekyll/data.ts";
import type { SourceFiles } from "../../../../src/importers/source-files.ts";

/** What Jekyll’s templates would find in `site.data`. */
function dataOf(files: Record<string, string>): Record<string, unknown> {
  const read = (file: string): string | undefined => files[file];
  const source: SourceFiles = {
    root: "",
    files: Object.keys(files),
    has: (file) => file in files,
    read,
    manual: [],
  };
  return jekyllData(source);
}

describe("data of Jekyll", () => {
  it("is read from YAML, JSON and tables, by folder and name", () => {
    expect(
      dataOf({
        "_data/a.yml": "- un\n- deux\n",
        "_data/b/c.json": '{ "x": 1 }',
        "_data/d.csv": 'nom,note\n"Pôle ""A""",\nÉquipe B,bien\n',
        "_data/e.tsv": "nom\tnote\nA\tb\n",
        "_posts/2020-01-01-a.md": "---\n---\n",
      }),
    ).toEqual({
      a: ["un", "deux"],
      b: { c: { x: 1 } },
      d: [{ nom: 'Pôle "A"' }, { nom: "Équipe B", note: "bien" }],
      e: [{ nom: "A", note: "b" }],
    });
  });

  it("cannot change what every object of JavaScript has", () => {
    const names = ["__proto__", "constructor", "constructor/prototype"];
    const files = names.flatMap((name) => [`_data/${name}/stolen.yml`, `_data/${name}.yml`]);
    dataOf(Object.fromEntries(files.map((file) => [file, "stolen: yes\n"])));
    expect("stolen" in {}).toBe(false);
    expect("stolen" in Object).toBe(false);
  });
});
