import { describe, expect, it } from "vitest";
import { load, post } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-a.md";
const withBody = (body: string, ...lines: string[]): Record<string, string> => ({
  [FILE]: ["---", "title: A", ...lines, "---", body].join("\n"),
});

describe("the body of a text", () => {
  it.each(["", "\n\n", "<!-- Écrivez ici. -->\n"])("that says nothing gets a note: %j", async (body) => {
    const { problems } = await load(withBody(body));
    expect(problems).toMatchObject([{ file: FILE, line: 4, code: "no-text", severity: "note" }]);
  });
  it("that says nothing is fine in a draft", async () => {
    expect((await load(withBody("", "draft: true"))).found).toEqual([]);
  });
  it("in another language than its own gets a warning, with the line to add", async () => {
    const english =
      "This is the story of what we did with the data that they have, and of what it was for: the teams of the city.";
    const { problems } = await load(withBody(english));
    expect(problems).toMatchObject([{ line: 2, code: "language", severity: "warn", hint: "lang: en" }]);
    expect((await load(withBody(english, "lang: en"))).found).toEqual([]);
    expect((await load(withBody(`\`\`\`\n${english}\n\`\`\``))).found).toEqual([]);
  });
  it("of a page from a template gets one note for all that is to complete", async () => {
    const page = `${post("title: B")}\n\n<mark>À compléter : un nom.</mark>\n\n<mark>À compléter : un lien.</mark>\n`;
    const { problems } = await load({ [FILE]: post("title: A"), "content/pages/b.md": page });
    expect(problems).toMatchObject([{ line: 7, code: "to-complete", severity: "note" }]);
    expect(problems[0]?.message).toContain("un lien");
  });
});
