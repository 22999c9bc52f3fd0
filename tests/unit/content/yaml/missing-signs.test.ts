// A colon or a hyphen missing in a settings file is reported at its own line, not at the one above or below.
import { expect, test } from "vitest";
import { parseYaml } from "../../../../src/content/yaml/parse.ts";

test.each([
  ["/a/ /b/\n/c/: /d/", 1, "/a/: /b/"],
  ["/a/: /b/\n/c/ https://d.example.org/\n/e/: /f/", 2, "/c/: https://d.example.org/"],
  ["/a/: /b/\n/c/ => /d/", 2, "/c/: /d/"],
  ["a:\n  name: B\n  team true\nc:\n  name: D", 3, "  team: true"],
  [
    "a:\n  name: B\n  links:\n    - label: C\n      url https://d.example.org/",
    5,
    "      url: https://d.example.org/",
  ],
  ["a:\n  name: B\n  aliases\n    - C\n", 3, "  aliases:"],
  ["a:\n  handles:\n    twitter: b\n  since 2019\nc:\n  name: D", 4, "  since: 2019"],
  ["a:\n  handles:\n    twitter: b\n  since:2019", 4, "  since: 2019"],
  ["a:\n  name: B\n  team :true\nc:\n  name: D", 3, "  team: true"],
  ["embeds:\n  allow: [a.org]\n  load click\ntypography: on", 3, "  load: click"],
  ["a:\n  aliases:\n    - B\n    C D\n  name: E", 4, "    - C D"],
])("%j lacks a sign: its line gets a fix", (text, line, fix) => {
  const read = parseYaml(text);
  expect(read).toMatchObject({ failure: { kind: "syntax", line, fix } });
});

test.each([
  ["---\ntitle: A\nurl: https://a.example.org\n---\n", 4],
  ["title: A\n---\nlang: fr\n", 2],
])("a line of hyphens in a settings file is reported: %j", (text, line) => {
  expect(parseYaml(text)).toMatchObject({ failure: { kind: "second-document", line, found: "---" } });
});

test("a sentence that continues at the indentation of its key is not taken for a key", () => {
  expect(parseYaml("a:\n  description: B\n  whose c\n")).toMatchObject({
    failure: { line: 3, fix: "    whose c" },
  });
});
