import { describe, expect, test } from "vitest";
import { load, one } from "../site-root.ts";

describe("a key that was meant to hold a text back", () => {
  test.each([
    ["Draft: true", "draft: true"],
    ["drafts: true", "draft: true"],
    ["brouillon: oui", "draft: true"],
    ["hidden: true", "draft: true"],
    ["status: private", "draft: true"],
    ["publishd: false", "published: false"],
    ["visible: non", "published: false"],
    ["publish_at: 2027-03-02 09:00", "publishAt: 2027-03-02 09:00"],
    ["embargo: bientôt", "publishAt: AAAA-MM-JJ HH:MM"],
    ["expire: 2020-01-01", "expires: 2020-01-01"],
    ["expiryDate: fin 2026", "expires: AAAA-MM-JJ HH:MM"],
    ["Date: 2027-01-01", "date: 2027-01-01"],
  ])("%s is an error, and the text is not published", async (line, hint) => {
    const { content, problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([{ line: 3, column: 1, code: "front-matter", severity: "error", hint }]);
    expect(content.posts).toEqual([]);
  });
  test.each(["draft:", "published:", "publishAt:"])("%s without a value is one too", async (line) => {
    const { content, problems } = await load(one("title: A", line));
    expect(problems).toMatchObject([{ line: 3, code: "value", severity: "error" }]);
    expect(content.posts).toEqual([]);
  });
  test.each([
    "Draft: false",
    "status: published",
    "publishDate: 2019-03-02",
    "droit: CC BY",
    "experts: Ana",
    "en ligne: https://example.org/",
    "expires:",
  ])("%s would hold nothing back, and stops nothing", async (line) => {
    const { content, found } = await load(one("title: A", line));
    expect(content.posts).toHaveLength(1);
    expect(found.every((one) => one.endsWith("unknown-key"))).toBe(true);
  });
  test("is only unknown in a text that is held back anyway", async () => {
    const { problems } = await load(one("title: A", "draft: true", "status: draft"));
    expect(problems.map(({ code }) => code)).toEqual(["unknown-key"]);
  });
});
