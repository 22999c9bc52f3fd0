import { describe, expect, test } from "vitest";
import { locate, type KeyPath } from "../../../../src/content/yaml/locate.ts";

const text = [
  "title: A", // 2
  "tags: [design, 'a, b', données]", // 3
  "related:", // 4
  "  - un", // 5
  "  - deux", // 6
  "authors:", // 7
  "- { name: B, role: C }", // 8
  "- name: D", // 9
  "  role: E", // 10
  '"lang-ref": x', // 11
  "description: >", // 12
  "  title: rien", // 13
  "slug:", // 14
  "layout: # aucune", // 15
  "permalink    : /a/:slug/ # remarque", // 16
  "embeds: { load: x, allow: }", // 17
].join("\n");

describe("the place of a value", () => {
  test.each<[KeyPath, string]>([
    [["title"], "2:8"],
    [["lang-ref"], "11:13"],
    [["description"], "12:14"],
    [["tags", 0], "3:8"],
    [["tags", 1], "3:16"],
    [["tags", 2], "3:24"],
    [["related", 1], "6:5"],
    [["authors", 0, "role"], "8:20"],
    [["authors", 1, "role"], "10:9"],
    [["authors"], "7:1"],
    [["authors", 7], "7:1"],
    [["authors", 1, "photo"], "9:3"],
    [["slug"], "14:1"],
    [["layout"], "15:1"],
    [["permalink"], "16:16"],
    [["embeds"], "17:9"],
    [["embeds", "load"], "17:17"],
    [["embeds", "allow"], "17:20"],
    [["absent"], "2:1"],
    [[], "2:1"],
  ])("%j is at %s", (path, expected) => {
    const { line, column } = locate("a.md", text, path, { firstLine: 2 });
    expect(`${String(line)}:${String(column)}`).toBe(expected);
  });

  test.each<[KeyPath, string]>([
    [["title"], "2:1"],
    [["authors", 0, "role"], "8:14"],
    [["authors", 1, "role"], "10:3"],
  ])("the key of %j is at %s", (path, expected) => {
    const { line, column } = locate("a.md", text, path, { firstLine: 2, part: "key" });
    expect(`${String(line)}:${String(column)}`).toBe(expected);
  });
});
