import { describe, expect, it } from "vitest";
import { literalFrontMatter, literalModule } from "../../../src/importers/js-literals.ts";

describe("a JavaScript module that only contains data", () => {
  it("has its values, whatever their quotes, comments and commas", () => {
    const code = `// les réglages
export default {
  title: "L\\u2019été \\"ici\\"", 'url': 'https://x.example/', lang: \`fr\`, /* note */
  author: { name: 'L\\'équipe', age: 12.5, },
  tags: ["a", true, null,],
};
`;
    expect(literalModule(code)).toEqual({
      title: 'L’été "ici"',
      url: "https://x.example/",
      lang: "fr",
      author: { name: "L'équipe", age: 12.5 },
      tags: ["a", true, null],
    });
    expect(literalModule("module.exports = {}")).toEqual({});
  });

  it.each([
    "export default { title: nom };",
    "export default { ...autre };",
    "export default { title };",
    "export default { url: `https://${hote}/` };",
    "export default { permalink(data) { return 1; } };",
    "export default { a: 1 + 1 };",
    "export default [1];",
    'import x from "y";\nexport default { a: 1 };',
    "export default { a: 1 };\nlance();",
    "export default { a: 1",
    `export default ${"[".repeat(90_000)}`,
  ])("has no value if something would have to be run, or is not closed: %.60s", (code) => {
    expect(literalModule(code)).toBeUndefined();
  });
});

it("front matter in JavaScript is an object, or constants", () => {
  expect(literalFrontMatter('{ title: "A" }\n')).toEqual({ title: "A" });
  expect(literalFrontMatter('const nav = { key: "A", order: 3 };\nlet title = "B"\n')).toEqual({
    nav: { key: "A", order: 3 },
    title: "B",
  });
  expect(literalFrontMatter("")).toEqual({});
  expect(literalFrontMatter("const title = nom();\n")).toBeUndefined();
  expect(literalFrontMatter('import a from "b";\n')).toBeUndefined();
});
