// Every key of front matter with every kind of value → a post, or an error that says why there is none.
// What is left out without a word is the worst that can happen to an editor.
import { expect, test } from "vitest";
import { FRONT_MATTER_KEYS } from "../../../src/content/schema.ts";
import { load } from "./site-root.ts";

const VALUES = [
  "12",
  "1.5",
  "true",
  "''",
  "[]",
  "{}",
  "[null]",
  "['']",
  "[[]]",
  "[[a], [b]]",
  "[{}]",
  "[{ x: y }]",
  "[{ name: A, x: { y: z } }]",
  "[{ date: 2026-01-01, text: a, x: y }]",
  "{ x: y }",
  "{ name: A }",
  '"a\\nb"',
  "2026-01-01",
  "'#'",
  "'/a/'",
  "'2026-01-01 25:00'",
];

test.each(FRONT_MATTER_KEYS)("%s", async (key) => {
  const files = VALUES.map(
    (value, i) =>
      [
        `content/posts/2026-01-${String(i + 1).padStart(2, "0")}-a.md`,
        `---\n${key === "title" ? "" : "title: A\n"}${key}: ${value}\n---\nTexte\n`,
      ] as const,
  );
  const { content, problems } = await load(Object.fromEntries(files));
  const kept = new Set([...content.posts, ...content.withheld].map(({ file }) => file));
  const refused = problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
  for (const one of refused) kept.add(one);
  expect(files.map(([file, text]) => (kept.has(file) ? "" : text)).filter((text) => text !== "")).toEqual([]);
});

test.each([
  ["people.yaml", "a: { name: A, links: [{ label: B, url: /c/, x: y }], rôle: d }\n"],
  ["tags.yaml", "design: { label: A, aliases: [b], en: { label: B, x: y } }\n"],
])("a key too many in %s is named, and the rest is read", async (name, text) => {
  const { content, problems } = await load({
    [`content/${name}`]: text,
    "content/posts/2026-01-01-a.md": "---\ntitle: A\nauthor: a\ntags: [b]\n---\nTexte\n",
  });
  expect(problems.map(({ code }) => code)).toContain("unknown-key");
  const [post] = content.posts;
  expect([post?.authors[0]?.person.name, post?.terms["tags"]?.map(String)]).toEqual(
    name === "people.yaml" ? ["A", ["b"]] : ["a", ["A"]],
  );
});
